// The claims of an access token, read once into the form in which they are asked for. Whether they are to be believed is judge.ts.
import type { Mark } from '../state/revocation.ts'
import { declaresChallenges } from './claims.ts'
import { authenticatedMark, issuedMark } from './token-id.ts'

export interface AccessToken {
  /** The `uti`: of no use to whom has not the token. Empty where there is none. */
  readonly id: string
  readonly audience: string
  readonly issuer: string
  /** In lower case. */
  readonly tenantId: string
  readonly clientId: string
  /** Of the user, or of the service principal. */
  readonly objectId: string
  readonly isAppOnly: boolean
  readonly scopes: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
  readonly capabilities: readonly string[]
  readonly understandsChallenges: boolean
  readonly issued: Mark
  /** When the user signed in: of a token for an application; of others, when it was issued. */
  readonly authenticated: Mark
  /** Milliseconds since the epoch; a token without `exp` has expired. */
  readonly expiresAt: number
  /** Milliseconds since the epoch. */
  readonly notBefore: number
}

/** A test may have put anything there. */
const LONGEST_ID = 64

export function readAccessToken(claims: Readonly<Record<string, unknown>>): AccessToken {
  const capabilities = texts(claims.xms_cc)
  const issued = issuedMark(claims)
  return {
    id: text(claims.uti).slice(0, LONGEST_ID),
    audience: text(claims.aud),
    issuer: text(claims.iss),
    tenantId: text(claims.tid).toLowerCase(),
    clientId: text(claims.appid),
    objectId: text(claims.oid),
    isAppOnly: claims.idtyp === 'app',
    scopes: new Set(
      text(claims.scp)
        .split(' ')
        .filter(scope => scope !== ''),
    ),
    roles: new Set(texts(claims.roles)),
    capabilities,
    understandsChallenges: declaresChallenges(capabilities),
    issued,
    authenticated: claims.ver === '2.0' ? authenticatedMark(claims, issued) : issued,
    expiresAt: number(claims.exp) * 1000,
    notBefore: number(claims.nbf) * 1000,
  }
}

function text(claim: unknown): string {
  return typeof claim === 'string' ? claim : ''
}

function texts(claim: unknown): readonly string[] {
  return Array.isArray(claim) ? claim.filter(item => typeof item === 'string') : []
}

function number(claim: unknown): number {
  return typeof claim === 'number' ? claim : 0
}
