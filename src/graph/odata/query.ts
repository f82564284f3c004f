// The query options of a list, read and checked against each other.
import type { GraphContext } from '../context.ts'
import type { EntityShape, EntityType } from '../entity-type.ts'
import { graphErrors } from '../errors.ts'
import type { CompiledFilter } from './filter.ts'
import { compileFilter, everything } from './filter.ts'
import type { OrderKey } from './order.ts'
import { compileOrder } from './order.ts'
import { reading } from './refusals.ts'
import { compileSearch } from './search.ts'

/** What of a request a list depends on. An operation that does not declare an option is never given it. */
export interface ListRequest {
  readonly query: {
    readonly $select?: string
    readonly $filter?: string
    readonly $search?: string
    readonly $orderby?: string
    readonly $top?: number
    readonly $count?: boolean
    readonly $skiptoken?: string
  }
  readonly headers: { readonly consistencylevel?: string; readonly 'client-request-id'?: string }
}

/** Which records, in which order. */
export interface Query<R> {
  /** What `$filter` and `$search` ask for. */
  readonly filter: CompiledFilter<R>
  /** By what they are sorted; empty for the order of the rows. */
  readonly order: readonly OrderKey<R>[]
  /** Whether the matches are counted. */
  readonly isCounted: boolean
}

/** @throws GraphError on an option that cannot be applied, or not with the others */
export function readQuery<R>(
  { shapes }: Pick<GraphContext, 'shapes'>,
  { query, headers }: ListRequest,
  type: EntityType<R>,
): Query<R> {
  const shape = shapes.of(type.schema)
  const isEventual = isEventuallyConsistent(headers.consistencylevel)
  if (query.$search !== undefined && !isEventual) throw graphErrors.searchNeedsHeader()
  const isCounted = query.$count === true && isEventual
  // A search is an advanced query without being counted.
  const advanced = isCounted || query.$search !== undefined
  const isFiltered = query.$filter !== undefined
  const { $orderby } = query
  const filter = readConditions(query, type, shape, advanced)
  const order =
    $orderby === undefined || $orderby.trim() === ''
      ? []
      : reading('$orderby', shape, () =>
          compileOrder($orderby, { type, shape, advanced, isFiltered }),
        )
  return { filter, order, isCounted }
}

/** By the header ConsistencyLevel. */
export function isEventuallyConsistent(level: string | undefined): boolean {
  return level?.toLowerCase() === 'eventual'
}

function readConditions<R>(
  { $filter, $search }: ListRequest['query'],
  type: EntityType<R>,
  shape: EntityShape,
  advanced: boolean,
): CompiledFilter<R> {
  const parts: CompiledFilter<R>[] = []
  if ($filter !== undefined)
    parts.push(reading('$filter', shape, () => compileFilter($filter, { advanced, type, shape })))
  if ($search !== undefined)
    parts.push(reading('$search', shape, () => compileSearch($search, type, shape)))
  const [one, other] = parts
  if (one === undefined) return everything
  if (other === undefined) return one
  return {
    matches: record => one.matches(record) && other.matches(record),
    cost: one.cost + other.cost,
    bounds: [...one.bounds, ...other.bounds],
    isBound: false,
  }
}
