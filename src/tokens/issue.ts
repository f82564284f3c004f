// Makes the access token that a test asks for.
import type { components } from '../contract/generated.ts'
import type { Ids } from '../ids.ts'
import type { Application } from '../state/applications.ts'
import { isConfidential } from '../state/applications.ts'
import type { Log } from '../state/log.ts'
import type { Mark } from '../state/revocation.ts'
import { NotFound } from '../state/state.ts'
import type { Tenant } from '../state/tenant.ts'
import { getUser } from '../state/tenant-users.ts'
import type { User } from '../state/users.ts'
import { graphAudiences, graphTokenClaims } from './claims.ts'
import { signRs256 } from './jws.ts'
import { drawLifetime, lifetimes } from './lifetimes.ts'
import type { SigningKey, SigningKeys } from './signing-keys.ts'

export type TokenRequest = components['schemas']['tokenRequest']
export type TokenResponse = components['schemas']['tokenResponse']

export interface Issuer {
  readonly keys: SigningKeys
  readonly log: Log
  readonly ids: Ids
}

/** @throws NotFound when the tenant has no such user or client */
export async function issueAccessToken(
  issuer: Issuer,
  tenant: Tenant,
  request: TokenRequest,
): Promise<TokenResponse> {
  const user = request.user === undefined ? undefined : getUser(tenant, request.user)
  const client = getClient(tenant, request.client, user)
  const key = await issuer.keys.ready()
  // Only now, when nothing more is waited for: what is revoked from here on is revoked after this token.
  const now = issuer.log.mark(tenant)
  const lifetimeSeconds =
    request.lifetimeSeconds ?? drawLifetime(issuer.ids, request.capabilities ?? [])
  const issued = issuedAt(now, lifetimeSeconds)
  const expires = Math.floor(now.at / 1000) + lifetimeSeconds
  const claims = graphTokenClaims({
    tenant,
    client,
    user,
    scopes: request.scopes ?? client.consented.scopes.filter(isOfGraph),
    roles: request.roles ?? client.consented.roles.filter(isOfGraph),
    capabilities: request.capabilities ?? [],
    audience: request.audience ?? graphAudiences[0],
    issued,
    expires,
    random: issuer.ids.bytes(16),
  })
  const token = signGraphToken(withOverrides(claims, request.claims), key, issuer.ids)
  return {
    access_token: request.signature === 'invalid' ? spoilSignature(token) : token,
    expires_in: lifetimeSeconds,
    token_type: 'Bearer',
  }
}

/** The client asked for; otherwise the first public one for a user, the first confidential one without. */
function getClient(
  { applications, definition }: Tenant,
  appId: string | undefined,
  user: User | undefined,
): Application {
  const client =
    appId === undefined
      ? applications.rows.find(application => isConfidential(application) === (user === undefined))
      : applications.find(appId)
  if (client !== undefined) return client
  const known = applications.rows.map(
    application => `${application.appId} (${application.displayName})`,
  )
  throw new NotFound(
    `There is no client '${appId ?? 'to default to'}' in ${definition.domains[0]}. There are: ${known.join(', ')}.`,
  )
}

/** Permissions of other resources are named in full. */
function isOfGraph(permission: string): boolean {
  return !permission.includes('/')
}

/** Now, or long enough ago that a token which has expired was once valid; not before time began. */
function issuedAt(now: Mark, lifetimeSeconds: number): Mark {
  if (lifetimeSeconds > 0) return now
  const at = now.at + (lifetimeSeconds - lifetimes.ordinary.least) * 1000
  return { ...now, at: Math.max(0, at) }
}

function withOverrides(
  claims: Record<string, unknown>,
  overrides: Record<string, unknown> = {},
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({ ...claims, ...overrides }).filter(([, value]) => value !== null),
  )
}

/** Tokens for Microsoft Graph carry a nonce in their header. */
export function signGraphToken(claims: object, { kid, privateKey }: SigningKey, ids: Ids): string {
  const nonce = ids.bytes(32).toString('base64url')
  return signRs256({ typ: 'JWT', nonce, alg: 'RS256', x5t: kid, kid }, claims, privateKey)
}

/** The same token with every bit of the signature's last whole byte turned. */
function spoilSignature(token: string): string {
  const start = token.lastIndexOf('.') + 1
  const signature = Buffer.from(token.slice(start), 'base64url')
  signature.writeUInt8(signature.readUInt8(signature.length - 1) ^ 0xff, signature.length - 1)
  return token.slice(0, start) + signature.toString('base64url')
}

/** An id token, or an access token for an application. */
export function signToken(claims: object, { kid, privateKey }: SigningKey): string {
  return signRs256({ typ: 'JWT', alg: 'RS256', kid }, claims, privateKey)
}
