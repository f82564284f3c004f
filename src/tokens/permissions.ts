// What a caller may do: an operation's permissions against the token's, and, to revoke for others, the directory roles.
import type { Operation } from '../contract/document.ts'
import { accepts, isSatisfied, permissionsOf } from '../contract/security.ts'
import type { RoleName } from '../state/directory-roles.ts'
import { roleIds } from '../state/directory-roles.ts'
import { protectionOf, rolesOf } from '../state/groups.ts'
import { holdsAction, mayAct, rolesThatMay } from '../state/role-reach.ts'
import type { User } from '../state/users.ts'
import type { Caller } from './judge.ts'

/** `undefined` when allowed; otherwise why not. */
export type Denial =
  | { readonly kind: 'needsUser'; readonly reason: string; readonly missing: readonly string[] }
  | {
      readonly kind: 'permission' | 'role'
      readonly reason: string
      readonly missing: readonly string[]
    }

/** The permissions of a token, and the scheme by which the contract names their kind. */
export function grantedTo(
  caller: Caller,
): readonly ['application' | 'delegated', ReadonlySet<string>] {
  return caller.kind === 'app'
    ? ['application', caller.token.roles]
    : ['delegated', caller.token.scopes]
}

/**
 * Whether the token's permissions cover the operation.
 * @param onSelf whether the operation acts on the caller itself; unknown for an operation on a user that was not looked up yet
 */
export function denialOfOperation(
  operation: Operation,
  caller: Caller,
  onSelf: boolean | undefined,
): Denial | undefined {
  if (caller.kind === 'app' && !accepts(operation.security, 'application')) {
    return {
      kind: 'needsUser',
      reason: 'The operation acts for a signed-in user, and the token is app-only.',
      missing: ['a delegated token'],
    }
  }
  const mode = caller.tenant.settings.permissions
  if (mode === 'off') return undefined
  const [scheme, granted] = grantedTo(caller)
  if (isSatisfied(operation.security, scheme, granted)) return undefined
  if (mode === 'observed' && isSatisfied(operation.observedSecurity, scheme, granted))
    return undefined
  if (onSelf !== false && isSatisfied(operation.securityOnSelf, scheme, granted)) return undefined
  const missing = permissionsOf(operation.security, scheme)
  return {
    kind: 'permission',
    reason: `The token has none of the ${scheme} permissions that allow ${operation.id}.`,
    missing,
  }
}

/**
 * Whether a directory role lets the caller revoke the sessions of a user. Applications need none; nor does anyone for their own
 * sessions, unless the tenant is set to what was observed.
 * @param target undefined when there is no such user: then only whether the caller could revoke for anybody
 */
export function denialOfRevoking(caller: Caller, target: User | undefined): Denial | undefined {
  const mode = caller.tenant.settings.permissions
  if (caller.kind === 'app' || mode === 'off') return undefined
  const roles = rolesOf(caller.tenant, caller.user)
  if (target?.id === caller.user.id) {
    return mode === 'documented' || holdsAction('revoke', roles)
      ? undefined
      : roleDenial(
          'Users without a directory role were not seen to revoke even their own sessions.',
          [],
        )
  }
  if (target === undefined)
    return holdsAction('revoke', roles)
      ? undefined
      : roleDenial('The caller has no directory role that revokes sessions.', [])
  const protection = protectionOf(caller.tenant, target)
  return mayAct('revoke', roles, protection)
    ? undefined
    : roleDenial(`No directory role of the caller reaches ${target.userPrincipalName}.`, protection)
}

const reportReaders: readonly RoleName[] = [
  'Reports Reader',
  'Security Reader',
  'Security Operator',
  'Security Administrator',
  'Global Reader',
  'Global Administrator',
]

/**
 * Whether a directory role lets the caller read the audit and sign-in logs. Applications need none.
 * @see https://learn.microsoft.com/graph/api/signin-list
 */
export function denialOfReports(caller: Caller): Denial | undefined {
  if (caller.kind === 'app' || caller.tenant.settings.permissions === 'off') return undefined
  const roles = rolesOf(caller.tenant, caller.user)
  if (reportReaders.some(name => roles.includes(roleIds[name]))) return undefined
  return {
    kind: 'role',
    reason: 'The caller has no directory role that reads reports.',
    missing: reportReaders,
  }
}

/**
 * Whether a guest is kept from reading about directory roles, which members may read. A role of their own lifts it.
 * @see https://learn.microsoft.com/entra/fundamentals/users-default-permissions
 */
export function denialOfReadingRoles(caller: Caller): Denial | undefined {
  if (caller.kind === 'app' || caller.tenant.settings.permissions === 'off') return undefined
  const isGuest = caller.user.userType === 'Guest'
  if (!isGuest || rolesOf(caller.tenant, caller.user).length > 0) return undefined
  return {
    kind: 'role',
    reason: 'Guests may not read directory roles.',
    missing: ['Directory Readers', 'Global Reader'],
  }
}

function roleDenial(reason: string, targetRoles: readonly string[]): Denial {
  return { kind: 'role', reason, missing: rolesThatMay('revoke', targetRoles) }
}
