// @azure/msal-node with the settings of production, answered in process: in, revoked, and in again.
import type { AuthenticationResult, NodeAuthOptions } from '@azure/msal-node'
import { ConfidentialClientApplication, PublicClientApplication } from '@azure/msal-node'
import t from 'tap'
import { clients, TENANT_ID, upn } from '../support/contoso.ts'
import {
  claimsAskedFor,
  GRAPH,
  LOGIN,
  offlineWith,
  revoke,
  signInAndReturn,
} from '../support/in-process.ts'

const authority = `${LOGIN}/${TENANT_ID}`
const scopes = ['User.Read']

const publicClient = (auth: Partial<NodeAuthOptions> = {}) =>
  new PublicClientApplication({ auth: { clientId: clients.device, authority, ...auth } })

const getMe = ({ accessToken }: AuthenticationResult) =>
  fetch(`${GRAPH}/v1.0/me`, { headers: { authorization: `Bearer ${accessToken}` } })

const accountOf = ({ account }: AuthenticationResult) => {
  if (account === null) throw new Error('There is no account.')
  return account
}

t.test('@azure/msal-node, at its production address', async t => {
  t.test('signs a person in, who must sign in again after a revocation', async t => {
    const understudy = await offlineWith(t)
    const app = publicClient()
    const first = await app.acquireTokenInteractive({ scopes, openBrowser: signInAndReturn })
    t.match(await (await getMe(first)).json(), { userPrincipalName: upn('adele') })
    const account = accountOf(first)
    t.match(await app.acquireTokenSilent({ account, scopes, forceRefresh: true }), {
      fromCache: false,
    })

    await revoke(understudy, 'adele')
    await t.rejects(app.acquireTokenSilent({ account, scopes, forceRefresh: true }), {
      name: 'InteractionRequiredAuthError',
      errorCode: 'invalid_grant',
      errorNo: 50173,
    })
    const again = await app.acquireTokenInteractive({ scopes, openBrowser: signInAndReturn })
    t.equal((await getMe(again)).status, 200)
  })

  t.test('meets a claims challenge', async t => {
    const understudy = await offlineWith(t)
    const app = publicClient({ clientCapabilities: ['CP1'] })
    const interactive = { scopes, openBrowser: signInAndReturn }
    const first = await app.acquireTokenInteractive(interactive)
    await revoke(understudy, 'adele')
    const claims = claimsAskedFor((await getMe(first)).headers)
    await t.rejects(app.acquireTokenSilent({ account: accountOf(first), scopes, claims }), {
      name: 'InteractionRequiredAuthError',
    })
    const again = await app.acquireTokenInteractive({ ...interactive, claims })
    t.equal((await getMe(again)).status, 200)
  })

  t.test('gets tokens for a server', async t => {
    await offlineWith(t)
    const app = new ConfidentialClientApplication({
      auth: { clientId: clients.daemon, authority, clientSecret: 'daemon-secret' },
    })
    const result = await app.acquireTokenByClientCredential({ scopes: [`${GRAPH}/.default`] })
    const headers = { authorization: `Bearer ${result?.accessToken}` }
    t.equal((await fetch(`${GRAPH}/v1.0/users`, { headers })).status, 200)
  })
})
