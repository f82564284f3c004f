// grant_type=refresh_token: as long as the sign-in behind the token stands.

import { nowIn } from '../../state/tenant-clock.ts'
import type { RefreshToken } from '../../tokens/credentials.ts'
import { INACTIVITY_MILLISECONDS } from '../../tokens/lifetimes.ts'
import { signInErrors } from '../errors.ts'
import { getGrantingUser } from '../judge-sign-in.ts'
import type { Grant, GrantRequest } from './grant.ts'
import { getField } from './grant.ts'
import { issueUserTokens } from './user-tokens.ts'

export const redeemRefreshToken: Grant = request => {
  const { context, fields } = request
  const token = getRefreshToken(request)
  const user = getGrantingUser(context, request, token.signIn)
  return issueUserTokens(request, {
    user,
    signIn: token.signIn,
    scope: fields.scope || token.scope,
    isRenewal: true,
    endsAt: token.endsAt,
  })
}

/** @throws SignInError when it is none of this client's, or has expired */
function getRefreshToken(request: GrantRequest): RefreshToken {
  const { context, tenant, client } = request
  const token = context.seal.open('refreshToken', getField(request, 'refresh_token'))
  if (token === 'malformed') throw signInErrors.malformed('invalid_grant')
  if (token === 'foreign') throw signInErrors.valueInvalid('refresh_token')
  if (token.clientId !== client.appId || token.tenantId !== tenant.definition.id)
    throw signInErrors.valueInvalid('refresh_token')
  context.seen.user = tenant.users.find(token.signIn.userId)
  const now = nowIn(tenant, context.clock)
  if (client.type === 'spa' && context.headers.origin === undefined)
    throw signInErrors.crossOriginOnly()
  if (token.endsAt !== undefined && now >= token.endsAt)
    throw signInErrors.refreshTokenOfPageEnded(token.issuedAt)
  if (now >= token.issuedAt + INACTIVITY_MILLISECONDS)
    throw signInErrors.refreshTokenInactive(token.issuedAt)
  return token
}
