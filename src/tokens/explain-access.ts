// Why Microsoft Graph accepts or refuses an access token.
import { precedes } from '../state/revocation.ts'
import { timingOf } from '../state/settings.ts'
import { validFrom } from '../state/tenant.ts'
import type { Caller, Refusal } from './judge.ts'
import { refusals } from './judge.ts'
import type { Verdict } from './verdict.ts'

/** What Graph makes of an access token that was judged. */
export function explainAccess(judgement: Caller | Refusal): Verdict {
  if (judgement.kind === 'refused') return refusalVerdict(judgement)
  const { token } = judgement
  const issuedAt = token.issued.at
  if (judgement.kind === 'app') {
    return {
      accepted: true,
      check: null,
      reason: 'It is valid. Revocations do not touch app-only tokens.',
      issuedAt,
    }
  }
  const { user, tenant } = judgement
  const since = validFrom(tenant, user)
  const wasRevoked = precedes(token.issued, since, timingOf(tenant.settings, 'graph'))
  return {
    accepted: true,
    check: null,
    reason: acceptance(token.understandsChallenges, wasRevoked),
    issuedAt,
    validFrom: since.at,
  }
}

function acceptance(understandsChallenges: boolean, wasRevoked: boolean): string {
  if (!wasRevoked) return 'It is valid, and nothing has been revoked since it was issued.'
  return understandsChallenges
    ? "The user's sign-in sessions were revoked after it was issued, but that has not reached Graph yet, or does not touch this account."
    : "The user's sign-in sessions were revoked after it was issued, but its client did not declare cp1: it lives until it expires."
}

function refusalVerdict({ refusal, token, tenant, user, revocation }: Refusal): Verdict {
  return {
    accepted: false,
    ...refusals[refusal],
    ...(token !== undefined && { issuedAt: token.issued.at }),
    ...(user !== undefined && tenant !== undefined && { validFrom: validFrom(tenant, user).at }),
    ...(revocation !== undefined && { takesEffectAt: revocation.takesEffectAt }),
  }
}
