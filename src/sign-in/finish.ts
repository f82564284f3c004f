// The last steps of an authorization request: consent, and the answer to the client.
import type { SignIn } from '../state/sign-ins.ts'
import type { User } from '../state/users.ts'
import { missingConsent } from '../tokens/access.ts'
import type { BrowserSession } from '../tokens/credentials.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { RedirectedError } from './authorization-request.ts'
import { answerWithGrant } from './authorization-response.ts'
import { assertMayConsent, permissionsToShow } from './consent.ts'
import type { SignInContext } from './context.ts'
import { signInErrors } from './errors.ts'
import { judgeSession } from './judge-sign-in.ts'
import type { PageOutput } from './page-output.ts'
import { takePart, writeSessions } from './sessions.ts'
import { showAccounts, showConsent } from './sign-in-pages.ts'

/**
 * With a person who has signed in: asks for consent where there is none yet, else answers the client.
 * @param sessions those the browser is to hold
 */
export function goOn(
  context: SignInContext,
  request: AuthorizationRequest,
  signIn: SignIn,
  sessions: readonly BrowserSession[],
): Promise<PageOutput> {
  const user = request.tenant.users.find(signIn.userId)
  if (user === undefined)
    throw signInErrors.accountNotFound(signIn.userId, request.tenant.definition.id)
  const missing = missingConsent({ ...request, user, request: request.scopes })
  if (request.prompt === 'none' && missing.length > 0)
    throw new RedirectedError(request, signInErrors.consentNeeded(request.client))
  if (missing.length > 0 || request.prompt === 'consent') {
    assertMayConsent(user, missing)
    return Promise.resolve(
      showConsent(context, request, {
        signIn,
        user,
        permissions: permissionsToShow(request.scopes, missing),
        cookies: writeSessions(context, sessions),
      }),
    )
  }
  return finish(context, request, signIn, sessions)
}

/** Answers the client, if the sign-in still stands; else the person signs in again. */
export async function finish(
  context: SignInContext,
  request: AuthorizationRequest,
  signIn: SignIn,
  sessions: readonly BrowserSession[],
): Promise<PageOutput> {
  const key = await context.keys.ready()
  // Nothing is waited for from here on, so that what is answered is wholly before or wholly after a revocation.
  const verdict = judgeSession(context, request.tenant, signIn)
  if (verdict.kind !== 'stands') {
    if (request.prompt === 'none') throw new RedirectedError(request, signInErrors.sessionRevoked())
    return showAccounts(context, request, {
      notice: 'Your session has ended in the meantime. Please sign in again.',
    })
  }
  const { user }: { user: User } = verdict
  const cookies = writeSessions(context, takePart(sessions, signIn.sessionId, request.client.appId))
  return answerWithGrant(context, request, { user, signIn, key }, cookies)
}
