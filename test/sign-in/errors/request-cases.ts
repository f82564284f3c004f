// Requests that are wrong as such.
import { DOMAIN } from '../../support/contoso.ts'
import { LOGIN } from '../../support/form-browser.ts'
import { daemon, device, web } from '../../support/sign-in.ts'
import type { ErrorCases } from './case.ts'
import { CORRELATION_ID } from './case.ts'
import { asItself, ask, askDevice, authorize, get } from './requests.ts'

const missing = (name: string) => ({
  number: 900144,
  error: 'invalid_request',
  sentence: `The request body must contain the following parameter: '${name}'.`,
})
const required = (name: string) => ({
  number: 90014,
  error: 'invalid_request',
  sentence: `The required field '${name}' is missing from the credential. Ensure that you have all the necessary parameters for the login request.`,
})
const malformed = {
  number: 9002313,
  error: 'invalid_request',
  sentence: 'Invalid request. Request is malformed or invalid.',
}
const noTenant = (name: string) => ({
  number: 90002,
  error: 'invalid_tenant',
  sentence: `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
})

export const requestCases = {
  parameterMissing: [
    {
      ...missing('grant_type'),
      as: 'JSON',
      when: 'there is no grant type',
      send: double => ask(double, device, {}),
    },
    {
      ...missing('grant_type'),
      as: 'JSON',
      when: 'the grant type is empty',
      send: double => ask(double, device, { grant_type: '' }),
    },
    {
      ...missing('client_id'),
      as: 'JSON',
      when: 'no client is named',
      send: double => ask(double, device, { ...asItself, client_id: undefined }),
    },
    {
      ...missing('refresh_token'),
      as: 'JSON',
      when: 'the refresh token is missing',
      send: double => ask(double, device, { grant_type: 'refresh_token' }),
    },
    {
      ...missing('scope'),
      as: 'JSON',
      when: 'a device asks without a scope',
      send: double => askDevice(double, device.fields),
    },
    {
      ...missing('client_id'),
      as: 'JSON',
      when: 'a device does not say which client it is',
      send: double => askDevice(double, { scope: 'User.Read' }),
    },
    {
      ...missing('client_id'),
      as: 'a page',
      when: '/authorize is not told which client it is',
      send: double => authorize(double, device, { client_id: undefined }),
    },
    {
      ...missing('response_type'),
      as: 'a redirect',
      when: 'the response type is missing',
      send: double => authorize(double, device, { response_type: undefined }),
    },
    {
      ...missing('scope'),
      as: 'a redirect',
      when: 'the scope is blank',
      send: double => authorize(double, device, { scope: ' ' }),
    },
  ],
  fieldMissing: [
    {
      ...required('scope'),
      as: 'JSON',
      when: 'a client asks for itself without a scope',
      send: double => ask(double, daemon, { grant_type: 'client_credentials' }),
    },
    {
      ...required('nonce'),
      as: 'a redirect',
      when: 'an id token is asked for without a nonce',
      send: double => authorize(double, web, { response_type: 'id_token' }),
    },
  ],
  malformed: [
    {
      ...malformed,
      error: 'invalid_grant',
      as: 'JSON',
      when: 'the code is none',
      send: double =>
        ask(double, device, {
          grant_type: 'authorization_code',
          code: 'garbage',
          redirect_uri: 'http://localhost',
        }),
    },
    {
      ...malformed,
      error: 'invalid_grant',
      as: 'JSON',
      when: 'the refresh token is none',
      send: double =>
        ask(double, device, { grant_type: 'refresh_token', refresh_token: 'garbage' }),
    },
    {
      ...malformed,
      as: 'JSON',
      when: 'the claims are no JSON',
      send: double => ask(double, daemon, { ...asItself, claims: '{' }),
    },
    {
      ...malformed,
      as: 'a redirect',
      when: '/authorize is sent claims that are no JSON',
      send: double => authorize(double, device, { claims: '[]' }),
    },
  ],
  methodNotAccepted: [
    {
      number: 900561,
      error: 'invalid_request',
      sentence: 'The endpoint only accepts POST, OPTIONS requests. Received a GET request.',
      as: 'JSON',
      when: 'the token endpoint is visited',
      send: double => get(double, `/${DOMAIN}/oauth2/v2.0/token`),
    },
    {
      number: 900561,
      error: 'invalid_request',
      sentence: 'The endpoint only accepts POST requests. Received a GET request.',
      as: 'a page',
      when: 'the address of a form is visited',
      send: ({ browser }) =>
        browser.open(`${LOGIN}/${DOMAIN}/oauth2/v2.0/login?client-request-id=${CORRELATION_ID}`),
    },
  ],
  tenantNotFound: [
    {
      ...noTenant('fabrikam.com'),
      as: 'JSON',
      when: 'the token endpoint is asked',
      send: double => ask(double, daemon, asItself, { authority: 'fabrikam.com' }),
    },
    {
      ...noTenant('Nobody'),
      as: 'JSON',
      when: 'the configuration is asked for',
      send: double => get(double, '/Nobody/v2.0/.well-known/openid-configuration'),
    },
    {
      ...noTenant('nobody'),
      as: 'a page',
      when: '/authorize is visited',
      send: double => authorize(double, device, {}, 'nobody'),
    },
  ],
  tenantUnclear: [
    {
      number: 50059,
      error: 'invalid_request',
      sentence:
        'No tenant-identifying information found in either the request or implied by any provided credentials.',
      as: 'JSON',
      when: 'a client asks for itself at /common',
      send: double => ask(double, web, asItself, { authority: 'common' }),
    },
  ],
  instanceUnknown: [
    {
      number: 50049,
      error: 'invalid_instance',
      sentence: 'Unknown or invalid instance.',
      as: 'JSON',
      when: 'the authority is none of the clouds',
      send: double =>
        get(
          double,
          '/common/discovery/instance?authorization_endpoint=https://evil.example/common',
        ),
    },
  ],
  grantTypeUnsupported: [
    {
      number: 70003,
      error: 'unsupported_grant_type',
      sentence: "The app requested an unsupported grant type 'magic'.",
      hasUri: false,
      as: 'JSON',
      when: 'there is no such grant type',
      send: double => ask(double, device, { grant_type: 'magic' }),
    },
  ],
} satisfies Partial<ErrorCases>
