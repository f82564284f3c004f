// What is wrong with a request as such, or with the resource and the permissions that it asks for.
import type { NamedApplication } from './sign-in-error.ts'
import { aadsts } from './sign-in-error.ts'

export const requestErrors = {
  parameterMissing: (name: string) =>
    aadsts(
      900144,
      'invalid_request',
      `The request body must contain the following parameter: '${name}'.`,
    ),
  fieldMissing: (name: string) =>
    aadsts(
      90014,
      'invalid_request',
      `The required field '${name}' is missing from the credential. Ensure that you have all the necessary parameters for the login request.`,
    ),
  /** @param word `invalid_grant` for a code or a refresh token that is none */
  malformed: (word: 'invalid_request' | 'invalid_grant' = 'invalid_request') =>
    aadsts(9002313, word, 'Invalid request. Request is malformed or invalid.'),
  /** The service's list is `POST, OPTIONS` at the token endpoint and `POST` where its pages' forms go; the others are by its pattern. */
  methodNotAccepted: (accepted: readonly string[], method: string) =>
    aadsts(
      900561,
      'invalid_request',
      `The endpoint only accepts ${accepted.join(', ')} requests. Received a ${method} request.`,
    ),
  /** The word is that of the discovery endpoint; the token endpoint was seen to say `invalid_request`. */
  tenantNotFound: (tenant: string) =>
    aadsts(
      90002,
      'invalid_tenant',
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
      { advice: 'GET /_understudy/tenants lists the tenants there are.' },
    ),
  /** The word is that of the other grants; for `client_credentials` only the number and the sentence were seen. */
  tenantUnclear: () =>
    aadsts(
      50059,
      'invalid_request',
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    ),
  /** The sentence is the documentation's. */
  instanceUnknown: () => aadsts(50049, 'invalid_instance', 'Unknown or invalid instance.'),
  grantTypeUnsupported: (grantType: string) =>
    aadsts(
      70003,
      'unsupported_grant_type',
      `The app requested an unsupported grant type '${grantType}'.`,
      { hasLookupPage: false },
    ),
  /** The word is ours. @param scope the whole parameter */
  tooManyResources: (scope: string) =>
    aadsts(
      28000,
      'invalid_request',
      `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${scope} is not valid.`,
    ),
  scopeInvalid: (scope: string) =>
    aadsts(
      70011,
      'invalid_scope',
      `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
    ),
  scopeNotDefault: (scope: string) =>
    aadsts(
      1002012,
      'invalid_scope',
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
      { hasLookupPage: false },
    ),
  scopeUnknown: ({ displayName }: NamedApplication, scope: string, resourceId: string) =>
    aadsts(
      650053,
      'invalid_client',
      `The application '${displayName}' asked for scope '${scope}' that doesn't exist on the resource '${resourceId}'. Contact the app vendor.`,
    ),
  /** @param tenant its display name */
  resourceNotFound: (resource: string, tenant: string) =>
    aadsts(
      500011,
      'invalid_resource',
      `The resource principal named ${resource} was not found in the tenant named ${tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
    ),
} as const
