// Pages of other origins: the control surface does not answer them, and lets no browser read it.
import t from 'tap'
import { controlCalls } from '../support/control-surface.ts'
import { isProblem } from '../support/problem.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'

const docs = { line: 'GET /_understudy/docs', call: {}, status: 200 } as const
const calls = [...controlCalls, docs]

const foreign: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: '' },
  { origin: 'http://localhost' },
  { origin: 'http://localhost:3000' },
  { origin: 'https://localhost:4280' },
  { origin: 'http://localhost:4280.evil.example' },
  { origin: 'http://localhost:4280/' },
  { origin: 'http://127.0.0.1:4280' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'anything-new' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:4280' },
  { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
]
const own: readonly Readonly<Record<string, string>>[] = [
  {},
  { origin: 'http://localhost:4280' },
  { 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
]

t.test('A page of another origin', async t => {
  for (const { line, call } of calls) {
    t.test(`is refused: ${line}`, async t => {
      const understudy = await understudyFor(t)
      for (const headers of foreign) {
        const reply = await control(understudy, line, { ...call, headers })
        isProblem(t, reply, 403, { detail: /other origins/ })
      }
    })
  }

  t.test('changes nothing', async t => {
    const understudy = await understudyFor(t)
    const before = await control(understudy, 'GET /_understudy/settings')
    const headers = { origin: 'https://evil.example' }
    const body = { permissions: 'off' }
    await control(understudy, 'PATCH /_understudy/settings', { headers, body })
    t.same((await control(understudy, 'GET /_understudy/settings')).json, before.json)
  })

  t.test('is refused before its body is read', async t => {
    const body = 'x'.repeat(2_000_000)
    const headers = { origin: 'https://evil.example' }
    const reply = await control(await understudyFor(t), 'POST /_understudy/tokens', {
      headers,
      body,
    })
    isProblem(t, reply, 403)
  })

  t.test('gets no leave by a preflight, whatever it asks for', async t => {
    const understudy = await understudyFor(t)
    for (const { line } of calls) {
      const [method = '', path = ''] = line.split(' ')
      const headers = { origin: 'https://evil.example', 'access-control-request-method': method }
      const reply = await control(understudy, `OPTIONS /${path.slice(1)}`, { headers })
      t.ok(reply.status >= 400, String(reply.status))
    }
  })
})

t.test('A page of the same origin, a test or a person at the address bar', async t => {
  for (const { line, call, status } of calls) {
    t.test(`is answered, without any CORS header: ${line}`, async t => {
      for (const headers of own) {
        const understudy = await understudyFor(t)
        const reply = await control(understudy, line, { ...call, headers })
        t.equal(reply.status, status)
        t.same(
          [...reply.headers.keys()].filter(name => name.startsWith('access-control')),
          [],
        )
      }
    })
  }
})

t.test('Microsoft Graph', async t => {
  t.test('answers pages of any origin, as the real one does', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'adele' })
    const headers = { origin: 'https://app.example', 'sec-fetch-site': 'cross-site' }
    const reply = await graph(understudy, 'GET /v1.0/me', { token, headers })
    t.equal(reply.status, 200)
    t.equal(reply.headers.get('access-control-allow-origin'), '*')
  })
})
