// Signing in without a page, for scripts: the setting `signIn: automatic`.
import { defaultUser } from '../state/tenant-users.ts'
import type { BrowserSession } from '../tokens/credentials.ts'
import { accepts } from './authorities.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import type { SignInContext } from './context.ts'
import { signInErrors } from './errors.ts'
import { goOn } from './finish.ts'
import { findHintedUser } from './hints.ts'
import { newSignIn } from './new-sign-in.ts'
import type { PageOutput } from './page-output.ts'
import { addSession } from './sessions.ts'
import { recordSignIn } from './sign-in-log.ts'

/**
 * Signs in whom the request hints at, or the tenant's default user.
 * @throws SignInError when there is no such account, or it is disabled
 */
export async function signInAutomatically(
  context: SignInContext,
  request: AuthorizationRequest,
  sessions: readonly BrowserSession[],
): Promise<PageOutput> {
  const { tenant, loginHint, client, authority } = request
  const user = loginHint === undefined ? defaultUser(tenant) : findHintedUser(request)
  if (user === undefined || !accepts(authority, client, user))
    throw signInErrors.accountNotFound(loginHint ?? '', tenant.definition.id)
  const signIn = newSignIn(context, tenant, user, 'password')
  const refusal = user.accountEnabled ? undefined : signInErrors.accountDisabled()
  const attempt = { ...request, user, eventType: 'interactiveUser', protocol: 'oAuth2' } as const
  await recordSignIn(context, attempt, refusal)
  if (refusal !== undefined) throw refusal
  const added = addSession(context, sessions, tenant, { signIn, isPersistent: false })
  return goOn(context, request, signIn, added)
}
