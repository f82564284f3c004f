// grant_type=password: name and password by way of the client.
import { findAccount } from '../../state/tenant-users.ts'
import { signInErrors } from '../errors.ts'
import { assertPassword, newSignIn } from '../new-sign-in.ts'
import type { Grant } from './grant.ts'
import { getField } from './grant.ts'
import { issueUserTokens } from './user-tokens.ts'

export const signInWithPassword: Grant = request => {
  const { context, tenant, authority } = request
  if (authority.kind === 'common' || authority.kind === 'consumers')
    throw signInErrors.passwordGrantNotHere()
  const name = getField(request, 'username')
  const password = getField(request, 'password')
  const scope = getField(request, 'scope')
  const user = findAccount(tenant, name)
  // Guests and personal accounts have no password here.
  if (user === undefined || user.userType === 'Guest' || user.accountType === 'personal')
    throw signInErrors.accountNotFound(name, tenant.definition.id)
  context.seen.user = user
  assertPassword(user, password)
  return issueUserTokens(request, {
    user,
    signIn: newSignIn(context, tenant, user, 'password'),
    scope,
  })
}
