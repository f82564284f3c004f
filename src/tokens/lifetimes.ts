// How long tokens and codes live.
import type { Ids } from '../ids.ts'
import { declaresChallenges } from './claims.ts'

/** Seconds. @see https://learn.microsoft.com/entra/identity-platform/access-tokens#token-lifetime */
export const lifetimes = {
  ordinary: { least: 60 * 60, most: 90 * 60 },
  continuousAccessEvaluation: { least: 20 * 3600, most: 28 * 3600 },
} as const

const DAY_MILLISECONDS = 24 * 3600 * 1000

/** Of an authorization code. */
export const CODE_MILLISECONDS = 10 * 60 * 1000

/** How long a refresh token may lie unused. */
export const INACTIVITY_MILLISECONDS = 90 * DAY_MILLISECONDS

/** Of all refresh tokens that follow from one sign-in of a single-page app. */
export const PAGE_MILLISECONDS = DAY_MILLISECONDS

/** Seconds, drawn from what is usual: longer for a client that understands claims challenges. */
export function drawLifetime(ids: Ids, capabilities: readonly string[]): number {
  const { least, most } = declaresChallenges(capabilities)
    ? lifetimes.continuousAccessEvaluation
    : lifetimes.ordinary
  return ids.integer(least, most)
}
