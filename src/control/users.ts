// control.users.*: what happens to an account besides a revocation.
import type { Handler } from '../contract/operations.ts'
import type { Act } from '../state/acts.ts'
import { getUser } from '../state/tenant-users.ts'
import type { User } from '../state/users.ts'
import type { ControlContext } from './context.ts'

const causes = {
  user: 'passwordChange',
  portal: 'passwordChange',
  adminCenter: 'passwordReset',
} as const

export const update: Handler<'control.users.update', ControlContext> = async (
  { path, query, body },
  { state, log, request },
) => {
  const tenant = state.getTenant(query.tenant)
  const user = getUser(tenant, path.userId)
  const { accountEnabled, password, passwordChange = 'user' } = body
  const isOwn = password !== undefined && passwordChange === 'user'
  await log.submit('updateUser', {
    tenantId: tenant.definition.id,
    userId: user.id,
    changes: accountEnabled === undefined ? {} : { accountEnabled },
    ...(password !== undefined && { newPassword: { password, cause: causes[passwordChange] } }),
    ...(isOwn && { act: ownAct(user, request) }),
  })
  return { status: 204 }
}

/** What users do themselves is theirs in the logs, too. */
function ownAct({ id, userPrincipalName }: User, request: ControlContext['request']): Act {
  return { kind: 'user', id, userPrincipalName, ipAddress: request.ip, correlationId: request.id }
}

export const revoke: Handler<'control.users.revoke', ControlContext> = async (
  { path, query },
  { state, log },
) => {
  const tenant = state.getTenant(query.tenant)
  const { id: userId } = getUser(tenant, path.userId)
  await log.submit('revokeSignInSessions', { tenantId: tenant.definition.id, userId })
  return { status: 204 }
}

export const remove: Handler<'control.users.remove', ControlContext> = async (
  { path, query },
  { state, log },
) => {
  const tenant = state.getTenant(query.tenant)
  const { id: userId } = getUser(tenant, path.userId)
  await log.submit('deleteUser', { tenantId: tenant.definition.id, userId })
  return { status: 204 }
}
