// The headers of the Graph surface.
import type { Answer } from '../contract/responses.ts'
import { isLoopbackHost } from '../hosts.ts'
import { bareChallenge } from './claims-challenge.ts'
import { addCorsHeaders } from './cors.ts'
import type { GraphError, RequestIds } from './errors.ts'
import type { GraphRequest } from './request.ts'

const DATA =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'
const DIAGNOSTIC =
  '{"ServerInfo":{"DataCenter":"Local","Slice":"E","Ring":"5","ScaleUnit":"000","RoleInstance":"GRAPH-UNDERSTUDY"}}'

const STRICT_TRANSPORT = 'max-age=31536000'

export function idsOf({ id, headers }: GraphRequest): RequestIds {
  const sent = headers['client-request-id']
  return { requestId: id, clientRequestId: typeof sent === 'string' && sent !== '' ? sent : id }
}

/** The headers of a success; `added` are those of the one operation. */
export function successHeaders(
  request: GraphRequest,
  hasBody: boolean,
  added: Readonly<Record<string, string>> | undefined,
): Answer['headers'] {
  const headers: Answer['headers'] = gatewayHeaders(request)
  headers['cache-control'] = 'no-cache'
  headers['x-ms-resource-unit'] = '1'
  if (hasBody) {
    headers['content-type'] = DATA
    headers['odata-version'] = '4.0'
  }
  return added === undefined ? headers : Object.assign(headers, added)
}

export function errorHeaders(
  request: GraphRequest,
  { status, origin, challenge, planned }: GraphError,
): Answer['headers'] {
  const headers = gatewayHeaders(request)
  headers['content-type'] = 'application/json'
  if (status === 429) Object.assign(headers, throttlingHeaders(request))
  if (status === 401) headers['www-authenticate'] = challenge ?? bareChallenge
  if (origin === 'directory') {
    headers['cache-control'] = 'no-cache'
    headers['x-ms-resource-unit'] = '1'
  }
  return planned === undefined ? headers : Object.assign(headers, planned)
}

/** @see https://learn.microsoft.com/graph/throttling#sample-response */
function throttlingHeaders({ caller }: GraphRequest): Record<string, string> {
  return {
    'x-ms-throttle-limit-percentage': '1.8',
    'x-ms-throttle-information': 'ResourceUnitLimitExceeded',
    ...(caller !== undefined && {
      'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${caller.token.clientId}/${caller.tenant.definition.id}`,
    }),
  }
}

function gatewayHeaders(request: GraphRequest): Answer['headers'] {
  const { requestId, clientRequestId } = idsOf(request)
  const headers: Answer['headers'] = {
    'request-id': requestId,
    'client-request-id': clientRequestId,
    'x-ms-ags-diagnostic': DIAGNOSTIC,
    vary: 'Accept-Encoding',
  }
  if (isSafeToRemember(request)) headers['strict-transport-security'] = STRICT_TRANSPORT
  if (request.headers.origin !== undefined) addCorsHeaders(headers)
  return headers
}

/**
 * Browsers would remember Strict-Transport-Security for https://localhost, and from then on refuse every other local server that speaks
 * http. Over http they ignore it.
 */
function isSafeToRemember({ protocol, host }: GraphRequest): boolean {
  return protocol === 'http' || !isLoopbackHost(host)
}
