// Whether a user's sign-in still stands where it is shown, in the words of this surface.

import { isConfidential } from '../state/applications.ts'
import type { SignIn } from '../state/sign-ins.ts'
import type { Tenant } from '../state/tenant.ts'
import { validFrom } from '../state/tenant.ts'
import { nowIn } from '../state/tenant-clock.ts'
import type { User } from '../state/users.ts'
import { cookieKind, grantKind } from '../tokens/credentials.ts'
import type { SignInVerdict } from '../tokens/judge-sign-in.ts'
import { judgeSignIn } from '../tokens/judge-sign-in.ts'
import type { ClientOfTenant } from './authorities.ts'
import type { SignInContext } from './context.ts'
import { signInErrors } from './errors.ts'

/** By the browser's cookie, or by a page that follows the sign-in. */
export function judgeSession(
  { clock }: SignInContext,
  tenant: Tenant,
  signIn: SignIn,
): SignInVerdict | { readonly kind: 'signedOut' } {
  if (tenant.endedSessions.has(signIn.sessionId)) return { kind: 'signedOut' }
  const shown = { signIn, kind: cookieKind(signIn), surface: 'session' } as const
  return judgeSignIn(tenant, shown, nowIn(tenant, clock))
}

/**
 * The user of a code, a refresh token, a device code or an assertion.
 * @throws SignInError unless the grant still stands
 */
export function getGrantingUser(
  { clock, seen }: SignInContext,
  { tenant, client }: ClientOfTenant,
  signIn: SignIn,
): User {
  seen.user = tenant.users.find(signIn.userId)
  const now = nowIn(tenant, clock)
  const kind = grantKind(signIn, isConfidential(client))
  const verdict = judgeSignIn(tenant, { signIn, kind, surface: 'token' }, now)
  switch (verdict.kind) {
    case 'stands':
      return verdict.user
    case 'unknownUser':
      throw signInErrors.accountNotFound(signIn.userId, tenant.definition.id)
    case 'disabledUser':
      throw signInErrors.accountDisabled()
    case 'revoked':
      throw signInErrors.grantRevoked(
        signIn.authenticated.at,
        Math.max(verdict.revocation.at, validFrom(tenant, verdict.user).at),
        now,
        tenant.settings.revocation.suberror,
      )
  }
}
