// Updating a user, oneself or another.
import type { Handler } from '../contract/operations.ts'
import { Conflict } from '../state/collection.ts'
import type { User } from '../state/users.ts'
import { actOf } from './act.ts'
import type { GraphContext } from './context.ts'
import { graphErrors } from './errors.ts'
import { findUser } from './find-user.ts'
import { assertPassword } from './passwords.ts'
import type { UserChanges } from './user-access.ts'
import { assertMayWrite } from './user-access.ts'
import { toPatch } from './user-patch.ts'
import { assertIdentities, assertName, assertValues } from './user-values.ts'

export const update: Handler<'graph.users.update', GraphContext> = ({ path, body }, context) => {
  const user = findUser(context, path.userId)
  assertMayWrite(context, body, user)
  if (user === undefined) throw graphErrors.resourceNotFound(path.userId)
  return updateUser(context, user, body)
}

/**
 * Writes what the caller may write. A new password is a reset, as the admin center does it, which itself calls Microsoft Graph.
 * @throws GraphError 400 for values that are not taken; then nothing has changed
 */
export async function updateUser(
  context: GraphContext,
  user: User,
  changes: UserChanges,
): Promise<{ readonly status: 204 }> {
  const { tenant } = context.caller
  assertValues(changes)
  const { userPrincipalName, identities, passwordProfile } = changes
  if (userPrincipalName !== undefined) assertName(tenant, userPrincipalName)
  if (identities !== undefined) assertAllIdentities(context, user, changes)
  const password = passwordProfile?.password
  if (password !== undefined)
    assertPassword(password, changes.passwordPolicies ?? user.passwordPolicies)
  await unlessTaken(
    context.log.submit('updateUser', {
      tenantId: tenant.definition.id,
      userId: user.id,
      changes: toPatch(changes, user),
      ...(password !== undefined && { newPassword: { password, cause: 'passwordReset' } }),
      act: actOf(context),
    }),
  )
  return { status: 204 }
}

/** They are replaced as a whole, and the directory's own name for the user has to be among them. */
function assertAllIdentities(
  { caller: { tenant } }: GraphContext,
  user: User,
  { identities = [], userPrincipalName = user.userPrincipalName }: UserChanges,
): void {
  const isNamed = identities.some(
    ({ signInType, issuerAssignedId }) =>
      signInType === 'userPrincipalName' &&
      issuerAssignedId.toLowerCase() === userPrincipalName.toLowerCase(),
  )
  if (!isNamed) throw graphErrors.valueInvalid('identities')
  assertIdentities(tenant, identities, user)
}

/** The outcome of a command. @throws GraphError 400 when another user has the user principal name */
export async function unlessTaken<T>(outcome: Promise<T>): Promise<T> {
  try {
    return await outcome
  } catch (error) {
    throw error instanceof Conflict ? graphErrors.objectConflict('userPrincipalName') : error
  }
}
