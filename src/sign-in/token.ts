// signIn.token.*: authenticates the client, picks the grant, answers.
import type { Handler } from '../contract/operations.ts'
import type { AuthenticatedClient } from './authenticate-client.ts'
import { authenticateClient } from './authenticate-client.ts'
import type { Authority } from './authorities.ts'
import { getAuthority } from './authorities.ts'
import { readClaimsRequest } from './claims-request.ts'
import type { SignInContext } from './context.ts'
import { SignInError, signInErrors } from './errors.ts'
import { redeemAuthorizationCode } from './grants/authorization-code.ts'
import { issueToClient } from './grants/client-credentials.ts'
import { redeemDeviceCode } from './grants/device-code.ts'
import type { Grant, GrantRequest } from './grants/grant.ts'
import { exchangeAssertion } from './grants/on-behalf-of.ts'
import { signInWithPassword } from './grants/password.ts'
import { answerRecorded, recordRefusedClient } from './grants/recorded-grant.ts'
import { redeemRefreshToken } from './grants/refresh-token.ts'
import { jsonType, noStore } from './headers.ts'

const grants: Readonly<Record<string, Grant>> = {
  authorization_code: redeemAuthorizationCode,
  client_credentials: issueToClient,
  password: signInWithPassword,
  refresh_token: redeemRefreshToken,
  device_code: redeemDeviceCode,
  'urn:ietf:params:oauth:grant-type:device_code': redeemDeviceCode,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': exchangeAssertion,
}

const headers = { ...jsonType, ...noStore, 'x-ms-clitelem': '1,0,0,,' }

export const issue: Handler<'signIn.token.issue', SignInContext> = async (
  { path, body },
  context,
) => {
  const { authorityTenant: authorityName } = path
  const { grant_type: grantType } = body
  const authority = getAuthority(context.state, authorityName)
  if (grantType === '') throw signInErrors.parameterMissing('grant_type')
  const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined
  if (grant === undefined) throw signInErrors.grantTypeUnsupported(grantType)
  const found = await getClient(context, authority, authorityName, body)
  const { origin } = context.headers
  if (origin !== undefined && found.client.type !== 'spa')
    throw signInErrors.crossOriginForbidden(origin)
  // Before the grant, which is to wait for nothing between its judgement and its answer.
  const key = await context.keys.ready()
  const response = await answerRecorded(grant, {
    context,
    authority,
    key,
    fields: body,
    claims: readClaimsRequest(body.claims),
    ...found,
  })
  return { status: 200, headers, body: response }
}

/** @throws SignInError, after it is recorded, unless the client proves who it is */
async function getClient(
  context: SignInContext,
  authority: Authority,
  name: string,
  fields: GrantRequest['fields'],
): Promise<AuthenticatedClient> {
  try {
    return authenticateClient(context, authority, name, fields)
  } catch (error) {
    if (error instanceof SignInError) await recordRefusedClient(context, authority, fields, error)
    throw error
  }
}
