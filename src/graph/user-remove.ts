// Deleting a user, who can be restored for a time.
import type { Handler } from '../contract/operations.ts'
import { actOf } from './act.ts'
import type { GraphContext } from './context.ts'
import { graphErrors } from './errors.ts'
import { findUser } from './find-user.ts'
import { assertMay } from './user-access.ts'

export const remove: Handler<'graph.users.remove', GraphContext> = async ({ path }, context) => {
  const user = findUser(context, path.userId)
  assertMay(context, 'delete', user)
  if (user === undefined) throw graphErrors.resourceNotFound(path.userId)
  await context.log.submit('deleteUser', {
    tenantId: context.caller.tenant.definition.id,
    userId: user.id,
    act: actOf(context),
  })
  return { status: 204 }
}
