// control.requests.*
import t from 'tap'
import { clients, DOMAIN, ids, TENANT_ID, upn } from '../support/contoso.ts'
import { Browser } from '../support/form-browser.ts'
import { isProblem } from '../support/problem.ts'
import { authorizeUrl, claimsOf, device, obtainTokens, refresh } from '../support/sign-in.ts'
import type { Reply } from '../support/understudy.ts'
import {
  control,
  graph,
  NOON,
  tokenFor,
  understudyAtNoon,
  understudyFor,
} from '../support/understudy.ts'

const LIST = '/_understudy/requests'

const requestsOf = ({ json }: Reply) => Object(json).requests

t.test('control.requests.list', async t => {
  t.test('shows a request to Graph', async t => {
    const { understudy } = await understudyAtNoon(t)
    const token = await tokenFor(understudy, { user: 'adele', scopes: ['User.Read'] })
    const { headers } = await graph(understudy, 'GET /v1.0/me?$select=id&x=y', {
      token,
      headers: { 'client-request-id': 'my-own' },
    })
    const reply = await control(understudy, `GET ${LIST}`)
    t.equal(reply.headers.get('cache-control'), 'no-store')
    const [{ durationMilliseconds, credential, ...request }, ...others] = requestsOf(reply)
    t.same(others, [])
    t.type(durationMilliseconds, 'number')
    t.equal(credential.kind, 'accessToken')
    t.equal(credential.id, claimsOf(token).uti)
    t.same(request, {
      sequence: 1,
      id: headers.get('request-id'),
      at: NOON.toISOString(),
      surface: 'graph',
      operationId: 'graph.me.get',
      tenant: TENANT_ID,
      method: 'GET',
      path: '/v1.0/me?$select=id',
      status: 200,
      user: upn('adele'),
      client: clients.spa,
      correlationId: 'my-own',
    })
  })

  t.test('says why a token was refused, in the words of explain, and what would do', async t => {
    const understudy = await understudyFor(t)
    const admin = await tokenFor(understudy, { user: 'admin', scopes: ['User.RevokeSessions.All'] })
    for (const [request, hint] of [
      [{ user: 'adele', capabilities: ['cp1'] }, /issued after the revocation/],
      [{ user: 'adele', audience: 'https://example.com' }, /https:\/\/graph\.microsoft\.com/],
      [{ user: 'adele', lifetimeSeconds: -1 }, /clock/],
      [{ user: 'disabled' }, /accountEnabled/],
      [{ user: 'adele', signature: 'invalid' as const }, /of this server/],
    ] as const) {
      const token = await tokenFor(understudy, { ...request, capabilities: ['cp1'] })
      await graph(understudy, `POST /v1.0/users/${ids.adele}/revokeSignInSessions`, {
        token: admin,
      })
      await graph(understudy, 'GET /v1.0/me', { token })
      const { json } = await control(understudy, 'POST /_understudy/explain', { body: { token } })
      const { check, reason } = Object(json).surfaces[0]
      const [last] = requestsOf(await control(understudy, `GET ${LIST}?limit=1`))
      t.match(last, { status: 401, refusal: { check, reason }, hint })
    }
  })

  t.test('says which permissions are missing', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'adele', scopes: ['User.Read'] })
    await graph(understudy, 'GET /v1.0/users', { token })
    t.match(requestsOf(await control(understudy, `GET ${LIST}`)), [
      {
        status: 403,
        refusal: { check: 'permission', reason: /graph\.users\.list/ },
        hint: /User\.ReadBasic\.All/,
      },
    ])
  })

  t.test('shows a refresh token that was revoked', async t => {
    const understudy = await understudyFor(t)
    const { refresh_token: token } = await obtainTokens(understudy, device)
    await control(understudy, `POST /_understudy/users/${ids.adele}/revoke`)
    const admin = await tokenFor(understudy, { user: 'admin', scopes: ['User.RevokeSessions.All'] })
    await graph(understudy, `POST /v1.0/users/${ids.adele}/revokeSignInSessions`, { token: admin })
    await refresh(understudy, device, token)
    t.match(requestsOf(await control(understudy, `GET ${LIST}?errorCode=AADSTS50173`)), [
      {
        surface: 'signIn',
        operationId: 'signIn.token.issue',
        tenant: TENANT_ID,
        path: `/${DOMAIN}/oauth2/v2.0/token`,
        status: 400,
        errorCode: '50173',
        user: upn('adele'),
        client: clients.device,
        grantType: 'refresh_token',
        credential: { kind: 'refreshToken' },
        refusal: { check: 'revocation', reason: /were revoked after the sign-in/ },
      },
    ])
  })

  t.test('shows what the client or the person was told without an error as the answer', async t => {
    const understudy = await understudyFor(t)
    const browser = new Browser(understudy)
    await browser.open(authorizeUrl(device, { prompt: 'none' }))
    const page = await browser.open(authorizeUrl(device))
    await browser.submit(page, { login: 'adele', passwd: 'wrong' })
    const told = requestsOf(await control(understudy, `GET ${LIST}`))
    t.match(told, [
      { status: 302, errorCode: '50058' },
      { status: 200 },
      { status: 200, errorCode: '50126', user: upn('adele'), credential: { kind: 'password' } },
    ])
    t.notOk('errorCode' in told[1])
  })

  t.test('hints at what was meant', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'adele' })
    const login = 'https://login.microsoftonline.com'
    await graph(understudy, 'POST /v1.0/users/adele/revokeSignInSession', { token })
    await understudy.fetch('https://graph.microsoft.com/me')
    await understudy.fetch(`${login}/${DOMAIN}/oauth2/v2.0/tokens`)
    await understudy.fetch(authorizeUrl({ ...device, appId: 'nobody' }))
    await understudy.fetch(authorizeUrl(device, { redirect_uri: 'https://evil.example' }))
    await understudy.fetch(authorizeUrl(device, {}, 'contosso.onmicrosoft.com'))
    const hints = requestsOf(await control(understudy, `GET ${LIST}`)).map(
      ({ hint }: { hint: string }) => hint,
    )
    t.match(hints, [
      'Did you mean POST /v1.0/users/{userId}/revokeSignInSessions?',
      'Did you mean GET /v1.0/me?',
      'Did you mean POST /{authorityTenant}/oauth2/v2.0/token?',
      clients.device,
      'Registered are: http://localhost',
      `Did you mean '${DOMAIN}'?`,
    ])
  })

  t.test('waits for those that are still to come', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'adele', scopes: ['User.Read'] })
    const wait = control(understudy, `GET ${LIST}?operationId=graph.me.get&count=2&waitSeconds=300`)
    for (let number = 0; number < 2; number++) await graph(understudy, 'GET /v1.0/me', { token })
    t.equal(requestsOf(await wait).length, 2)
  })

  t.test('says which came closest, when they do not come', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'adele', scopes: ['User.Read'] })
    await graph(understudy, 'GET /v1.0/me', { token })
    const reply = await control(understudy, `GET ${LIST}?user=alex&status=200&waitSeconds=0`)
    isProblem(t, reply, 408, {
      detail: `0 of 1 requests came within 0 s. Closest: GET /v1.0/me answered 200: its user is ${upn('adele')}, not ${upn('alex')}.`,
    })
  })

  t.test('says that nothing is kept, when it is switched off', async t => {
    const understudy = await understudyFor(t, { journal: 0 })
    await graph(understudy, 'GET /v1.0/me')
    t.same(requestsOf(await control(understudy, `GET ${LIST}`)), [])
    const reply = await control(understudy, `GET ${LIST}?waitSeconds=0`)
    isProblem(t, reply, 408, { detail: /switched off/ })
  })

  t.test('keeps to what was asked for', async t => {
    const understudy = await understudyFor(t, { journal: 3 })
    for (const path of ['me', 'users', 'nowhere', 'me'] as const)
      await graph(understudy, `GET /v1.0/${path}`)
    const sequences = async (query: string) =>
      requestsOf(await control(understudy, `GET ${LIST}${query}`)).map(
        ({ sequence }: { sequence: number }) => sequence,
      )
    t.same(await sequences(''), [2, 3, 4])
    t.same(await sequences('?limit=2'), [3, 4])
    t.same(await sequences('?after=2'), [3, 4])
    t.same(await sequences('?operationId=graph.users.list'), [2])
    t.same(await sequences('?surface=signIn'), [])
    t.same(await sequences('?since=2999-01-01T00:00:00Z'), [])
  })

  t.test('finds those of a user who has been removed since', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'adele', scopes: ['User.Read'] })
    await graph(understudy, 'GET /v1.0/me', { token })
    await control(understudy, 'DELETE /_understudy/users/adele')
    t.equal(requestsOf(await control(understudy, `GET ${LIST}?user=${upn('adele')}`)).length, 1)
    isProblem(t, await control(understudy, `GET ${LIST}?user=adelle`), 404)
  })

  t.test('has nothing of preflights and of the control surface', async t => {
    const understudy = await understudyFor(t)
    const headers = { origin: 'http://localhost:3000', 'access-control-request-method': 'POST' }
    await graph(understudy, 'OPTIONS /v1.0/me', { headers })
    const token = `https://login.microsoftonline.com/${DOMAIN}/oauth2/v2.0/token`
    await understudy.fetch(token, { method: 'OPTIONS', headers })
    await control(understudy, 'GET /_understudy/nowhere')
    t.same(requestsOf(await control(understudy, `GET ${LIST}`)), [])
  })
})

t.test('control.requests.clear', async t => {
  t.test('forgets them, as a reset does', async t => {
    const understudy = await understudyFor(t)
    for (const line of [`DELETE ${LIST}`, 'POST /_understudy/reset'] as const) {
      await graph(understudy, 'GET /v1.0/me')
      t.equal(requestsOf(await control(understudy, `GET ${LIST}`)).length, 1)
      t.equal((await control(understudy, line)).status, 204)
      t.same(requestsOf(await control(understudy, `GET ${LIST}`)), [])
    }
  })
})
