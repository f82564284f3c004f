// signIn.login.*: what a person did on a page, and what comes next.

import type { Handler } from '../contract/operations.ts'
import type { SignIn } from '../state/sign-ins.ts'
import { nowIn } from '../state/tenant-clock.ts'
import type { User } from '../state/users.ts'
import { missingConsent } from '../tokens/access.ts'
import type { Interaction } from '../tokens/credentials.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { RedirectedError, readAuthorizationRequest } from './authorization-request.ts'
import { answerWithCancellation } from './authorization-response.ts'
import { answeringErrors } from './authorize.ts'
import { assertMayConsent, consentNames } from './consent.ts'
import type { SignInContext } from './context.ts'
import { decideDevice, getDeviceTarget } from './device-approval.ts'
import { SignInError, signInErrors } from './errors.ts'
import { finish, goOn } from './finish.ts'
import { judgeSession } from './judge-sign-in.ts'
import { assertPassword, getAccount, newSignIn } from './new-sign-in.ts'
import type { PageOutput } from './page-output.ts'
import { refuseOtherSites } from './same-site.ts'
import { addSession, readSessions, writeSessions } from './sessions.ts'
import type { Attempt } from './sign-in-log.ts'
import { recordSignIn } from './sign-in-log.ts'
import type { SigningIn } from './sign-in-pages.ts'
import {
  showAccounts,
  showDeviceConfirmation,
  showPassword,
  showStaySignedIn,
} from './sign-in-pages.ts'

type Fields = Readonly<Record<string, string | undefined>>

const INTERACTION_MINUTES = 60

export const submit: Handler<'signIn.login.submit', SignInContext> = ({ body }, context) => {
  refuseOtherSites(context)
  const interaction = openInteraction(context, body.ctx)
  return answeringErrors(context, async () => {
    const target = getTarget(context, interaction)
    if (body.cancel !== undefined) return cancel(context, target)
    const { signIn, step } = interaction
    if (signIn === undefined) return identify(context, target, body)
    if (!stillStands(context, target, signIn))
      return showAccounts(context, target, {
        notice: 'Your session has ended in the meantime. Please sign in again.',
      })
    if (step === 'device') return decideDevice(context, target, signIn, body.confirm === 'Continue')
    if (step === 'consent') return takeConsent(context, target, signIn, body.consent === 'Accept')
    return staySignedIn(context, target, signIn, body.stay === 'Yes')
  })
}

/** @throws SignInError when the page's state is not one of ours, or too old */
function openInteraction(
  { seal, clock, state }: SignInContext,
  ctx: string | undefined,
): Interaction {
  const opened = ctx === undefined ? 'malformed' : seal.open('interaction', ctx)
  if (typeof opened === 'string') throw signInErrors.interactionLost()
  const tenant = state.tenants.get(opened.tenantId)
  if (
    tenant === undefined ||
    nowIn(tenant, clock) > opened.startedAt + INTERACTION_MINUTES * 60_000
  )
    throw signInErrors.interactionLost()
  return opened
}

type Target = SigningIn & { readonly request?: AuthorizationRequest }

/** The request is checked again: what it asks for may have changed since. */
function getTarget(context: SignInContext, { purpose }: Interaction): Target {
  if (purpose.kind === 'device') return getDeviceTarget(context, purpose)
  const request = readAuthorizationRequest(context, purpose.authority, purpose.parameters)
  return { ...request, request }
}

async function cancel(context: SignInContext, target: Target): Promise<PageOutput> {
  if (target.request !== undefined) return answerWithCancellation(target.request)
  return decideDevice(context, target, undefined, false)
}

/** Name, then password or what stands for another way; errors are shown beside the field. */
async function identify(
  context: SignInContext,
  target: Target,
  fields: Fields,
): Promise<PageOutput> {
  const login = fields.login ?? fields.loginfmt ?? ''
  if (fields.back !== undefined || login === '') return showAccounts(context, target)
  const account = attempt(() => getAccount(target, login))
  if (account instanceof SignInError)
    return showAccounts(context, target, { login, error: account })
  const user = account
  const isPasskey = fields.method === 'passkey'
  if (!isPasskey && fields.passwd === undefined) return showPassword(context, target, { user })
  const refusal = attempt(() =>
    assertPassword(user, isPasskey ? user.password : (fields.passwd ?? '')),
  )
  if (refusal instanceof SignInError) {
    await recordSignIn(context, attemptOf(target, user), refusal)
    return showPassword(context, target, { user, error: refusal })
  }
  // As soon as the password is right: nothing is waited for in between.
  const signIn = newSignIn(context, target.tenant, user, isPasskey ? 'passkey' : 'password')
  await recordSignIn(context, attemptOf(target, user))
  return showStaySignedIn(context, target, { signIn, user })
}

async function staySignedIn(
  context: SignInContext,
  target: Target,
  signIn: SignIn,
  isPersistent: boolean,
): Promise<PageOutput> {
  const { tenant, request } = target
  const sessions = addSession(context, readSessions(context), tenant, { signIn, isPersistent })
  if (request !== undefined)
    return goOn(context, { ...request, prompt: afterSignIn(request) }, signIn, sessions)
  const user = getAccount(target, signIn.userId)
  return showDeviceConfirmation(context, target, {
    signIn,
    user,
    cookies: writeSessions(context, sessions),
  })
}

/** By a person, at the page. */
function attemptOf({ tenant, client, request, userCode }: Target, user: User): Attempt {
  return {
    tenant,
    client,
    user,
    eventType: 'interactiveUser',
    protocol: userCode === undefined ? 'oAuth2' : 'deviceCode',
    resource: request?.resource,
  }
}

/** The person has just signed in: only consent can still be asked for. */
function afterSignIn({ prompt }: AuthorizationRequest): AuthorizationRequest['prompt'] {
  return prompt === 'consent' ? 'consent' : undefined
}

async function takeConsent(
  context: SignInContext,
  { request, tenant, client }: Target,
  signIn: SignIn,
  isAccepted: boolean,
): Promise<PageOutput> {
  if (request === undefined) throw signInErrors.interactionLost()
  if (!isAccepted) throw new RedirectedError(request, signInErrors.consentDeclined())
  const user = getAccount(request, signIn.userId)
  const missing = missingConsent({ ...request, user, request: request.scopes })
  assertMayConsent(user, missing)
  const scopes = consentNames(missing, request.resource)
  if (scopes.length > 0) {
    await context.log.submit('grantConsent', {
      tenantId: tenant.definition.id,
      userId: user.id,
      clientId: client.appId,
      scopes,
    })
  }
  return finish(context, { ...request, prompt: undefined }, signIn, readSessions(context))
}

function stillStands(context: SignInContext, { tenant }: Target, signIn: SignIn): boolean {
  return judgeSession(context, tenant, signIn).kind === 'stands'
}

/** What it gives, or the error of the surface that it throws. */
function attempt<T>(step: () => T): T | SignInError {
  try {
    return step()
  } catch (error) {
    if (error instanceof SignInError) return error
    throw error
  }
}
