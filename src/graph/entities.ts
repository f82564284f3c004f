// Lists and single entities of the types that are few in a tenant: they are made as a whole and looked through.
import { rowsOf } from '../state/rows.ts'
import type { GraphContext } from './context.ts'
import type { EntityType } from './entity-type.ts'
import { readerOfPath } from './entity-type.ts'
import { graphErrors } from './errors.ts'
import type { FilterTable } from './odata/filter-support.ts'
import type { Page } from './odata/list.ts'
import { listPage } from './odata/list.ts'
import type { ListRequest } from './odata/query.ts'
import { entityContext, pickSelected, readSelection } from './odata/select.ts'

/** A type, and the set its entities are in. */
export interface EntitySet extends EntityType<unknown> {
  /** As the context names it: `applications`. */
  readonly set: string
}

/** An entity as it is sent, with everything that its type has in the contract but the context. */
export type Whole<E> = Required<Omit<E, '@odata.context'>>

/** How many a page holds when `$top` is left out. */
const PAGE_SIZE = 100

/** @param schema the name of the type's schema in the contract */
export function entitySet(set: string, schema: string, filters: FilterTable): EntitySet {
  return { set, schema, filters, readerOf: readerOfPath }
}

/** One page of them. @throws GraphError on an option that cannot be applied */
export async function listEntities<E extends object>(
  context: GraphContext,
  request: ListRequest,
  type: EntitySet,
  entities: readonly Whole<E>[],
): Promise<{ status: 200; body: Page<Partial<Whole<E>>> }> {
  const body = await listPage(context, request, {
    type,
    set: type.set,
    rows: rowsOf(entities),
    pageSize: PAGE_SIZE,
    toEntity: pickSelected,
  })
  return { status: 200, body }
}

/** One of them. @param key as it was sent @throws GraphError when there is none */
export function getEntity<E extends object>(
  context: GraphContext,
  $select: string | undefined,
  { schema, set }: Pick<EntitySet, 'schema' | 'set'>,
  entity: Whole<E> | undefined,
  key: string,
): { status: 200; body: Partial<Whole<E>> & { '@odata.context': string } } {
  const selection = readSelection($select, context.shapes.of(schema))
  if (entity === undefined) throw graphErrors.resourceNotFound(key)
  const own = { '@odata.context': entityContext(context.serviceRoot, set, selection) }
  return { status: 200, body: { ...own, ...pickSelected(entity, selection) } }
}
