// The credentials of an application as Microsoft Graph shows them: that they are there, never what they are.
import { X509Certificate } from 'node:crypto'
import type { components } from '../contract/generated.ts'
import { guidFrom } from '../ids.ts'
import type { Application } from '../state/applications.ts'
import type { Tenant } from '../state/tenant.ts'
import { toDateTime } from '../state/users.ts'

type PasswordCredential = Required<components['schemas']['passwordCredential']>
type KeyCredential = Required<components['schemas']['keyCredential']>

/** The last day there is, for what does not expire. */
const NEVER = '2299-12-31T00:00:00Z'

export function passwordCredentialsOf(
  { definition }: Tenant,
  { id, secret, secretExpiresDateTime }: Application,
): PasswordCredential[] {
  if (secret === undefined) return []
  return [
    {
      customKeyIdentifier: null,
      displayName: null,
      endDateTime: secretExpiresDateTime ?? NEVER,
      hint: secret.slice(0, 3),
      keyId: guidFrom(`${id}:secret`),
      secretText: null,
      startDateTime: definition.createdDateTime,
    },
  ]
}

export function keyCredentialsOf({ certificates, id }: Application): KeyCredential[] {
  return certificates.map(pem => {
    const { fingerprint, subject, validFrom, validTo } = new X509Certificate(pem)
    return {
      customKeyIdentifier: fingerprint.replaceAll(':', ''),
      displayName: subject,
      endDateTime: toDateTime(Date.parse(validTo)),
      key: null,
      keyId: guidFrom(`${id}:${fingerprint}`),
      startDateTime: toDateTime(Date.parse(validFrom)),
      type: 'AsymmetricX509Cert',
      usage: 'Verify',
    }
  })
}
