// Both Graph SDKs with @azure/identity, with the settings of production, answered in process.
import { UsernamePasswordCredential } from '@azure/identity'
import { AzureIdentityAuthenticationProvider } from '@microsoft/kiota-authentication-azure'
import { Client } from '@microsoft/microsoft-graph-client'
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js'
import { createGraphServiceClient, GraphRequestAdapter } from '@microsoft/msgraph-sdk'
import '@microsoft/msgraph-sdk-users'
import t from 'tap'
import { clients, TENANT_ID, upn } from '../support/contoso.ts'
import { adele, admin, offlineWith, revoke } from '../support/in-process.ts'
import type { Person } from '../support/sign-in-pages.ts'

const scopes = ['User.Read', 'User.RevokeSessions.All']

const credentialOf = ({ login, password }: Person) =>
  new UsernamePasswordCredential(TENANT_ID, clients.device, login, password)

/** Of @microsoft/microsoft-graph-client. */
function clientOf(person: Person): Client {
  const options = { scopes, getTokenOptions: { enableCae: true } }
  const authProvider = new TokenCredentialAuthenticationProvider(credentialOf(person), options)
  return Client.initWithMiddleware({ authProvider })
}

t.test('@microsoft/microsoft-graph-client, at its production address', async t => {
  t.test('revokes, and is refused where its user was revoked', async t => {
    await offlineWith(t)
    const [own, administrators] = [clientOf(adele), clientOf(admin)]
    t.match(await own.api('/me').get(), { userPrincipalName: upn('adele') })
    const revoking = administrators.api(`/users/${upn('adele')}/revokeSignInSessions`)
    t.match(await revoking.post({}), { value: true })
    await t.rejects(own.api('/me').get(), { statusCode: 401, code: 'InvalidAuthenticationToken' })
  })
})

t.test('@microsoft/msgraph-sdk, at its production address', async t => {
  t.test('answers the claims challenge by itself, and goes on', async t => {
    const understudy = await offlineWith(t)
    const provider = new AzureIdentityAuthenticationProvider(credentialOf(adele), scopes)
    const client = createGraphServiceClient(new GraphRequestAdapter(provider))
    const me = () => client.users.byUserId(upn('adele')).get()
    t.match(await me(), { userPrincipalName: upn('adele') })
    await revoke(understudy, 'adele')
    t.match(await me(), { userPrincipalName: upn('adele') })
  })
})
