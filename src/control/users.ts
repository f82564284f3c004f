// control.users.*: what happens to an account besides a revocation.
import type { Handler } from '../contract/operations.ts'
import { getUser } from '../state/tenant-users.ts'
import type { ControlContext } from './context.ts'

const causes = {
  user: 'passwordChange',
  portal: 'passwordChange',
  adminCenter: 'passwordReset',
} as const

export const update: Handler<'control.users.update', ControlContext> = async (
  { path, query, body },
  { state, log },
) => {
  const tenant = state.getTenant(query.tenant)
  const { id: userId } = getUser(tenant, path.userId)
  const user = { tenantId: tenant.definition.id, userId }
  const { accountEnabled, password, passwordChange = 'user' } = body
  if (accountEnabled !== undefined)
    await log.submit('setAccountEnabled', { ...user, accountEnabled })
  if (password !== undefined)
    await log.submit('setPassword', { ...user, password, cause: causes[passwordChange] })
  return { status: 204 }
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
