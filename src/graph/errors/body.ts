// The envelope of an error of Microsoft Graph.
import type { Answer } from '../../contract/responses.ts'
import type { GraphError } from './graph-error.ts'

export interface RequestIds {
  readonly requestId: string
  /** The caller's own, or the request id. */
  readonly clientRequestId: string
}

/** An error's status and envelope; the headers are the surface's to complete. @see https://learn.microsoft.com/graph/errors */
export function toErrorBody(
  { status, code, message, details }: GraphError,
  { requestId, clientRequestId }: RequestIds,
  now: number,
): Answer['body'] {
  const date = new Date(now).toISOString().slice(0, 19)
  if (status === 429) return throttledBody(code, message, requestId, date)
  const innerError = {
    date,
    'request-id': requestId,
    'client-request-id': clientRequestId,
  }
  return { error: { code, message, ...(details !== undefined && { details }), innerError } }
}

/** As it was observed; without the caller's own id. */
function throttledBody(
  code: string,
  message: string,
  requestId: string,
  date: string,
): Answer['body'] {
  const innerError = {
    code: '429',
    date,
    message: 'Please retry after',
    'request-id': requestId,
    status: '429',
  }
  return { error: { code, innerError, message } }
}
