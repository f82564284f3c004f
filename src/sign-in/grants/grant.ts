// What every grant is given, and what it gives back.
import type { components } from '../../contract/generated.ts'
import type { SigningKey } from '../../tokens/signing-keys.ts'
import type { AuthenticatedClient } from '../authenticate-client.ts'
import type { Authority } from '../authorities.ts'
import type { ClaimsRequest } from '../claims-request.ts'
import type { SignInContext } from '../context.ts'
import { signInErrors } from '../errors.ts'

export type GrantResponse = components['schemas']['grantResponse']

export interface GrantRequest extends AuthenticatedClient {
  readonly context: SignInContext
  readonly authority: Authority
  readonly key: SigningKey
  /** The form's parameters. */
  readonly fields: components['schemas']['grantRequest']
  readonly claims: ClaimsRequest
}

/** Throws SignInError to refuse. */
export type Grant = (request: GrantRequest) => GrantResponse | Promise<GrantResponse>

/** @throws SignInError 900144 when the form lacks it */
export function getField(
  { fields }: GrantRequest,
  name: keyof components['schemas']['grantRequest'],
): string {
  const value = fields[name]
  if (!value) throw signInErrors.parameterMissing(String(name))
  return value
}
