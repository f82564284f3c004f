// The moment at which a user proves who they are.

import type { Application } from '../state/applications.ts'
import type { SignIn, SignInMethod } from '../state/sign-ins.ts'
import type { Tenant } from '../state/tenant.ts'
import { findAccount } from '../state/tenant-users.ts'
import type { User } from '../state/users.ts'
import type { Authority } from './authorities.ts'
import { accepts } from './authorities.ts'
import type { SignInContext } from './context.ts'
import { signInErrors } from './errors.ts'

export function newSignIn(
  { log, ids }: SignInContext,
  tenant: Tenant,
  { id }: User,
  method: SignInMethod,
): SignIn {
  return { userId: id, authenticated: log.mark(tenant), method, sessionId: ids.guid() }
}

interface Where {
  readonly tenant: Tenant
  readonly authority: Authority
  readonly client: Application
}

/**
 * Whom a name means that was typed.
 * @throws SignInError when nobody, or nobody who may sign in there
 */
export function getAccount({ tenant, authority, client }: Where, name: string): User {
  const user = findAccount(tenant, name)
  if (user === undefined) throw signInErrors.accountNotFound(name, tenant.definition.id)
  if (!accepts(authority, client, user))
    throw signInErrors.accountForeign(
      user.userPrincipalName,
      user.accountType === 'personal'
        ? 'live.com'
        : `https://sts.windows.net/${tenant.definition.id}/`,
      client,
      tenant.definition.displayName,
    )
  return user
}

/** @throws SignInError unless it is the user's password, and the account is enabled */
export function assertPassword(user: User, password: string): void {
  if (password !== user.password) throw signInErrors.passwordWrong()
  if (!user.accountEnabled) throw signInErrors.accountDisabled()
}
