// Answers to a client at its redirect URI: codes, id tokens and errors, by the response mode it asked for.

import type { SignIn } from '../state/sign-ins.ts'
import { nowIn } from '../state/tenant-clock.ts'
import type { User } from '../state/users.ts'
import type { SigningKey } from '../tokens/signing-keys.ts'
import { visibleTenantId } from './authorities.ts'
import type { AuthorizationRequest, Destination, RedirectedError } from './authorization-request.ts'
import { encodeClientInfo } from './client-info.ts'
import type { SignInContext } from './context.ts'
import { toErrorParameters } from './error-answers.ts'
import { noStore } from './headers.ts'
import { issueIdToken } from './id-tokens.ts'
import type { PageOutput } from './page-output.ts'
import { pageOutput } from './page-output.ts'

type Parameters = readonly (readonly [string, string])[]

/** Sends the browser to the client with a code, an id token, or both. */
export function answerWithGrant(
  context: SignInContext,
  request: AuthorizationRequest,
  { user, signIn, key }: { readonly user: User; readonly signIn: SignIn; readonly key: SigningKey },
  cookies: readonly string[],
): PageOutput {
  const { tenant, client } = request
  const code = request.wantsCode ? issueCode(context, request, signIn) : undefined
  const idToken = request.wantsIdToken
    ? issueIdToken(context, key, {
        tenant,
        client,
        user,
        signIn,
        openId: request.scopes.openId,
        nonce: request.nonce,
        code,
        asked: request.claims.idToken,
      })
    : undefined
  const clientInfo = request.wantsClientInfo
    ? encodeClientInfo(user, visibleTenantId(tenant, user))
    : undefined
  return answerClient(
    request,
    [
      ...optional('code', code),
      ...optional('id_token', idToken),
      ...optional('state', request.state),
      ['session_state', signIn.sessionId],
      ...optional('client_info', clientInfo),
    ],
    cookies,
  )
}

export function answerWithError(
  context: SignInContext,
  { destination, reason }: RedirectedError,
): PageOutput {
  const { traceId, correlationId, clock } = context
  context.refused(reason)
  return answerClient(destination, [
    ...toErrorParameters(reason, { traceId, correlationId, now: nowIn(destination.tenant, clock) }),
    ...optional('state', destination.state),
  ])
}

/** What the service says when a person goes back from the sign-in page, which is no AADSTS error. */
export function answerWithCancellation(destination: Destination): PageOutput {
  return answerClient(destination, [
    ['error', 'access_denied'],
    ['error_description', 'the user canceled the authentication'],
    ...optional('state', destination.state),
  ])
}

function answerClient(
  { redirectUri, responseMode }: Destination,
  parameters: Parameters,
  cookies: readonly string[] = [],
): PageOutput {
  if (responseMode === 'form_post') {
    const view = { kind: 'formPost', action: redirectUri, fields: parameters } as const
    return pageOutput(view, cookies)
  }
  const encoded = encodeParameters(parameters)
  const separator = responseMode === 'fragment' ? '#' : redirectUri.includes('?') ? '&' : '?'
  const headers = { ...noStore, location: redirectUri + separator + encoded }
  return { status: 302, headers, cookies }
}

function issueCode(
  { seal, ids, clock }: SignInContext,
  request: AuthorizationRequest,
  signIn: SignIn,
): string {
  const { tenant, client } = request
  return seal.seal('authorizationCode', {
    tenantId: tenant.definition.id,
    clientId: client.appId,
    signIn,
    codeId: ids.guid(),
    issuedAt: nowIn(tenant, clock),
    redirectUri: request.redirectUri,
    isCrossOrigin: client.type === 'spa',
    scope: request.scope,
    claims: request.parameters.claims,
    nonce: request.nonce,
    challenge: request.challenge,
  })
}

function encodeParameters(parameters: Parameters): string {
  const encoded = new URLSearchParams()
  for (const [name, value] of parameters) encoded.append(name, value)
  return encoded.toString()
}

function optional(name: string, value: string | undefined): Parameters {
  return value === undefined ? [] : [[name, value]]
}
