// An authorization request, checked. What may be told to the client is told to it; what must not be is left to an error page.
import type { Resource } from '../tokens/access.ts'
import { findResource } from '../tokens/access.ts'
import type { CodeChallenge } from '../tokens/credentials.ts'
import type { ScopeRequest } from '../tokens/scopes.ts'
import type { Authority, ClientOfTenant } from './authorities.ts'
import { getAuthority, getClient } from './authorities.ts'
import type { ClaimsRequest } from './claims-request.ts'
import { readClaimsRequest } from './claims-request.ts'
import type { SignInContext } from './context.ts'
import { SignInError, signInErrors } from './errors.ts'
import { readChallenge } from './pkce.ts'
import { isRegistered } from './redirect-uris.ts'
import { readScopes } from './scope-parameter.ts'

/** The parameters, by name. */
export type AuthorizationParameters = Readonly<Record<string, string | undefined>>

const responseModes = ['query', 'fragment', 'form_post'] as const
export type ResponseMode = (typeof responseModes)[number]

const prompts = ['none', 'login', 'select_account', 'consent'] as const
export type Prompt = (typeof prompts)[number]

/** Where answers go, and how. */
export interface Destination extends ClientOfTenant {
  readonly authority: Authority
  readonly redirectUri: string
  readonly responseMode: ResponseMode
  readonly state: string | undefined
}

export interface AuthorizationRequest extends Destination {
  /** As they were sent, to be carried through the pages. */
  readonly parameters: AuthorizationParameters
  readonly wantsCode: boolean
  readonly wantsIdToken: boolean
  readonly scope: string
  readonly scopes: ScopeRequest
  readonly resource: Resource
  readonly nonce: string | undefined
  readonly challenge: CodeChallenge | undefined
  readonly claims: ClaimsRequest
  readonly prompt: Prompt | undefined
  readonly loginHint: string | undefined
  readonly sessionId: string | undefined
  readonly wantsClientInfo: boolean
}

/** A refusal that the client is told about. */
export class RedirectedError extends Error {
  override readonly name = 'RedirectedError'
  readonly destination: Destination
  readonly reason: SignInError

  constructor(destination: Destination, reason: SignInError) {
    super(reason.message)
    this.destination = destination
    this.reason = reason
  }
}

/**
 * The checks, in their order.
 * @param authority the first segment of the path
 * @throws SignInError as long as it is not certain where the client is; RedirectedError from then on
 */
export function readAuthorizationRequest(
  context: SignInContext,
  authority: string,
  parameters: AuthorizationParameters,
): AuthorizationRequest {
  const destination = readDestination(context, authority, parameters)
  return redirectErrors(destination, () => {
    const { client, tenant } = destination
    const types = readResponseType(parameters.response_type, client.enableIdTokenIssuance)
    assertModeSuits(parameters.response_mode, types.wantsIdToken)
    const scope = parameters.scope?.trim() ?? ''
    if (scope === '') throw signInErrors.parameterMissing('scope')
    const scopes = readScopes(scope)
    const resource = findResource(tenant, scopes.resource, context.isOwnOrigin)
    if (resource === undefined)
      throw signInErrors.resourceNotFound(scopes.resource ?? '', tenant.definition.displayName)
    assertScopesExist(destination, scopes, resource)
    if (types.wantsIdToken && !parameters.nonce) throw signInErrors.fieldMissing('nonce')
    const challenge = readChallenge(parameters.code_challenge, parameters.code_challenge_method)
    if (types.wantsCode && client.type === 'spa' && challenge === undefined)
      throw signInErrors.challengeMissing()
    return {
      ...destination,
      ...types,
      parameters,
      scope,
      scopes,
      resource,
      nonce: parameters.nonce,
      challenge,
      claims: readClaimsRequest(parameters.claims),
      prompt: readPrompt(parameters.prompt),
      loginHint: parameters.login_hint || undefined,
      sessionId: parameters.sid || undefined,
      wantsClientInfo: parameters.client_info === '1',
    }
  })
}

/** What has to be right before anything is sent anywhere. */
function readDestination(
  { state }: SignInContext,
  authorityName: string,
  parameters: AuthorizationParameters,
): Destination {
  const authority = getAuthority(state, authorityName)
  const { client_id: clientId, redirect_uri: redirectUri } = parameters
  if (!clientId) throw signInErrors.parameterMissing('client_id')
  const found = getClient(state, authority, clientId)
  return {
    ...found,
    authority,
    redirectUri: getRedirectUri(found, redirectUri),
    responseMode: readResponseMode(parameters),
    state: parameters.state,
  }
}

/** The one asked for; the only one there is when none is. */
function getRedirectUri({ client }: ClientOfTenant, asked: string | undefined): string {
  const [only, ...others] = client.redirectUris
  if (asked !== undefined && asked !== '') {
    if (!isRegistered(client, asked)) throw signInErrors.redirectUriWrong(asked, client)
    return asked
  }
  if (only === undefined) throw signInErrors.redirectUriUnregistered()
  if (others.length > 0) throw signInErrors.redirectUriMissing()
  return only
}

/** By default, tokens travel in the fragment and codes in the query. An unknown mode is refused by the default one. */
function readResponseMode({
  response_mode: asked,
  response_type: type = '',
}: AuthorizationParameters): ResponseMode {
  const returnsToken = type.split(' ').some(one => one === 'id_token' || one === 'token')
  const known = responseModes.find(mode => mode === asked)
  if (known === undefined || (known === 'query' && returnsToken))
    return returnsToken ? 'fragment' : 'query'
  return known
}

function readResponseType(
  text: string | undefined,
  isIdTokenEnabled: boolean,
): Pick<AuthorizationRequest, 'wantsCode' | 'wantsIdToken'> {
  if (!text) throw signInErrors.parameterMissing('response_type')
  const types = new Set(text.split(' ').filter(one => one !== ''))
  if (![...types].every(one => one === 'code' || one === 'id_token' || one === 'token'))
    throw signInErrors.responseTypeUnknown()
  if (types.has('token')) throw signInErrors.responseTypeDisabled('token')
  if (types.has('id_token') && !isIdTokenEnabled)
    throw signInErrors.responseTypeDisabled('id_token')
  return { wantsCode: types.has('code'), wantsIdToken: types.has('id_token') }
}

function assertModeSuits(mode: string | undefined, returnsToken: boolean): void {
  if (mode === undefined) return
  const isKnown = responseModes.some(known => known === mode)
  if (!isKnown || (mode === 'query' && returnsToken))
    throw signInErrors.responseModeUnsupported(mode)
}

/** What an application exposes is known; what Microsoft Graph has is not, beyond this double. */
function assertScopesExist(
  { client }: Destination,
  { permissions }: ScopeRequest,
  resource: Resource,
): void {
  if (resource.kind === 'graph') return
  const unknown = permissions.find(name => !resource.application.exposed.scopes.includes(name))
  if (unknown !== undefined)
    throw signInErrors.scopeUnknown(client, unknown, resource.application.appId)
}

function readPrompt(text: string | undefined): Prompt | undefined {
  if (text === undefined || text === '') return undefined
  const known = prompts.find(prompt => prompt === text)
  if (known === undefined) throw signInErrors.promptUnsupported()
  return known
}

/** @throws RedirectedError for a SignInError */
export function redirectErrors<T>(destination: Destination, check: () => T): T {
  try {
    return check()
  } catch (error) {
    throw error instanceof SignInError ? new RedirectedError(destination, error) : error
  }
}
