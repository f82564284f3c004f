// What the program prints once it listens: where, with whom to sign in, and commands that work as pasted.
import type { components } from '../contract/generated.ts'
import { quoteWord } from './quote.ts'

type TenantView = components['schemas']['tenant']

export interface BannerFacts {
  readonly version: string
  readonly url: string
  /** The certificate to be trusted, when the port answers https too. */
  readonly authorityPath: string | undefined
  readonly needsKey: boolean
  readonly tenants: readonly TenantView[]
}

const SHOWN_USERS = ['admin', 'helpdesk', 'adele']

export function banner({ version, url, authorityPath, needsKey, tenants }: BannerFacts): string {
  const httpsUrl = url.replace('http://', 'https://')
  return [
    `graph-understudy ${version}, a local stand-in for Microsoft Graph's sign-in session revocation`,
    '',
    `  Listening    ${url}${authorityPath === undefined ? '' : `  ${httpsUrl}`}`,
    ...(authorityPath === undefined
      ? []
      : [`  Certificate  NODE_EXTRA_CA_CERTS=${quoteWord(authorityPath)}`]),
    `  Contract     ${url}/_understudy/docs`,
    ...tenants.slice(0, 3).flatMap(tenantLines),
    ...(tenants.length > 3 ? [`  … and ${tenants.length - 3} more tenants`] : []),
    '',
    needsKey
      ? 'Revoke a user and see what becomes of the token (with the control key in $GRAPH_UNDERSTUDY_CONTROL_KEY):'
      : 'Revoke a user and see what becomes of the token:',
    '',
    ...commands(url, needsKey, tenants[0]).map(line => `  ${line}`),
    '',
  ].join('\n')
}

function tenantLines({ id, displayName, domain, users, applications }: TenantView): string[] {
  const preferred = users.filter(({ userPrincipalName }) =>
    SHOWN_USERS.includes(userPrincipalName.split('@', 1)[0] ?? ''),
  )
  const shown = preferred.length > 0 ? preferred : users.slice(0, 3)
  return [
    `  Tenant       ${displayName}, ${domain}, ${id}`,
    ...shown.map(
      ({ userPrincipalName, roles }) =>
        `  User         ${userPrincipalName}${roles.length > 0 ? ` (${roles.join(', ')})` : ''}`,
    ),
    ...applications
      .slice(0, 4)
      .map(({ appId, displayName: name, type }) => `  Client       ${appId} ${name} (${type})`),
  ]
}

function commands(url: string, needsKey: boolean, tenant: TenantView | undefined): string[] {
  const users = tenant?.users ?? []
  const user =
    users.find(({ userPrincipalName }) => userPrincipalName.startsWith('adele@')) ?? users[0]
  if (user === undefined) return [`curl -s ${url}/_understudy/tenants`]
  const request = JSON.stringify({
    user: user.userPrincipalName,
    scopes: ['User.Read', 'User.RevokeSessions.All'],
    capabilities: ['cp1'],
  })
  const key = needsKey ? ' -H "Authorization: Bearer $GRAPH_UNDERSTUDY_CONTROL_KEY"' : ''
  const bearer = '-H "Authorization: Bearer $TOKEN"'
  return [
    `TOKEN=$(curl -s ${url}/_understudy/tokens${key} -H 'Content-Type: application/json' -d ${quoteWord(request)} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `curl -i ${url}/v1.0/me ${bearer}`,
    `curl -i -X POST ${url}/v1.0/me/revokeSignInSessions ${bearer}`,
    `curl -i ${url}/v1.0/me ${bearer}`,
  ]
}
