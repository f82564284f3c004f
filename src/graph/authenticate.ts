// From the Authorization header to the caller, or to the 401 that says what is wrong.
import type { Clock } from '../clock.ts'
import type { Caller, Refusal, RefusalKind, TokenJudge } from '../tokens/judge.ts'
import { claimsChallenge } from './claims-challenge.ts'
import type { GraphError } from './errors.ts'
import { graphErrors } from './errors.ts'

const SCHEME = /^bearer +/i

/**
 * @param clock tells the time of a claims challenge
 * @throws GraphError 401
 */
export function authenticate(
  authorization: string | undefined,
  judge: TokenJudge,
  clock: Clock,
): Caller {
  const token =
    authorization !== undefined && SCHEME.test(authorization)
      ? authorization.replace(SCHEME, '').trimEnd()
      : ''
  const judgement = judge.judge(token)
  if (judgement.kind === 'refused') throw answers[judgement.refusal](judgement, clock.now())
  return judgement
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
