// What need be remembered only until it expires, and a little longer: bounded in time, and in number besides.

interface Expiring {
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** More than any test makes; what is older is forgotten first. */
const MOST_REMEMBERED = 100_000
/** Whether they have expired or not: a clock that is set back must not give back what was used up. */
const LEAST_REMEMBERED = 1_000

/**
 * Adds an entry, and forgets those that have expired by then, the latest excepted. Entries of one map all live equally long, so the oldest
 * expire first.
 */
export function remember<T extends Expiring>(
  entries: Map<string, T>,
  key: string,
  value: T,
  now: number,
): void {
  entries.delete(key)
  for (const [known, { expiresAt }] of entries) {
    if (entries.size < LEAST_REMEMBERED) break
    if (expiresAt > now && entries.size < MOST_REMEMBERED) break
    entries.delete(known)
  }
  entries.set(key, value)
}
