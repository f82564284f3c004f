// The answer to a grant on a user's behalf: access token, refresh token, id token.

import type { SignIn } from '../../state/sign-ins.ts'
import { nowIn } from '../../state/tenant-clock.ts'
import type { User } from '../../state/users.ts'
import type { AccessRequest, DelegatedAccess } from '../../tokens/access.ts'
import { delegatedAccess, findResource, missingConsent } from '../../tokens/access.ts'
import { PAGE_MILLISECONDS } from '../../tokens/lifetimes.ts'
import type { ScopeRequest } from '../../tokens/scopes.ts'
import { issueGrantAccessToken } from '../access-tokens.ts'
import { visibleTenantId } from '../authorities.ts'
import { encodeClientInfo } from '../client-info.ts'
import { signInErrors } from '../errors.ts'
import { issueIdToken } from '../id-tokens.ts'
import { readScopes } from '../scope-parameter.ts'
import type { GrantRequest, GrantResponse } from './grant.ts'

export interface UserGrant {
  readonly user: User
  readonly signIn: SignIn
  /** As it was asked for, at first or now. */
  readonly scope: string
  readonly nonce?: string | undefined
  /** Whether a refresh token is due even without `offline_access`. */
  readonly isRenewal?: boolean
  /** Of a single-page app: when its refresh tokens end, in milliseconds since the epoch; a day from now when left out. */
  readonly endsAt?: number | undefined
}

/** Synchronous, so that it is wholly before or wholly after a revocation. @throws SignInError when consent is missing */
export function issueUserTokens(request: GrantRequest, grant: UserGrant): GrantResponse {
  const { context, key, client, tenant, claims } = request
  const { user, signIn } = grant
  const { access, scopes } = getAccess(request, grant)
  const { token, lifetimeSeconds } = issueGrantAccessToken(request, {
    resource: access.resource,
    scopes: access.scopes,
    roles: [],
    user,
    method: signIn.method,
    authenticated: signIn.authenticated,
  })
  const renews = grant.isRenewal === true || scopes.openId.has('offline_access')
  return {
    token_type: 'Bearer',
    scope: access.granted.join(' '),
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    ...(lifetimeSeconds >= 2 * 3600 && { refresh_in: Math.floor(lifetimeSeconds / 2) }),
    access_token: token,
    ...(renews && refreshToken(request, grant)),
    ...(scopes.openId.has('openid') && {
      id_token: issueIdToken(context, key, {
        tenant,
        client,
        user,
        signIn,
        openId: scopes.openId,
        nonce: grant.nonce,
        asked: claims.idToken,
      }),
    }),
    ...(request.fields.client_info === '1' && {
      client_info: encodeClientInfo(user, visibleTenantId(tenant, user)),
    }),
  }
}

/** The scope parameter, read and allowed. @throws SignInError unless there is consent for everything asked for */
function getAccess(
  { context, tenant, client }: GrantRequest,
  { scope, user }: UserGrant,
): { readonly access: DelegatedAccess; readonly scopes: ScopeRequest } {
  const scopes = readScopes(scope)
  const resource = findResource(tenant, scopes.resource, context.isOwnOrigin)
  if (resource === undefined)
    throw signInErrors.resourceNotFound(scopes.resource ?? '', tenant.definition.displayName)
  context.seen.resource = resource
  const asked: AccessRequest = { tenant, client, user, request: scopes, resource }
  if (missingConsent(asked).length > 0) throw signInErrors.consentMissing(client)
  return { access: delegatedAccess(asked), scopes }
}

/** A new one each time; those before it go on. */
function refreshToken(
  { context, tenant, client }: GrantRequest,
  { signIn, scope, endsAt: given }: UserGrant,
): Pick<GrantResponse, 'refresh_token' | 'refresh_token_expires_in'> {
  const now = nowIn(tenant, context.clock)
  const endsAt = client.type === 'spa' ? (given ?? now + PAGE_MILLISECONDS) : undefined
  const token = context.seal.seal('refreshToken', {
    tenantId: tenant.definition.id,
    clientId: client.appId,
    signIn,
    issuedAt: now,
    endsAt,
    scope,
  })
  return {
    refresh_token: token,
    ...(endsAt !== undefined && {
      refresh_token_expires_in: Math.max(Math.floor((endsAt - now) / 1000), 0),
    }),
  }
}
