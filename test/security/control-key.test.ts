// The control key: without it nobody gets in who has to have it, and nobody listens to others without one.
import t from 'tap'
import { controlCalls } from '../support/control-surface.ts'
import { isProblem } from '../support/problem.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'

const controlKey = 'Open-sesame 4280'
const HEALTH = 'GET /_understudy/health'
const guarded = controlCalls.filter(({ line }) => line !== HEALTH)

const wrong: readonly Readonly<Record<string, string>>[] = [
  {},
  { authorization: '' },
  { authorization: 'Bearer' },
  { authorization: 'Bearer ' },
  { authorization: controlKey },
  { authorization: `Basic ${controlKey}` },
  { authorization: `Bearer ${controlKey.slice(0, -1)}` },
  { authorization: `Bearer ${controlKey}0` },
  { authorization: `Bearer ${controlKey.toLowerCase()}` },
  { authorization: `Bearer ${controlKey}, Bearer ${controlKey}` },
  { authorization: 'Bearer undefined' },
  { 'x-control-key': controlKey },
]

t.test('With a control key', async t => {
  for (const { line, call, status } of guarded) {
    t.test(`only who has it is let in: ${line}`, async t => {
      const understudy = await understudyFor(t, { controlKey })
      for (const headers of wrong) {
        const reply = await control(understudy, line, { ...call, headers })
        isProblem(t, reply, 401, { detail: /Bearer <key>/ })
        t.match(reply.headers.get('www-authenticate'), /^Bearer realm=/)
        t.notOk(reply.text.includes(controlKey))
      }
      for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
        const fresh = await understudyFor(t, { controlKey })
        const headers = { authorization: `${scheme} ${controlKey}` }
        t.equal((await control(fresh, line, { ...call, headers })).status, status)
      }
    })
  }

  t.test('anybody may ask whether it is up, and read the contract', async t => {
    const understudy = await understudyFor(t, { controlKey })
    for (const line of [HEALTH, 'GET /_understudy/docs'] as const) {
      for (const headers of wrong)
        t.equal((await control(understudy, line, { headers })).status, 200)
    }
  })

  t.test('nothing is said of what the key would open', async t => {
    const understudy = await understudyFor(t, { controlKey })
    const replies = [
      await control(understudy, 'GET /_understudy/settings?tenant=nowhere.example'),
      await control(understudy, 'GET /_understudy/settings?unknown=1'),
      await control(understudy, 'PATCH /_understudy/settings', { body: { permissions: 1 } }),
    ]
    for (const reply of replies) isProblem(t, reply, 401)
  })

  t.test('pages of other origins are refused all the same', async t => {
    const understudy = await understudyFor(t, { controlKey })
    const headers = { authorization: `Bearer ${controlKey}`, origin: 'https://evil.example' }
    isProblem(t, await control(understudy, 'GET /_understudy/tenants', { headers }), 403)
  })

  t.test('Microsoft Graph asks for its own tokens only', async t => {
    const understudy = await understudyFor(t, { controlKey })
    const token = await tokenFor(understudy, { user: 'adele' })
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
    t.equal((await graph(understudy, 'GET /v1.0/me', { token: controlKey })).status, 401)
    isProblem(t, await control(understudy, 'GET /_understudy/tenants', { token }), 401)
  })
})

t.test('Without a control key', async t => {
  t.test('it does not listen on an address that others can reach', async t => {
    const outside = ['0.0.0.0', '::', '192.0.2.1', 'example.com', '127.0.0.1.example.com', '']
    for (const host of outside) {
      const understudy = await understudyFor(t)
      await t.rejects(understudy.listen({ port: 0, host, https: false }), { message: /key/ }, host)
      t.equal(understudy.url, undefined)
    }
  })

  t.test('it listens on loopback', async t => {
    for (const host of ['127.0.0.1', 'localhost']) {
      const understudy = await understudyFor(t)
      const url = await understudy.listen({ port: 0, host, https: false })
      t.equal((await fetch(`${url}/_understudy/settings`)).status, 200)
    }
  })

  t.test('an empty key is no key', async t => {
    const outside = { port: 0, host: '0.0.0.0', https: false }
    const started = understudyFor(t, { controlKey: '' }).then(it => it.listen(outside))
    await t.rejects(started, /key/i)
  })
})
