// signIn.authorize.*: from an authorization request to a page, or straight back to the client.
import type { Handler } from '../contract/operations.ts'
import type { AuthorizationParameters, AuthorizationRequest } from './authorization-request.ts'
import { RedirectedError, readAuthorizationRequest } from './authorization-request.ts'
import { answerWithError } from './authorization-response.ts'
import { signInAutomatically } from './automatic.ts'
import type { SignInContext } from './context.ts'
import { signInErrors } from './errors.ts'
import { goOn } from './finish.ts'
import { findHintedUser, isHinted } from './hints.ts'
import type { PageOutput } from './page-output.ts'
import type { Standing } from './sessions.ts'
import { judgeSessions, readSessions } from './sessions.ts'
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
    if (only === undefined) throw new RedirectedError(request, nobodyError(standing))
    if (others.length > 0) throw new RedirectedError(request, signInErrors.severalSignedIn())
    return goOn(context, request, only.session.signIn, sessions)
  }
  const mayReuse = prompt !== 'login' && prompt !== 'select_account'
  if (mayReuse && only !== undefined && others.length === 0)
    return goOn(context, request, only.session.signIn, sessions)
  if (tenant.settings.signIn === 'automatic') return signInAutomatically(context, request, sessions)
  const hinted = prompt === 'select_account' ? undefined : findHintedUser(request)
  return hinted === undefined
    ? showAccounts(context, request, { login: request.loginHint })
    : showPassword(context, request, { user: hinted })
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
