// The one rule of revocation: whether a credential issued then still stands now. Every surface asks here.

/**
 * An instant and the place in the log at which something happened. The place decides between two things of the same millisecond.
 */
export interface Mark {
  /** Milliseconds since the epoch. */
  readonly at: number
  /** A revocation: its own place in the log. A credential: the last place taken when it was issued. */
  readonly position: number
}

/** Where a credential is presented: Microsoft Graph, the token endpoint, or the browser session at the sign-in page. */
export type RevocationSurface = 'graph' | 'token' | 'session'

export interface RevocationTiming {
  /** Seconds until a revocation reaches the surface. */
  readonly delaySeconds: number
  /** Cuts revocations to the whole second, so that what was issued in the same second survives. */
  readonly truncateToSeconds: boolean
}

/**
 * The revocation by which a credential is refused, or undefined while it stands.
 * @param issued when the credential was issued
 * @param revocations those of its user, oldest first
 * @param now milliseconds since the epoch
 */
export function findRevocation(
  issued: Mark,
  revocations: readonly Mark[],
  now: number,
  timing: RevocationTiming,
): Mark | undefined {
  const reached = revocations.findLast(revocation => takesEffectAt(revocation, timing) <= now)
  return reached !== undefined && precedes(issued, reached, timing) ? reached : undefined
}

/** Milliseconds since the epoch at which the revocation reaches the surface. */
export function takesEffectAt(revocation: Mark, { delaySeconds }: RevocationTiming): number {
  return revocation.at + delaySeconds * 1000
}

/** Whether something was issued before a revocation. */
export function precedes(
  issued: Mark,
  revocation: Mark,
  { truncateToSeconds }: RevocationTiming,
): boolean {
  if (truncateToSeconds) return issued.at < revocation.at - (revocation.at % 1000)
  return (
    issued.at < revocation.at ||
    (issued.at === revocation.at && issued.position < revocation.position)
  )
}

/**
 * The revocations to remember after another one: those that some surface has not seen yet, and the last that all have seen. Of those so
 * close together that no surface can have seen one before the next, only the last is kept: a second apart, or the shortest delay.
 * @param delaysSeconds of all surfaces
 */
export function addRevocation(
  revocations: readonly Mark[],
  added: Mark,
  delaysSeconds: readonly number[],
): readonly Mark[] {
  const delays = delaysSeconds.filter(delay => delay > 0).map(delay => delay * 1000)
  if (delays.length === 0) return [added]
  const horizon = added.at - Math.max(...delays)
  const lastSeenByAll = revocations.findLastIndex(({ at }) => at <= horizon)
  const kept = revocations.slice(Math.max(lastSeenByAll, 0))
  const spacing = Math.min(1000, ...delays)
  const isClose = (mark: Mark) => Math.floor(mark.at / spacing) === Math.floor(added.at / spacing)
  // The first is what all have seen, or the creation.
  return [...kept.filter((mark, index) => index === 0 || !isClose(mark)), added]
}
