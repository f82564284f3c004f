// signIn.authorize.*: from an authorization request to a page, or straight back to the client.
import type { Handler } from '../contract/operations.ts'
import type { User } from '../state/users.ts'
import type { BrowserSession } from '../tokens/credentials.ts'
import type { AuthorizationParameters, AuthorizationRequest } from './authorization-request.ts'
import { RedirectedError, readAuthorizationRequest } from './authorization-request.ts'
import { answerWithError } from './authorization-response.ts'
import { signInAutomatically } from './automatic.ts'
import type { SignInContext } from './context.ts'
import { SignInError, signInErrors } from './errors.ts'
import { goOn } from './finish.ts'
import { findHintedUser, isHinted } from './hints.ts'
import type { PageOutput } from './page-output.ts'
import type { Standing } from './sessions.ts'
import { judgeSessions, readSessions } from './sessions.ts'
import type { Attempt } from './sign-in-log.ts'
import { recordSignIn } from './sign-in-log.ts'
import { showAccounts, showPassword } from './sign-in-pages.ts'

export const get: Handler<'signIn.authorize.get', SignInContext> = ({ path, query }, context) =>
  authorize(context, path.authorityTenant, query)

export const post: Handler<'signIn.authorize.post', SignInContext> = ({ path, body }, context) =>
  authorize(context, path.authorityTenant, body)

async function authorize(
  context: SignInContext,
  authority: string,
  parameters: AuthorizationParameters,
): Promise<PageOutput> {
  return answeringErrors(context, async () => {
    const request = readAuthorizationRequest(context, authority, parameters)
    return decide(context, request)
  })
}

/** Tells the client about what goes wrong from the moment that it is certain where the client is. */
export async function answeringErrors(
  context: SignInContext,
  answer: () => Promise<PageOutput>,
): Promise<PageOutput> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof RedirectedError) return answerWithError(context, error)
    throw error
  }
}

/** Whether the browser's sessions will do, the person is asked, or the client is told that nobody can be. */
async function decide(context: SignInContext, request: AuthorizationRequest): Promise<PageOutput> {
  const { tenant, prompt } = request
  const sessions = readSessions(context)
  const standing = hintedOnes(judgeSessions(context, sessions, tenant), request)
  const [only, ...others] = standing.live
  if (prompt === 'none') {
    if (only === undefined) return refuseSilently(context, request, standing)
    if (others.length > 0) throw new RedirectedError(request, signInErrors.severalSignedIn())
    return goOnAgain(context, request, only, sessions)
  }
  const mayReuse = prompt !== 'login' && prompt !== 'select_account'
  if (mayReuse && only !== undefined && others.length === 0)
    return goOnAgain(context, request, only, sessions)
  if (tenant.settings.signIn === 'automatic') return signInAutomatically(context, request, sessions)
  const hinted = prompt === 'select_account' ? undefined : findHintedUser(request)
  return hinted === undefined
    ? showAccounts(context, request, { login: request.loginHint })
    : showPassword(context, request, { user: hinted })
}

/** With somebody who signed in before, which the log tells from signing in. */
async function goOnAgain(
  context: SignInContext,
  request: AuthorizationRequest,
  { session, user }: Standing['live'][number],
  sessions: readonly BrowserSession[],
): Promise<PageOutput> {
  try {
    const output = await goOn(context, request, session.signIn, sessions)
    await recordSignIn(context, silently(request, user))
    return output
  } catch (error) {
    const refusal = error instanceof RedirectedError ? error.reason : error
    if (refusal instanceof SignInError)
      await recordSignIn(context, silently(request, user), refusal)
    throw error
  }
}

/** @throws RedirectedError, after it is recorded whose session will no longer do */
async function refuseSilently(
  context: SignInContext,
  request: AuthorizationRequest,
  standing: Standing,
): Promise<never> {
  const refusal = nobodyError(standing)
  const [revoked] = standing.revoked
  if (revoked !== undefined) await recordSignIn(context, silently(request, revoked.user), refusal)
  throw new RedirectedError(request, refusal)
}

function silently(request: AuthorizationRequest, user: User): Attempt {
  const { tenant, client, resource } = request
  return { tenant, client, user, resource, eventType: 'nonInteractiveUser', protocol: 'oAuth2' }
}

/** Only those that the request hints at, if it does. */
function hintedOnes(standing: Standing, request: AuthorizationRequest): Standing {
  const areHinted = ({ session, user }: Standing['live'][number]) =>
    isHinted(request, user, session.signIn.sessionId)
  return { live: standing.live.filter(areHinted), revoked: standing.revoked.filter(areHinted) }
}

function nobodyError({ revoked }: Standing) {
  return revoked.length > 0 ? signInErrors.sessionRevoked() : signInErrors.nobodySignedIn()
}
