// Client assertions that prove nothing.
import { ada, assertion, bob, CLIENT_ID, NOON, rs256 } from '../../support/client-assertions.ts'
import { DOMAIN } from '../../support/contoso.ts'
import { LOGIN } from '../../support/form-browser.ts'
import { web } from '../../support/sign-in.ts'
import { ASSERTION_TYPE, OBO_GRANT } from '../../support/sign-in-flow.ts'
import type { Double, ErrorCases } from './case.ts'
import { certified } from './fixtures.ts'
import { asItself, ask } from './requests.ts'

const unauthenticated = { status: 401, error: 'invalid_client' }
const PAGE =
  'Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .'

/** With an assertion that would do, but for what is changed. */
async function show(double: Double, made: Promise<string> | string) {
  return ask(double, certified, {
    ...asItself,
    client_assertion_type: ASSERTION_TYPE,
    client_assertion: await made,
  })
}
const signed = (changes: Readonly<Record<string, unknown>> = {}, holder = ada, header = rs256) =>
  assertion(header, { aud: `${LOGIN}/${DOMAIN}/oauth2/v2.0/token`, ...changes }, holder.privateKey)

export const clientAssertionCases = {
  assertionMalformed: [
    {
      number: 50027,
      error: 'invalid_request',
      sentence: 'JWT token is invalid or malformed.',
      as: 'JSON',
      when: 'the client assertion is none',
      withOddClients: true,
      send: double => show(double, 'garbage'),
    },
    {
      number: 50027,
      error: 'invalid_request',
      sentence: 'JWT token is invalid or malformed.',
      as: 'JSON',
      when: 'the assertion to exchange is none',
      send: double =>
        ask(double, web, {
          grant_type: OBO_GRANT,
          requested_token_use: 'on_behalf_of',
          scope: 'User.Read',
          assertion: 'garbage',
        }),
    },
  ],
  assertionKeyUnknown: [
    {
      ...unauthenticated,
      number: 700027,
      sentence: `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${CLIENT_ID}'. Review the documentation at https://docs.microsoft.com/en-us/graph/deployments to determine the corresponding service endpoint and https://docs.microsoft.com/en-us/graph/api/application-get?view=graph-rest-1.0&tabs=http to build a query request URL, such as 'https://graph.microsoft.com/beta/applications/${CLIENT_ID}'].`,
      as: 'JSON',
      when: 'the certificate is not registered',
      withOddClients: true,
      send: double => show(double, signed({}, bob, { ...rs256, x5t: bob.x5t })),
    },
  ],
  assertionSignatureInvalid: [
    {
      ...unauthenticated,
      number: 700027,
      sentence: 'Client assertion failed signature validation.',
      as: 'JSON',
      when: 'somebody else has signed',
      withOddClients: true,
      send: double => show(double, signed({}, bob)),
    },
  ],
  assertionSubjectWrong: [
    {
      ...unauthenticated,
      number: 700021,
      sentence: `Client assertion application identifier doesn't match 'client_id' parameter. ${PAGE}`,
      as: 'JSON',
      when: 'it speaks for another client',
      withOddClients: true,
      send: double => show(double, signed({ sub: web.appId })),
    },
  ],
  assertionAudienceWrong: [
    {
      ...unauthenticated,
      number: 700023,
      sentence: `Client assertion audience claim does not match Realm issuer. ${PAGE}`,
      as: 'JSON',
      when: 'it is meant for somebody else',
      withOddClients: true,
      send: double => show(double, signed({ aud: 'https://evil.example' })),
    },
  ],
  assertionOutOfTime: [
    {
      ...unauthenticated,
      number: 700024,
      sentence: `Client assertion is not within its valid time range. Current time: 2026-08-13T12:00:00.2500000Z, assertion valid from 2026-08-13T11:00:00.0000000Z, expiry time of assertion 2026-08-13T11:55:00.0000000Z. ${PAGE}`,
      as: 'JSON',
      when: 'it has expired',
      withOddClients: true,
      send: double => show(double, signed({ nbf: NOON - 3600, exp: NOON - 300 })),
    },
    {
      ...unauthenticated,
      number: 700024,
      sentence: `Client assertion is not within its valid time range. Current time: 2026-08-13T12:00:00.2500000Z, assertion valid from 1970-01-01T00:00:00.0000000Z, expiry time of assertion 2026-08-13T11:55:00.0000000Z. ${PAGE}`,
      as: 'JSON',
      when: 'it has expired and does not say since when it was good',
      withOddClients: true,
      send: double => show(double, signed({ nbf: undefined, exp: NOON - 300 })),
    },
  ],
} satisfies Partial<ErrorCases>
