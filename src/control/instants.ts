// Instants as the control surface writes them.

/** An instant with milliseconds; the furthest one there is for a number no date can hold. */
export function toInstant(milliseconds: number): string {
  const furthest = 253402300799999
  return new Date(Math.min(Math.max(milliseconds, 0), furthest)).toISOString()
}
