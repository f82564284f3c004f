// The headers of the sign-in surface.
import type { FastifyRequest } from 'fastify'
import type { Answer } from '../contract/responses.ts'
import { isLoopbackHost } from '../hosts.ts'
import type { Ids } from '../ids.ts'
import { isGuid } from '../ids.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a request that was sent without one, once it has been asked for. */
    madeCorrelationId: string | undefined
  }
}

/** The real service names its version, region and slice. */
const SERVER = '2.1.0.0 - GRAPH-UNDERSTUDY ProdSlices'
const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains'

export const jsonType = { 'content-type': 'application/json; charset=utf-8' }

/** Discovery may be read by any page, and kept. */
export const discoveryHeaders = {
  'cache-control': 'max-age=86400, private',
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, OPTIONS',
}

export const noStore = {
  'cache-control': 'no-store, no-cache',
  pragma: 'no-cache',
  expires: '-1',
}

/** Those of every answer. */
export function commonHeaders(request: FastifyRequest): Answer['headers'] {
  const headers: Answer['headers'] = {
    'x-content-type-options': 'nosniff',
    p3p: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
    'x-ms-request-id': request.id,
    'x-ms-ests-server': SERVER,
    'x-xss-protection': '0',
  }
  if (!isLoopbackHost(request.host)) headers['strict-transport-security'] = STRICT_TRANSPORT
  return headers
}

/** The caller's own id, or one of the double's. @param made used when the caller has none */
export function correlationIdOf({ headers, query, body }: FastifyRequest, made: string): string {
  const sent = [headers['client-request-id'], memberOf(query), memberOf(body)]
  return sent.find(isGuid) ?? made
}

/** The same, made once for a request that has none: what the client is told is what the log has. */
export function settledCorrelationId(request: FastifyRequest, ids: Ids): string {
  const sent = correlationIdOf(request, '')
  if (sent !== '') return sent
  request.madeCorrelationId ??= ids.guid()
  return request.madeCorrelationId
}

function memberOf(parameters: unknown): unknown {
  return typeof parameters === 'object' && parameters !== null && 'client-request-id' in parameters
    ? parameters['client-request-id']
    : undefined
}
