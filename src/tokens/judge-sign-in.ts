// Judges a user's sign-in where what was derived from it is shown: at the token endpoint, or as the browser's cookie.
import type { CredentialKind, Revocation, RevocationSurface } from '../state/revocation.ts'
import { findRevocation } from '../state/revocation.ts'
import { timingOf } from '../state/settings.ts'
import type { SignIn } from '../state/sign-ins.ts'
import type { Tenant } from '../state/tenant.ts'
import { revocationsAgainst } from '../state/tenant.ts'
import type { User } from '../state/users.ts'

export type SignInVerdict =
  | { readonly kind: 'stands'; readonly user: User }
  | { readonly kind: 'unknownUser' }
  | { readonly kind: 'disabledUser'; readonly user: User }
  | { readonly kind: 'revoked'; readonly user: User; readonly revocation: Revocation }

export interface ShownSignIn {
  /** As old as the user's authentication, whatever was derived from it since. */
  readonly signIn: SignIn
  readonly kind: CredentialKind
  readonly surface: Extract<RevocationSurface, 'token' | 'session'>
}

/** @param now milliseconds since the epoch */
export function judgeSignIn(
  tenant: Tenant,
  { signIn, kind, surface }: ShownSignIn,
  now: number,
): SignInVerdict {
  const user = tenant.users.find(signIn.userId)
  if (user === undefined) return { kind: 'unknownUser' }
  if (!user.accountEnabled) return { kind: 'disabledUser', user }
  const revocation = findRevocation(
    { kind, issued: signIn.authenticated },
    revocationsAgainst(tenant, user),
    now,
    timingOf(tenant.settings, surface),
  )
  return revocation === undefined ? { kind: 'stands', user } : { kind: 'revoked', user, revocation }
}
