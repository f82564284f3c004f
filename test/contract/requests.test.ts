// Requests are checked as they were sent: read by the declared type, refused when they do not fit, and never altered.
import fc from 'fast-check'
import t from 'tap'
import { operationsOf } from '../../src/contract/document.ts'
import type { RawRequest, Violation } from '../../src/contract/requests.ts'
import { InvalidRequest, readInput } from '../../src/contract/requests.ts'
import { getOperation, loadedValidators } from '../support/contract.ts'
import { madeUpContract } from '../support/made-up-contract.ts'

const [operation = getOperation('graph.users.get')] = operationsOf(madeUpContract)
const validators = await loadedValidators(madeUpContract)

const good: RawRequest = {
  path: { userId: 'a' },
  query: { tenant: 't' },
  headers: { 'if-match': '*' },
  body: {},
}

const read = (changes: Partial<RawRequest>) =>
  readInput<'graph.users.get'>(operation, { ...good, ...changes }, validators)

/** What is wrong with the good request once it is changed so; empty when it is still good. */
function violationsOf(changes: Partial<RawRequest>): readonly Violation[] {
  try {
    read(changes)
    return []
  } catch (error) {
    if (error instanceof InvalidRequest) return error.violations
    throw error
  }
}

const withQuery = (query: RawRequest['query']) => ({ query: { tenant: 't', ...query } })

t.test('readInput', async t => {
  t.test('gives what was sent, under the names that handlers know', async t => {
    t.strictSame(read({}), {
      path: { userId: 'a' },
      query: { tenant: 't' },
      headers: { 'if-match': '*' },
      body: {},
    })
  })

  t.test('reads whole numbers and booleans from their text', async t => {
    const texts = { $top: '999', $count: 'false' }
    t.match(read(withQuery(texts)), { query: { $top: 999, $count: false } })
    t.match(read(withQuery({ $top: '-5', $count: 'true' })), { query: { $top: -5, $count: true } })
  })

  t.test('refuses text that only resembles a whole number', async t => {
    const resembling = ['1e3', '0x10', ' 5', '5 ', '5.0', '+5', '', '-', '--5', '1,000', '٥', 'NaN']
    for (const text of [...resembling, '1'.repeat(16), 'Infinity', 'null', 'true']) {
      t.match(
        violationsOf(withQuery({ $top: text })),
        [{ in: 'query', pointer: '$top', keyword: 'type', value: text }],
        JSON.stringify(text),
      )
    }
  })

  t.test('refuses a whole number outside its bounds', async t => {
    t.match(violationsOf(withQuery({ $top: '1000' })), [{ keyword: 'maximum', value: 1000 }])
    t.match(violationsOf(withQuery({ $top: '-6' })), [{ keyword: 'minimum', value: -6 }])
  })

  t.test('refuses text that only resembles a boolean', async t => {
    for (const text of ['1', '0', 'yes', '', ' true', 'null']) {
      const [first] = violationsOf(withQuery({ $count: text }))
      t.match(first, { pointer: '$count', keyword: 'type', value: text }, JSON.stringify(text))
    }
  })

  t.test('refuses a parameter that is given more than once', async t => {
    for (const name of ['$top', '$count', '$filter', 'tenant']) {
      t.match(violationsOf(withQuery({ [name]: ['1', '1'] })), [
        { in: 'query', pointer: name, detail: 'must be given once' },
      ])
    }
    t.match(violationsOf({ headers: { 'if-match': ['a', 'b'] } }), [
      { in: 'header', pointer: 'If-Match', detail: 'must be given once' },
    ])
  })

  t.test('refuses a request that lacks what is required', async t => {
    t.match(violationsOf({ headers: {} }), [
      { in: 'header', pointer: 'If-Match', keyword: 'required' },
    ])
    t.match(violationsOf({ query: {} }), [{ in: 'query', pointer: 'tenant', keyword: 'required' }])
    t.match(violationsOf({ body: undefined }), [{ in: 'body', pointer: '', keyword: 'required' }])
  })

  t.test('names everything that is wrong at once', async t => {
    const wrong = {
      path: { userId: 'long' },
      query: { $top: 'x' },
      headers: {},
      body: { size: '3' },
    }
    t.same(
      violationsOf(wrong).map(violation => [violation.in, violation.pointer]),
      [
        ['path', 'userId'],
        ['query', '$top'],
        ['query', 'tenant'],
        ['header', 'If-Match'],
        ['body', '/size'],
      ],
    )
  })

  t.test('passes on nothing that is not declared', async t => {
    const { query, headers } = read({
      query: { tenant: 't', $top: '1', debug: 'x' },
      headers: { 'if-match': '*', cookie: 'x' },
    })
    t.strictSame(query, { $top: 1, tenant: 't' })
    t.strictSame(headers, { 'if-match': '*' })
  })

  t.test('gives any text as it was sent', async t => {
    const property = fc.property(fc.string({ unit: 'binary' }), text => {
      const { query }: { readonly query: object } = read(withQuery({ $filter: text }))
      return '$filter' in query && query.$filter === text
    })
    t.doesNotThrow(() => fc.assert(property))
  })
})

t.test('a body', async t => {
  const own = await loadedValidators()

  t.test('is refused when it is not of the declared type', async t => {
    for (const body of [null, [], 'text', 7, true]) {
      t.match(violationsOf({ body }), [{ in: 'body', pointer: '', keyword: 'type' }], String(body))
    }
  })

  t.test('is refused for text where a number is declared', async t => {
    t.match(violationsOf({ body: { size: '3' } }), [{ pointer: '/size', keyword: 'type' }])
  })

  t.test('is refused for a member that is not declared', async t => {
    t.match(violationsOf({ body: { colour: 'red' } }), [
      { pointer: '/colour', keyword: 'additionalProperties' },
    ])
    t.match(violationsOf({ body: JSON.parse('{"__proto__":{"size":1}}') }), [
      { pointer: '/__proto__', keyword: 'additionalProperties' },
    ])
  })

  t.test('is refused where none is declared, and may be left out where it is optional', async t => {
    const send = (id: 'control.state.reset' | 'graph.me.revokeSignInSessions', body: unknown) =>
      readInput(getOperation(id), { path: {}, query: {}, headers: {}, body }, own).body
    t.throws(() => send('control.state.reset', {}), InvalidRequest)
    t.equal(send('control.state.reset', undefined), undefined)
    t.equal(send('graph.me.revokeSignInSessions', undefined), undefined)
  })

  const validBody = fc.record(
    {
      user: fc.string({ minLength: 1 }),
      roles: fc.array(fc.string({ minLength: 1 })),
      lifetimeSeconds: fc.integer({ min: -1000, max: 1000 }),
      claims: fc.dictionary(fc.string(), fc.jsonValue()),
      signature: fc.constantFrom('valid', 'invalid'),
    },
    { requiredKeys: [] },
  )
  const issueToken = getOperation('control.tokens.issue')
  const readBody = (body: unknown): { readonly body: unknown } =>
    readInput(issueToken, { path: {}, query: {}, headers: {}, body }, own)

  t.test('is handed on as the very object that was sent, unchanged', async t => {
    const property = fc.property(validBody, body => {
      const before = JSON.stringify(body)
      return readBody(body).body === body && JSON.stringify(body) === before
    })
    t.doesNotThrow(() => fc.assert(property))
  })

  t.test('is left unchanged when it is refused', async t => {
    const property = fc.property(
      validBody,
      fc.constantFrom({ lifetimeSeconds: '60' }, { lifetimeSeconds: 0.5 }, { colour: 'red' }),
      (body, fault) => {
        const spoilt = { ...body, ...fault }
        const before = JSON.stringify(spoilt)
        try {
          readBody(spoilt)
          return false
        } catch (error) {
          return error instanceof InvalidRequest && JSON.stringify(spoilt) === before
        }
      },
    )
    t.doesNotThrow(() => fc.assert(property))
  })
})
