// The device code grant: once another device has approved.
import { nowIn } from '../../state/tenant-clock.ts'
import { orEarlierClaims } from '../claims-request.ts'
import { signInErrors } from '../errors.ts'
import { getGrantingUser } from '../judge-sign-in.ts'
import type { Grant, GrantRequest } from './grant.ts'
import { getField } from './grant.ts'
import { issueUserTokens } from './user-tokens.ts'

export const redeemDeviceCode: Grant = async request => {
  const { context, tenant } = request
  const { userCode, asked } = getDeviceSignIn(request)
  if (nowIn(tenant, context.clock) >= asked.expiresAt) throw signInErrors.deviceCodeExpired()
  if (asked.status === 'pending') throw signInErrors.devicePending()
  if (asked.status === 'declined') throw signInErrors.deviceDeclined()
  const signIn = await context.log.submit('redeemDeviceCode', {
    tenantId: tenant.definition.id,
    userCode,
  })
  if (signIn === undefined) throw signInErrors.deviceCodeRedeemed()
  const user = getGrantingUser(context, request, signIn)
  return issueUserTokens(
    { ...request, claims: orEarlierClaims(request.claims, asked.claims) },
    { user, signIn, scope: asked.scope },
  )
}

function getDeviceSignIn(request: GrantRequest) {
  const { context, tenant, client } = request
  const code = context.seal.open('deviceCode', getField(request, 'device_code'))
  if (typeof code === 'string' || code.tenantId !== tenant.definition.id)
    throw signInErrors.deviceCodeUnknown()
  const asked = tenant.deviceSignIns.get(code.userCode)
  // Forgotten ones have expired: the state keeps them for so long.
  if (asked === undefined) throw signInErrors.deviceCodeExpired()
  if (asked.clientId !== client.appId) throw signInErrors.deviceCodeUnknown()
  return { userCode: code.userCode, asked }
}
