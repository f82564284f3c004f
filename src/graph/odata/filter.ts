// $filter: what a parsed filter means for a record, and what an index could do for it.
import type { EntityShape, EntityType } from '../entity-type.ts'
import { ODataError } from './errors.ts'
import { FilterBinder } from './filter-binder.ts'
import type { Expression } from './filter-expression.ts'
import { parseFilter } from './filter-parser.ts'
import type { FilterTarget } from './filter-support.ts'
import { targetsOf } from './filter-support.ts'
import type { Value } from './filter-value.ts'
import { literalValue } from './filter-value.ts'

/** How a filter is read. */
export interface FilterOptions<R> {
  /** Whether the request makes advanced queries: `ConsistencyLevel: eventual` and `$count=true`. */
  readonly advanced: boolean
  readonly type: EntityType<R>
  /** A filter may spell the names in any case. */
  readonly shape: EntityShape
}

/** A condition that a whole query depends on, and that an index by the property can find the records for. */
export interface Bound {
  readonly target: FilterTarget
  readonly operator: 'eq' | 'in' | 'startsWith' | 'ge' | 'le'
  /** One or, of `in`, more. */
  readonly values: readonly Value[]
}

export interface CompiledFilter<R> {
  readonly matches: (record: R) => boolean
  /** About how many conditions are tried on a record. */
  readonly cost: number
  /** Those of which every one must hold. */
  readonly bounds: readonly Bound[]
  /** Whether there is one bound, and nothing else to hold. */
  readonly isBound: boolean
}

/** Holds for every record. */
export const everything: CompiledFilter<unknown> = {
  matches: () => true,
  cost: 1,
  bounds: [],
  isBound: false,
}

/**
 * The test that a `$filter` stands for. Text compares without regard to case, and in the order
 * of its UTF-16 units. A dateTime is an ISO 8601 string; what is absent counts as null. When several things are wrong, syntax is
 * reported first, then unknown names.
 * @throws ODataError on a filter that cannot be applied
 * @see microsoftgraph/msgraph-sdk-powershell issues 1869 (2023) and 2893 (2024): property names in any case
 */
export function compileFilter<R>(text: string, options: FilterOptions<R>): CompiledFilter<R> {
  const expression = parseFilter(text)
  const binder = new FilterBinder(options)
  const matches = binder.bind(expression)
  const { problems, cost } = binder
  const problem =
    problems.find(({ kind }) => kind === 'syntax') ??
    problems.find(({ kind }) => kind === 'unknownProperty') ??
    problems[0]
  if (problem instanceof ODataError) throw problem
  const conjuncts = expression.kind === 'and' ? expression.terms : [expression]
  const bounds = conjuncts.flatMap(term => boundOf(term, options.type))
  return { matches, cost, bounds, isBound: bounds.length === 1 && conjuncts.length === 1 }
}

const served: ReadonlySet<string> = new Set(['eq', 'in', 'startsWith', 'ge', 'le'])

function isServed(operator: string): operator is Bound['operator'] {
  return served.has(operator)
}

function boundOf(term: Expression, { filters }: EntityType<never>): Bound[] {
  if (term.kind !== 'condition' || !isServed(term.operator)) return []
  const target = targetsOf(filters).get(term.property.path.join('/').toLowerCase())
  const values = term.values.map(({ literal }) => literalValue(literal))
  if (target === undefined || target.path.endsWith('/$count') || values.includes(undefined))
    return []
  return [{ target, operator: term.operator, values }]
}
