// Pure: the claims of an id token.
import { createHash } from 'node:crypto'
import type { Application } from '../state/applications.ts'
import type { Mark } from '../state/revocation.ts'
import type { SignIn } from '../state/sign-ins.ts'
import type { Tenant } from '../state/tenant.ts'
import type { User } from '../state/users.ts'
import { resourceHint } from './claims.ts'
import { pairwiseSubject } from './opaque.ts'
import type { OpenIdScope } from './scopes.ts'
import { encodeTokenId } from './token-id.ts'

/** Seconds. @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
const LIFETIME_SECONDS = 3600

export interface IdTokenSubject {
  readonly tenant: Tenant
  readonly client: Application
  readonly user: User
  readonly signIn: SignIn
  readonly issuer: string
  /** The tenant as clients are to see it. */
  readonly tenantId: string
  readonly openId: ReadonlySet<OpenIdScope>
  readonly nonce?: string | undefined
  /** The authorization code that is answered together with the token. */
  readonly code?: string | undefined
  /** Names of claims that the client asked for besides. */
  readonly asked: readonly string[]
  readonly issued: Mark
  /** At least 16 bytes. */
  readonly random: Uint8Array
}

export function idTokenClaims(subject: IdTokenSubject): Record<string, unknown> {
  const { tenant, client, user, signIn, issuer, tenantId, openId, nonce, code, issued, random } =
    subject
  const iat = Math.floor(issued.at / 1000)
  return {
    aud: client.appId,
    iss: issuer,
    iat,
    nbf: iat,
    exp: iat + LIFETIME_SECONDS,
    ...(code !== undefined && { c_hash: leftHalfHash(code) }),
    aio: Buffer.from(random).toString('base64url'),
    ...(openId.has('email') && user.mail !== null && { email: user.mail }),
    ...(openId.has('profile') && { name: user.displayName ?? user.userPrincipalName }),
    ...(nonce !== undefined && { nonce }),
    oid: user.id,
    ...(openId.has('profile') && { preferred_username: user.userPrincipalName }),
    rh: resourceHint(tenant, client),
    sid: signIn.sessionId,
    sub: pairwiseSubject(user.id, client.appId),
    tid: tenantId,
    uti: encodeTokenId(issued, random),
    ver: '2.0',
    ...optionalClaims(subject),
  }
}

/** By name, as a claims request may ask for them. @see https://learn.microsoft.com/entra/identity-platform/optional-claims-reference */
const optional = new Map<string, (subject: IdTokenSubject) => unknown>([
  ['acct', ({ user }) => (user.userType === 'Guest' ? 1 : 0)],
  ['auth_time', ({ signIn }) => Math.floor(signIn.authenticated.at / 1000)],
  ['ctry', ({ user }) => user.usageLocation ?? undefined],
  ['email', ({ user }) => user.mail ?? undefined],
  ['family_name', ({ user }) => user.surname ?? undefined],
  ['given_name', ({ user }) => user.givenName ?? undefined],
  ['login_hint', ({ user }) => encodeLoginHint(user)],
  ['upn', ({ user }) => user.userPrincipalName],
])

function optionalClaims(subject: IdTokenSubject): Record<string, unknown> {
  const claims = subject.asked.map(name => [name, optional.get(name)?.(subject)] as const)
  return Object.fromEntries(claims.filter(([, value]) => value !== undefined))
}

/** Opaque to clients, who give it back as `login_hint` or `logout_hint`. */
export function encodeLoginHint({ id }: User): string {
  return `O.${Buffer.from(id).toString('base64url')}`
}

/** The user id in such a hint; any other text is what the person typed, and stays as it is. */
export function decodeLoginHint(hint: string): string {
  return hint.startsWith('O.') ? Buffer.from(hint.slice(2), 'base64url').toString() : hint
}

/** @see https://openid.net/specs/openid-connect-core-1_0.html#HybridIDToken */
function leftHalfHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')
}
