// A list of anything, page by page: what every operation that answers with a collection is made of.
import type { Rows } from '../../state/rows.ts'
import type { GraphContext } from '../context.ts'
import type { EntityType } from '../entity-type.ts'
import { nextLink, readSkipToken } from './page.ts'
import { readFilter } from './read-filter.ts'
import type { Selection } from './select.ts'
import { collectionContext, readSelection } from './select.ts'

/** What of a request a list depends on. An operation that does not declare an option is never given it. */
export interface ListRequest {
  readonly query: {
    readonly $select?: string
    readonly $filter?: string
    readonly $top?: number
    readonly $count?: boolean
    readonly $skiptoken?: string
  }
  readonly headers: { readonly consistencylevel?: string; readonly 'client-request-id'?: string }
}

/** What a list is made from. */
export interface ListSource<R, E> {
  readonly type: EntityType<R>
  /** As the context names it: `users`, `auditLogs/signIns`. */
  readonly set: string
  readonly rows: Rows<R>
  /** The last record first. Otherwise in the order of the rows. */
  readonly newestFirst?: boolean
  /** Which of the records there are for clients; all when left out. */
  readonly isListed?: (record: R) => boolean
  /** How many a page holds where `$top` is left out. How many it may hold, the contract says. */
  readonly pageSize: number
  /** A record with the selected properties, without a context. */
  readonly toEntity: (record: R, selection: Selection) => E
}

/** The body of a collection. */
export interface Page<E> {
  '@odata.context': string
  '@odata.count'?: number
  '@odata.nextLink'?: string
  value: E[]
}

/** One page. @throws GraphError on an option that cannot be applied */
export async function listPage<R, E>(
  context: GraphContext,
  request: ListRequest,
  source: ListSource<R, E>,
): Promise<Page<E>> {
  const { $top: size = source.pageSize, $filter, $skiptoken, $select } = request.query
  const counted = request.query.$count === true && isEventual(request)
  const shape = context.shapes.of(source.type.schema)
  const selection = readSelection($select, shape)
  const matches = readFilter($filter, { advanced: counted, type: source.type, shape })
  const isKept = (record: R) => source.isListed?.(record) !== false && matches(record)

  const start = readSkipToken($skiptoken, $filter)
  const page: R[] = []
  let next: number | undefined
  for (const [position, record] of recordsFrom(source, start)) {
    if (!isKept(record)) continue
    if (page.length === size) {
      next = position
      break
    }
    page.push(record)
  }
  return {
    '@odata.context': collectionContext(context.serviceRoot, source.set, selection),
    ...(counted && start === undefined && { '@odata.count': count(source, isKept) }),
    ...(next !== undefined && { '@odata.nextLink': nextLink(context, next, $filter) }),
    value: page.map(record => source.toEntity(record, selection)),
  }
}

function isEventual({ headers }: ListRequest): boolean {
  return headers.consistencylevel?.toLowerCase() === 'eventual'
}

function count<R>(source: ListSource<R, unknown>, isKept: (record: R) => boolean): number {
  let kept = 0
  for (const [, record] of recordsFrom(source)) if (isKept(record)) kept++
  return kept
}

/** The records with their positions, from a position on or all of them. */
function* recordsFrom<R>(
  { rows, newestFirst = false }: ListSource<R, unknown>,
  start?: number,
): Generator<readonly [number, R]> {
  const step = newestFirst ? -1 : 1
  for (
    let slot = firstSlot(rows, newestFirst, start);
    slot >= 0 && slot < rows.slots;
    slot += step
  ) {
    const record = rows.at(slot)
    if (record !== undefined) yield [rows.positionOf(slot), record]
  }
}

function firstSlot(rows: Rows<unknown>, newestFirst: boolean, start: number | undefined): number {
  if (!newestFirst) return start === undefined ? 0 : rows.slotFrom(start)
  // What stood at the start may be gone; then the one before it is next.
  return (start === undefined ? rows.slots : rows.slotFrom(start + 1)) - 1
}
