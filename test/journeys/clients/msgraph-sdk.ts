// @microsoft/msgraph-sdk (Kiota) with @azure/identity: it answers a claims challenge by itself, if it understands it.
import type { TokenCredential } from '@azure/identity'
import { ClientSecretCredential } from '@azure/identity'
import { AzureIdentityAuthenticationProvider } from '@microsoft/kiota-authentication-azure'
import { createGraphServiceClient, GraphRequestAdapter } from '@microsoft/msgraph-sdk'
import '@microsoft/msgraph-sdk-users'
import t from 'tap'
import {
  graphDefault,
  passwordCredential,
  RecordingCredential,
  settings,
  tokenOf,
} from '../../support/azure-identity.ts'
import { clients, ids, TENANT_ID } from '../../support/contoso.ts'
import {
  adele,
  admin,
  administratorRevokes,
  alex,
  claimsOf,
  getMe,
  graphUrl,
  origin,
  rejection,
  withSettings,
} from '../../support/journey-client.ts'

const me = { userPrincipalName: adele.login }

function clientOf(credential: TokenCredential, scopes?: string[]) {
  const hosts = new Set(['localhost'])
  const provider = new AzureIdentityAuthenticationProvider(credential, scopes, undefined, hosts)
  const adapter = new GraphRequestAdapter(provider)
  adapter.baseUrl = graphUrl
  return createGraphServiceClient(adapter)
}

t.test('@microsoft/msgraph-sdk', async t => {
  t.test('revokes for an administrator, and those who are revoked are refused', async t => {
    const client = clientOf(passwordCredential(admin))
    t.match(await client.me.get(), { userPrincipalName: admin.login })
    const token = await tokenOf(passwordCredential(alex), graphDefault, { enableCae: true })
    t.equal((await getMe(token)).status, 200)
    const revoked = await client.users.byUserId(ids.alex).revokeSignInSessions.post()
    t.match(revoked, { value: true })
    t.equal((await getMe(token)).status, 401)
  })

  t.test('reads users for a daemon', async t => {
    const secret = 'daemon-secret'
    const client = clientOf(new ClientSecretCredential(TENANT_ID, clients.daemon, secret, settings))
    const page = await client.users.get({ queryParameters: { top: 2, select: ['id'] } })
    t.equal(page?.value?.length, 2)
    t.match(await client.users.byUserId(ids.alex).get(), { userPrincipalName: alex.login })
  })

  const resources = {
    'Microsoft Graph, unless told otherwise': { scopes: undefined, asked: graphDefault },
    'the scopes that it is told': { scopes: ['User.Read'], asked: 'User.Read' },
    'the address that it calls, when told of none': { scopes: [], asked: `${origin}/.default` },
  }
  for (const [name, { scopes, asked }] of Object.entries(resources)) {
    t.test(`asks for a token for ${name}`, async t => {
      const credential = new RecordingCredential(passwordCredential())
      t.match(await clientOf(credential, scopes).me.get(), me)
      t.match(credential.asked, [{ scopes: [asked] }])
    })
  }

  t.test('writes the address into the list of scopes that it is given', async t => {
    const scopes: string[] = []
    await clientOf(passwordCredential(), scopes).me.get()
    t.same(scopes, [`${origin}/.default`])
  })

  t.test('is given a token for the address that it calls', async t => {
    const token = await tokenOf(passwordCredential(), `${origin}/.default`)
    t.match(claimsOf(token), { aud: origin, ver: '1.0' })
    t.equal((await getMe(token)).status, 200)
  })

  for (const challenge of ['2021', '2022']) {
    t.test(`signs in again and goes on after a challenge as of ${challenge}`, async t => {
      await withSettings(t, { revocation: { challenge } })
      const credential = new RecordingCredential(passwordCredential())
      const client = clientOf(credential)
      await client.me.get()
      await administratorRevokes('adele')
      t.match(await client.me.get(), me)
      t.match(credential.asked, [
        { claims: undefined },
        { claims: undefined },
        { claims: /^{"access_token":{"nbf":/ },
      ])
    })
  }

  t.test('signs in again after a revocation that it asked for itself', async t => {
    const client = clientOf(passwordCredential())
    t.match(await client.me.revokeSignInSessions.post(), { value: true })
    t.match(await client.me.get(), me)
  })

  t.test('does not understand a challenge as of 2024', async t => {
    await withSettings(t, { revocation: { challenge: '2024' } })
    const credential = new RecordingCredential(passwordCredential())
    const client = clientOf(credential)
    await client.me.get()
    await administratorRevokes('adele')
    const error = await rejection(client.me.get())
    t.match(error, {
      responseStatusCode: 401,
      responseHeaders: { 'www-authenticate': [/^PoP realm=""/] },
      errorEscaped: { code: 'InvalidAuthenticationToken' },
    })
    t.equal(credential.asked.length, 2, 'it does not try again')
  })

  t.test('tries once more and no oftener', async t => {
    const token = await tokenOf(passwordCredential(), graphDefault, { enableCae: true })
    const stubborn = new RecordingCredential({
      getToken: async () => ({ token, expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
    })
    await administratorRevokes('adele')
    const error = await rejection(clientOf(stubborn).me.get())
    t.match(error, { responseStatusCode: 401 })
    t.equal(stubborn.asked.length, 2)
  })

  t.test('sends its token to no host that it was not told of', async t => {
    const provider = new AzureIdentityAuthenticationProvider(passwordCredential())
    const adapter = new GraphRequestAdapter(provider)
    adapter.baseUrl = graphUrl
    t.match(await rejection(createGraphServiceClient(adapter).me.get()), {
      responseStatusCode: 401,
      message: 'Access token is empty.',
    })
  })
})
