// What a caller may write of a user: by the permissions that are for some properties only, and by directory roles.
import type { Operation } from '../contract/document.ts'
import { isSatisfied, permissionsOf } from '../contract/security.ts'
import { protectionOf, rolesOf } from '../state/groups.ts'
import type { UserAction } from '../state/role-reach.ts'
import { holdsAction, mayAct, rolesThatMay } from '../state/role-reach.ts'
import type { User } from '../state/users.ts'
import type { Caller } from './judge.ts'
import type { Denial } from './permissions.ts'
import { grantedTo } from './permissions.ts'

/**
 * What users without a directory role may tell of themselves, and all that User.ReadWrite writes.
 * @see https://learn.microsoft.com/graph/permissions-reference#user-permissions
 */
const ownProperties: readonly string[] = [
  'aboutMe',
  'birthday',
  'hireDate',
  'interests',
  'mobilePhone',
  'mySite',
  'pastProjects',
  'preferredName',
  'responsibilities',
  'schools',
  'skills',
]

/** The permissions that write some properties only. @see https://learn.microsoft.com/graph/api/user-update#permissions-for-specific-scenarios */
const narrow: ReadonlyMap<string, readonly string[]> = new Map([
  ['User.ReadWrite', ownProperties],
  ['User-Phone.ReadWrite.All', ['businessPhones', 'mobilePhone']],
  ['User-Mail.ReadWrite.All', ['otherMails']],
  ['User.ManageIdentities.All', ['identities']],
  ['User-PasswordProfile.ReadWrite.All', ['passwordProfile']],
  ['User.EnableDisableAccount.All', ['accountEnabled']],
  ['User-LifeCycleInfo.ReadWrite.All', ['employeeLeaveDateTime']],
])

/** Not written by the permissions for everything else. */
const reserved: ReadonlySet<string> = new Set([
  'passwordProfile',
  'identities',
  'employeeLeaveDateTime',
])
const AS_THE_USER = 'Directory.AccessAsUser.All'

/** What a delegated caller needs a role for, by property; the others are an `update`. */
const actionByProperty: ReadonlyMap<string, UserAction> = new Map([
  ['accountEnabled', 'enable'],
  ['businessPhones', 'contact'],
  ['mobilePhone', 'contact'],
  ['otherMails', 'contact'],
  ['userPrincipalName', 'rename'],
  ['onPremisesImmutableId', 'immutableId'],
  ['employeeLeaveDateTime', 'lifeCycle'],
  ['passwordProfile', 'resetPassword'],
])

/** Those that an application may do to everybody by its permission alone. */
const plainActions: ReadonlySet<UserAction> = new Set(['create', 'update', 'revoke', 'lifeCycle'])

/**
 * Whether the token's permissions cover writing these properties. It is taken for granted that they cover the operation as such.
 * @param onSelf whether the caller is the user
 */
export function denialOfWriting(
  { security, observedSecurity, securityOnSelf, id }: Operation,
  caller: Caller,
  properties: readonly string[],
  onSelf: boolean,
): Denial | undefined {
  const mode = caller.tenant.settings.permissions
  if (mode === 'off') return undefined
  const [scheme, granted] = grantedTo(caller)
  const alternatives = [
    ...security,
    ...(mode === 'observed' ? observedSecurity : []),
    ...(onSelf ? securityOnSelf : []),
  ]
  const satisfied = alternatives.filter(one => isSatisfied([one], scheme, granted))
  const uncovered = properties.find(
    property => !satisfied.some(one => writes(one[scheme] ?? [], property)),
  )
  if (uncovered === undefined) return undefined
  const fitting = alternatives.filter(one => writes(one[scheme] ?? [], uncovered))
  return {
    kind: 'permission',
    reason: `The token has none of the ${scheme} permissions by which ${id} writes ${uncovered}.`,
    missing: permissionsOf(fitting, scheme),
  }
}

/** Whether an alternative, all of which is held, is enough to write a property. */
function writes(permissions: readonly string[], property: string): boolean {
  if (permissions.includes(AS_THE_USER)) return property !== 'identities'
  const limited = permissions.find(name => narrow.has(name))
  if (limited !== undefined) return narrow.get(limited)?.includes(property) === true
  return permissions.length > 0 && !reserved.has(property)
}

/**
 * Whether roles let the caller write these properties of a user.
 * @param target undefined when there is no such user: then only whether the caller could write them for anybody
 */
export function denialOfProperties(
  caller: Caller,
  properties: readonly string[],
  target: User | undefined,
): Denial | undefined {
  const isSelf = caller.kind === 'user' && caller.user.id === target?.id
  const needed = isSelf ? properties.filter(name => !ownProperties.includes(name)) : properties
  const actions = new Set(needed.map(name => actionByProperty.get(name) ?? 'update'))
  for (const action of actions) {
    const denial = denialOfAction(action, caller, target)
    if (denial !== undefined) return denial
  }
  return undefined
}

/**
 * Whether a directory role lets the caller do it to a user.
 * @param target undefined when there is none: then only whether the caller could do it to anybody
 */
export function denialOfAction(
  action: UserAction,
  caller: Caller,
  target?: User,
): Denial | undefined {
  const { tenant } = caller
  const mode = tenant.settings.permissions
  if (mode === 'off') return undefined
  const protection = target === undefined ? [] : protectionOf(tenant, target)
  if (caller.kind === 'app') {
    const isFree = plainActions.has(action) || protection.length === 0 || mode === 'observed'
    return isFree
      ? undefined
      : roleDenial(action, protection, 'The application has no directory role, and the user has.')
  }
  const roles = rolesOf(tenant, caller.user)
  if (!holdsAction(action, roles))
    return roleDenial(action, protection, `No directory role of the caller holds '${action}'.`)
  return mayAct(action, roles, protection)
    ? undefined
    : roleDenial(
        action,
        protection,
        `No directory role of the caller reaches ${target?.userPrincipalName ?? 'anybody'}.`,
      )
}

function roleDenial(action: UserAction, protection: readonly string[], reason: string): Denial {
  return { kind: 'role', reason, missing: rolesThatMay(action, protection) }
}
