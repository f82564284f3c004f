// @azure/msal-node: how people sign in to an app, and how the app goes on without asking them again.
import { CryptoProvider } from '@azure/msal-node'
import t from 'tap'
import { clients, DOMAIN, ids, TENANT_ID, upn } from '../../support/contoso.ts'
import {
  adele,
  claimsOf,
  getMe,
  host,
  origin,
  signIn,
  signInAndReturn,
} from '../../support/journey-client.ts'
import { accountOf, confidentialClient, msalError, publicClient } from '../../support/msal-node.ts'

const scopes = ['User.Read']
const interactive = { scopes, openBrowser: signInAndReturn }

t.test('a desktop app', async t => {
  t.test('gets tokens by a code and PKCE when a person signs in in the browser', async t => {
    const result = await publicClient().acquireTokenInteractive(interactive)
    t.match(result, {
      tenantId: TENANT_ID,
      uniqueId: ids.adele,
      tokenType: 'Bearer',
      fromCache: false,
      account: {
        homeAccountId: `${ids.adele}.${TENANT_ID}`,
        environment: host,
        tenantId: TENANT_ID,
        username: upn('adele'),
        name: 'Adele Vance',
      },
    })
    t.ok(result.scopes.includes('User.Read'))
    t.match(claimsOf(result.accessToken), { oid: ids.adele, appid: clients.device, appidacr: '0' })
    const me = await getMe(result.accessToken)
    t.equal(me.status, 200)
    t.match(await me.json(), { userPrincipalName: upn('adele') })
  })

  t.test('goes on with the cache, and by the refresh token where it must', async t => {
    const app = publicClient()
    const first = await app.acquireTokenInteractive(interactive)
    const account = accountOf(first)
    t.match(await app.getAllAccounts(), [{ username: upn('adele') }])
    const cached = await app.acquireTokenSilent({ account, scopes })
    t.match(cached, { fromCache: true, accessToken: first.accessToken })
    const renewed = await app.acquireTokenSilent({ account, scopes, forceRefresh: true })
    t.match(renewed, { fromCache: false, account: { username: upn('adele') } })
    t.not(renewed.accessToken, first.accessToken)
    t.equal((await getMe(renewed.accessToken)).status, 200)
  })

  for (const tenant of [DOMAIN, 'common', 'organizations']) {
    t.test(`may name its authority ${tenant}`, async t => {
      const app = publicClient({ authority: `${origin}/${tenant}` })
      const result = await app.acquireTokenInteractive(interactive)
      t.match(result, { tenantId: TENANT_ID, account: { tenantId: TENANT_ID } })
      const account = accountOf(result)
      const renewed = await app.acquireTokenSilent({ account, scopes, forceRefresh: true })
      t.equal((await getMe(renewed.accessToken)).status, 200)
    })
  }

  t.test('signs in by user name and password, where that is still done', async t => {
    const app = publicClient()
    const { login: username, password } = adele
    const result = await app.acquireTokenByUsernamePassword({ scopes, username, password })
    t.match(result, { uniqueId: ids.adele, account: { username } })
    const wrong = app.acquireTokenByUsernamePassword({ scopes, username, password: 'wrong' })
    t.match(await msalError(wrong), { errorCode: 'invalid_grant', errorNo: 50126 })
  })
})

t.test('a web app', async t => {
  t.test('gets tokens by a code, PKCE and its secret, once', async t => {
    const app = confidentialClient(clients.web, { clientSecret: 'web-secret' })
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
    const redirectUri = 'http://localhost:3000/auth/callback'
    const state = 'the page the person was on'
    const url = await app.getAuthCodeUrl({
      scopes,
      redirectUri,
      state,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
    })
    const { location, parameters } = await signIn(url)
    t.equal(location.origin + location.pathname, redirectUri)
    t.equal(parameters.get('state'), state)
    const code = parameters.get('code') ?? ''
    const redeem = () =>
      app.acquireTokenByCode({ code, scopes, redirectUri, codeVerifier: verifier })
    const result = await redeem()
    t.match(result, { uniqueId: ids.adele, account: { username: upn('adele') } })
    t.match(claimsOf(result.accessToken), { appid: clients.web, appidacr: '1' })
    t.equal((await getMe(result.accessToken)).status, 200)
    t.match(await msalError(redeem()), { errorCode: 'invalid_grant', errorNo: 54005 })
  })
})
