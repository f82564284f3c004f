// Authorization requests that are wrong.
import { device, spa, web } from '../../support/sign-in.ts'
import type { ErrorCases } from './case.ts'
import { homeless } from './fixtures.ts'
import { authorize } from './requests.ts'

const unsupported = (number: number, type: string) => ({
  number,
  error: 'unsupported_response_type',
  sentence: `response_type '${type}' is not enabled for the application.`,
})
const noMode = (mode: string) => ({
  number: 70007,
  error: 'invalid_request',
  sentence: `'${mode}' is not a supported value of 'response_mode' when requesting a token.`,
})

export const authorizationCases = {
  redirectUriWrong: [
    {
      number: 50011,
      error: 'invalid_request',
      sentence: `The redirect URI 'https://evil.example/' specified in the request does not match the redirect URIs configured for the application '${device.appId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to fix this.`,
      as: 'a page',
      when: 'the redirect URI is not registered',
      send: double => authorize(double, device, { redirect_uri: 'https://evil.example/' }),
    },
  ],
  redirectUriMissing: [
    {
      number: 900971,
      error: 'invalid_request',
      sentence: 'No reply address provided.',
      as: 'a page',
      when: 'there are several redirect URIs to choose from',
      send: double => authorize(double, spa, { redirect_uri: undefined }),
    },
  ],
  redirectUriUnregistered: [
    {
      number: 500113,
      error: 'invalid_request',
      sentence: 'No reply address is registered for the application.',
      as: 'a page',
      when: 'the client has no redirect URI',
      withOddClients: true,
      send: double => authorize(double, homeless, { redirect_uri: undefined }),
    },
  ],
  responseTypeUnknown: [
    {
      number: 70005,
      error: 'unsupported_response_type',
      sentence: "The provided value for the input parameter 'response_type' is not valid.",
      as: 'a redirect',
      when: 'there is no such response type',
      send: double => authorize(double, device, { response_type: 'magic' }),
    },
  ],
  responseTypeDisabled: [
    {
      ...unsupported(700051, 'token'),
      as: 'a redirect',
      when: 'an access token is asked for',
      send: double => authorize(double, web, { response_type: 'token' }),
    },
    {
      ...unsupported(700054, 'id_token'),
      as: 'a redirect',
      when: 'an id token is asked for by a client that may not have it',
      send: double => authorize(double, device, { response_type: 'code id_token' }),
    },
  ],
  responseModeUnsupported: [
    {
      ...noMode('query'),
      as: 'a redirect',
      when: 'an id token is to travel in the query',
      send: double => authorize(double, web, { response_type: 'id_token', response_mode: 'query' }),
    },
    {
      ...noMode('magic'),
      as: 'a redirect',
      when: 'there is no such response mode',
      send: double => authorize(double, device, { response_mode: 'magic' }),
    },
  ],
  promptUnsupported: [
    {
      number: 90023,
      error: 'invalid_request',
      sentence: "Unsupported 'prompt' value.",
      as: 'a redirect',
      when: 'two prompts are asked for',
      send: double => authorize(double, device, { prompt: 'login consent' }),
    },
  ],
  challengeMissing: [
    {
      number: 9002325,
      error: 'invalid_request',
      sentence:
        'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
      hasUri: false,
      as: 'a redirect',
      when: 'a single-page app sends no challenge',
      send: double =>
        authorize(double, spa, { code_challenge: undefined, code_challenge_method: undefined }),
    },
  ],
  challengeSizeInvalid: [
    {
      number: 501491,
      error: 'invalid_request',
      sentence: 'Invalid size of Code_Challenge parameter.',
      as: 'a redirect',
      when: 'the challenge is too short',
      send: double => authorize(double, spa, { code_challenge: 'short' }),
    },
  ],
  challengeMethodInvalid: [
    {
      number: 50149,
      error: 'invalid_request',
      sentence: 'Invalid Code_Challenge_method parameter.',
      as: 'a redirect',
      when: 'there is no such method',
      send: double => authorize(double, spa, { code_challenge_method: 'S512' }),
    },
  ],
} satisfies Partial<ErrorCases>
