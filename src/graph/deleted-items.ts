// graph.deletedItems.*: the users of the caller's tenant that were deleted and can still be restored.
import type { components } from '../contract/generated.ts'
import type { Handler } from '../contract/operations.ts'
import { isExpired } from '../state/deleted-users.ts'
import type { User } from '../state/users.ts'
import { actOf } from './act.ts'
import type { GraphContext } from './context.ts'
import { graphErrors } from './errors.ts'
import type { Selection } from './odata/select.ts'
import { entityContext } from './odata/select.ts'
import { assertMay } from './user-access.ts'
import { selectionOf, toSelected } from './user-entity.ts'
import { findableUsers, listUserPage } from './user-list.ts'
import { unlessTaken } from './user-update.ts'
import { assertName } from './user-values.ts'

export const listUsers: Handler<'graph.deletedItems.listUsers', GraphContext> = (
  request,
  context,
) => {
  const { tenant } = context.caller
  const { at } = context.log.mark(tenant)
  const users = findableUsers(context, tenant.deletedUsers, user => !isExpired(user, at))
  return listUserPage(context, request, users)
}

export const get: Handler<'graph.deletedItems.get', GraphContext> = ({ path, query }, context) => {
  const selection = selectionOf(context, query.$select)
  const user = getDeleted(context, path.deletedItemId)
  return { status: 200, body: toDirectoryObject(context, user, selection) }
}

export const restore: Handler<'graph.deletedItems.restore', GraphContext> = async (
  { path, body },
  context,
) => {
  const { tenant } = context.caller
  const user = assertMayAct(context, 'restore', path.deletedItemId)
  const userPrincipalName = body?.newUserPrincipalName ?? undefined
  if (userPrincipalName !== undefined) assertName(tenant, userPrincipalName)
  const restored = await unlessTaken(
    context.log.submit('restoreUser', {
      tenantId: tenant.definition.id,
      userId: user.id,
      ...(userPrincipalName !== undefined && { userPrincipalName }),
      act: actOf(context),
    }),
  )
  return {
    status: 200,
    body: toDirectoryObject(context, restored, selectionOf(context, undefined)),
  }
}

export const remove: Handler<'graph.deletedItems.remove', GraphContext> = async (
  { path },
  context,
) => {
  const user = assertMayAct(context, 'purge', path.deletedItemId)
  await context.log.submit('purgeUser', {
    tenantId: context.caller.tenant.definition.id,
    userId: user.id,
    act: actOf(context),
  })
  return { status: 204 }
}

/** The user, to whom the caller may do it. @throws GraphError 403 or 404 */
function assertMayAct(context: GraphContext, action: 'restore' | 'purge', id: string): User {
  const user = findDeleted(context, id)
  assertMay(context, action, user)
  return user ?? getDeleted(context, id)
}

/** @throws GraphError 404 */
function getDeleted(context: GraphContext, id: string): User {
  const user = findDeleted(context, id)
  if (user === undefined) throw graphErrors.resourceNotFound(id)
  return user
}

/** By id alone: the name it had is free for others. */
function findDeleted({ caller: { tenant }, log }: GraphContext, id: string): User | undefined {
  const user = tenant.deletedUsers.find(id)
  const isThere = user?.id === id.toLowerCase() && !isExpired(user, log.mark(tenant).at)
  return isThere ? user : undefined
}

function toDirectoryObject(
  { caller: { tenant }, serviceRoot }: GraphContext,
  user: User,
  selection: Selection,
): components['schemas']['user'] {
  return {
    '@odata.context': entityContext(serviceRoot, 'directoryObjects', selection),
    '@odata.type': '#microsoft.graph.user',
    ...toSelected(tenant, user, selection),
  }
}
