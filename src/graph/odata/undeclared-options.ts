// Query options that change an answer and that an operation does not support: refused, because an ignored one would give a wrong answer
// that looks right.
import type { Operation } from '../../contract/document.ts'
import type { GraphError } from '../errors.ts'
import { graphErrors } from '../errors.ts'

const refusals: Readonly<Record<string, (isEventual: boolean) => GraphError>> = {
  $skip: graphErrors.skipUnsupported,
  $search: isEventual => (isEventual ? unsupported('$search') : graphErrors.searchNeedsHeader()),
  $orderby: () => unsupported('$orderby'),
  $expand: () => unsupported('$expand'),
  $apply: () => unsupported('$apply'),
  $compute: () => unsupported('$compute'),
}

/** @throws GraphError for the first such option */
export function refuseUndeclaredOptions(
  operation: Operation,
  query: object,
  consistencyLevel: unknown,
): void {
  for (const name of Object.keys(query)) {
    const refuse = refusals[name]
    if (refuse === undefined || operation.parameters.some(parameter => parameter.name === name))
      continue
    throw refuse(
      typeof consistencyLevel === 'string' && consistencyLevel.toLowerCase() === 'eventual',
    )
  }
}

function unsupported(option: string): GraphError {
  return graphErrors.queryUnsupported(`The operation does not support ${option} here.`)
}
