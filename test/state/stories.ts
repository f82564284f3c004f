// Stories of credentials and revocations made at random, and the plainest judge of them.
import fc from 'fast-check'
import type {
  CredentialKind,
  Mark,
  Revocation,
  RevocationCause,
  RevocationTiming,
} from '../../src/state/revocation.ts'
import { findRevocation } from '../../src/state/revocation.ts'

/** Where every story begins, a quarter into its second. Milliseconds since the epoch. */
export const START = Date.parse('2026-08-13T12:00:00.250Z')
/** No delay, full precision. */
export const instant: RevocationTiming = { delaySeconds: 0, truncateToSeconds: false }

/**
 * What the documentation says of each: a row for what happens, in it a column for each credential.
 * @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-revocation
 * @see https://learn.microsoft.com/entra/identity/conditional-access/concept-continuous-access-evaluation for `accessToken`
 */
export const published: Readonly<
  Record<RevocationCause, Readonly<Record<CredentialKind, 'revoked' | 'lives'>>>
> = {
  revocation: {
    passwordCookie: 'revoked',
    passwordToken: 'revoked',
    otherCookie: 'revoked',
    otherToken: 'revoked',
    confidentialToken: 'revoked',
    accessToken: 'revoked',
  },
  passwordChange: {
    passwordCookie: 'revoked',
    passwordToken: 'revoked',
    otherCookie: 'lives',
    otherToken: 'lives',
    confidentialToken: 'lives',
    accessToken: 'revoked',
  },
  passwordReset: {
    passwordCookie: 'revoked',
    passwordToken: 'revoked',
    otherCookie: 'lives',
    otherToken: 'revoked',
    confidentialToken: 'revoked',
    accessToken: 'revoked',
  },
}

export const causes: readonly RevocationCause[] = ['revocation', 'passwordChange', 'passwordReset']
export const kinds: readonly CredentialKind[] = [
  'passwordCookie',
  'passwordToken',
  'otherCookie',
  'otherToken',
  'confidentialToken',
  'accessToken',
]

/** A user's story: time passes, and a credential is issued or something revokes. */
interface Story {
  readonly issued: readonly Mark[]
  /** In their order, which is not that of their instants where the clock was set back. */
  readonly revocations: readonly Revocation[]
}

/** One step of a story. */
export interface Event {
  readonly what: 'issue' | RevocationCause
  /** Milliseconds since the event before; negative where the clock was set back. */
  readonly after: number
}

/** Marks as the log gives them: a revocation takes a place, a credential carries the last one taken, of which the tenant's making was the first. */
export function tell(events: readonly Event[]): Story {
  const issued: Mark[] = []
  const revocations: Revocation[] = []
  let at = START
  let position = 1
  for (const { what, after } of events) {
    at += after
    if (what === 'issue') issued.push({ at, position })
    else revocations.push({ at, position: ++position, cause: what })
  }
  return { issued, revocations }
}

/** Pauses around every edge: the same millisecond, second and delay. */
export const pauses = fc.oneof(
  fc.constantFrom(0, 0, 0, 1, 249, 250, 749, 750, 999, 1000, 1001),
  fc.integer({ min: 0, max: 5_000 }),
)
/** The same on a clock that is also set back. */
export const jumps = fc.oneof(
  pauses,
  pauses.map(pause => -pause),
)
/**
 * @param after what passes between two steps, in milliseconds
 * @param among what may revoke in it
 */
export const stories = (
  after: fc.Arbitrary<number> = pauses,
  among: readonly RevocationCause[] = causes,
) =>
  fc
    .array(fc.record({ what: fc.constantFrom('issue', 'issue', ...among), after }), {
      maxLength: 40,
      size: 'max',
    })
    .map(tell)
/** In seconds. */
export const delays = fc.constantFrom(0, 0.2, 1, 2.5, 10, 60)
/** How a surface may be set. */
export const timings = fc.record({ delaySeconds: delays, truncateToSeconds: fc.boolean() })

/** When the last thing of the story happened. */
export function endOf({ issued, revocations }: Story): number {
  return Math.max(START, ...[...issued, ...revocations].map(({ at }) => at))
}

/** The plainest reading: something that revokes this kind has reached the surface, and came after the issue; order tells, not time. */
export function isRefusedNaively(
  kind: CredentialKind,
  issued: Mark,
  revocations: readonly Revocation[],
  now: number,
  { delaySeconds, truncateToSeconds }: RevocationTiming,
): boolean {
  return revocations.some(({ at, position, cause }) => {
    if (published[cause][kind] === 'lives') return false
    if (delaySeconds > 0 && at + delaySeconds * 1000 > now) return false
    const isOfOneSecond = Math.floor(issued.at / 1000) === Math.floor(at / 1000)
    return issued.position < position && !(truncateToSeconds && isOfOneSecond)
  })
}

/** The answer of the rule itself. */
export function isRefused(
  kind: CredentialKind,
  issued: Mark,
  revocations: readonly Revocation[],
  now: number,
  timing: RevocationTiming,
): boolean {
  return findRevocation({ kind, issued }, revocations, now, timing) !== undefined
}

/** Whether something holds of every credential of a story, as whatever kind it may be. */
export function everyCredential(
  { issued }: Pick<Story, 'issued'>,
  holds: (kind: CredentialKind, issued: Mark) => boolean,
): boolean {
  return kinds.every(kind => issued.every(mark => holds(kind, mark)))
}
