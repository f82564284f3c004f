// A list of anything, page by page: what every operation that answers with a collection is made of.
import { mapInTurns } from '../../turns.ts'
import type { GraphContext } from '../context.ts'
import { graphErrors } from '../errors.ts'
import type { Findable, FoundPage } from './find.ts'
import { countMatches, findPage } from './find.ts'
import { nextLink, readSkipToken } from './page.ts'
import type { ListRequest } from './query.ts'
import { isEventuallyConsistent, readQuery } from './query.ts'
import type { Selection } from './select.ts'
import { collectionContext, readSelection } from './select.ts'

/** What a list is made from. */
export interface ListSource<R, E> extends Findable<R> {
  /** As the context names it: `users`, `auditLogs/signIns`. */
  readonly set: string
  /** Which of the records there are for clients; all when left out. Never another for the same record. */
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
  const { $select, $skiptoken, $top: size = source.pageSize } = request.query
  const selection = readSelection($select, context.shapes.of(source.type.schema))
  const query = readQuery(context, request, source.type)
  const start = readSkipToken(context, request, query.order)
  const position = start?.id === undefined ? undefined : source.rows.positionOfId?.(start.id)
  const after = start && { ...start, position: position ?? start.position }
  const isCounted = query.isCounted && $skiptoken === undefined
  const page = await findPage(source, { ...query, isCounted }, size, after)
  const value = await mapInTurns(page.records, record => source.toEntity(record, selection))
  return {
    '@odata.context': collectionContext(context.serviceRoot, source.set, selection),
    ...(page.count !== undefined && { '@odata.count': page.count }),
    ...(page.last !== undefined && {
      '@odata.nextLink': nextLink(context, request, { ...page.last, id: idOfLast(page) }),
    }),
    value,
  }
}

/** How many there are, as text. @throws GraphError without `ConsistencyLevel: eventual`, or on an option that cannot be applied */
export async function countAll<R>(
  context: GraphContext,
  { query, headers }: ListRequest,
  source: Findable<R>,
): Promise<string> {
  if (!isEventuallyConsistent(headers.consistencylevel)) throw graphErrors.countNeedsHeader()
  const counted = { query: { ...query, $count: true }, headers }
  return String(await countMatches(source, readQuery(context, counted, source.type)))
}

/** Of a record that has an id. */
function idOfLast({ records }: FoundPage<unknown>): string | undefined {
  const last = records.at(-1)
  const isObject = typeof last === 'object' && last !== null
  return isObject && 'id' in last && typeof last.id === 'string' ? last.id : undefined
}
