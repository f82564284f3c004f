// Stories of credentials and revocations made at random, and the plainest judge of them.
import fc from 'fast-check'
import type { Mark, RevocationTiming } from '../../src/state/revocation.ts'
import { findRevocation } from '../../src/state/revocation.ts'

/** Where every story begins, a quarter into its second. Milliseconds since the epoch. */
export const START = Date.parse('2026-08-13T12:00:00.250Z')
/** No delay, full precision. */
export const instant: RevocationTiming = { delaySeconds: 0, truncateToSeconds: false }

/** A user's story: time passes, and a credential is issued or all are revoked. */
interface Story {
  readonly issued: readonly Mark[]
  /** Oldest first, the creation at their head. */
  readonly revocations: readonly Mark[]
}

/** One step of a story. */
export interface Event {
  readonly what: 'issue' | 'revoke'
  /** Milliseconds since the event before. */
  readonly after: number
}

/** Marks as the log gives them: a revocation takes a place, a credential carries the last one taken. */
export function tell(events: readonly Event[]): Story {
  const issued: Mark[] = []
  const revocations: Mark[] = [{ at: START - 86_400_000, position: 0 }]
  let at = START
  let position = 0
  for (const { what, after } of events) {
    at += after
    if (what === 'issue') issued.push({ at, position })
    else revocations.push({ at, position: ++position })
  }
  return { issued, revocations }
}

/** Pauses around every edge: the same millisecond, second and delay. */
export const pauses = fc.oneof(
  fc.constantFrom(0, 0, 0, 1, 249, 250, 749, 750, 999, 1000, 1001),
  fc.integer({ min: 0, max: 5_000 }),
)
/** @param after what passes between two steps, in milliseconds */
export const stories = (after: fc.Arbitrary<number> = pauses) =>
  fc
    .array(fc.record({ what: fc.constantFrom('issue', 'revoke'), after }), { maxLength: 40 })
    .map(tell)
/** In seconds. */
export const delays = fc.constantFrom(0, 0.2, 1, 2.5, 10, 60)
/** How a surface may be set. */
export const timings = fc.record({ delaySeconds: delays, truncateToSeconds: fc.boolean() })

/** The plainest reading: some revocation that has reached the surface came after the issue. */
export function isRefusedNaively(
  issued: Mark,
  revocations: readonly Mark[],
  now: number,
  { delaySeconds, truncateToSeconds }: RevocationTiming,
): boolean {
  return revocations.some(({ at, position }) => {
    if (at + delaySeconds * 1000 > now) return false
    if (truncateToSeconds) return issued.at < Math.floor(at / 1000) * 1000
    return issued.at === at ? issued.position < position : issued.at < at
  })
}

/** The answer of the rule itself. */
export const isRefused = (...parameters: Parameters<typeof findRevocation>) =>
  findRevocation(...parameters) !== undefined
