// What is too much: bodies, headers, paths and queries past their limits, each refused in the shape of its surface.
import type { Test } from 'tap'
import t from 'tap'
import { isProblem, sendText } from '../support/problem.ts'
import type { Reply } from '../support/understudy.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'
import { sendLines } from '../support/wire.ts'

const BODY_LIMIT = 1_048_576
const HEADER_LIMIT = 16_384

function isGraphError(t: Test, reply: Reply, status: number): void {
  t.equal(reply.status, status, reply.text.slice(0, 200))
  t.match(reply.json, { error: { code: String, message: /./, innerError: { 'request-id': /./ } } })
  t.ok(reply.headers.has('request-id'))
}

t.test('A body over the limit', async t => {
  const padded = (length: number) => '{}'.padEnd(length)

  t.test('is refused as a problem document by the control surface', async t => {
    const understudy = await understudyFor(t)
    const line = 'POST /_understudy/tokens'
    isProblem(t, await sendText(understudy, line, padded(BODY_LIMIT + 1)), 413)
    t.equal((await sendText(understudy, line, padded(BODY_LIMIT))).status, 201)
    isProblem(t, await sendText(understudy, 'POST /nowhere', padded(BODY_LIMIT + 1)), 413)
  })

  t.test('is refused as a Graph error by Graph', async t => {
    const understudy = await understudyFor(t)
    const scopes = ['User.RevokeSessions.All']
    const token = await tokenFor(understudy, { user: 'adele', scopes })
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    for (const version of ['v1.0', 'beta']) {
      const line = `POST /${version}/me/revokeSignInSessions` as const
      const reply = await sendText(understudy, line, padded(BODY_LIMIT + 1), headers)
      isGraphError(t, reply, 413)
      t.equal((await sendText(understudy, line, padded(BODY_LIMIT), headers)).status, 200)
    }
  })

  t.test('is refused by its length, without waiting for it', async t => {
    const url = await listening(t)
    const reply = await sendLines(t, url, [
      'POST /_understudy/tokens HTTP/1.1',
      'Host: localhost',
      'Content-Type: application/json',
      'Content-Length: 9000000000',
    ])
    isProblem(t, reply, 413)
  })

  t.test('is refused when it comes in chunks of no declared length', async t => {
    const url = await listening(t)
    const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`
    const reply = await sendLines(
      t,
      url,
      [
        'POST /_understudy/tokens HTTP/1.1',
        'Host: localhost',
        'Content-Type: application/json',
        'Transfer-Encoding: chunked',
      ],
      `${chunk.repeat(17)}0\r\n\r\n`,
    )
    isProblem(t, reply, 413)
  })
})

t.test('Too long a head', async t => {
  t.test('is a 431', async t => {
    const url = await listening(t)
    for (const line of [
      `X-Long: ${'x'.repeat(HEADER_LIMIT)}`,
      'X-Many: x\r\n'.repeat(3_000).trim(),
    ]) {
      const { status } = await sendLines(t, url, ['GET /v1.0/me HTTP/1.1', 'Host: localhost', line])
      t.equal(status, 431)
    }
    const target = `/v1.0/users?$filter=${'x'.repeat(HEADER_LIMIT)}`
    t.equal((await sendLines(t, url, [`GET ${target} HTTP/1.1`, 'Host: localhost'])).status, 431)
  })

  t.test('is one without a connection, too', async t => {
    const understudy = await understudyFor(t)
    const long = 'x'.repeat(HEADER_LIMIT)
    t.equal((await graph(understudy, `GET /v1.0/users?$filter=${long}`)).status, 431)
    t.equal((await graph(understudy, 'GET /v1.0/me', { headers: { 'x-long': long } })).status, 431)
    t.equal((await graph(understudy, `GET /v1.0/users/${long.slice(1000)}`)).status, 401)
  })
})

t.test('Too long a path parameter', async t => {
  t.test('is refused as a Graph error', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'admin', scopes: ['User.Read.All'] })
    const ask = (length: number) =>
      graph(understudy, `GET /v1.0/users/${'a'.repeat(length)}`, { token })
    isGraphError(t, await ask(1_024), 404)
    for (const length of [1_025, 10_000]) {
      const reply = await ask(length)
      t.ok(reply.status >= 400 && reply.status < 500)
      isGraphError(t, reply, reply.status)
    }
  })
})

t.test('Very many query parameters', async t => {
  // As many as there may be before the address is too long.
  const query = Array.from({ length: 1_300 }, (_, index) => `p${index}=${index}`).join('&')

  t.test('are refused by the control surface', async t => {
    const understudy = await understudyFor(t)
    isProblem(t, await control(understudy, `GET /_understudy/settings?${query}`), 400)
    isProblem(t, await control(understudy, `GET /_understudy/health?${query}`), 400)
    const same = Array.from({ length: 1_500 }, () => 'tenant=x').join('&')
    const reply = await control(understudy, `GET /_understudy/settings?${same}`)
    isProblem(t, reply, 400, { errors: [{ pointer: 'tenant', detail: 'must be given once' }] })
  })

  t.test('do Graph no harm', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'adele' })
    const reply = await graph(understudy, `GET /v1.0/me?${query}`, { token })
    t.ok(reply.status < 500, String(reply.status))
  })
})

async function listening(t: Test): Promise<string> {
  return (await understudyFor(t)).listen({ port: 0, https: false })
}
