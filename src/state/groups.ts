// Groups, as far as they decide who may do what to whom.
import { ROLE_ASSIGNABLE_GROUP } from './directory-roles.ts'
import type { User } from './users.ts'

export interface Group {
  readonly id: string
  readonly displayName: string
  readonly description: string | null
  readonly mailNickname: string
  readonly securityEnabled: boolean
  /** Whether directory roles can be assigned to it; then only the highest administrators reach its members. */
  readonly isAssignableToRole: boolean
  /** Template ids of the directory roles that its members have. */
  readonly roles: readonly string[]
  /** Ids of users and of groups. */
  readonly members: readonly string[]
  /** Ids of users. */
  readonly owners: readonly string[]
}

interface WithGroups {
  readonly definition: { readonly groups: readonly Group[] }
}

/** Template ids of the directory roles that a user has, by themselves or through groups. */
export function rolesOf(
  { definition: { groups } }: WithGroups,
  { id, roles }: User,
): readonly string[] {
  if (groups.length === 0) return roles
  const ofGroups = groups
    .filter(group => group.roles.length > 0 && group.members.includes(id))
    .flatMap(group => group.roles)
  return ofGroups.length === 0 ? roles : [...new Set([...roles, ...ofGroups])]
}

/** What has to be reached in order to act on a user: their roles, and that they belong to a group that roles can be assigned to. */
export function protectionOf(tenant: WithGroups, user: User): readonly string[] {
  const roles = rolesOf(tenant, user)
  const belongs = tenant.definition.groups.some(
    ({ isAssignableToRole, members, owners }) =>
      isAssignableToRole && (members.includes(user.id) || owners.includes(user.id)),
  )
  return belongs ? [...roles, ROLE_ASSIGNABLE_GROUP] : roles
}

/** The groups that something is a member of, directly or through another group; in the tenant's order. */
export function groupsOf(
  { definition: { groups } }: WithGroups,
  memberId: string,
  reach: 'direct' | 'transitive',
): readonly Group[] {
  const direct = groups.filter(({ members }) => members.includes(memberId))
  if (reach === 'direct') return direct
  const found = new Set(direct)
  // A set that grows while it is walked is walked to its end, and holds each group once: circles end.
  for (const group of found)
    for (const outer of groups) if (outer.members.includes(group.id)) found.add(outer)
  return groups.filter(group => found.has(group))
}
