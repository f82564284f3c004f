// What a batch says of the answer to one of its requests.
import type { components } from '../contract/generated.ts'
import type { Answer } from '../contract/responses.ts'

type BatchResponse = components['schemas']['batchResponse']['responses'][number]

/** The headers that an answer within a batch keeps, as they are spelt and in the order they have there; all others belong to the whole. */
const KEPT = [
  'Cache-Control',
  'x-ms-resource-unit',
  'OData-Version',
  'Content-Type',
  'Location',
  'ETag',
  'Retry-After',
  'WWW-Authenticate',
  'Preference-Applied',
  'x-ms-throttle-limit-percentage',
  'x-ms-throttle-scope',
  'x-ms-throttle-information',
].map(name => [name, name.toLowerCase()] as const)

export function toBatchResponse(id: string, { status, headers, body }: Answer): BatchResponse {
  const kept: Record<string, string> = {}
  for (const [name, key] of KEPT) {
    const value = headers[key]
    if (value !== undefined) kept[name] = value
  }
  if (body === undefined) return { id, status, headers: kept }
  return { id, status, headers: kept, body: isJson(headers) ? body : toBase64(body) }
}

function isJson(headers: Answer['headers']): boolean {
  return headers['content-type']?.startsWith('application/json') === true
}

/** As pictures and pages were seen to come. @see https://github.com/microsoftgraph/msgraph-sdk-javascript/issues/367 */
function toBase64(body: unknown): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return Buffer.from(text).toString('base64')
}
