// graph.users.*: the users of the caller's tenant.
import type { Handler } from '../contract/operations.ts'
import type { User } from '../state/users.ts'
import type { GraphContext } from './context.ts'
import { assertPermitted } from './context.ts'
import { graphErrors } from './errors.ts'
import { findUser, isCaller, isInDirectory } from './find-user.ts'
import { listMemberships } from './member-of.ts'
import type { Findable } from './odata/find.ts'
import { countAll, listPage } from './odata/list.ts'
import { assertMayRevoke, revoke } from './revoke.ts'
import { selectionOf, toEntity, toSelected } from './user-entity.ts'
import { userType } from './user-type.ts'

export { create } from './user-create.ts'
export { delta } from './user-delta.ts'
export { changePassword } from './user-password.ts'
export { remove } from './user-remove.ts'
export { update } from './user-update.ts'

/** How many users a page holds when `$top` is left out. @see https://learn.microsoft.com/graph/api/user-list */
const PAGE_SIZE = 100
/** How many it may hold with signInActivity, by the same page. */
const LARGEST_ACTIVITY_PAGE = 120

export const list: Handler<'graph.users.list', GraphContext> = async (request, context) => {
  const { tenant } = context.caller
  const { properties } = selectionOf(context, request.query.$select)
  const { $top = PAGE_SIZE } = request.query
  if (properties.includes('signInActivity') && $top > LARGEST_ACTIVITY_PAGE)
    throw graphErrors.activityPageTooLarge()
  const body = await listPage(context, request, {
    ...usersOf(context),
    pageSize: PAGE_SIZE,
    toEntity: (user, selection) => toSelected(tenant, user, selection),
  })
  return { status: 200, body }
}

export const count: Handler<'graph.users.count', GraphContext> = async (request, context) => {
  const body = await countAll(context, request, usersOf(context))
  return { status: 200, headers: { 'content-type': 'text/plain' }, body }
}

export const get: Handler<'graph.users.get', GraphContext> = ({ path, query }, context) => {
  const selection = selectionOf(context, query.$select)
  const user = findUser(context, path.userId)
  assertPermitted(context, isCaller(context, user))
  if (user === undefined) throw graphErrors.resourceNotFound(path.userId)
  return { status: 200, body: toEntity(context, user, selection) }
}

export const listMemberOf: Handler<'graph.users.listMemberOf', GraphContext> = (request, context) =>
  listMemberships(context, request, getReadableUser(context, request.path.userId), 'direct')

export const listTransitiveMemberOf: Handler<'graph.users.listTransitiveMemberOf', GraphContext> = (
  request,
  context,
) => listMemberships(context, request, getReadableUser(context, request.path.userId), 'transitive')

/** @throws GraphError unless there is such a user, whom the caller may read about */
function getReadableUser(context: GraphContext, idOrName: string): User {
  const user = findUser(context, idOrName)
  assertPermitted(context, isCaller(context, user))
  if (user === undefined) throw graphErrors.resourceNotFound(idOrName)
  return user
}

export const revokeSignInSessions: Handler<'graph.users.revokeSignInSessions', GraphContext> = (
  { path },
  context,
) => revokeFor(path.userId, context)

export const invalidateAllRefreshTokens: Handler<
  'graph.users.invalidateAllRefreshTokens',
  GraphContext
> = ({ path }, context) => revokeFor(path.userId, context)

function revokeFor(idOrName: string, context: GraphContext): ReturnType<typeof revoke> {
  const user = findUser(context, idOrName)
  assertMayRevoke(context, user)
  if (user === undefined) throw graphErrors.resourceNotFound(idOrName)
  return revoke(context, user)
}

function usersOf({ caller }: GraphContext): Findable<User> {
  return { type: userType, set: 'users', rows: caller.tenant.users, isListed: isInDirectory }
}
