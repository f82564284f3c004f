// The groups and the directory roles that a user is a member of.
import type { components } from '../contract/generated.ts'
import type { Group } from '../state/groups.ts'
import { groupsOf, rolesOf } from '../state/groups.ts'
import { rowsOf } from '../state/rows.ts'
import type { Tenant } from '../state/tenant.ts'
import type { User } from '../state/users.ts'
import { grantedTo } from '../tokens/permissions.ts'
import type { GraphContext } from './context.ts'
import { activatedRole } from './directory-roles.ts'
import { entitySet } from './entities.ts'
import type { Page } from './odata/list.ts'
import { listPage } from './odata/list.ts'
import type { ListRequest } from './odata/query.ts'
import { pickSelected } from './odata/select.ts'

type DirectoryObject = components['schemas']['directoryObject']

const A = 'advanced'
const memberships = entitySet('directoryObjects', 'directoryObject', {
  id: { type: 'string', levels: { eq: A, in: A } },
  displayName: { type: 'string', levels: { eq: A, startsWith: A } },
})

/** How many a page holds when `$top` is left out. @see https://learn.microsoft.com/graph/api/user-list-memberof */
const PAGE_SIZE = 100

/** @param reach whether membership of a group that is in another, and roles that a group has, count as well */
export async function listMemberships(
  context: GraphContext,
  request: ListRequest,
  user: User,
  reach: 'direct' | 'transitive',
): Promise<{ status: 200; body: Page<DirectoryObject> }> {
  const { tenant } = context.caller
  const groups = groupsOf(tenant, user.id, reach).map(group => toGroup(tenant, group))
  const roleIds = reach === 'direct' ? user.roles : rolesOf(tenant, user)
  const roles = roleIds.map(id => toRole(tenant, id))
  const objects = [
    ...groups.map(group => (mayRead(context, groupReaders) ? group : withIdAlone(group))),
    ...roles.map(role => (mayRead(context, roleReaders) ? role : withIdAlone(role))),
  ]
  const body = await listPage(context, request, {
    type: memberships,
    set: memberships.set,
    rows: rowsOf(objects),
    pageSize: PAGE_SIZE,
    toEntity: (object, selection) => ({
      '@odata.type': object['@odata.type'],
      ...pickSelected(object, selection),
    }),
  })
  return { status: 200, body }
}

function toGroup({ definition }: Tenant, group: Group): DirectoryObject {
  const { id, description, displayName, isAssignableToRole, mailNickname, securityEnabled } = group
  return {
    '@odata.type': '#microsoft.graph.group',
    id,
    deletedDateTime: null,
    createdDateTime: definition.createdDateTime,
    description,
    displayName,
    groupTypes: [],
    isAssignableToRole: isAssignableToRole ? true : null,
    mail: null,
    mailEnabled: false,
    mailNickname,
    securityEnabled,
    visibility: null,
  }
}

function toRole(tenant: Tenant, roleId: string): DirectoryObject {
  return { '@odata.type': '#microsoft.graph.directoryRole', ...activatedRole(tenant, roleId) }
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

function withIdAlone(object: DirectoryObject): DirectoryObject {
  const hidden = Object.entries(object).map(([name, value]) => [
    name,
    Array.isArray(value) ? [] : null,
  ])
  const { '@odata.type': type, id } = object
  return { ...Object.fromEntries(hidden), '@odata.type': type, ...(id !== undefined && { id }) }
}
