// grant_type=authorization_code: once, by the client it was issued to, with the verifier of its challenge.
import { nowIn } from '../../state/tenant-clock.ts'
import type { AuthorizationCode } from '../../tokens/credentials.ts'
import { CODE_MILLISECONDS } from '../../tokens/lifetimes.ts'
import { orEarlierClaims } from '../claims-request.ts'
import { signInErrors } from '../errors.ts'
import { getGrantingUser } from '../judge-sign-in.ts'
import { answersChallenge } from '../pkce.ts'
import type { Grant, GrantRequest } from './grant.ts'
import { getField } from './grant.ts'
import { issueUserTokens } from './user-tokens.ts'

export const redeemAuthorizationCode: Grant = async request => {
  const { context, fields, claims } = request
  const code = getCode(request)
  assertOwner(request, code)
  const isFirst = await context.log.submit('redeemAuthorizationCode', {
    tenantId: code.tenantId,
    codeId: code.codeId,
    expiresAt: code.issuedAt + CODE_MILLISECONDS,
  })
  if (!isFirst) throw signInErrors.codeRedeemed()
  const user = getGrantingUser(context, request, code.signIn)
  return issueUserTokens(
    { ...request, claims: orEarlierClaims(claims, code.claims) },
    {
      user,
      signIn: code.signIn,
      scope: fields.scope || code.scope,
      nonce: code.nonce,
    },
  )
}

/** @throws SignInError when it is none, or too old */
function getCode(request: GrantRequest): AuthorizationCode {
  const { context, tenant } = request
  const code = context.seal.open('authorizationCode', getField(request, 'code'))
  if (code === 'malformed') throw signInErrors.malformed('invalid_grant')
  if (code === 'foreign') throw signInErrors.valueInvalid('code')
  if (nowIn(tenant, context.clock) >= code.issuedAt + CODE_MILLISECONDS)
    throw signInErrors.codeExpired()
  return code
}

/** What a wrong client, redirect URI or verifier gets; the code can still be redeemed by the right one. */
function assertOwner(request: GrantRequest, code: AuthorizationCode): void {
  const { context, tenant, client, fields } = request
  if (code.tenantId !== tenant.definition.id) throw signInErrors.codeOfOtherTenant()
  if (code.clientId !== client.appId) throw signInErrors.valueInvalid('code')
  const redirectUri = getField(request, 'redirect_uri')
  if (redirectUri !== code.redirectUri)
    throw signInErrors.redirectUriChanged(redirectUri, code.redirectUri)
  if (!answersChallenge(code.challenge, fields.code_verifier)) throw signInErrors.verifierWrong()
  if (code.isCrossOrigin && context.headers.origin === undefined)
    throw signInErrors.crossOriginOnly()
}
