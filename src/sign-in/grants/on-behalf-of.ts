// On-behalf-of: an API exchanges the token it was called with for one to call on.
import { nowIn } from '../../state/tenant-clock.ts'
import { parseJws, verifyRs256 } from '../../tokens/jws.ts'
import type { AccessToken } from '../../tokens/token.ts'
import { readAccessToken } from '../../tokens/token.ts'
import { signInErrors } from '../errors.ts'
import { getGrantingUser } from '../judge-sign-in.ts'
import type { Grant, GrantRequest } from './grant.ts'
import { getField } from './grant.ts'
import { issueUserTokens } from './user-tokens.ts'

export const exchangeAssertion: Grant = request => {
  const { context, authentication } = request
  if (authentication === '0') throw signInErrors.credentialMissing()
  if (getField(request, 'requested_token_use') !== 'on_behalf_of') throw signInErrors.malformed()
  const scope = getField(request, 'scope')
  const assertion = getAssertion(request)
  const signIn = {
    userId: assertion.objectId,
    authenticated: assertion.authenticated,
    method: 'password',
    sessionId: context.ids.guid(),
  } as const
  const user = getGrantingUser(context, request, signIn)
  return issueUserTokens(request, { user, signIn, scope })
}

/** A user's access token for this very client. @throws SignInError for any other */
function getAssertion(request: GrantRequest): AccessToken {
  const { context, tenant, client } = request
  const jws = parseJws(getField(request, 'assertion'))
  if (jws === undefined) throw signInErrors.assertionMalformed()
  const key = context.keys.find(jws.header.kid)
  if (jws.header.alg !== 'RS256' || key === undefined || !verifyRs256(jws, key.publicKey))
    throw signInErrors.assertionSignature()
  const token = readAccessToken(jws.payload)
  const own = [client.appId, `api://${client.appId}`, ...client.identifierUris]
  if (!own.includes(token.audience)) throw signInErrors.assertionAudience(token.audience, client)
  if (token.tenantId !== tenant.definition.id) throw signInErrors.assertionSignature()
  const now = nowIn(tenant, context.clock)
  if (now >= token.expiresAt || now < token.notBefore) throw signInErrors.assertionExpired()
  if (token.scopes.size === 0) throw signInErrors.valueInvalid('refresh_token')
  return token
}
