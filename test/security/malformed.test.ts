// Requests made to break something: none of them is a 500, none changes anything, and none gets at files or prototypes.
import type { Test } from 'tap'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { isProblem, sendText } from '../support/problem.ts'
import type { Reply } from '../support/understudy.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'
import { sendLines } from '../support/wire.ts'

const nested = (depth: number, value = '') => '['.repeat(depth) + value + ']'.repeat(depth)

function isClientError(t: Test, { status, json, text }: Reply, title: string): void {
  t.ok(status >= 400 && status < 500, `${title}: ${status} ${text.slice(0, 200)}`)
  t.ok(json !== undefined, `${title}: the body is JSON`)
}

t.test('A malformed path', async t => {
  const prefixes = [
    '/',
    '/v1.0/',
    '/v1.0/users/',
    '/beta/nowhere/',
    '/_understudy/',
    '/_understudy/docs/',
  ] as const
  const paths = [
    '%',
    '%zz',
    '%2',
    '%ff',
    '%c0%af',
    '%ed%a0%80',
    '%E0%A4%A',
    'a%00b',
    '%00',
    '%0d%0aX-Injected:%201',
    '..%2f..%2fetc%2fpasswd',
    '%25zz',
    '__proto__',
    'constructor',
    'toString',
    "a'b",
    "('",
  ]
  for (const path of paths) {
    t.test(`is the client's mistake: ${path}`, async t => {
      const understudy = await understudyFor(t)
      const token = await tokenFor(understudy, { user: 'admin', scopes: ['User.Read.All'] })
      for (const prefix of prefixes)
        isClientError(t, await graph(understudy, `GET ${prefix}${path}`, { token }), prefix)
      isProblem(t, await control(understudy, `GET /_understudy/settings?tenant=${path}`), 404)
    })
  }

  t.test('of bytes that no path may have is refused by the parser', async t => {
    const url = await (await understudyFor(t)).listen({ port: 0, https: false })
    for (const path of ['/v1.0/\xff', '/v1.0/\0', '/v1.0/a b', '/v1.0/\x7f']) {
      const { status } = await sendLines(t, url, [`GET ${path} HTTP/1.1`, 'Host: localhost'])
      t.equal(status, 400)
    }
  })

  t.test('does not lead out of the documentation page', async t => {
    const url = await (await understudyFor(t)).listen({ port: 0, https: false })
    const ways = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..\\', '..%5c', '%252e%252e%252f', '//']
    for (const way of ways) {
      const path = `/_understudy/docs/static/${way.repeat(3)}package.json`
      const { status, text } = await sendLines(t, url, [`GET ${path} HTTP/1.1`, 'Host: localhost'])
      t.ok(status >= 400 && status < 500, `${path}: ${status}`)
      t.notMatch(text, /"version"/)
    }
  })
})

t.test('A body that reaches for the prototype', async t => {
  const bodies = [
    '{"__proto__":{"permissions":"off"}}',
    '{"\\u005f_proto__":{"permissions":"off"}}',
    '{"revocation":{"__proto__":{"preset":"realistic"}}}',
    '{"constructor":{"prototype":{"permissions":"off"}}}',
    '{"prototype":{}}',
    '{"toString":1}',
    '{"hasOwnProperty":1}',
  ]
  for (const body of bodies) {
    t.test(`is refused: ${body}`, async t => {
      const understudy = await understudyFor(t)
      const lines = ['PATCH /_understudy/settings', 'POST /_understudy/tokens'] as const
      for (const line of lines) isProblem(t, await sendText(understudy, line, body), 400)
      const scopes = ['User.RevokeSessions.All']
      const token = await tokenFor(understudy, { user: 'adele', scopes })
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const reply = await sendText(understudy, 'POST /v1.0/me/revokeSignInSessions', body, headers)
      t.equal(reply.status, 400)
      t.match(await settingsOf(understudy), { permissions: 'documented' })
      t.same(Object.keys({}.constructor.prototype), [])
      t.equal(Reflect.get({}, 'permissions'), undefined)
    })
  }

  t.test('is refused inside the claims of a token too', async t => {
    const body = '{"user":"adele","claims":{"a":{"__proto__":{"b":1}}}}'
    isProblem(t, await sendText(await understudyFor(t), 'POST /_understudy/tokens', body), 400)
  })
})

t.test('A deeply nested body', async t => {
  const deep = nested(200_000)
  const bodies = [deep, `{"user":${deep}}`, `{"claims":${deep}}`, `{"claims":{"a":${deep}}}`]
  for (const body of bodies) {
    t.test(`is the client's mistake: ${body.slice(0, 20)}…`, async t => {
      const understudy = await understudyFor(t)
      isProblem(t, await sendText(understudy, 'POST /_understudy/tokens', body), 400)
      isProblem(t, await sendText(understudy, 'PATCH /_understudy/settings', body), 400)
      t.equal((await control(understudy, 'GET /_understudy/health')).status, 200)
    })
  }

  t.test('is refused when it is not even closed', async t => {
    const body = '[{"a":'.repeat(100_000)
    isProblem(t, await sendText(await understudyFor(t), 'POST /_understudy/tokens', body), 400)
  })
})

t.test('A token made to break something', async t => {
  const part = (text: string) => Buffer.from(text).toString('base64url')
  const tokens = [
    '.',
    '..',
    '....',
    part(nested(50_000)),
    `${part('{"alg":"RS256"}')}.${part(nested(50_000))}.`,
    part(nested(4_000)),
    `${part('{"alg":"RS256"}')}.${part(nested(4_000))}.`,
    `${part('{"alg":"RS256","__proto__":{"kid":"x"}}')}.${part('{"oid":"__proto__"}')}.AA`,
    `${part('{"alg":"RS256"}')}.${part('{"tid":"__proto__","iat":"x","uti":{}}')}.AA`,
    `${part('null')}.${part('null')}.`,
    `${part('\ud800')}.${part('{}')}.`,
    'a'.repeat(8_000),
    '%00',
  ]
  t.test('is a 401 on Graph, and an answer when explained', async t => {
    const understudy = await understudyFor(t)
    for (const token of tokens) {
      // No header holds the longest.
      const status = token.length > 16_384 ? 431 : 401
      t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, status)
      const explained = await control(understudy, 'POST /_understudy/explain', { body: { token } })
      t.match(explained, { status: 200, json: { surfaces: [{ accepted: false }] } })
    }
  })
})

t.test('A request of two minds about its length', async t => {
  t.test('is refused by the parser', async t => {
    const url = await (await understudyFor(t)).listen({ port: 0, https: false })
    const start = ['POST /_understudy/reset HTTP/1.1', 'Host: localhost']
    for (const lines of [
      ['Content-Length: 2', 'Transfer-Encoding: chunked'],
      ['Content-Length: 2', 'Content-Length: 3'],
      ['Content-Length: -1'],
      ['Content-Length: 0x2'],
      ['Transfer-Encoding: chunked, identity'],
    ]) {
      const { status } = await sendLines(t, url, [...start, ...lines], '0\r\n\r\n')
      t.equal(status, 400, lines.join(', '))
    }
  })
})

async function settingsOf(understudy: Understudy): Promise<unknown> {
  return (await control(understudy, 'GET /_understudy/settings')).json
}
