// graph.users.delta: who was added, changed or deleted since the last time.
import type { Handler, Input } from '../contract/operations.ts'
import type { UsersDelta, UsersDeltaPage } from '../tokens/continuations.ts'
import type { GraphContext } from './context.ts'
import { graphErrors } from './errors.ts'
import { readDeltaIds } from './odata/delta-ids.ts'
import { reading } from './odata/refusals.ts'
import { collectionContext } from './odata/select.ts'
import { changedUsers, everybody } from './user-delta-page.ts'
import { selectionOf } from './user-entity.ts'

/** @see https://learn.microsoft.com/graph/delta-query-overview#token-duration */
const LIFETIME_MILLISECONDS = 7 * 24 * 60 * 60 * 1000

export const delta: Handler<'graph.users.delta', GraphContext> = (input, context) => {
  const page = readPage(input, context)
  const selection = selectionOf(context, page.select)
  const isMinimal = prefersMinimal(input.headers.prefer)
  const { tenant } = context.caller
  const { items, next } =
    page.gives === 'all'
      ? everybody(tenant, page, selection)
      : changedUsers(tenant, page, selection, isMinimal)
  return {
    status: 200,
    ...(isMinimal && { headers: { 'preference-applied': 'return=minimal' } }),
    body: {
      '@odata.context': collectionContext(context.serviceRoot, 'users', selection),
      ...(next === undefined
        ? { '@odata.deltaLink': deltaLink(context, page) }
        : { '@odata.nextLink': nextLink(context, { ...page, after: next }) }),
      value: items,
    },
  }
}

/** @see RFC 7240 */
function prefersMinimal(prefer = ''): boolean {
  return prefer.split(/[,;]/).some(one => /^\s*return\s*=\s*"?minimal"?\s*$/i.test(one))
}

/** What the request goes on with, or a round that it begins. @throws GraphError for a token that is none of the tenant's, or too old */
function readPage(
  { query: { $select, $filter, $skiptoken, $deltatoken } }: Input<'graph.users.delta'>,
  context: GraphContext,
): UsersDeltaPage {
  const { caller, log, seal, shapes } = context
  const { id: tenantId } = caller.tenant.definition
  const { at, position } = log.mark(caller.tenant)
  if ($skiptoken !== undefined) return current(seal.open('usersDeltaPage', $skiptoken), context)
  if ($deltatoken !== undefined && $deltatoken !== 'latest') {
    const round = current(seal.open('usersDelta', $deltatoken), context)
    return { ...round, startedAt: at, gives: 'changes', after: round.since }
  }
  const ids =
    $filter === undefined
      ? undefined
      : reading('$filter', shapes.of('user'), () => readDeltaIds($filter))
  const round: UsersDelta = {
    tenantId,
    startedAt: at,
    since: position,
    ...($select !== undefined && { select: $select }),
    ...(ids !== undefined && { ids }),
  }
  return $deltatoken === 'latest'
    ? { ...round, gives: 'changes', after: position }
    : { ...round, gives: 'all', after: 0 }
}

/** @throws GraphError unless the round is one of the tenant's, and all that was changed since it began is still known */
function current<T extends UsersDelta>(round: T | string, { caller, log }: GraphContext): T {
  const { definition, userChanges } = caller.tenant
  if (typeof round === 'string' || round.tenantId !== definition.id)
    throw graphErrors.syncStateNotFound()
  const isOver = log.mark(caller.tenant).at >= round.startedAt + LIFETIME_MILLISECONDS
  if (isOver || round.since < userChanges.forgottenUntil) throw graphErrors.syncStateNotFound()
  return round
}

function nextLink({ seal, serviceRoot }: GraphContext, page: UsersDeltaPage): string {
  return `${serviceRoot}/users/delta?$skiptoken=${seal.seal('usersDeltaPage', page)}`
}

/** What was changed since a first round began may not be in it; a later round has seen all there was until now. */
function deltaLink(context: GraphContext, { gives, after: _, ...round }: UsersDeltaPage): string {
  const { caller, log, seal, serviceRoot } = context
  const { at, position } = log.mark(caller.tenant)
  const since = gives === 'all' ? round.since : position
  const token = seal.seal('usersDelta', { ...round, startedAt: at, since })
  return `${serviceRoot}/users/delta?$deltatoken=${token}`
}
