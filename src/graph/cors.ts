// Cross-origin access to the Graph surface: any page may call it with a token, and read what it needs to recover from a revocation.
import type { Answer } from '../contract/responses.ts'
import type { GraphRequest } from './request.ts'

/**
 * What the real service was seen to expose, and WWW-Authenticate besides: without it a page cannot read a claims challenge.
 * @see docs/deviations.md
 */
const EXPOSED =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, WWW-Authenticate'
const PREFLIGHT_LIFETIME_SECONDS = '600'

/** For an answer to a page; clients that are none get none of it. */
export function addCorsHeaders(headers: Answer['headers']): void {
  headers['access-control-allow-origin'] = '*'
  headers['access-control-expose-headers'] = EXPOSED
}

/** The question a browser asks before the request itself. */
export function isPreflight({ method, headers }: GraphRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}

/** Everything is allowed; the token decides. */
export function preflightAnswer(request: GraphRequest): Answer {
  const headers: Answer['headers'] = {
    'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE, OPTIONS',
    'access-control-max-age': PREFLIGHT_LIFETIME_SECONDS,
    vary: 'Access-Control-Request-Headers',
  }
  addCorsHeaders(headers)
  const asked = request.headers['access-control-request-headers']
  if (asked !== undefined) headers['access-control-allow-headers'] = asked
  return { status: 204, headers }
}
