// $skiptoken and @odata.nextLink: where the next page starts, in a token that only the double can read and that belongs to its query.
import { createHash } from 'node:crypto'
import type { IndexValue } from '../../state/ordered-index.ts'
import type { Seal } from '../../tokens/seal.ts'
import { graphErrors } from '../errors.ts'
import type { Spot } from './find.ts'
import type { OrderKey } from './order.ts'
import type { ListRequest } from './query.ts'

/** Seals tokens and opens them. */
export type PageTokens = Pick<Seal, 'seal' | 'open'>

/** What of a request a token depends on besides its query. */
export interface PageContext {
  readonly caller: { readonly tenant: { readonly definition: { readonly id: string } } }
  readonly operation: { readonly id: string }
  readonly seal: PageTokens
  readonly serviceRoot: string
  readonly url: string
}

/** What a page begins behind: a record's place in the list, and its id, by which it is found wherever it is now. */
interface PageStart extends Spot {
  readonly id: string | undefined
}

/**
 * Where a page begins, or undefined for the first.
 * @throws GraphError when the token was not given out for this operation, tenant, filter, search and order
 */
export function readSkipToken(
  context: PageContext,
  { query }: ListRequest,
  order: readonly Pick<OrderKey<never>, 'valueType'>[],
): PageStart | undefined {
  if (query.$skiptoken === undefined) return undefined
  const opened = context.seal.open('page', query.$skiptoken)
  if (typeof opened === 'string' || opened.query !== digestOf(context, query))
    throw graphErrors.skipTokenInvalid()
  const { position, id, values } = opened
  return {
    position,
    id,
    values: values.map((value, index) => readValue(value, order[index]?.valueType)),
  }
}

/** The address of the next page: this one's, with its query options and another token. */
export function nextLink(context: PageContext, { query }: ListRequest, start: PageStart): string {
  const { search, pathname } = new URL(context.url, context.serviceRoot)
  const kept = search
    .slice(1)
    .split('&')
    .filter(option => option !== '' && !/^(\$|%24)skiptoken=/i.test(option))
  const token = context.seal.seal('page', {
    query: digestOf(context, query),
    position: start.position,
    id: start.id,
    values: start.values.map(value => (typeof value === 'bigint' ? String(value) : value)),
  })
  return `${new URL(context.serviceRoot).origin}${pathname}?${[...kept, `$skiptoken=${token}`].join('&')}`
}

function readValue(
  value: string | number | boolean | null,
  type: OrderKey<never>['valueType'] | undefined,
): IndexValue {
  return type === 'dateTime' && typeof value === 'string' ? BigInt(value) : value
}

/** A page size or a selection may change from page to page. */
function digestOf(
  { caller, operation }: PageContext,
  { $filter, $search, $orderby }: ListRequest['query'],
): string {
  const { id: tenantId } = caller.tenant.definition
  const bound = [operation.id, tenantId, $filter ?? null, $search ?? null, $orderby ?? null]
  return createHash('sha256').update(JSON.stringify(bound)).digest('base64url').slice(0, 16)
}
