// Clients that are unknown, do not prove who they are, or are not meant for the authority.
import { daemon, device, spa, web } from '../../support/sign-in.ts'
import type { ErrorCases } from './case.ts'
import { expired } from './fixtures.ts'
import { asItself, ask, authorize } from './requests.ts'

const NOBODY = '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4bff'
const ZEROS = '00000000-0000-0000-0000-000000000000'
const invalidId = {
  number: 700038,
  error: 'unauthorized_client',
  sentence: `${ZEROS} is not a valid application identifier.`,
  hasUri: false,
}
const notFound = {
  number: 700016,
  error: 'unauthorized_client',
  sentence: `Application with identifier '${NOBODY}' was not found in the directory 'Contoso'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
}
const notMultiTenant = {
  number: 50194,
  error: 'invalid_request',
  sentence: `Application '${daemon.appId}'(Nightly sync) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such applications created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
  hasUri: false,
}
const notForConsumers = {
  number: 90130,
  error: 'invalid_request',
  sentence: `Application '${web.appId}' (Web app) is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.`,
}
const unauthenticated = { status: 401, error: 'invalid_client' }
const needsCredential = {
  ...unauthenticated,
  number: 7000216,
  sentence:
    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
}

export const clientCases = {
  clientIdMalformed: [
    {
      ...invalidId,
      as: 'JSON',
      when: 'a token is asked for',
      send: double => ask(double, device, { ...asItself, client_id: ZEROS }),
    },
    {
      ...invalidId,
      as: 'a page',
      when: '/authorize is visited',
      send: double => authorize(double, device, { client_id: ZEROS }),
    },
  ],
  clientNotFound: [
    {
      ...notFound,
      as: 'JSON',
      when: 'a token is asked for',
      send: double => ask(double, device, { ...asItself, client_id: NOBODY }),
    },
    {
      ...notFound,
      as: 'a page',
      when: '/authorize is visited',
      send: double => authorize(double, device, { client_id: NOBODY }),
    },
  ],
  notMultiTenant: [
    {
      ...notMultiTenant,
      as: 'JSON',
      when: 'a token is asked for',
      send: double => ask(double, daemon, asItself, { authority: 'common' }),
    },
    {
      ...notMultiTenant,
      as: 'a page',
      when: '/authorize is visited',
      send: double => authorize(double, daemon, {}, 'organizations'),
    },
  ],
  notForConsumers: [
    {
      ...notForConsumers,
      as: 'JSON',
      when: 'a token is asked for',
      send: double => ask(double, web, asItself, { authority: 'consumers' }),
    },
    {
      ...notForConsumers,
      as: 'a page',
      when: '/authorize is visited',
      send: double => authorize(double, web, {}, 'consumers'),
    },
  ],
  credentialMissing: [
    {
      ...unauthenticated,
      number: 7000218,
      sentence:
        "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
      as: 'JSON',
      when: 'a refresh token comes without a secret',
      send: double =>
        ask(double, web, {
          grant_type: 'refresh_token',
          refresh_token: '1.x',
          client_secret: undefined,
        }),
    },
  ],
  applicationCredentialMissing: [
    {
      ...needsCredential,
      as: 'JSON',
      when: 'the client has a secret',
      send: double => ask(double, daemon, { ...asItself, client_secret: undefined }),
    },
    {
      ...needsCredential,
      as: 'JSON',
      when: 'the client can have none',
      send: double => ask(double, device, asItself),
    },
  ],
  secretWrong: [
    {
      ...unauthenticated,
      number: 7000215,
      sentence: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${daemon.appId}'.`,
      as: 'JSON',
      when: 'the secret is another',
      send: double => ask(double, daemon, { ...asItself, client_secret: 'guess' }),
    },
  ],
  secretExpired: [
    {
      ...unauthenticated,
      number: 7000222,
      sentence: `The provided client secret keys for app '${expired.appId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
      as: 'JSON',
      when: 'the secret was good until now',
      withOddClients: true,
      send: double => ask(double, expired, asItself),
    },
  ],
  clientIsPublic: [
    {
      ...unauthenticated,
      number: 700025,
      sentence:
        "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
      hasUri: false,
      as: 'JSON',
      when: 'a single-page app sends a secret',
      send: double =>
        ask(double, spa, { grant_type: 'refresh_token', refresh_token: '1.x', client_secret: 'x' }),
    },
  ],
} satisfies Partial<ErrorCases>
