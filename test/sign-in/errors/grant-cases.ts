// Refresh tokens and assertions that are refused.
import { ids } from '../../support/contoso.ts'
import { daemon as asDaemon, revokes } from '../../support/revocation.ts'
import { device, signIn, spa, web } from '../../support/sign-in.ts'
import { OBO_GRANT } from '../../support/sign-in-flow.ts'
import { graph, tokenFor } from '../../support/understudy.ts'
import type { Double, ErrorCases } from './case.ts'
import { ask, redeem, refreshAfter } from './requests.ts'

const DAY_SECONDS = 86_400
const refused = { error: 'invalid_grant', as: 'JSON' } as const
const noToken = {
  ...refused,
  number: 70000,
  sentence:
    "The provided value for the input parameter 'refresh_token' or 'assertion' is not valid.",
}

function exchange(double: Double, assertion: string) {
  const grant = { grant_type: OBO_GRANT, requested_token_use: 'on_behalf_of', scope: 'User.Read' }
  return ask(double, web, { ...grant, assertion })
}

const forOwnApi = { user: 'adele', audience: web.appId, scopes: ['access_as_user'] }

export const grantCases = {
  grantRevoked: [
    {
      ...refused,
      number: 50173,
      sentence:
        "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '2026-08-13T12:00:00.2500000Z' and the TokensValidFrom date (before which tokens are not valid) for this user is '2026-08-13T12:00:10.0000000Z'.",
      suberror: 'bad_token',
      when: 'the refresh token is from before a revocation',
      send: double =>
        refreshAfter(double, async () => {
          double.clock.advance(10)
          const token = await tokenFor(double.understudy, asDaemon)
          await graph(double.understudy, revokes(ids.adele), { token })
        }),
    },
  ],
  consentMissing: [
    {
      ...refused,
      number: 65001,
      sentence: `The user or administrator has not consented to use the application with ID '${device.appId}' named 'Device client'. Send an interactive authorization request for this user and resource.`,
      suberror: 'consent_required',
      when: 'more is asked for than was consented to',
      send: double => refreshAfter(double, () => undefined, { scope: 'Mail.Read' }),
    },
  ],
  valueInvalid: [
    {
      ...refused,
      number: 70000,
      sentence: "The provided value for the 'code' parameter is not valid.",
      when: 'the code is another client’s',
      send: async double => redeem(double, device, await signIn(double.understudy, web)),
    },
    {
      ...noToken,
      when: 'the refresh token is another client’s',
      send: double => refreshAfter(double, () => undefined, { client: device, as: web }),
    },
    {
      ...noToken,
      when: 'the assertion is no user’s',
      send: async double => {
        const { access_token } = await double.understudy.issueToken({
          audience: web.appId,
          roles: ['Orders.Process'],
        })
        return exchange(double, access_token)
      },
    },
  ],
  refreshTokenInactive: [
    {
      ...refused,
      number: 700082,
      sentence:
        'The refresh token has expired due to inactivity. The token was issued on 2026-08-13T12:00:00.2500000Z and was inactive for 90.00:00:00.',
      suberror: 'bad_token',
      when: 'the refresh token is ninety days old',
      send: double => refreshAfter(double, () => double.clock.advance(90 * DAY_SECONDS)),
    },
  ],
  refreshTokenOfPageEnded: [
    {
      ...refused,
      number: 700084,
      sentence:
        'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on 2026-08-13T12:00:00.2500000Z.',
      suberror: 'bad_token',
      when: 'a single-page app’s refresh token is a day old',
      send: double =>
        refreshAfter(double, () => double.clock.advance(DAY_SECONDS), { client: spa }),
    },
  ],
  assertionAudience: [
    {
      ...refused,
      number: 500131,
      sentence: `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was 'https://graph.microsoft.com' and the expected audience is '${web.appId}' or one of the Application Uris of this application with App ID '${web.appId}'(Web app). The downstream client must request a token for the expected audience (the application that made the OBO request) and this application should use that token as the assertion.`,
      when: 'the assertion is meant for Microsoft Graph',
      send: async double => exchange(double, await tokenFor(double.understudy, { user: 'adele' })),
    },
  ],
  assertionSignature: [
    {
      ...refused,
      number: 50013,
      sentence: 'Assertion failed signature validation.',
      when: 'the signature does not verify',
      send: async double =>
        exchange(double, await tokenFor(double.understudy, { ...forOwnApi, signature: 'invalid' })),
    },
  ],
  assertionExpired: [
    {
      ...refused,
      number: 500133,
      sentence: 'Assertion is not within its valid time range.',
      when: 'the assertion has expired',
      send: async double =>
        exchange(double, await tokenFor(double.understudy, { ...forOwnApi, lifetimeSeconds: -1 })),
    },
  ],
} satisfies Partial<ErrorCases>
