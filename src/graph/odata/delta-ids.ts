// The $filter of a delta query: nothing but users by id.
import { ODataError } from './errors.ts'
import type { Expression } from './filter-expression.ts'
import { parseFilter } from './filter-parser.ts'

/** @see https://learn.microsoft.com/graph/api/user-delta */
const MOST_IDS = 50

/** The ids, in lower case. @throws ODataError for any other filter, and for more than 50 */
export function readDeltaIds(filter: string): readonly string[] {
  const ids = idsOf(parseFilter(filter))
  if (ids === undefined)
    throw new ODataError('unsupported', "A delta query takes `id eq '…'`, joined by `or`, alone.")
  if (ids.length > MOST_IDS)
    throw new ODataError('unsupported', `A delta query takes ${MOST_IDS} ids at most.`)
  return ids
}

function idsOf(expression: Expression): string[] | undefined {
  if (expression.kind === 'or') {
    const ids = expression.terms.map(idsOf)
    return ids.includes(undefined) ? undefined : ids.flatMap(some => some ?? [])
  }
  if (expression.kind !== 'condition' || expression.operator !== 'eq') return undefined
  const { property, values } = expression
  const [value] = values
  const isId = property.path.length === 1 && property.path[0]?.toLowerCase() === 'id'
  return isId && value?.literal.type === 'string' ? [value.literal.value.toLowerCase()] : undefined
}
