// The double as handlers of Mock Service Worker, beside those of a test's own.
import { PublicClientApplication } from '@azure/msal-node'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import type { Test } from 'tap'
import t from 'tap'
import { handlers } from '../../src/msw.ts'
import { clients, TENANT_ID, upn } from '../support/contoso.ts'
import {
  brokenBody,
  connectionReset,
  doubleOf,
  echo,
  GRAPH,
  getByHttps,
  LOGIN,
  revoke,
  signInAndReturn,
} from '../support/in-process.ts'
import { understudyFor } from '../support/understudy.ts'

const own = http.get('https://service.example/a', () => HttpResponse.text('own'))

/** Until the test ends. What no handler answers is an error, loopback excepted. */
function listen(t: Test, ...all: Parameters<typeof setupServer>): void {
  const server = setupServer(...all)
  server.listen({
    onUnhandledRequest(request, print) {
      if (new URL(request.url).hostname !== 'localhost') print.error()
    },
  })
  t.teardown(() => server.close())
}

t.test('handlers', async t => {
  t.test('answer for the double, beside other handlers', async t => {
    listen(t, own, ...handlers(echo))
    t.equal(await (await fetch('https://service.example/a')).text(), 'own')
    const me = `${GRAPH}/v1.0/users/a%20b@contoso.example?$select=id`
    t.match(await (await fetch(me)).json(), { method: 'GET', url: me })
    const token = `${LOGIN}/common/oauth2/v2.0/token`
    const posted = await fetch(token, { method: 'POST', body: new URLSearchParams('a=1&b=2') })
    t.match(await posted.json(), { method: 'POST', url: token, body: 'a=1&b=2' })
    t.match(JSON.parse((await getByHttps(me)).body), { url: me })
  })

  t.test('give way to handlers that come first', async t => {
    const replaced = http.get(`${GRAPH}/v1.0/me`, () => HttpResponse.text('own'))
    listen(t, replaced, ...handlers(echo))
    t.equal(await (await fetch(`${GRAPH}/v1.0/me`)).text(), 'own')
    t.match(await (await fetch(`${GRAPH}/beta/me`)).json(), { method: 'GET' })
  })

  t.test('give several cookies, and redirects as they are', async t => {
    const headers = new Headers({ location: '/next' })
    for (const cookie of ['a=1; Path=/', 'b=2']) headers.append('set-cookie', cookie)
    const double = doubleOf(request =>
      request.url.endsWith('/next')
        ? echo.fetch(request)
        : new Response(null, { status: 302, headers }),
    )
    listen(t, ...handlers(double))
    const init = { method: 'POST', body: 'a=1' }
    const response = await fetch(`${LOGIN}/first`, { ...init, redirect: 'manual' })
    t.same(response.headers.getSetCookie(), ['a=1; Path=/', 'b=2'])
    t.equal(response.headers.get('location'), '/next')
    const followed = await fetch(`${LOGIN}/first`, init)
    t.match(await followed.json(), { method: 'GET', url: `${LOGIN}/next` })
  })

  t.test('let a failed connection be one', async t => {
    const double = doubleOf(({ method }) => {
      if (method === 'GET') throw connectionReset()
      return new Response(brokenBody())
    })
    listen(t, ...handlers(double))
    await t.rejects(fetch(GRAPH), TypeError)
    await t.rejects(getByHttps(GRAPH), { message: 'Network error' })
    const broken = await fetch(GRAPH, { method: 'POST' })
    await t.rejects(broken.text())
  })

  t.test('reach a double that listens, as browsers need it', async t => {
    const understudy = await understudyFor(t)
    listen(t, ...handlers(await understudy.listen({ port: 0, https: false })))
    const { access_token: token } = await understudy.issueToken({
      user: 'adele',
      scopes: ['User.Read'],
    })
    const me = await fetch(`${GRAPH}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } })
    t.match(await me.json(), { userPrincipalName: upn('adele') })
    const body = new URLSearchParams({ grant_type: 'password' })
    const refused = await fetch(`${LOGIN}/common/oauth2/v2.0/token`, { method: 'POST', body })
    t.match(await refused.json(), { error: /./, error_description: /^AADSTS/ })
  })

  t.test('carry @azure/msal-node through a revocation', async t => {
    const understudy = await understudyFor(t)
    listen(t, ...handlers(understudy))
    const app = new PublicClientApplication({
      auth: { clientId: clients.device, authority: `${LOGIN}/${TENANT_ID}` },
    })
    const scopes = ['User.Read']
    const { account } = await app.acquireTokenInteractive({ scopes, openBrowser: signInAndReturn })
    if (account === null) throw new Error('There is no account.')
    await revoke(understudy, 'adele')
    await t.rejects(app.acquireTokenSilent({ account, scopes, forceRefresh: true }), {
      name: 'InteractionRequiredAuthError',
      errorNo: 50173,
    })
  })
})
