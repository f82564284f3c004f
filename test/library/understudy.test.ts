// The library as a test of somebody else's uses it: made, asked without a port, reset, thrown away.
import t from 'tap'
import { createUnderstudy, FixtureError, ManualClock } from '../../src/index.ts'
import { parseJws } from '../../src/tokens/jws.ts'
import { clients, ids, TENANT_ID, upn } from '../support/contoso.ts'
import { FABRIKAM, TAILSPIN, twoTenants } from '../support/two-tenants.ts'
import { graph, NOON, signingKeys, tokenFor, understudyFor } from '../support/understudy.ts'

const ME = 'https://graph.microsoft.com/v1.0/me'
const REVOKE = `${ME}/revokeSignInSessions`
const RESET = 'http://localhost:4280/_understudy/reset'

t.test('createUnderstudy', async t => {
  t.test('makes a double of the built-in tenant that listens nowhere', async t => {
    const understudy = await createUnderstudy()
    t.equal(understudy.url, undefined)
    t.equal(understudy.certificate, undefined)
    t.match(understudy.tenants(), [{ id: TENANT_ID, domain: 'contoso.onmicrosoft.com' }])
    await understudy.close()
  })

  t.test('makes doubles that know nothing of each other', async t => {
    const [one, other] = [await understudyFor(t), await understudyFor(t)]
    const request = { user: 'adele', scopes: ['User.RevokeSessions.All'], capabilities: ['cp1'] }
    const [token, kept] = [await tokenFor(one, request), await tokenFor(other, request)]
    t.equal((await graph(one, 'POST /v1.0/me/revokeSignInSessions', { token })).status, 200)
    t.equal((await graph(one, 'GET /v1.0/me', { token })).status, 401)
    const after = await graph(other, 'POST /v1.0/me/revokeSignInSessions', { token: kept })
    t.equal(after.status, 200)
  })

  t.test('refuses a mistaken fixture, saying where it is', async t => {
    const fixtures = t.testdir({ 'x.json': '{\n  "tenant": { "domain": "x.test" }\n}' })
    const error: unknown = await createUnderstudy({ fixtures }).catch(reason => reason)
    t.ok(error instanceof FixtureError)
    t.match(error, { file: /x\.json$/, position: { line: 2 }, message: /x\.json:2:\d+: / })
  })

  t.test('repeats ids and lifetimes for the same seed', async t => {
    const issue = async (seed: string) => {
      const clock = new ManualClock(NOON)
      const understudy = await createUnderstudy({ seed, clock, signingKeys })
      const { access_token, expires_in } = await understudy.issueToken({ user: 'adele' })
      await understudy.close()
      return { expires_in, ...parseJws(access_token)?.payload }
    }
    t.same(await issue('one'), await issue('one'))
    t.notSame(await issue('one'), await issue('two'))
  })
})

t.test('fetch', async t => {
  t.test('takes a string, a URL or a Request, for a production address or its own', async t => {
    const understudy = await understudyFor(t)
    const headers = { authorization: `Bearer ${await tokenFor(understudy, { user: 'adele' })}` }
    for (const address of [ME, ME.replace('v1.0', 'beta'), 'http://localhost:4280/v1.0/me']) {
      const inputs = [
        [address, { headers }],
        [new URL(address), { headers }],
        [new Request(address, { headers })],
        [new Request(address), { headers }],
      ] as const
      for (const [input, init] of inputs) {
        const response = await understudy.fetch(input, init)
        t.equal(response.status, 200)
        const context = Object(await response.json())['@odata.context']
        t.ok(context.startsWith(new URL(address).origin), context)
      }
    }
  })

  t.test('takes every kind of body', async t => {
    const understudy = await understudyFor(t)
    const text = JSON.stringify({ user: 'adele' })
    const bytes = new TextEncoder().encode(text)
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers }
    for (const body of [text, bytes, bytes.buffer, new Blob([text])]) {
      const url = 'http://localhost/_understudy/tokens'
      t.equal((await understudy.fetch(url, { ...init, body })).status, 201)
    }
    const request = new Request('http://localhost/_understudy/tokens', { ...init, body: text })
    t.equal((await understudy.fetch(request)).status, 201)
    t.ok(request.bodyUsed)
    await t.rejects(understudy.fetch(request), TypeError)
    const form = new URLSearchParams({ user: 'adele' })
    const { status } = await understudy.fetch(request.url, { method: 'POST', body: form })
    t.equal(status, 415)
  })

  t.test('gives answers without a body none', async t => {
    const understudy = await understudyFor(t)
    const reset = await understudy.fetch(RESET, { method: 'POST' })
    t.equal(reset.status, 204)
    t.equal(reset.body, null)
    const head = await understudy.fetch(ME, { method: 'HEAD' })
    t.equal(await head.text(), '')
  })

  t.test('answers addresses of others as misdirected', async t => {
    const understudy = await understudyFor(t)
    t.equal((await understudy.fetch('http://localhost/_understudy/health')).status, 200)
    t.equal((await understudy.fetch('https://example.com/v1.0/me')).status, 421)
  })

  t.test('rejects as fetch does what cannot be sent', async t => {
    const understudy = await understudyFor(t)
    await t.rejects(understudy.fetch('/v1.0/me'), TypeError)
    await t.rejects(understudy.fetch(ME, { method: 'PROPFIND' }), {
      name: 'TypeError',
      message: /PROPFIND/,
    })
    await t.rejects(understudy.fetch(ME, { method: 'TRACE' }), TypeError)
  })

  t.test('rejects when it is aborted, before or while it is answered', async t => {
    const understudy = await understudyFor(t)
    const aborted = { name: 'AbortError' }
    await t.rejects(understudy.fetch(ME, { signal: AbortSignal.abort() }), aborted)
    const request = new Request(ME, { signal: AbortSignal.abort(new Error('enough')) })
    await t.rejects(understudy.fetch(request), { message: 'enough' })
    const controller = new AbortController()
    const pending = understudy.fetch(ME, { signal: controller.signal })
    controller.abort()
    await t.rejects(pending, aborted)
  })
})

t.test('issueToken', async t => {
  t.test('issues an app-only token when nothing is asked for', async t => {
    const understudy = await understudyFor(t)
    const response = await understudy.issueToken()
    t.match(response, { token_type: 'Bearer', expires_in: Number })
    t.match(parseJws(response.access_token)?.payload, { idtyp: 'app', appid: clients.daemon })
  })

  t.test('rejects for what the tenant does not have, naming what it has', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    await t.rejects(understudy.issueToken({ user: 'zed' }), /'zed' in fabrikam.*grace@fabrikam/)
    await t.rejects(understudy.issueToken({ user: 'grace' }, { tenant: TAILSPIN }), /'grace'/)
    await t.rejects(understudy.issueToken({ client: 'x' }), /'x' in fabrikam.*\(Desk\)/)
    await t.rejects(understudy.issueToken({}, { tenant: TAILSPIN }), /no client.*\(Tower\)/)
    await t.rejects(understudy.issueToken({}, { tenant: 'x' }), /'x'.*fabrikam\.onmicrosoft\.com/)
  })

  t.test('issues tokens one after the other in the order they were asked for', async t => {
    const understudy = await understudyFor(t)
    const tokens = await Promise.all(
      Array.from({ length: 20 }, () => tokenFor(understudy, { user: 'adele' })),
    )
    t.equal(new Set(tokens).size, tokens.length, 'no two are the same')
  })
})

t.test('reset and tenants', async t => {
  const request = { scopes: ['User.RevokeSessions.All', 'User.Read'], capabilities: ['cp1'] }

  t.test('put one tenant back, or all', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t), permissions: 'off' })
    const tenants = [
      ['grace', FABRIKAM],
      ['tony', TAILSPIN],
    ] as const
    const headers = await Promise.all(
      tenants.map(async ([user, tenant]) => {
        const { access_token } = await understudy.issueToken({ ...request, user }, { tenant })
        return { authorization: `Bearer ${access_token}` }
      }),
    )
    const instants = () =>
      Promise.all(
        headers.map(async each => {
          const url = `${ME}?$select=signInSessionsValidFromDateTime`
          const response = await understudy.fetch(url, { headers: each })
          return Object(await response.json()).signInSessionsValidFromDateTime
        }),
      )
    const [atFirst, tonyAtFirst] = await instants()
    for (const each of headers) await understudy.fetch(REVOKE, { method: 'POST', headers: each })
    await understudy.reset({ tenant: 'fabrikam.com' })
    const [back, revoked] = await instants()
    t.equal(back, atFirst)
    t.not(revoked, tonyAtFirst)
    await understudy.reset()
    t.same(await instants(), [atFirst, tonyAtFirst])
    await t.rejects(understudy.reset({ tenant: 'x' }), /'x'/)
  })

  t.test('show passwords and secrets, and authorities where production has them', async t => {
    const [contoso] = (await understudyFor(t)).tenants()
    t.equal(contoso?.authority, `https://login.microsoftonline.com/${TENANT_ID}`)
    t.match(
      contoso?.users.find(({ id }) => id === ids.adele),
      { userPrincipalName: upn('adele'), password: 'adele-Passw0rd!' },
    )
    t.equal(contoso?.applications[0]?.secret, 'daemon-secret')
  })
})
