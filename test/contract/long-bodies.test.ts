// Bodies with long lists in them: in pieces they are the same as in one, and others have their turns in between.
import fc from 'fast-check'
import t from 'tap'
import { encodeInTurns, isLong, piecesOf, slicesOf } from '../../src/contract/long-bodies.ts'
import { AnswerChecks, ContractViolation } from '../../src/contract/responses.ts'
import { contract, getOperation, loadedValidators } from '../support/contract.ts'
import { tokenFor, understudyFor } from '../support/understudy.ts'

const numbers = (length: number) => Array.from({ length }, (_, number) => ({ number }))
const list = fc.integer({ min: 0, max: 350 }).map(numbers)
/** Any JSON, with members that have no value, and with lists of any length somewhere in it. */
const body = fc.letrec(tie => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.jsonValue({ maxDepth: 2 }),
    list,
    fc.constant(undefined),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('any'), { maxKeys: 4 }),
  ),
})).any

t.test('the pieces of a body', async t => {
  t.test('are together what JSON.stringify makes of it', async () => {
    fc.assert(
      fc.property(body, value => {
        const whole = JSON.stringify([value]).slice(1, -1)
        return [...piecesOf(value)].join('') === whole
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  t.test('are encoded as UTF-8', async t => {
    const value = { value: [...numbers(250), { name: '李四 é 𝒳' }] }
    t.equal(String(Buffer.concat(await encodeInTurns(value))), JSON.stringify(value))
  })

  t.test('are several where a list is long, wherever it is in a batch', async t => {
    t.equal([...piecesOf({ value: numbers(100) })].length, 1)
    t.ok([...piecesOf({ value: numbers(101) })].length > 1)
    const batch = { responses: [{ id: '1', body: { value: numbers(101) } }] }
    t.ok(isLong(batch))
    t.notOk(isLong({ responses: [{ id: '1', body: { value: numbers(100) } }] }))
  })
})

t.test('the slices of a body', async t => {
  t.test('have all members of its list, a hundred at most in each', async t => {
    const slices = [...slicesOf({ context: 'c', value: numbers(350) })].map(Object)
    t.ok(slices.every(({ context, value }) => context === 'c' && value.length <= 100))
    t.same(
      slices.flatMap(({ value }) => value),
      numbers(350),
    )
  })

  t.test('are the body itself where no list is long', async t => {
    for (const value of [{ value: numbers(100) }, 'text', null, undefined])
      t.same([...slicesOf(value)], [value])
  })
})

t.test('a long answer', async t => {
  const operation = getOperation('graph.users.list')
  const checks = new AnswerChecks(await loadedValidators(), true)
  const users = (wrong?: number) =>
    numbers(350).map(({ number }) => ({ displayName: number === wrong ? 7 : `User ${number}` }))
  const answer = (value: readonly object[]) => ({
    status: 200,
    headers: {
      'request-id': '3f1c0d5e-2a6b-4c7d-8e9f-0a1b2c3d4e5f',
      'client-request-id': 'anything',
      'x-ms-ags-diagnostic': '{}',
      'x-ms-resource-unit': '1',
      'cache-control': 'no-cache',
      'odata-version': '4.0',
      'content-type': 'application/json',
    },
    body: { '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users', value },
  })

  t.test('is held to the contract to its end', async t => {
    t.equal(await checks.violationInTurns(operation, answer(users())), undefined)
    for (const wrong of [0, 99, 100, 349])
      t.match(await checks.violationInTurns(operation, answer(users(wrong))), {
        name: ContractViolation.name,
        message: new RegExp(`body/value/${wrong}/displayName must be string`),
      })
  })

  t.test('has lists of which the contract says nothing that only the whole could tell', async t => {
    const ofTheWhole = new Set(['maxItems', 'minItems', 'uniqueItems', 'contains'])
    const found: string[] = []
    JSON.stringify(contract, (key, value) => {
      if (ofTheWhole.has(key)) found.push(key)
      return value
    })
    // Those of the requests in a batch.
    t.same(found.sort(), ['maxItems', 'minItems'])
  })

  t.test('lets others be answered while it is made', async t => {
    const understudy = await understudyFor(t, { generateUsers: 1000 })
    const token = await tokenFor(understudy, { user: 'admin', scopes: ['User.Read.All'] })
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const requests = Array.from({ length: 20 }, (_, index) => ({
      id: String(index),
      method: 'GET',
      url: '/users?$top=999',
    }))
    let isMade = false
    const batch = understudy
      .fetch('https://graph.microsoft.com/v1.0/$batch', {
        method: 'POST',
        headers,
        body: JSON.stringify({ requests }),
      })
      .then(response => {
        isMade = true
        return response.json()
      })
    let others = 0
    while (!isMade) {
      // In process, what is answered at once never lets the loop turn.
      await new Promise(setImmediate)
      await understudy.fetch('https://graph.microsoft.com/v1.0/me', { headers })
      if (!isMade) others++
    }
    const { responses } = Object(await batch)
    t.same(
      responses.map((one: object) => Object(one).body.value.length),
      requests.map(() => 999),
    )

    t.ok(others >= 3, `${others} were answered before it`)
  })
})
