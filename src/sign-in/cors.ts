// Which pages may read the token endpoint: those of single-page apps, by the origins of their redirect URIs.
import type { FastifyRequest } from 'fastify'
import type { Operation } from '../contract/document.ts'
import type { Answer } from '../contract/responses.ts'
import type { State } from '../state/state.ts'
import type { Tenant } from '../state/tenant.ts'
import { tenantOfPath } from './identify.ts'
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

/** Nothing, unless a page of a single-page app asks: of the tenant, where the path says which. */
export function corsHeaders(state: State, request: FastifyRequest): Record<string, string> {
  const { origin } = request.headers
  if (origin === undefined) return {}
  const named = tenantOfPath(request, state)
  const tenants = typeof named === 'object' ? [named] : [...state.tenants.values()]
  if (!isPageOfClient(tenants, origin)) return {}
  return { 'access-control-allow-origin': origin, vary: 'Origin' }
}

/** What a browser asks before it lets a page send more than a simple form. */
export function preflightHeaders(state: State, request: FastifyRequest): Answer['headers'] {
  const allowed = corsHeaders(state, request)
  if (Object.keys(allowed).length === 0) return {}
  const asked = request.headers['access-control-request-headers']
  return {
    ...allowed,
    'access-control-allow-methods': 'POST, OPTIONS',
    'access-control-max-age': PREFLIGHT_LIFETIME_SECONDS,
    ...(asked !== undefined && { 'access-control-allow-headers': asked }),
  }
}

function isPageOfClient(tenants: readonly Tenant[], origin: string): boolean {
  return tenants.some(({ applications }) =>
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
