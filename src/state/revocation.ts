// The one rule of revocation: whether a credential issued then still stands now. Every surface asks here.

/** An instant, and the place in the log at which something happened. */
export interface Mark {
  /** Milliseconds since the epoch. */
  readonly at: number
  /** A revocation: its own place in the log. A credential: the last place taken when it was issued; 0 where that is not known. */
  readonly position: number
}

/**
 * What holds a user's sign-in. `password…` where the user signed in with a password, `other…` where with anything else; a confidential
 * client's tokens are a kind of their own whatever the user signed in with. An access token counts only with `cp1`.
 */
export type CredentialKind =
  | 'passwordCookie'
  | 'passwordToken'
  | 'otherCookie'
  | 'otherToken'
  | 'confidentialToken'
  | 'accessToken'

/**
 * - `revocation`: all sessions of the user are revoked, by an administrator or by the user
 * - `passwordChange`: the user changes the password or resets it by self-service, or an administrator resets it in the Azure portal
 * - `passwordReset`: an administrator resets it in the Microsoft Entra admin center
 */
export type RevocationCause = 'revocation' | 'passwordChange' | 'passwordReset'

/** @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-revocation */
const reach: Readonly<Record<RevocationCause, ReadonlySet<CredentialKind>>> = {
  revocation: new Set([
    'passwordCookie',
    'passwordToken',
    'otherCookie',
    'otherToken',
    'confidentialToken',
    'accessToken',
  ]),
  passwordChange: new Set(['passwordCookie', 'passwordToken', 'accessToken']),
  passwordReset: new Set([
    'passwordCookie',
    'passwordToken',
    'otherToken',
    'confidentialToken',
    'accessToken',
  ]),
}

export interface Revocation extends Mark {
  readonly cause: RevocationCause
}

/** A credential as far as revocation is concerned. */
export interface Revocable {
  readonly kind: CredentialKind
  readonly issued: Mark
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
 * @param revocations those of its user, oldest first
 * @param now milliseconds since the epoch
 */
export function findRevocation(
  { kind, issued }: Revocable,
  revocations: readonly Revocation[],
  now: number,
  timing: RevocationTiming,
): Revocation | undefined {
  return revocations.findLast(
    revocation =>
      reach[revocation.cause].has(kind) &&
      hasReached(revocation, now, timing) &&
      precedes(issued, revocation, timing),
  )
}

/** Where nothing delays it, a revocation is in force whatever the clock shows: it may have been set back since. */
function hasReached(revocation: Mark, now: number, timing: RevocationTiming): boolean {
  return timing.delaySeconds === 0 || takesEffectAt(revocation, timing) <= now
}

/** Milliseconds since the epoch at which the revocation reaches the surface. */
export function takesEffectAt(revocation: Mark, { delaySeconds }: RevocationTiming): number {
  return revocation.at + delaySeconds * 1000
}

/**
 * Whether something was issued before a revocation. Order decides, so that clocks may be set back; time does where the place of a
 * credential is not known.
 */
export function precedes(
  issued: Mark,
  revocation: Mark,
  { truncateToSeconds }: RevocationTiming,
): boolean {
  if (truncateToSeconds && secondOf(issued) === secondOf(revocation)) return false
  if (issued.position > 0 || issued.at === revocation.at)
    return issued.position < revocation.position
  return issued.at < revocation.at
}

function secondOf({ at }: Mark): number {
  return Math.floor(at / 1000)
}

/**
 * The revocations to remember after another one. Of each cause: those that some surface has not seen yet, and the last that all have seen.
 * Of those so close together that no surface can have seen one before the next, only the last is kept: a second apart, or the shortest
 * delay.
 * @param delaysSeconds of all surfaces
 */
export function addRevocation(
  revocations: readonly Revocation[],
  added: Revocation,
  delaysSeconds: readonly number[],
): readonly Revocation[] {
  const others = revocations.filter(({ cause }) => cause !== added.cause)
  const needed = stillNeeded(revocations, added, delaysSeconds)
  if (others.length + needed.length === 0) return [added]
  const kept = [...others, ...needed]
  return [...kept.sort((one, other) => one.position - other.position), added]
}

/** Of those of the same cause. */
function stillNeeded(
  revocations: readonly Revocation[],
  added: Revocation,
  delaysSeconds: readonly number[],
): readonly Revocation[] {
  if (revocations.length === 0 || delaysSeconds.every(delay => delay === 0)) return []
  const delays = delaysSeconds.filter(delay => delay > 0).map(delay => delay * 1000)
  const horizon = added.at - Math.max(...delays)
  const sameCause = revocations.filter(({ cause }) => cause === added.cause)
  const lastSeenByAll = sameCause.findLastIndex(({ at }) => at <= horizon)
  const kept = sameCause.slice(Math.max(lastSeenByAll, 0))
  const spacing = Math.min(1000, ...delays)
  const isClose = (mark: Mark) => Math.floor(mark.at / spacing) === Math.floor(added.at / spacing)
  // One of a later instant, on a clock that was set back since, does nothing that the new one does not do before.
  return kept.filter(mark => mark.at < added.at && !isClose(mark))
}
