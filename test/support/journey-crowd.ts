// A thousand made-up users for the programs of `test/journeys/clients`: who they are, since when their sessions are valid, and how they sign in.
import { clients, DOMAIN, TENANT_ID } from './contoso.ts'
import { CROWD } from './crowd.ts'
import { graphUrl, origin } from './journey-client.ts'

/** As many as a batch takes. */
export const PER_BATCH = 20

/** User principal names. */
export const crowd: readonly string[] = Array.from(
  { length: CROWD },
  (_, index) => `user${String(index).padStart(6, '0')}@${DOMAIN}`,
)

/** By fifties of twenties. */
export function inBatches(): readonly (readonly string[])[] {
  return Array.from({ length: CROWD / PER_BATCH }, (_, index) =>
    crowd.slice(index * PER_BATCH, (index + 1) * PER_BATCH),
  )
}

/** `signInSessionsValidFromDateTime` of all of them, by user principal name. */
export async function validFrom(): Promise<ReadonlyMap<string, string>> {
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' } }
  const body = JSON.stringify({ roles: ['User.Read.All'] })
  const issued = await fetch(`${origin}/_understudy/tokens`, { ...asked, body })
  const { access_token: token } = Object(await issued.json())
  const found = new Map<string, string>()
  let next = `${graphUrl}/users?$top=999&$select=userPrincipalName,signInSessionsValidFromDateTime`
  while (next !== '') {
    const response = await fetch(next, { headers: { authorization: `Bearer ${token}` } })
    const page = Object(await response.json())
    for (const { userPrincipalName, signInSessionsValidFromDateTime } of page.value)
      found.set(userPrincipalName, signInSessionsValidFromDateTime)
    next = page['@odata.nextLink'] ?? ''
  }
  return new Map(crowd.map(name => [name, found.get(name) ?? '']))
}

/** A refresh token of one of them. */
export async function signInOf(username: string): Promise<string> {
  const password = 'generated-Passw0rd'
  const scope = 'User.Read offline_access'
  return Object(await grant({ grant_type: 'password', username, password, scope })).refresh_token
}

/** What the token endpoint says to a refresh token. */
export function refreshed(refreshToken: string): Promise<unknown> {
  return grant({ grant_type: 'refresh_token', refresh_token: refreshToken })
}

async function grant(fields: Readonly<Record<string, string>>): Promise<unknown> {
  const body = new URLSearchParams({ client_id: clients.device, ...fields })
  const url = `${origin}/${TENANT_ID}/oauth2/v2.0/token`
  return (await fetch(url, { method: 'POST', body })).json()
}
