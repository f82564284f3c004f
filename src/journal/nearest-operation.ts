// Which operation was meant by a method and a path that none has.
import { nearest } from '../nearest.ts'

/** Nobody mistypes more, and comparing takes a time that grows by the square of the length. */
const LONGEST_PATH = 250

/** An operation at one of its addresses. */
export interface KnownOperation {
  readonly operation: { readonly method: string }
  readonly basePath: string
  /** In the contract's notation: `/users/{userId}`. */
  readonly path: string
}

/**
 * `Did you mean POST /v1.0/users/{userId}/revokeSignInSessions?`, or undefined when nothing is near: the same path by another method, one
 * that has a beginning too many or too few, or one that is written much like it.
 * @param path as it was sent, without its query
 */
export function meantOperation(
  method: string,
  path: string,
  known: readonly KnownOperation[],
): string | undefined {
  if (path.length > LONGEST_PATH) return undefined
  const wanted = segmentsOf(path)
  const same = known.filter(one => matches(segmentsOf(addressOf(one)), wanted))
  const meant = [same, shifted(wanted, known), misspelt(wanted, known)].find(
    found => found.length > 0,
  )
  if (meant === undefined) return undefined
  const best = meant.find(({ operation }) => operation.method === method) ?? meant[0]
  return best && `Did you mean ${best.operation.method} ${addressOf(best)}?`
}

function addressOf({ basePath, path }: KnownOperation): string {
  return basePath + path
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter(segment => segment !== '')
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{')
}

function matches(known: readonly string[], wanted: readonly string[]): boolean {
  return (
    known.length === wanted.length &&
    known.every(
      (segment, index) =>
        isParameter(segment) || segment.toLowerCase() === wanted[index]?.toLowerCase(),
    )
  )
}

/** Those that end as the path does, or as which the path ends. */
function shifted(
  wanted: readonly string[],
  known: readonly KnownOperation[],
): readonly KnownOperation[] {
  return known.filter(one => {
    const segments = segmentsOf(addressOf(one))
    const length = Math.min(segments.length, wanted.length)
    const ending = segments.slice(-length)
    return length > 0 && !ending.every(isParameter) && matches(ending, wanted.slice(-length))
  })
}

function misspelt(
  wanted: readonly string[],
  known: readonly KnownOperation[],
): readonly KnownOperation[] {
  const near = known.filter(one => Math.abs(segmentsOf(addressOf(one)).length - wanted.length) <= 1)
  const byText = new Map<string, KnownOperation[]>()
  for (const one of near) {
    const text = filledIn(segmentsOf(addressOf(one)), wanted)
    byText.set(text, [...(byText.get(text) ?? []), one])
  }
  return byText.get(nearest(wanted.join('/'), [...byText.keys()]) ?? '') ?? []
}

/** What stands for a parameter is right whatever it is. */
function filledIn(known: readonly string[], wanted: readonly string[]): string {
  return known
    .map((segment, index) => (isParameter(segment) ? (wanted[index] ?? segment) : segment))
    .join('/')
}
