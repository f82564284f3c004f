// What a user is a member of: groups and directory roles, together or by a cast to one of the two.
import type { components } from '../contract/generated.ts'
import { rowsOf } from '../state/rows.ts'
import type { User } from '../state/users.ts'
import type { GraphContext } from './context.ts'
import type { EntitySet } from './entities.ts'
import { entitySet, listEntities } from './entities.ts'
import type { GroupEntity, Reach, RoleEntity } from './member-entities.ts'
import { memberGroups, memberRoles } from './member-entities.ts'
import type { FilterTable } from './odata/filter-support.ts'
import type { Page } from './odata/list.ts'
import { listPage } from './odata/list.ts'
import type { ListRequest } from './odata/query.ts'
import type { Selection } from './odata/select.ts'
import { pickSelected } from './odata/select.ts'

type DirectoryObject = components['schemas']['directoryObject']
type Answer<E> = Promise<{ status: 200; body: Page<E> }>

// Filtering and sorting of memberships is advanced throughout. https://learn.microsoft.com/graph/api/user-list-memberof#request-headers
const A = 'advanced'
const key = { type: 'string', levels: { eq: A, in: A } } as const
const name = { type: 'string', levels: { eq: A, in: A, startsWith: A } } as const
const text = {
  type: 'string',
  levels: { eq: A, ne: A, not: A, ge: A, le: A, startsWith: A },
} as const
const truth = { type: 'boolean', levels: { eq: A, ne: A, not: A } } as const

const objects = memberSet('directoryObjects', 'directoryObject', { id: key, displayName: name })
const roles = memberSet('directoryRoles', 'directoryRole', {
  id: key,
  displayName: name,
  roleTemplateId: key,
})
/** @see https://learn.microsoft.com/graph/api/resources/group#properties */
const groups = memberSet('groups', 'group', {
  id: key,
  description: text,
  displayName: { ...text, levels: { ...text.levels, in: A, eqNull: A } },
  isAssignableToRole: truth,
  mailEnabled: truth,
  mailNickname: { ...text, levels: { ...text.levels, in: A } },
  securityEnabled: truth,
})

function memberSet(set: string, schema: string, filters: FilterTable): EntitySet {
  const by = { displayName: { type: 'string', level: A } } as const
  return { ...entitySet(set, schema, filters), sorting: { by, filtered: A } }
}

/** How many a page holds when `$top` is left out. @see https://learn.microsoft.com/graph/api/user-list-memberof */
const PAGE_SIZE = 100

/** All of them, and of each which it is. @throws GraphError on an option that cannot be applied, as the others do */
export async function listMemberships(
  context: GraphContext,
  request: ListRequest,
  user: User,
  reach: Reach,
): Answer<DirectoryObject> {
  const found = [
    ...memberGroups(context, user, reach).map(
      (group): DirectoryObject => ({ '@odata.type': '#microsoft.graph.group', ...group }),
    ),
    ...memberRoles(context, user, reach).map(
      (role): DirectoryObject => ({ '@odata.type': '#microsoft.graph.directoryRole', ...role }),
    ),
  ]
  const toEntity = (object: DirectoryObject, selection: Selection) => ({
    '@odata.type': object['@odata.type'],
    ...pickSelected(object, selection),
  })
  const source = { type: objects, set: objects.set, rows: rowsOf(found), toEntity }
  return { status: 200, body: await listPage(context, request, { ...source, pageSize: PAGE_SIZE }) }
}

/** By the cast to `microsoft.graph.group`. */
export async function listMemberGroups(
  context: GraphContext,
  request: ListRequest,
  user: User,
  reach: Reach,
): Answer<Partial<GroupEntity>> {
  return listEntities(context, request, groups, memberGroups(context, user, reach))
}

/** By the cast to `microsoft.graph.directoryRole`. */
export async function listMemberRoles(
  context: GraphContext,
  request: ListRequest,
  user: User,
  reach: Reach,
): Answer<Partial<RoleEntity>> {
  return listEntities(context, request, roles, memberRoles(context, user, reach))
}
