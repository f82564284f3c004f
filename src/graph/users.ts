// graph.users.*: the users of the caller's tenant.
import type { Handler } from '../contract/operations.ts'
import type { User } from '../state/users.ts'
import type { GraphContext } from './context.ts'
import { assertPermitted } from './context.ts'
import { graphErrors } from './errors.ts'
import { findUser, isCaller, isInDirectory } from './find-user.ts'
import { listMemberGroups, listMemberRoles, listMemberships } from './member-of.ts'
import type { Findable } from './odata/find.ts'
import { countAll } from './odata/list.ts'
import { assertMayRevoke, revoke } from './revoke.ts'
import { selectionOf, toEntity } from './user-entity.ts'
import { findableUsers, listUserPage } from './user-list.ts'

export { create } from './user-create.ts'
export { delta } from './user-delta.ts'
export { changePassword } from './user-password.ts'
export { remove } from './user-remove.ts'
export { update } from './user-update.ts'

export const list: Handler<'graph.users.list', GraphContext> = (request, context) =>
  listUserPage(context, request, usersOf(context))

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

export const listMemberOfAsGroup: Handler<'graph.users.listMemberOfAsGroup', GraphContext> = (
  request,
  context,
) => listMemberGroups(context, request, getReadableUser(context, request.path.userId), 'direct')

export const listMemberOfAsDirectoryRole: Handler<
  'graph.users.listMemberOfAsDirectoryRole',
  GraphContext
> = (request, context) =>
  listMemberRoles(context, request, getReadableUser(context, request.path.userId), 'direct')

export const listTransitiveMemberOf: Handler<'graph.users.listTransitiveMemberOf', GraphContext> = (
  request,
  context,
) => listMemberships(context, request, getReadableUser(context, request.path.userId), 'transitive')

export const listTransitiveMemberOfAsGroup: Handler<
  'graph.users.listTransitiveMemberOfAsGroup',
  GraphContext
> = (request, context) =>
  listMemberGroups(context, request, getReadableUser(context, request.path.userId), 'transitive')

export const listTransitiveMemberOfAsDirectoryRole: Handler<
  'graph.users.listTransitiveMemberOfAsDirectoryRole',
  GraphContext
> = (request, context) =>
  listMemberRoles(context, request, getReadableUser(context, request.path.userId), 'transitive')

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

function usersOf(context: GraphContext): Findable<User> {
  return findableUsers(context, context.caller.tenant.users, isInDirectory)
}
