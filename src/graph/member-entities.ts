// The groups and the directory roles of a user as Microsoft Graph shows them: of what the token may not read, the ids alone.
import type { components } from '../contract/generated.ts'
import type { Group } from '../state/groups.ts'
import { groupsOf, rolesOf } from '../state/groups.ts'
import type { Tenant } from '../state/tenant.ts'
import type { User } from '../state/users.ts'
import { grantedTo } from '../tokens/permissions.ts'
import type { GraphContext } from './context.ts'
import { activatedRole } from './directory-roles.ts'
import type { Whole } from './entities.ts'

export type GroupEntity = Whole<components['schemas']['group']>
export type RoleEntity = Whole<components['schemas']['directoryRole']>

/** Whether membership of a group that is in another, and roles that a group has, count as well. */
export type Reach = 'direct' | 'transitive'

export function memberGroups(context: GraphContext, user: User, reach: Reach): GroupEntity[] {
  const { tenant } = context.caller
  const isReadable = mayRead(context, groupReaders)
  return groupsOf(tenant, user.id, reach).map(group =>
    isReadable ? toGroup(tenant, group) : { ...nothingOfGroup, id: group.id },
  )
}

export function memberRoles(context: GraphContext, user: User, reach: Reach): RoleEntity[] {
  const { tenant } = context.caller
  const isReadable = mayRead(context, roleReaders)
  const templateIds = reach === 'direct' ? user.roles : rolesOf(tenant, user)
  return templateIds.map(templateId => {
    const role = activatedRole(tenant, templateId)
    return isReadable ? role : { ...nothingOfRole, id: role.id }
  })
}

function toGroup({ definition }: Tenant, group: Group): GroupEntity {
  const { id, description, displayName, isAssignableToRole, mailNickname, securityEnabled } = group
  return {
    ...nothingOfGroup,
    id,
    createdDateTime: definition.createdDateTime,
    description,
    displayName,
    isAssignableToRole: isAssignableToRole ? true : null,
    mailEnabled: false,
    mailNickname,
    securityEnabled,
  }
}

const nothingOfGroup: Omit<GroupEntity, 'id'> = {
  deletedDateTime: null,
  createdDateTime: null,
  description: null,
  displayName: null,
  groupTypes: [],
  isAssignableToRole: null,
  mail: null,
  mailEnabled: null,
  mailNickname: null,
  securityEnabled: null,
  visibility: null,
}

const nothingOfRole: Omit<RoleEntity, 'id'> = {
  deletedDateTime: null,
  description: null,
  displayName: null,
  roleTemplateId: null,
}

const groupReaders = [
  'GroupMember.Read.All',
  'Group.Read.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]
const roleReaders = [
  'RoleManagement.Read.Directory',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]

/** @see https://learn.microsoft.com/graph/permissions-overview#limited-information-returned-for-inaccessible-member-objects */
function mayRead({ caller }: GraphContext, readers: readonly string[]): boolean {
  if (caller.tenant.settings.permissions === 'off') return true
  const [, granted] = grantedTo(caller)
  return readers.some(permission => granted.has(permission))
}
