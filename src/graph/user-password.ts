// Changing one's own password.
import type { Handler } from '../contract/operations.ts'
import type { User } from '../state/users.ts'
import { actOf } from './act.ts'
import type { GraphContext } from './context.ts'
import { graphErrors } from './errors.ts'
import { findUser, isCaller, isInDirectory } from './find-user.ts'
import { assertPassword } from './passwords.ts'
import { toProfile } from './user-patch.ts'

export const changePassword: Handler<'graph.users.changePassword', GraphContext> = (
  { path, body },
  context,
) => {
  const user = findUser(context, path.userId)
  if (user === undefined || !isCaller(context, user))
    throw graphErrors.requestDenied(
      'Users change their own passwords only.',
      'PATCH /users/{userId} with a passwordProfile resets that of another.',
    )
  return changeOwnPassword(context, user, body)
}

/** Any user may, without a directory role. @throws GraphError 400 unless the current password is right and the new one will do */
export async function changeOwnPassword(
  context: GraphContext,
  user: User,
  {
    currentPassword,
    newPassword,
  }: { readonly currentPassword: string; readonly newPassword: string },
): Promise<{ readonly status: 204 }> {
  const { caller, log, serviceRoot, url } = context
  if (!isInDirectory(user)) throw graphErrors.noHttpResource(new URL(url, serviceRoot).href)
  if (currentPassword !== user.password) throw graphErrors.passwordWrong()
  assertPassword(newPassword, user.passwordPolicies, 'newPassword')
  const { passwordProfile: profile } = user
  const isDone = {
    forceChangePasswordNextSignIn: false,
    forceChangePasswordNextSignInWithMfa: false,
  }
  await log.submit('updateUser', {
    tenantId: caller.tenant.definition.id,
    userId: user.id,
    // Whoever had to change it has done so.
    changes: profile === null ? {} : { passwordProfile: toProfile(isDone, profile) },
    newPassword: { password: newPassword, cause: 'passwordChange' },
    act: actOf(context),
  })
  return { status: 204 }
}
