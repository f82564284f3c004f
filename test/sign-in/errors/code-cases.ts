// Authorization codes that are refused, and tokens asked for by whom they are not for.
import { device, signIn, spa, web } from '../../support/sign-in.ts'
import type { ErrorCases } from './case.ts'
import { FABRIKAM_DOMAIN, foreign } from './fixtures.ts'
import { ask, redeem, refreshAfter } from './requests.ts'

const refused = { error: 'invalid_grant', as: 'JSON' } as const

export const codeCases = {
  codeRedeemed: [
    {
      ...refused,
      number: 54005,
      sentence:
        'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
      when: 'the code comes again',
      send: async double => {
        const answer = await signIn(double.understudy, device)
        await redeem(double, device, answer)
        return redeem(double, device, answer)
      },
    },
  ],
  codeOfOtherTenant: [
    {
      ...refused,
      number: 700005,
      sentence:
        'Provided Authorization Code is intended to use against other tenant, thus rejected.',
      when: 'the code is of another tenant',
      withOddClients: true,
      send: async double =>
        redeem(double, foreign, await signIn(double.understudy, device), {}, FABRIKAM_DOMAIN),
    },
  ],
  codeExpired: [
    {
      ...refused,
      number: 70008,
      sentence:
        'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
      when: 'the code is ten minutes old',
      send: async double => {
        const answer = await signIn(double.understudy, device)
        double.clock.advance(600)
        return redeem(double, device, answer)
      },
    },
  ],
  redirectUriChanged: [
    {
      number: 500112,
      status: 401,
      error: 'invalid_client',
      sentence:
        "The reply address 'http://localhost:1' does not match the reply address 'http://localhost' provided when requesting Authorization code.",
      as: 'JSON',
      when: 'the redirect URI is another',
      send: async double =>
        redeem(double, device, await signIn(double.understudy, device), {
          redirect_uri: 'http://localhost:1',
        }),
    },
  ],
  verifierWrong: [
    {
      ...refused,
      number: 501481,
      sentence:
        'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
      when: 'the verifier is another',
      send: async double =>
        redeem(double, spa, await signIn(double.understudy, spa), {
          code_verifier: 'x'.repeat(43),
        }),
    },
  ],
  crossOriginForbidden: [
    {
      number: 9002326,
      error: 'invalid_request',
      sentence:
        "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: 'http://localhost:3000'.",
      as: 'JSON',
      when: 'a page asks for a web app',
      send: double =>
        ask(double, { ...web, headers: spa.headers }, { grant_type: 'client_credentials' }),
    },
  ],
  crossOriginOnly: [
    {
      number: 9002327,
      error: 'invalid_request',
      sentence:
        "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
      hasUri: false,
      as: 'JSON',
      when: 'no page asks for a single-page app',
      send: double =>
        refreshAfter(double, () => undefined, { client: spa, as: { ...spa, headers: {} } }),
    },
  ],
} satisfies Partial<ErrorCases>
