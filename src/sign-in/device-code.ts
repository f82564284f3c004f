// signIn.deviceCode.*: starts a sign-in that another device approves.

import type { Handler } from '../contract/operations.ts'
import type { Ids } from '../ids.ts'
import { nowIn } from '../state/tenant-clock.ts'
import { findResource } from '../tokens/access.ts'
import { authenticateDeviceClient } from './authenticate-client.ts'
import { getAuthority } from './authorities.ts'
import { readClaimsRequest } from './claims-request.ts'
import type { SignInContext } from './context.ts'
import { signInErrors } from './errors.ts'
import { jsonType, noStore } from './headers.ts'
import { readScopes } from './scope-parameter.ts'

const LIFETIME_SECONDS = 900
const INTERVAL_SECONDS = 5
/** Nothing that looks like something else. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const USER_CODE_LENGTH = 9

export const start: Handler<'signIn.deviceCode.start', SignInContext> = async (
  { path, body },
  context,
) => {
  const authority = getAuthority(context.state, path.authorityTenant)
  const { client, tenant } = authenticateDeviceClient(context, authority, body.client_id)
  const { scope, claims } = body
  if (!scope) throw signInErrors.parameterMissing('scope')
  const { resource } = readScopes(scope)
  if (findResource(tenant, resource, context.isOwnOrigin) === undefined)
    throw signInErrors.resourceNotFound(resource ?? '', tenant.definition.displayName)
  readClaimsRequest(claims)
  const tenantId = tenant.definition.id
  const userCode = drawUserCode(context.ids)
  await context.log.submit('startDeviceSignIn', {
    tenantId,
    userCode,
    clientId: client.appId,
    scope,
    ...(claims !== undefined && { claims }),
    expiresAt: nowIn(tenant, context.clock) + LIFETIME_SECONDS * 1000,
  })
  const page = `${context.origin}/common/oauth2/deviceauth`
  return {
    status: 200,
    headers: { ...jsonType, ...noStore },
    body: {
      user_code: userCode,
      device_code: context.seal.seal('deviceCode', { tenantId, userCode }),
      verification_uri: page,
      expires_in: LIFETIME_SECONDS,
      interval: INTERVAL_SECONDS,
      message: `To sign in, use a web browser to open the page ${page} and enter the code ${userCode} to authenticate.`,
    },
  }
}

/** Of 32 letters and digits, so that every byte serves alike. */
function drawUserCode(ids: Ids): string {
  return [...ids.bytes(USER_CODE_LENGTH)]
    .map(byte => ALPHABET.charAt(byte % ALPHABET.length))
    .join('')
}
