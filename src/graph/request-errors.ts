// Everything that can be thrown while a Graph request is served, as an error of the surface.
import type { Operation } from '../contract/document.ts'
import { readFrameworkError } from '../contract/framework-errors.ts'
import { UnknownPreference } from '../contract/preferences.ts'
import { InvalidRequest } from '../contract/requests.ts'
import { PlannedFailure } from '../faults/planned-failure.ts'
import { batchErrorOf } from './batch-request.ts'
import { toBodyError } from './body-errors.ts'
import { GraphError, graphErrors } from './errors.ts'
import { toPlannedError } from './planned-errors.ts'

/** The largest page of users. @see https://learn.microsoft.com/graph/api/user-list */
const LARGEST_PAGE = 999

/**
 * Anything that is not recognised is a defect of the double: a 500.
 * @param target what the path names
 * @param operation the one that was asked for, where there is one
 */
export function toGraphError(error: unknown, target = '', operation?: Operation): GraphError {
  if (error instanceof GraphError) return error
  if (error instanceof PlannedFailure) return toPlannedError(error, target)
  if (error instanceof UnknownPreference) return graphErrors.own(400, error.message)
  if (error instanceof InvalidRequest) return toBadRequest(error, operation)
  const { status, code, message } = readFrameworkError(error)
  if (code.startsWith('FST_ERR_CTP') && status !== 413) return graphErrors.payloadUnreadable()
  if (status < 500) return graphErrors.own(status, message)
  return graphErrors.own(
    500,
    'graph-understudy failed on this request. The reason is in its log, under this request id.',
  )
}

function toBadRequest(
  { violations: [first], message }: InvalidRequest,
  operation: Operation | undefined,
): GraphError {
  if (first.in === 'query' && first.pointer === '$top') {
    const maximum = operation?.parameters.find(({ name }) => name === '$top')?.schema.maximum
    const largest = typeof maximum === 'number' ? maximum : LARGEST_PAGE
    return graphErrors.pageSizeInvalid(String(first.value), largest)
  }
  if (first.in !== 'body') return graphErrors.valuesInvalid(message)
  return batchErrorOf(first) ?? toBodyError(first, operation) ?? graphErrors.valuesInvalid(message)
}
