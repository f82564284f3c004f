// Who has which directory role in a tenant, and who may know.
import type { Tenant } from '../state/tenant.ts'
import { denialOfReadingRoles } from '../tokens/permissions.ts'
import type { GraphContext } from './context.ts'
import { deniedBy } from './context.ts'

export interface RoleAssignment {
  /** Of a user or a group. */
  readonly principalId: string
  /** A role's template id. */
  readonly roleId: string
}

/** Those of users first. A personal account is no object of the directory, and has none. */
export function assignmentsIn({ users, definition }: Tenant): readonly RoleAssignment[] {
  const assignments: RoleAssignment[] = []
  const add = (principalId: string, roles: readonly string[]) => {
    for (const roleId of roles) assignments.push({ principalId, roleId })
  }
  // Most users have none, and there may be a million: nothing is made for them.
  for (const { id, roles, accountType } of users.rows)
    if (roles.length > 0 && accountType !== 'personal') add(id, roles)
  for (const { id, roles } of definition.groups) add(id, roles)
  return assignments
}

/** @throws GraphError 403 for guests */
export function assertMayReadRoles({ caller }: GraphContext): void {
  const denial = denialOfReadingRoles(caller)
  if (denial !== undefined) throw deniedBy(denial)
}
