// From the Authorization header to the caller, or to the 401 that says what is wrong.
import type { Refusal, RefusalKind, TokenJudge } from '../tokens/judge.ts'
import { claimsChallenge } from './claims-challenge.ts'
import type { GraphError } from './errors.ts'
import { graphErrors } from './errors.ts'
import type { GraphRequest } from './request.ts'

const SCHEME = /^bearer +/i

/**
 * Keeps what the judge made of the token with the request.
 * @param nowIn tells the time of a claims challenge, by the tenant's id
 * @throws GraphError 401
 */
export function authenticate(
  request: GraphRequest,
  judge: TokenJudge,
  nowIn: (tenantId: string | undefined) => number,
): void {
  const { authorization } = request.headers
  const token =
    authorization !== undefined && SCHEME.test(authorization)
      ? authorization.replace(SCHEME, '').trimEnd()
      : ''
  const judgement = judge.judge(token)
  if (judgement.kind === 'refused') {
    request.refusal = judgement
    throw answers[judgement.refusal](judgement, nowIn(judgement.token?.tenantId))
  }
  request.caller = judgement
}

const answers: Record<RefusalKind, (refusal: Refusal, now: number) => GraphError> = {
  missing: graphErrors.tokenEmpty,
  malformed: graphErrors.tokenMalformed,
  algorithm: graphErrors.signatureInvalid,
  signature: graphErrors.signatureInvalid,
  audience: graphErrors.audienceInvalid,
  issuer: graphErrors.issuerInvalid,
  expired: graphErrors.tokenExpired,
  notYetValid: graphErrors.tokenNotYetValid,
  unknownUser: ({ token }) => graphErrors.userUnknown(token?.objectId ?? '', token?.tenantId ?? ''),
  disabledUser: graphErrors.userDisabled,
  revoked: ({ tenant }, now) =>
    graphErrors.sessionsRevoked(
      claimsChallenge(tenant?.settings.revocation.challenge ?? '2021', now),
    ),
}
