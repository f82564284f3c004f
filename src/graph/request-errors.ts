// Everything that can be thrown while a Graph request is served, as an error of the surface.
import { InvalidRequest } from '../contract/requests.ts'
import { GraphError, graphErrors } from './errors.ts'

/** Anything that is not recognised is a defect of the double: a 500. */
export function toGraphError(error: unknown): GraphError {
  if (error instanceof GraphError) return error
  if (error instanceof InvalidRequest) return toBadRequest(error)
  const status = statusOf(error)
  if (status === 413 || status === 421) return graphErrors.own(status, messageOf(error))
  if (status >= 400 && status < 500) return graphErrors.payloadUnreadable()
  return graphErrors.own(
    500,
    'graph-understudy failed on this request. The reason is in its log, under this request id.',
  )
}

function toBadRequest({ violations: [first], message }: InvalidRequest): GraphError {
  if (first.in === 'query' && first.pointer === '$top')
    return graphErrors.pageSizeInvalid(String(first.value))
  if (first.in === 'body' && first.keyword === 'type') return graphErrors.payloadUnreadable()
  return graphErrors.valuesInvalid(message)
}

/** The status that the HTTP framework gave an error. */
function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
