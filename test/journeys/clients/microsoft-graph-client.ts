// @microsoft/microsoft-graph-client with @azure/identity: it leaves a claims challenge to the app.
import type { AuthenticationProvider } from '@microsoft/microsoft-graph-client'
import { Client, GraphError, PageIterator } from '@microsoft/microsoft-graph-client'
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js'
import t from 'tap'
import { passwordCredential, tokenOf } from '../../support/azure-identity.ts'
import { ids } from '../../support/contoso.ts'
import {
  adele,
  admin,
  administratorRevokes,
  alex,
  claimsAskedFor,
  origin,
  rejection,
  tokenWith,
} from '../../support/journey-client.ts'
import type { Person } from '../../support/sign-in-pages.ts'

const scopes = ['User.Read', 'User.RevokeSessions.All']
/** Bare names: `localhost:4280` is refused. */
const customHosts = new Set(['localhost'])

function clientOf(authProvider: AuthenticationProvider): Client {
  return Client.initWithMiddleware({ authProvider, baseUrl: `${origin}/`, customHosts })
}

function providerOf(person?: Person, getTokenOptions: object = { enableCae: true }) {
  const options = { scopes, getTokenOptions }
  return new TokenCredentialAuthenticationProvider(passwordCredential(person), options)
}

async function graphError(promise: Promise<unknown>): Promise<GraphError> {
  const error = await rejection(promise)
  if (!(error instanceof GraphError)) throw error
  return error
}

t.test('@microsoft/microsoft-graph-client', async t => {
  t.test('revokes for an administrator, and those who are revoked are refused', async t => {
    const [adminClient, alexClient] = [clientOf(providerOf(admin)), clientOf(providerOf(alex))]
    t.match(await alexClient.api('/me').get(), { userPrincipalName: alex.login })
    const revoke = adminClient.api(`/users/${alex.login}/revokeSignInSessions`)
    t.match(await revoke.post({}), { value: true })
    t.match(await graphError(alexClient.api('/me').get()), { statusCode: 401 })
    t.match(await adminClient.api('/me').get(), { userPrincipalName: admin.login })
  })

  t.test('throws the challenge at the app, again and again', async t => {
    const client = clientOf(providerOf())
    t.match(await client.api('/me').get(), { userPrincipalName: adele.login })
    await administratorRevokes('adele')
    for (const attempt of ['at first', 'and the next time']) {
      const error = await graphError(client.api('/me').get())
      t.match(error, { statusCode: 401, code: 'InvalidAuthenticationToken' }, attempt)
      t.match(claimsAskedFor(error.headers), /^{"access_token":{"nbf":/)
    }
  })

  t.test('goes on when the app hands the claims to its credential', async t => {
    const credential = passwordCredential()
    let claims: string | undefined
    const client = clientOf({
      getAccessToken: () =>
        tokenOf(credential, 'User.Read', {
          enableCae: true,
          ...(claims !== undefined && { claims }),
        }),
    })
    await client.api('/me').get()
    await administratorRevokes('adele')
    claims = claimsAskedFor((await graphError(client.api('/me').get())).headers)
    t.match(await client.api('/me').get(), { userPrincipalName: adele.login })
  })

  t.test('reads in the logs what a revocation did', async t => {
    const credential = passwordCredential(alex)
    const options = { enableCae: true }
    await tokenOf(credential, 'User.Read', options)
    await administratorRevokes('alex')
    await tokenOf(credential, 'User.Read', { ...options, claims: '{"access_token":{}}' })
    const reader = clientOf({ getAccessToken: () => tokenWith('admin', 'AuditLog.Read.All') })
    const audits = await reader
      .api('/auditLogs/directoryAudits')
      .filter("activityDisplayName eq 'Update StsRefreshTokenValidFrom Timestamp'")
      .top(1)
      .get()
    t.match(audits.value, [
      {
        initiatedBy: { user: { userPrincipalName: admin.login } },
        targetResources: [{ userPrincipalName: alex.login }],
      },
    ])
    const refused = await reader
      .api('/auditLogs/signIns')
      .version('beta')
      .filter(
        `signInEventTypes/any(t: t eq 'nonInteractiveUser') and userId eq '${ids.alex}' and status/errorCode eq 50173`,
      )
      .get()
    t.match(refused.value, [{ userPrincipalName: alex.login, isInteractive: false }])
  })

  t.test('walks through all sign-ins, page by page', async t => {
    for (const person of [adele, alex, admin])
      await tokenOf(passwordCredential(person), 'User.Read')
    const reader = clientOf({ getAccessToken: () => tokenWith('admin', 'AuditLog.Read.All') })
    const all = await reader.api('/auditLogs/signIns').select('id').get()
    const met: unknown[] = []
    const first = await reader.api('/auditLogs/signIns').select('id').top(2).get()
    await new PageIterator(reader, first, one => met.push(one) > 0).iterate()
    t.ok(met.length > 2)
    t.same(met, all.value)
  })

  t.test('is told that somebody without a role may not read the logs', async t => {
    const reader = clientOf({ getAccessToken: () => tokenWith('adele', 'AuditLog.Read.All') })
    t.match(await graphError(reader.api('/auditLogs/signIns').get()), {
      statusCode: 403,
      code: 'Authentication_RequestFromUnsupportedUserRole',
    })
  })

  t.test('notices nothing unless CAE is asked for', async t => {
    const client = clientOf(providerOf(undefined, {}))
    await client.api('/me').get()
    await administratorRevokes('adele')
    t.match(await client.api('/me').get(), { userPrincipalName: adele.login })
  })

  t.test('sends its token to no host that it was not told of', async t => {
    const client = Client.initWithMiddleware({ authProvider: providerOf(), baseUrl: `${origin}/` })
    t.match(await graphError(client.api('/me').get()), { message: 'Access token is empty.' })
  })
})
