// graph.batch.run: what is no batch, in which case none of its parts runs.
import type { Test } from 'tap'
import t from 'tap'
import { batch, json, partsOf, reading, revoking, statusesOf } from '../support/batch.ts'
import { ids } from '../support/contoso.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'

const FORMAT = 'Invalid batch payload format.'
const LIMIT = 'Number of requests inside batch exceed the limit.'
const without = (name: string) => ({ ...revoking('2'), [name]: undefined })
const bare = (id: string) =>
  `Write request id : ${id} does not contain Content-Type header or body.`

const refused: Readonly<Record<string, readonly [unknown, string]>> = {
  'no list of parts': [{}, FORMAT],
  'no part': [[], FORMAT],
  'more than 20 parts': [Array.from({ length: 21 }, (_, n) => reading(String(n))), LIMIT],
  'a part that is no object': [['GET /me'], FORMAT],
  'a part that is null': [[null], FORMAT],
  'a part without an id': [[without('id')], FORMAT],
  'an empty id': [[reading('')], FORMAT],
  'a number as an id': [[{ ...reading(''), id: 1 }], FORMAT],
  'an id that comes twice': [
    [reading('7'), reading('7')],
    'Request Id 7 has to be unique in a batch.',
  ],
  'an id that comes again in another case': [
    [reading('seven'), reading('Seven')],
    'Request Id Seven has to be unique in a batch.',
  ],
  'a part without a method': [[without('method')], FORMAT],
  'a method there is none of': [[{ ...reading('1'), method: 'SEND' }], FORMAT],
  'a method of HTTP that Microsoft Graph has no use for': [
    [{ ...reading('1'), method: 'TRACE' }],
    FORMAT,
  ],
  'a part without an address': [[without('url')], FORMAT],
  'an empty address': [[reading('1', '')], FORMAT],
  'an absolute address': [[reading('1', 'https://graph.microsoft.com/v1.0/me')], FORMAT],
  'an address of another scheme': [[reading('1', 'FILE:///etc/passwd')], FORMAT],
  'headers that are no object': [
    [{ ...revoking('1'), headers: 'Content-Type: application/json' }],
    FORMAT,
  ],
  'a header that is no text': [[{ ...revoking('1'), headers: { ...json, Prefer: 1 } }], FORMAT],
  'a list as a body': [[{ ...revoking('1'), body: [] }], FORMAT],
  'a number as a body': [[{ ...revoking('1'), body: 7 }], FORMAT],
  'a part that writes without a body': [[without('body')], bare('2')],
  'a part that writes null': [[{ ...revoking('3'), body: null }], bare('3')],
  'a part that writes without headers': [[without('headers')], bare('2')],
  'a body without a type': [[{ ...revoking('2'), headers: { Accept: 'x/y' } }], bare('2')],
  'a part that reads with a body of no type': [[{ ...reading('9'), body: {} }], bare('9')],
  'dependencies that are no list': [[reading('1'), { ...reading('2'), dependsOn: '1' }], FORMAT],
  'a dependency that is no text': [[reading('1'), { ...reading('2'), dependsOn: [1] }], FORMAT],
  'a dependency that is nowhere': [
    [{ ...reading('1'), dependsOn: ['0'] }],
    'Invalid dependency for request Id 1.',
  ],
  'a dependency that comes later': [
    [{ ...reading('1'), dependsOn: ['2'] }, reading('2')],
    'Invalid dependency for request Id 1.',
  ],
  'a part that depends on itself': [
    [{ ...reading('1'), dependsOn: ['1'] }],
    'Invalid dependency for request Id 1.',
  ],
}

t.test('a batch', async t => {
  const understudy = await understudyFor(t)
  const scopes = ['User.Read', 'User.RevokeSessions.All']
  const token = await tokenFor(understudy, { user: 'admin', scopes })
  const requests = async () => {
    const { json } = await control(understudy, 'GET /_understudy/requests')
    return Object(json).requests
  }
  const isRefused = async (t: Test, sent: unknown, message: string) => {
    const reply = await batch(understudy, token, sent)
    t.match(reply, {
      status: 400,
      json: { error: { code: 'BadRequest', message, innerError: {} } },
    })
  }

  for (const [name, [sent, message]] of Object.entries(refused)) {
    t.test(`is refused for ${name}`, t => isRefused(t, sent, message))
  }

  t.test('is refused as a whole for one part, of whatever place', async t => {
    const parts = [revoking('1', ids.adele), revoking('2', ids.alex), reading('1')]
    const before = (await requests()).length
    await isRefused(t, parts, 'Request Id 1 has to be unique in a batch.')
    const added = (await requests()).slice(before)
    t.match(added, [{ operationId: 'graph.batch.run', status: 400 }])
    t.equal(added.length, 1, 'no part was run')
  })

  t.test('is refused without a body', async t => {
    t.match(await graph(understudy, 'POST /v1.0/$batch', { token }), {
      status: 400,
      json: { error: { message: 'Empty Payload. JSON content expected.' } },
    })
  })

  t.test('is not there for any method but POST', async t => {
    for (const method of ['GET', 'PUT', 'DELETE'])
      t.equal((await graph(understudy, `${method} /v1.0/$batch`, { token })).status, 405)
  })

  t.test('of 20 parts, and of what is nested as deeply as it may be, is taken', async t => {
    const parts = Array.from({ length: 20 }, (_, n) => reading(String(n)))
    t.same(new Set(statusesOf(await batch(understudy, token, parts))), new Set([200]))
  })

  t.test('is refused where it is nested too deeply', async t => {
    const body = JSON.parse(`${'{"a":'.repeat(120)}1${'}'.repeat(120)}`)
    t.match(await batch(understudy, token, [{ ...revoking('1'), body }]), { status: 400 })
  })

  t.test('is refused with more members and elements than can be meant', async t => {
    const filled = (count: number) => [{ ...revoking('1'), body: { list: Array(count).fill(1) } }]
    t.same(statusesOf(await batch(understudy, token, filled(49_000))), [400])
    t.match(await batch(understudy, token, filled(51_000)), {
      status: 413,
      json: { error: { code: 'BadRequest', message: /too many members and elements/ } },
    })
    const text = `${'[{,'.repeat(60_000)}\\"[{,`
    const one = { ...revoking('1'), body: { [text]: text } }
    t.same(statusesOf(await batch(understudy, token, [one])), [400], 'texts are not counted')
  })

  t.test('is refused for an id longer than an address may be', async t => {
    t.equal((await batch(understudy, token, [reading('x'.repeat(16_384))])).status, 200)
    t.match(await batch(understudy, token, [reading('x'.repeat(16_385))]), {
      status: 400,
      json: { error: { message: 'Invalid batch payload format.' } },
    })
  })

  t.test('has 431 for parts that could not be sent alone, and runs the others', async t => {
    const long = 'x'.repeat(16_384)
    const reply = await batch(understudy, token, [
      reading('1', `/users/${long}`),
      { ...reading('2'), headers: { 'x-long': long } },
      { ...revoking('3'), headers: { ...json, 'x-long': long } },
      reading('4'),
      { ...reading('5'), dependsOn: ['1'] },
    ])
    t.same(statusesOf(reply), [431, 431, 431, 200, 424])
    t.match(partsOf(reply)[0], {
      body: { error: { code: 'BadRequest', innerError: { 'request-id': String } } },
    })
  })

  t.test('is read up to four megabytes', async t => {
    const padded = (length: number) => [{ ...revoking('1'), body: { padding: 'x'.repeat(length) } }]
    t.same(statusesOf(await batch(understudy, token, padded(4_190_000))), [400])
    t.equal((await batch(understudy, token, padded(4_194_304))).status, 413)
  })
})
