// Who may do what to which users, by the directory roles of both: data, and the questions that are asked of it.
import type { RoleName } from './directory-roles.ts'
import { isRoleName, roleIds, roleName } from './directory-roles.ts'

/** The roles that a target may have, besides none. */
type Reach = 'all' | readonly RoleName[]

type Table = Readonly<Partial<Record<RoleName, Reach>>>

const readers: readonly RoleName[] = [
  'Message Center Reader',
  'Reports Reader',
  'Usage Summary Reports Reader',
  'User Experience Success Manager',
]
const basicRoles: readonly RoleName[] = [
  'Directory Readers',
  'Guest Inviter',
  'Password Administrator',
]
const helpdeskReach: readonly RoleName[] = [...basicRoles, ...readers, 'Helpdesk Administrator']
const authenticationReach: readonly RoleName[] = [
  ...basicRoles,
  ...readers,
  'Authentication Administrator',
]
const userReach: readonly RoleName[] = [
  ...helpdeskReach,
  'User Administrator',
  'Groups Administrator',
]

/** The published table of sensitive actions, and the deprecated role that reaches everybody in everything. */
const sensitive: Table = {
  'Authentication Administrator': authenticationReach,
  'User Administrator': userReach,
  'Privileged Authentication Administrator': 'all',
  'Global Administrator': 'all',
  'Partner Tier2 Support': 'all',
}

/** The published table of who can reset passwords. */
const resetting: Table = {
  ...sensitive,
  'Helpdesk Administrator': helpdeskReach,
  'Password Administrator': basicRoles,
  'Partner Tier1 Support': [],
}

/**
 * For each action, the roles that hold it and whom they reach with it. How far Security Operator, Directory Writers and Partner Tier1
 * Support reach is not documented: here, to users without a role.
 * - `update`: properties that are not sensitive; of everybody, administrators included
 * - `enable`, `rename`, `immutableId`: the sensitive properties accountEnabled, userPrincipalName and onPremisesImmutableId
 * - `contact`: the sensitive properties that resetting passwords includes, which are businessPhones, mobilePhone and otherMails
 * - `lifeCycle`: employeeLeaveDateTime
 * - `purge`: deleting for good
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 * @see https://learn.microsoft.com/graph/api/directory-deleteditems-delete
 */
const tables = {
  // Of microsoft.directory/users/invalidateAllRefreshTokens.
  revoke: {
    ...sensitive,
    'Helpdesk Administrator': helpdeskReach,
    'Security Operator': [],
    'Directory Writers': [],
    'Partner Tier1 Support': [],
  },
  create: {
    'User Administrator': 'all',
    'Directory Writers': 'all',
    'Global Administrator': 'all',
    'Partner Tier1 Support': 'all',
    'Partner Tier2 Support': 'all',
  },
  update: {
    'Authentication Administrator': 'all',
    'User Administrator': 'all',
    'Directory Writers': 'all',
    'Intune Administrator': 'all',
    'Privileged Authentication Administrator': 'all',
    'Global Administrator': 'all',
    'Partner Tier1 Support': 'all',
    'Partner Tier2 Support': 'all',
  },
  enable: { ...sensitive, 'Directory Writers': [], 'Partner Tier1 Support': [] },
  rename: { ...sensitive, 'Directory Writers': [], 'Partner Tier1 Support': [] },
  immutableId: sensitive,
  contact: resetting,
  lifeCycle: { 'Global Administrator': 'all' },
  resetPassword: resetting,
  delete: { ...sensitive, 'Partner Tier1 Support': [] },
  restore: { ...sensitive, 'Partner Tier1 Support': [] },
  purge: { 'User Administrator': userReach, 'Global Administrator': 'all' },
} as const satisfies Readonly<Record<string, Table>>

export type UserAction = keyof typeof tables

type ReachById = ReadonlyMap<string, 'all' | ReadonlySet<string>>

/** Made when it is first asked for. */
const reachByAction = new Map<UserAction, ReachById>()

function reachIn(action: UserAction): ReachById {
  const known = reachByAction.get(action)
  if (known !== undefined) return known
  const reach = byId(tables[action])
  reachByAction.set(action, reach)
  return reach
}

function byId(table: Table): ReachById {
  return new Map(
    Object.entries(table).flatMap(([name, reach]) =>
      isRoleName(name) ? [[roleIds[name], reachOf(reach)]] : [],
    ),
  )
}

function reachOf(reach: Reach): 'all' | ReadonlySet<string> {
  return reach === 'all' ? 'all' : new Set(reach.map(name => roleIds[name]))
}

/** Whether any of the roles holds the right at all. Role template ids. */
export function holdsAction(action: UserAction, roles: readonly string[]): boolean {
  return roles.some(role => reachIn(action).has(role))
}

/** Whether somebody with these roles may do it to somebody with those. Role template ids. */
export function mayAct(
  action: UserAction,
  actorRoles: readonly string[],
  targetRoles: readonly string[],
): boolean {
  return actorRoles.some(role => {
    const reach = reachIn(action).get(role)
    return (
      reach !== undefined && (reach === 'all' || targetRoles.every(target => reach.has(target)))
    )
  })
}

/** The display names of the roles that may do it to somebody with these roles. */
export function rolesThatMay(
  action: UserAction,
  targetRoles: readonly string[],
): readonly string[] {
  return [...reachIn(action).keys()]
    .filter(role => mayAct(action, [role], targetRoles))
    .map(roleName)
}
