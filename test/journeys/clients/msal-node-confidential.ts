// @azure/msal-node: servers that call on their own, or on behalf of the people who call them.
import t from 'tap'
import { clients, ids } from '../../support/contoso.ts'
import {
  administratorRevokes,
  claimsOf,
  clientCertificate,
  getMe,
  graphUrl,
  signInAndReturn,
} from '../../support/journey-client.ts'
import { confidentialClient, msalError, publicClient } from '../../support/msal-node.ts'

const graphDefault = ['https://graph.microsoft.com/.default']

t.test('a daemon', async t => {
  const { pem: privateKey, sha1: thumbprint, sha256: thumbprintSha256 } = clientCertificate()
  const credentials = {
    'its secret': { clientSecret: 'daemon-secret' },
    'a certificate named by SHA-256': { clientCertificate: { privateKey, thumbprintSha256 } },
    'a certificate named by SHA-1': { clientCertificate: { privateKey, thumbprint } },
  }
  for (const [name, credential] of Object.entries(credentials)) {
    t.test(`gets a token for itself by ${name}`, async t => {
      const app = confidentialClient(clients.daemon, credential)
      const result = await app.acquireTokenByClientCredential({ scopes: graphDefault })
      if (result === null) throw new Error('There is no result.')
      t.match(result, { tokenType: 'Bearer', account: null, fromCache: false })
      t.match(claimsOf(result.accessToken), {
        idtyp: 'app',
        appidacr: 'clientSecret' in credential ? '1' : '2',
        roles: ['User.RevokeSessions.All', 'User.Read.All'],
      })
      const headers = { authorization: `Bearer ${result.accessToken}` }
      t.equal((await fetch(`${graphUrl}/users`, { headers })).status, 200)
    })
  }

  t.test('is refused by a secret that is not its own', async t => {
    const app = confidentialClient(clients.daemon, { clientSecret: 'web-secret' })
    const refusal = await msalError(app.acquireTokenByClientCredential({ scopes: graphDefault }))
    t.match(refusal, { name: 'ServerError', errorCode: 'invalid_client', errorNo: 7000215 })
  })
})

t.test('an API', async t => {
  const scopes = ['User.Read']
  const tokenForApi = async () => {
    const { accessToken } = await publicClient().acquireTokenInteractive({
      scopes: [`api://${clients.web}/access_as_user`],
      openBrowser: signInAndReturn,
    })
    return accessToken
  }

  t.test('calls on behalf of the person who calls it, until that person is revoked', async t => {
    const api = confidentialClient(clients.web, { clientSecret: 'web-secret' })
    const oboAssertion = await tokenForApi()
    t.match(claimsOf(oboAssertion), { aud: clients.web, ver: '2.0', scp: 'access_as_user' })
    const result = await api.acquireTokenOnBehalfOf({ oboAssertion, scopes })
    if (result === null) throw new Error('There is no result.')
    t.match(claimsOf(result.accessToken), { oid: ids.adele, appid: clients.web, appidacr: '1' })
    t.equal((await getMe(result.accessToken)).status, 200)

    await administratorRevokes('adele')
    t.match(await api.acquireTokenOnBehalfOf({ oboAssertion, scopes }), { fromCache: true })
    const again = await msalError(
      api.acquireTokenOnBehalfOf({ oboAssertion, scopes, skipCache: true }),
    )
    t.match(again, { name: 'InteractionRequiredAuthError', errorNo: 50173, subError: 'bad_token' })
    const renewed = { oboAssertion: await tokenForApi(), scopes }
    t.match(await api.acquireTokenOnBehalfOf(renewed), { fromCache: false })
  })
})
