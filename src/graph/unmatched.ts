// What Microsoft Graph says to a request that is no operation: the segment it does not know, or that the method is not allowed there.
import type { Route } from '../contract/routes.ts'
import type { Version } from './context.ts'
import type { GraphError } from './errors.ts'
import { graphErrors } from './errors.ts'
import type { GraphRequest } from './request.ts'

/**
 * The error for a request that no route of the version matches.
 * @param request its address can be decoded
 */
export function refuseUnmatched(
  { method, url }: Pick<GraphRequest, 'method' | 'url'>,
  version: Version,
  routes: readonly Route[],
): GraphError {
  const path = decodeURI(url.split('?', 1)[0] ?? '').slice(version.length + 1)
  return unmatchedError(
    method,
    path,
    routes.map(route => route.path),
  )
}

/**
 * @param path the request's, decoded, below the version
 * @param known those of the operations, in the contract's notation; none of them has the method
 */
function unmatchedError(method: string, path: string, known: readonly string[]): GraphError {
  const segments = segmentsOf(path)
  const isKnown = (wanted: readonly string[], whole: boolean) =>
    known.some(path => matches(segmentsOf(path), wanted, whole))
  if (isKnown(segments, true)) return graphErrors.methodNotAllowed()
  const stranger = segments.findIndex((_, index) => !isKnown(segments.slice(0, index + 1), false))
  // An unknown name behind a known resource could be an action, and only POST calls one.
  const mayBeAction =
    method === 'POST' && stranger === segments.length - 1 && isKnown(segments.slice(0, -1), true)
  return mayBeAction
    ? graphErrors.methodNotAllowed()
    : graphErrors.segmentNotFound(segments[stranger] ?? segments.at(-1) ?? '')
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter(segment => segment !== '')
}

function matches(known: readonly string[], wanted: readonly string[], whole: boolean): boolean {
  if (whole ? known.length !== wanted.length : known.length < wanted.length) return false
  return wanted.every((segment, index) => known[index]?.startsWith('{') || known[index] === segment)
}
