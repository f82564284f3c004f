// graph.directoryRoles.*: the directory roles that are activated, which is to say that somebody has had them.
import type { components } from '../contract/generated.ts'
import type { Handler } from '../contract/operations.ts'
import { guidFrom } from '../ids.ts'
import type { RoleName } from '../state/directory-roles.ts'
import { isRoleName, roleIds, roleName } from '../state/directory-roles.ts'
import type { Tenant } from '../state/tenant.ts'
import type { GraphContext } from './context.ts'
import { roleDescriptions } from './directory-role-descriptions.ts'
import type { Whole } from './entities.ts'
import { entitySet, getEntity, listEntities } from './entities.ts'
import { readKey } from './key-syntax.ts'
import { assertMayReadRoles, assignmentsIn } from './role-assignments.ts'

type DirectoryRole = components['schemas']['directoryRole']

const D = 'default'
const directoryRoles = entitySet('directoryRoles', 'directoryRole', {
  id: { type: 'string', levels: { eq: D } },
  displayName: { type: 'string', levels: { eq: D } },
  roleTemplateId: { type: 'string', levels: { eq: D } },
})

export const list: Handler<'graph.directoryRoles.list', GraphContext> = (request, context) => {
  assertMayReadRoles(context)
  return listEntities(context, request, directoryRoles, activatedRoles(context.caller.tenant))
}

export const get: Handler<'graph.directoryRoles.get', GraphContext> = (
  { path, query },
  context,
) => {
  assertMayReadRoles(context)
  const { id, alternate } = readKey(path.directoryRoleId, 'roleTemplateId')
  const role = activatedRoles(context.caller.tenant).find(one =>
    id === undefined
      ? one.roleTemplateId === alternate?.toLowerCase()
      : one.id === id.toLowerCase(),
  )
  return getEntity(context, query.$select, directoryRoles, role, id ?? alternate ?? '')
}

/** In every tenant, whoever has it. */
const always: readonly RoleName[] = ['Global Administrator']

function activatedRoles(tenant: Tenant): readonly Whole<DirectoryRole>[] {
  const held = assignmentsIn(tenant).map(({ roleId }) => roleId)
  const templates = new Set([...always.map(name => roleIds[name]), ...held])
  return [...templates].map(id => activatedRole(tenant, id))
}

/** @param roleTemplateId of a role that somebody has */
export function activatedRole(tenant: Tenant, roleTemplateId: string): Whole<DirectoryRole> {
  const displayName = roleName(roleTemplateId)
  return {
    id: directoryRoleId(tenant, roleTemplateId),
    deletedDateTime: null,
    description: isRoleName(displayName) ? roleDescriptions[displayName] : null,
    displayName,
    roleTemplateId,
  }
}

/** Of the role as an object of the tenant. */
export function directoryRoleId({ definition }: Tenant, roleTemplateId: string): string {
  return guidFrom(`${definition.id}:directoryRole:${roleTemplateId}`)
}
