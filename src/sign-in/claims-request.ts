// The `claims` parameter: what a client wants in its tokens, and what it is capable of.
import { signInErrors } from './errors.ts'

export interface ClaimsRequest {
  /** As the client spells them. */
  readonly capabilities: readonly string[]
  /** Names of claims wanted in the id token. */
  readonly idToken: readonly string[]
}

const NOTHING: ClaimsRequest = { capabilities: [], idToken: [] }

/**
 * Demands it does not know are ignored. That of a claims challenge, `nbf`, needs nothing done: what is issued is issued now.
 * @throws SignInError when it is not a JSON object
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readClaimsRequest(text: string | undefined): ClaimsRequest {
  if (text === undefined || text === '') return NOTHING
  const { access_token: accessToken, id_token: idToken } = parse(text)
  return {
    capabilities: readValues(recordOf(recordOf(accessToken).xms_cc).values),
    idToken: Object.keys(recordOf(idToken)),
  }
}

/** What a client says now; in what it leaves out, what it said when it began. @param earlier the parameter as it was sent then */
export function orEarlierClaims(claims: ClaimsRequest, earlier: string | undefined): ClaimsRequest {
  const { capabilities, idToken } = readClaimsRequest(earlier)
  return {
    capabilities: claims.capabilities.length > 0 ? claims.capabilities : capabilities,
    idToken: claims.idToken.length > 0 ? claims.idToken : idToken,
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
  } catch {}
  throw signInErrors.malformed()
}

function readValues(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.filter(value => typeof value === 'string') : []
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
