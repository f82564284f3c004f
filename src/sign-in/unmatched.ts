// What no operation of the surface matches: another method of one of its paths, or a path that the service may have and the double has not.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from '../contract/document.ts'
import type { Answer } from '../contract/responses.ts'
import type { Route } from '../contract/routes.ts'
import { operationsAt, pathOf, segmentsOf } from '../contract/routes.ts'
import { send } from '../contract/wire.ts'
import type { State } from '../state/state.ts'
import { isCalledByPages, isDiscovery, preflightHeaders } from './cors.ts'
import { signInErrors } from './errors.ts'
import { commonHeaders, discoveryHeaders } from './headers.ts'

/** The corners in which the surface has endpoints; everything in one of them is for it. */
export function placesOf(routes: readonly Route[]): readonly string[] {
  const corners = new Set(routes.map(({ path }) => cornerOf(path)))
  return [...corners].map(corner => `/:authorityTenant/${corner}/*`)
}

/** For what is in a corner and no operation. @throws SignInError for another method of an endpoint, and for endpoints of version 1.0 */
export function answerUnmatched(
  request: FastifyRequest,
  reply: FastifyReply,
  routes: readonly Route[],
  state: State,
): FastifyReply {
  const operations = operationsAt(routes, request.url)
  if (operations.length > 0) {
    const headers = { ...commonHeaders(request), ...preflight(request, operations, state) }
    return send(reply, { status: 200, headers })
  }
  if (cornerOf(pathOf(request.url)) === 'oauth2') throw noSuchEndpoint(request)
  reply.callNotFound()
  return reply
}

/** Behind the tenant. */
function cornerOf(path: string): string {
  return segmentsOf(path)[1] ?? ''
}

/** What a browser is told that asks what pages may send. @throws SignInError 900561 for any other method, as the service has it */
function preflight(
  request: FastifyRequest,
  operations: readonly Operation[],
  state: State,
): Answer['headers'] {
  const isForAll = operations.some(isDiscovery)
  const hasPreflight = isForAll || operations.some(({ path }) => isCalledByPages(path))
  const taken = operations.map(({ method }) => method)
  if (request.method !== 'OPTIONS' || !hasPreflight)
    throw signInErrors.methodNotAccepted(
      hasPreflight ? [...taken, 'OPTIONS'] : taken,
      request.method,
    )
  return isForAll ? discoveryHeaders : preflightHeaders(state, request)
}

function noSuchEndpoint({ method, url }: FastifyRequest): Error {
  return signInErrors.own(
    404,
    `${method} ${pathOf(url)} is no operation of the sign-in surface. It has the endpoints of version 2.0, such as /{tenant}/oauth2/v2.0/token; /_understudy/docs lists them.`,
  )
}
