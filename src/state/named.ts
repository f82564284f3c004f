// The tenant and the user that a command names by their ids.
import { isExpired } from './deleted-users.ts'
import type { State } from './state.ts'
import { NotFound } from './state.ts'
import type { Tenant } from './tenant.ts'
import type { User } from './users.ts'

/** @throws NotFound */
export function getTenant(state: State, tenantId: string): Tenant {
  const tenant = state.tenants.get(tenantId)
  if (tenant === undefined) throw new NotFound(`There is no tenant '${tenantId}'.`)
  return tenant
}

/** By id or user principal name. @throws NotFound */
export function getUser({ users, definition }: Tenant, userId: string): User {
  const user = users.find(userId)
  if (user === undefined)
    throw new NotFound(`There is no user '${userId}' in tenant '${definition.id}'.`)
  return user
}

/** One that was deleted and can still be restored. @param now milliseconds since the epoch. @throws NotFound */
export function getDeletedUser(
  { deletedUsers, definition }: Tenant,
  userId: string,
  now: number,
): User {
  const user = deletedUsers.find(userId)
  if (user === undefined || isExpired(user, now))
    throw new NotFound(`There is no deleted user '${userId}' in tenant '${definition.id}'.`)
  return user
}
