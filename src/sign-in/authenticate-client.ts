// Which client is at the token endpoint: by secret in the form or by Basic, by an assertion it signed, or public.

import { createHash, timingSafeEqual } from 'node:crypto'
import type { Application } from '../state/applications.ts'
import { isConfidential } from '../state/applications.ts'
import { nowIn } from '../state/tenant-clock.ts'
import type { ClientAuthentication } from '../tokens/claims.ts'
import { versionTwoIssuer } from '../tokens/claims.ts'
import { readClientAssertion, verifyClientAssertion } from '../tokens/client-assertion.ts'
import type { Authority, ClientOfTenant } from './authorities.ts'
import { getClient } from './authorities.ts'
import { readBasicCredentials } from './basic-credentials.ts'
import type { SignInContext } from './context.ts'
import { signInErrors } from './errors.ts'

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export interface AuthenticatedClient extends ClientOfTenant {
  readonly authentication: ClientAuthentication
}

/** What of a form says who the client is. */
export interface ClientCredentials {
  readonly grant_type?: string
  readonly client_id?: string
  readonly client_secret?: string
  readonly client_assertion_type?: string
  readonly client_assertion?: string
}

/** @throws SignInError unless the client is known and proves who it is as far as it can */
export function authenticateClient(
  context: SignInContext,
  authority: Authority,
  authorityName: string,
  credentials: ClientCredentials,
): AuthenticatedClient {
  const basic = readBasicCredentials(context.headers.authorization)
  const assertion = credentials.client_assertion
  const clientId =
    credentials.client_id ??
    basic?.clientId ??
    (assertion === undefined ? undefined : readClientAssertion(assertion)?.clientId)
  if (!clientId) throw signInErrors.parameterMissing('client_id')
  if (basic !== undefined && basic.clientId.toLowerCase() !== clientId.toLowerCase())
    throw signInErrors.malformed()
  const found = getClient(context.state, authority, clientId)
  const secret = credentials.client_secret ?? basic?.secret
  return {
    ...found,
    authentication: authenticate(context, found, authorityName, { secret, ...credentials }),
  }
}

function authenticate(
  context: SignInContext,
  { client, tenant }: ClientOfTenant,
  authorityName: string,
  shown: ClientCredentials & { readonly secret: string | undefined },
): ClientAuthentication {
  const { secret, client_assertion: assertion, client_assertion_type: assertionType } = shown
  if (!isConfidential(client)) {
    if (secret !== undefined || assertion !== undefined) throw signInErrors.clientIsPublic()
    return '0'
  }
  if (assertion !== undefined) {
    if (assertionType === undefined) throw signInErrors.parameterMissing('client_assertion_type')
    if (assertionType !== ASSERTION_TYPE) throw signInErrors.malformed()
    assertAssertion(context, { tenant, client }, assertion, [tenant.definition.id, authorityName])
    return '2'
  }
  if (secret === undefined)
    throw shown.grant_type === 'client_credentials'
      ? signInErrors.applicationCredentialMissing()
      : signInErrors.credentialMissing()
  assertSecret(client, secret, nowIn(tenant, context.clock))
  return '1'
}

function assertSecret(client: Application, shown: string, now: number): void {
  const { secret, secretExpiresDateTime, appId } = client
  if (secret === undefined || !timingSafeEqual(digest(shown), digest(secret)))
    throw signInErrors.secretWrong(appId)
  if (secretExpiresDateTime !== null && now >= Date.parse(secretExpiresDateTime))
    throw signInErrors.secretExpired(appId)
}

/** Digests have one length, so that the comparison tells nothing of the secret's. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** @param tenantNames under which the client may have addressed its tenant */
function assertAssertion(
  { origin, clock }: SignInContext,
  { tenant, client: { appId, certificates } }: ClientOfTenant,
  assertion: string,
  tenantNames: readonly string[],
): void {
  const now = nowIn(tenant, clock)
  // The token endpoint or the issuer, of this server or of the one that it stands in for.
  const audiences = [origin, 'https://login.microsoftonline.com'].flatMap(base =>
    tenantNames.flatMap(name => [
      `${base}/${name}/oauth2/v2.0/token`,
      versionTwoIssuer(base, name),
    ]),
  )
  const refusal = verifyClientAssertion(assertion, {
    certificates,
    clientId: appId,
    audiences,
    now,
  })
  switch (refusal) {
    case undefined:
      return
    case 'malformed':
      throw signInErrors.assertionMalformed()
    case 'unknownCertificate':
      throw signInErrors.assertionKeyUnknown(appId)
    case 'signature':
      throw signInErrors.assertionSignatureInvalid()
    case 'subject':
      throw signInErrors.assertionSubjectWrong()
    case 'audience':
      throw signInErrors.assertionAudienceWrong()
    case 'expired':
    case 'notYetValid': {
      const { nbf, exp } = readClientAssertion(assertion)?.jws.payload ?? {}
      throw signInErrors.assertionOutOfTime(now, toMilliseconds(nbf), toMilliseconds(exp))
    }
  }
}

/** Within what a date can hold. */
function toMilliseconds(epochSeconds: unknown): number {
  const milliseconds = typeof epochSeconds === 'number' ? epochSeconds * 1000 : 0
  return Math.min(Math.max(milliseconds, 0), 253402300799999)
}

/** The device code endpoint asks only who the client is: that it proves when it redeems the code. */
export function authenticateDeviceClient(
  { state }: SignInContext,
  authority: Authority,
  clientId: string | undefined,
): ClientOfTenant {
  if (!clientId) throw signInErrors.parameterMissing('client_id')
  return getClient(state, authority, clientId)
}
