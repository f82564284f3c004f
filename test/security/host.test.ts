// Which hosts are answered for: a page that has made its own name resolve to this machine (DNS rebinding) gets nothing.
import type { Test } from 'tap'
import t from 'tap'
import type { Understudy, UnderstudyOptions } from '../../src/api.ts'
import { isProblem } from '../support/problem.ts'
import type { Reply } from '../support/understudy.ts'
import { control, graph, understudyFor } from '../support/understudy.ts'
import { sendLines } from '../support/wire.ts'

interface RequestView {
  readonly operationId?: string
  readonly status: number
  readonly hint?: string
}

const HEALTH = 'GET /_understudy/health'

const foreign = [
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'evil-localhost',
  'evillocalhost',
  'xgraph.microsoft.com',
  'graph.microsoft.com.evil.example',
  'login.microsoftonline.com.evil.example',
  'example.com:4280',
  '192.168.0.1',
  '0.0.0.0',
  '[::2]',
  '[::ffff:127.0.0.1]',
]
const answered = [
  'localhost',
  'LOCALHOST:1',
  'graph.localhost',
  '127.0.0.1',
  '127.0.0.1:65535',
  '[::1]',
  '[::1]:4280',
  'graph.microsoft.com',
]

const ask = (understudy: Understudy, host: string) =>
  understudy.fetch(`http://${host}/_understudy/health`)

t.test('A request under a foreign host', async t => {
  t.test('is misdirected, even when it is the first of all', async t => {
    const surfaces = [HEALTH, 'GET /v1.0/me', 'GET /nowhere', 'GET /_understudy/docs'] as const
    for (const line of surfaces) {
      const reply = await graph(await understudyFor(t), line, { headers: {} })
      t.not(reply.status, 421, 'answered under a production host')
      const understudy = await understudyFor(t)
      const path = line.slice('GET '.length)
      t.equal((await understudy.fetch(`http://evil.example${path}`)).status, 421, line)
    }
  })

  t.test('is answered in the shape of the surface, on unknown paths too', async t => {
    const understudy = await listening(t)
    for (const path of ['/v1.0/me', '/v1.0/nowhere', '/beta/users', '/beta/users/a/b/c']) {
      const reply = await sendLines(t, understudy, [`GET ${path} HTTP/1.1`, 'Host: evil.example'])
      t.equal(reply.status, 421, path)
      t.match(reply.json, { error: { code: 'BadRequest', message: /'evil\.example'/ } })
      t.ok(reply.headers.has('request-id'))
    }
    for (const path of ['/', '/x', '/v1.0', '/_understudy/tenants', '/_understudy/nowhere']) {
      const reply = await sendLines(t, understudy, [`GET ${path} HTTP/1.1`, 'Host: evil.example'])
      if (path !== '/v1.0') isProblem(t, reply, 421, { detail: /'evil\.example'/ })
      t.equal(reply.status, 421, path)
    }
  })

  t.test(
    'is recorded with the operation it would have been for, and no hint at another',
    async t => {
      const understudy = await understudyFor(t)
      const paths = {
        '/v1.0/me': 'graph.me.get',
        '/common/oauth2/v2.0/authorize': 'signIn.authorize.get',
      }
      for (const path of Object.keys(paths)) await understudy.fetch(`http://evil.example${path}`)
      const { requests } = Object((await control(understudy, 'GET /_understudy/requests')).json)
      const seen = requests.map(({ operationId, status, hint }: RequestView) => [
        operationId,
        status,
        hint,
      ])
      t.strictSame(
        seen,
        Object.values(paths).map(id => [id, 421, undefined]),
      )
    },
  )

  t.test('does nothing, whatever its method', async t => {
    const understudy = await understudyFor(t)
    for (const [method, path] of [
      ['PATCH', 'settings'],
      ['POST', 'reset'],
      ['POST', 'tokens'],
      ['OPTIONS', 'settings'],
    ]) {
      const response = await understudy.fetch(`http://evil.example/_understudy/${path}`, {
        method: String(method),
        headers: { 'content-type': 'application/json' },
        ...(method !== 'OPTIONS' && { body: '{"permissions":"off"}' }),
      })
      t.equal(response.status, 421)
      t.notOk(response.headers.has('access-control-allow-origin'))
    }
    t.match((await control(understudy, 'GET /_understudy/settings')).json, {
      permissions: 'documented',
    })
  })

  for (const host of foreign) {
    t.test(`is misdirected: ${host}`, async t => {
      const understudy = await understudyFor(t)
      t.equal((await ask(understudy, 'localhost')).status, 200)
      t.equal((await ask(understudy, host)).status, 421)
      t.equal((await ask(understudy, 'localhost')).status, 200)
    })
  }
})

t.test('A request under a host of its own', async t => {
  for (const host of answered) {
    t.test(`is answered: ${host}`, async t => {
      t.equal((await ask(await understudyFor(t), host)).status, 200)
    })
  }

  t.test('is answered under a name that was allowed, at any port', async t => {
    const understudy = await understudyFor(t, { allowHosts: ['Graph.Test', 'dev.test:8080'] })
    for (const host of ['graph.test', 'GRAPH.test:99', 'dev.test', 'dev.test:8080'])
      t.equal((await ask(understudy, host)).status, 200, host)
    for (const host of ['test', 'x.graph.test', 'graph.test.evil.example'])
      t.equal((await ask(understudy, host)).status, 421, host)
  })

  t.test('is told how to allow another, in a way that works', async t => {
    const reply = await (await ask(await understudyFor(t), 'other.test:8080')).json()
    const [, name = ''] = /--allow-host (\S+)/.exec(Object(reply).detail) ?? []
    const understudy = await understudyFor(t, { allowHosts: [name] })
    t.equal((await ask(understudy, 'other.test:8080')).status, 200)
  })
})

t.test('A request that names its host in an unusual way', async t => {
  const url = await listening(t)
  const send = (...lines: string[]): Promise<Reply> => sendLines(t, url, lines)
  const health = 'GET /_understudy/health HTTP/1.1'

  for (const host of [
    '',
    'localhost:4280:80',
    'localhost:99999999',
    '127.999.1.1',
    'localhost:abc',
    'localhost@evil.example',
    'evil.example@localhost',
    'evil.example#localhost',
    'evil.example/localhost',
    'localhost, evil.example',
    'localhost evil.example',
    'http://localhost',
    '[::1',
    '::1',
    '.localhost',
    'localhost.',
    'localhost%00.evil.example',
    '127.1',
    '2130706433',
  ]) {
    t.test(`is refused: Host: ${host}`, async t => {
      const { status } = await send(health, `Host: ${host}`)
      t.ok(status === 421 || status === 400, String(status))
    })
  }

  t.test('is refused without a host', async t => {
    t.equal((await send(health)).status, 400)
    t.equal((await send('GET /_understudy/health HTTP/1.0')).status, 421)
  })

  t.test('is refused with two hosts', async t => {
    for (const [one, other] of [
      ['localhost', 'evil.example'],
      ['evil.example', 'localhost'],
    ]) {
      const { status } = await send(health, `Host: ${one}`, `Host: ${other}`)
      t.ok(status === 421 || status === 400, String(status))
    }
  })

  t.test('is judged by the host in its target, where that has one', async t => {
    const evil = 'GET http://evil.example/_understudy/health HTTP/1.1'
    const own = 'GET http://localhost/_understudy/health HTTP/1.1'
    t.equal((await send(own, 'Host: localhost')).status, 200)
    t.equal((await send(evil, 'Host: localhost')).status, 421)
    t.equal((await send(evil, 'Host: evil.example')).status, 421)
  })

  t.test('finds nothing by a target that is neither path nor address', async t => {
    t.equal((await send('OPTIONS * HTTP/1.1', 'Host: localhost')).status, 404)
    const { status } = await send('GET //evil.example/v1.0/me HTTP/1.1', 'Host: localhost')
    t.equal(status, 404)
  })
})

async function listening(t: Test, options: UnderstudyOptions = {}): Promise<string> {
  return (await understudyFor(t, options)).listen({ port: 0, https: false })
}
