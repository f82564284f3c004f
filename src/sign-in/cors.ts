// Which pages may read the token endpoint: those of single-page apps, by the origins of their redirect URIs.
import type { FastifyRequest } from 'fastify'
import type { Operation } from '../contract/document.ts'
import type { Answer } from '../contract/responses.ts'
import type { State } from '../state/state.ts'
import { matchesRedirectUri } from './redirect-uris.ts'

const PREFLIGHT_LIFETIME_SECONDS = '600'
const CALLED_BY_PAGES = /\/oauth2\/v2\.0\/(token|devicecode)$/

/** Whether the path is of an operation that pages of single-page apps call. @param url a path, with or without a query */
export function isCalledByPages(url: string): boolean {
  return CALLED_BY_PAGES.test(url.split('?', 1)[0] ?? '')
}

/** Whether any page may read what the operation answers. */
export function isDiscovery({ id }: Operation): boolean {
  return id.startsWith('signIn.discovery.')
}

/** Nothing, unless a page of a single-page app asks. */
export function corsHeaders(state: State, origin: string | undefined): Record<string, string> {
  if (origin === undefined || !isPageOfClient(state, origin)) return {}
  return { 'access-control-allow-origin': origin, vary: 'Origin' }
}

/** What a browser asks before it lets a page send more than a simple form. */
export function preflightHeaders(state: State, { headers }: FastifyRequest): Answer['headers'] {
  const allowed = corsHeaders(state, headers.origin)
  if (Object.keys(allowed).length === 0) return {}
  const asked = headers['access-control-request-headers']
  return {
    ...allowed,
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-max-age': PREFLIGHT_LIFETIME_SECONDS,
    ...(asked !== undefined && { 'access-control-allow-headers': asked }),
  }
}

function isPageOfClient({ tenants }: State, origin: string): boolean {
  return [...tenants.values()].some(({ applications }) =>
    applications.rows.some(
      ({ type, redirectUris }) =>
        type === 'spa' && redirectUris.some(uri => matchesRedirectUri(originOf(uri), origin, true)),
    ),
  )
}

/** For a scheme of a client's own as it is written: `new URL` has `null` for it, the origin of any sandboxed page. */
function originOf(uri: string): string {
  const origin = URL.canParse(uri) ? new URL(uri).origin : 'null'
  return origin === 'null' ? (/^[^:/?#]+:\/\/[^/?#]*/.exec(uri)?.[0] ?? uri) : origin
}
