// What Microsoft Graph would have accepted in the place of what it refused.
import type { Operation } from '../contract/document.ts'
import type { KnownOperation } from '../journal/nearest-operation.ts'
import { meantOperation } from '../journal/nearest-operation.ts'
import { graphAudiences } from '../tokens/claims.ts'
import type { RefusalKind } from '../tokens/judge.ts'
import type { GraphError } from './errors.ts'
import type { GraphRequest } from './request.ts'

const OWN_TOKENS =
  'Only tokens of this server are taken: from its token endpoint, or from POST /_understudy/tokens.'

const tokenHints: Readonly<Record<RefusalKind, string>> = {
  missing: 'Send an access token as "Authorization: Bearer <token>".',
  malformed: OWN_TOKENS,
  algorithm: OWN_TOKENS,
  signature: OWN_TOKENS,
  audience: `Taken are the audiences ${graphAudiences.join(' and ')}, and the addresses of this server.`,
  issuer: 'GET /_understudy/tenants lists the tenants of this server.',
  expired: "GET /_understudy/clock shows the tenant's time; a refresh token gives a new one.",
  notYetValid: "GET /_understudy/clock shows the tenant's time.",
  unknownUser: 'GET /_understudy/tenants lists the users there are.',
  disabledUser: 'PATCH /_understudy/users/{userId} with {"accountEnabled": true} enables it.',
  revoked: 'A token that is issued after the revocation is taken: have the user sign in again.',
}

/**
 * @param operation undefined where none matches
 * @param known the operations of all surfaces
 */
export function hintFor(
  { method, url, refusal }: GraphRequest,
  operation: Operation | undefined,
  error: GraphError,
  known: readonly KnownOperation[],
): string | undefined {
  if (refusal !== undefined) return tokenHints[refusal.refusal]
  if (error.hint !== undefined) return error.hint
  const isUnmatched = operation === undefined && error.status < 500
  return isUnmatched ? meantOperation(method, url.split('?', 1)[0] ?? '', known) : undefined
}
