// graph.me.*: the signed-in user.
import type { Handler } from '../contract/operations.ts'
import type { User } from '../state/users.ts'
import type { GraphContext } from './context.ts'
import { graphErrors } from './errors.ts'
import { listMemberGroups, listMemberRoles, listMemberships } from './member-of.ts'
import { assertMayRevoke, revoke } from './revoke.ts'
import { assertMayWrite } from './user-access.ts'
import { selectionOf, toEntity } from './user-entity.ts'
import { changeOwnPassword } from './user-password.ts'
import { updateUser } from './user-update.ts'

export const get: Handler<'graph.me.get', GraphContext> = ({ query }, context) => {
  const selection = selectionOf(context, query.$select)
  return { status: 200, body: toEntity(context, callingUser(context), selection) }
}

export const listMemberOf: Handler<'graph.me.listMemberOf', GraphContext> = (request, context) =>
  listMemberships(context, request, callingUser(context), 'direct')

export const listMemberOfAsGroup: Handler<'graph.me.listMemberOfAsGroup', GraphContext> = (
  request,
  context,
) => listMemberGroups(context, request, callingUser(context), 'direct')

export const listMemberOfAsDirectoryRole: Handler<
  'graph.me.listMemberOfAsDirectoryRole',
  GraphContext
> = (request, context) => listMemberRoles(context, request, callingUser(context), 'direct')

export const listTransitiveMemberOf: Handler<'graph.me.listTransitiveMemberOf', GraphContext> = (
  request,
  context,
) => listMemberships(context, request, callingUser(context), 'transitive')

export const listTransitiveMemberOfAsGroup: Handler<
  'graph.me.listTransitiveMemberOfAsGroup',
  GraphContext
> = (request, context) => listMemberGroups(context, request, callingUser(context), 'transitive')

export const listTransitiveMemberOfAsDirectoryRole: Handler<
  'graph.me.listTransitiveMemberOfAsDirectoryRole',
  GraphContext
> = (request, context) => listMemberRoles(context, request, callingUser(context), 'transitive')

export const revokeSignInSessions: Handler<'graph.me.revokeSignInSessions', GraphContext> = (
  _,
  context,
) => {
  const user = callingUser(context)
  assertMayRevoke(context, user)
  return revoke(context, user)
}

export const invalidateAllRefreshTokens: Handler<
  'graph.me.invalidateAllRefreshTokens',
  GraphContext
> = (_, context) => {
  const user = callingUser(context)
  assertMayRevoke(context, user)
  return revoke(context, user)
}

export const update: Handler<'graph.me.update', GraphContext> = ({ body }, context) => {
  const user = callingUser(context)
  assertMayWrite(context, body, user)
  return updateUser(context, user, body)
}

export const changePassword: Handler<'graph.me.changePassword', GraphContext> = (
  { body },
  context,
) => changeOwnPassword(context, callingUser(context), body)

function callingUser({ caller }: GraphContext): User {
  if (caller.kind === 'app') throw graphErrors.meWithoutUser()
  return caller.user
}
