// graph.roleManagement.*: the directory roles there are, and who has them.
import type { components } from '../contract/generated.ts'
import type { Handler } from '../contract/operations.ts'
import { isRoleName, roleIds } from '../state/directory-roles.ts'
import { holdsAction } from '../state/role-reach.ts'
import type { GraphContext } from './context.ts'
import { roleDescriptions } from './directory-role-descriptions.ts'
import type { Whole } from './entities.ts'
import { entitySet, getEntity, listEntities } from './entities.ts'
import { keyOf } from './opaque-keys.ts'
import type { RoleAssignment } from './role-assignments.ts'
import { assertMayReadRoles, assignmentsIn } from './role-assignments.ts'

type Assignment = Whole<components['schemas']['unifiedRoleAssignment']>
type Definition = Whole<components['schemas']['unifiedRoleDefinition']>

const D = 'default'
const exact = { type: 'string', levels: { eq: D, in: D } } as const

const assignments = entitySet('roleManagement/directory/roleAssignments', 'unifiedRoleAssignment', {
  id: exact,
  principalId: exact,
  roleDefinitionId: exact,
  directoryScopeId: exact,
})

const definitions = entitySet('roleManagement/directory/roleDefinitions', 'unifiedRoleDefinition', {
  id: exact,
  displayName: { type: 'string', levels: { eq: D, in: D, startsWith: D } },
  isBuiltIn: { type: 'boolean', levels: { eq: D, in: D } },
  isEnabled: { type: 'boolean', levels: { eq: D, in: D } },
  templateId: exact,
})

export const listRoleAssignments: Handler<
  'graph.roleManagement.listRoleAssignments',
  GraphContext
> = (request, context) => {
  assertMayReadRoles(context)
  return listEntities(context, request, assignments, allAssignments(context))
}

export const getRoleAssignment: Handler<'graph.roleManagement.getRoleAssignment', GraphContext> = (
  { path: { roleAssignmentId }, query },
  context,
) => {
  assertMayReadRoles(context)
  const found = allAssignments(context).find(({ id }) => id === roleAssignmentId)
  return getEntity(context, query.$select, assignments, found, roleAssignmentId)
}

export const listRoleDefinitions: Handler<
  'graph.roleManagement.listRoleDefinitions',
  GraphContext
> = (request, context) => {
  assertMayReadRoles(context)
  return listEntities(context, request, definitions, allDefinitions())
}

export const getRoleDefinition: Handler<'graph.roleManagement.getRoleDefinition', GraphContext> = (
  { path: { roleDefinitionId }, query },
  context,
) => {
  assertMayReadRoles(context)
  const wanted = roleDefinitionId.toLowerCase()
  const found = allDefinitions().find(({ id }) => id === wanted)
  return getEntity(context, query.$select, definitions, found, roleDefinitionId)
}

function allAssignments({ caller: { tenant } }: GraphContext): readonly Assignment[] {
  return assignmentsIn(tenant).map(toAssignment)
}

function toAssignment({ principalId, roleId }: RoleAssignment): Assignment {
  return {
    id: `${keyOf(roleId, principalId)}-1`,
    principalId,
    principalOrganizationId: null,
    resourceScope: '/',
    directoryScopeId: '/',
    appScopeId: null,
    roleDefinitionId: roleId,
    condition: null,
  }
}

const REVOKING = 'microsoft.directory/users/invalidateAllRefreshTokens'

/** Of what a role may do, only what the double enforces. */
function allDefinitions(): readonly Definition[] {
  return Object.entries(roleIds).map(([displayName, id]) => ({
    id,
    description: isRoleName(displayName) ? roleDescriptions[displayName] : null,
    displayName,
    isBuiltIn: true,
    isEnabled: true,
    resourceScopes: ['/'],
    templateId: id,
    version: '1',
    rolePermissions: [
      { allowedResourceActions: holdsAction('revoke', [id]) ? [REVOKING] : [], condition: null },
    ],
  }))
}
