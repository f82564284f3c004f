// What is wrong with the client, or with how it says who it is.
import type { NamedApplication } from './sign-in-error.ts'
import { aadsts, instant } from './sign-in-error.ts'

/** The blank before the full stop is the service's. */
const CREDENTIALS_PAGE =
  'Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .'

export const clientErrors = {
  clientIdMalformed: (clientId: string) =>
    aadsts(700038, 'unauthorized_client', `${clientId} is not a valid application identifier.`, {
      hasLookupPage: false,
    }),
  /** @param tenant its display name */
  clientNotFound: (clientId: string, tenant: string) =>
    aadsts(
      700016,
      'unauthorized_client',
      `Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
      { advice: 'GET /_understudy/tenants lists the clients there are.' },
    ),
  notMultiTenant: ({ appId, displayName }: NamedApplication) =>
    aadsts(
      50194,
      'invalid_request',
      `Application '${appId}'(${displayName}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such applications created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
      { hasLookupPage: false },
    ),
  notForConsumers: ({ appId, displayName }: NamedApplication) =>
    aadsts(
      90130,
      'invalid_request',
      `Application '${appId}' (${displayName}) is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.`,
    ),
  credentialMissing: () =>
    aadsts(
      7000218,
      'invalid_client',
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    ),
  /** The same for `grant_type=client_credentials`. */
  applicationCredentialMissing: () =>
    aadsts(
      7000216,
      'invalid_client',
      "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
    ),
  secretWrong: (clientId: string) =>
    aadsts(
      7000215,
      'invalid_client',
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    ),
  secretExpired: (clientId: string) =>
    aadsts(
      7000222,
      'invalid_client',
      `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
    ),
  clientIsPublic: () =>
    aadsts(
      700025,
      'invalid_client',
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
      { hasLookupPage: false },
    ),
  assertionMalformed: () => aadsts(50027, 'invalid_request', 'JWT token is invalid or malformed.'),
  /** Where the assertion names a certificate by `x5t`, the service repeats that thumbprint after the reason. */
  assertionKeyUnknown: (clientId: string) =>
    aadsts(
      700027,
      'invalid_client',
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${clientId}'. Review the documentation at https://docs.microsoft.com/en-us/graph/deployments to determine the corresponding service endpoint and https://docs.microsoft.com/en-us/graph/api/application-get?view=graph-rest-1.0&tabs=http to build a query request URL, such as 'https://graph.microsoft.com/beta/applications/${clientId}'].`,
    ),
  /** The sentence is the documentation's; the service is likely to go on with a reason in brackets. */
  assertionSignatureInvalid: () =>
    aadsts(700027, 'invalid_client', 'Client assertion failed signature validation.'),
  assertionSubjectWrong: () =>
    aadsts(
      700021,
      'invalid_client',
      `Client assertion application identifier doesn't match 'client_id' parameter. ${CREDENTIALS_PAGE}`,
    ),
  assertionAudienceWrong: () =>
    aadsts(
      700023,
      'invalid_client',
      `Client assertion audience claim does not match Realm issuer. ${CREDENTIALS_PAGE}`,
    ),
  /** Milliseconds since the epoch. */
  assertionOutOfTime: (now: number, validFrom: number, expires: number) =>
    aadsts(
      700024,
      'invalid_client',
      `Client assertion is not within its valid time range. Current time: ${instant(now)}, assertion valid from ${instant(validFrom)}, expiry time of assertion ${instant(expires)}. ${CREDENTIALS_PAGE}`,
    ),
} as const
