// What is wrong with a grant: a user's credentials, a code, a refresh token, an assertion.
import type { NamedApplication } from './sign-in-error.ts'
import { aadsts, instant } from './sign-in-error.ts'

export const grantErrors = {
  /** Instants in milliseconds since the epoch. @param suberror null to leave it out */
  grantRevoked: (grantedAt: number, validFrom: number, now: number, suberror: string | null) =>
    aadsts(
      50173,
      'invalid_grant',
      `The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '${instant(grantedAt)}' and the TokensValidFrom date (before which tokens are not valid) for this user is '${instant(validFrom - (validFrom % 1000))}'.`,
      { suberror, ageMilliseconds: now - grantedAt },
    ),
  accountDisabled: () => aadsts(50057, 'invalid_grant', 'The user account is disabled.'),
  accountNotFound: (user: string, tenantId: string) =>
    aadsts(
      50034,
      'invalid_grant',
      `The user account ${user} does not exist in the ${tenantId} directory. To sign into this application, the account must be added to the directory.`,
      { suberror: 'bad_token' },
    ),
  passwordWrong: () =>
    aadsts(
      50126,
      'invalid_grant',
      'Error validating credentials due to invalid username or password.',
    ),
  passwordGrantNotHere: () =>
    aadsts(
      9001023,
      'invalid_request',
      'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
    ),
  consentMissing: ({ appId, displayName }: NamedApplication) =>
    aadsts(
      65001,
      'invalid_grant',
      `The user or administrator has not consented to use the application with ID '${appId}' named '${displayName}'. Send an interactive authorization request for this user and resource.`,
      { suberror: 'consent_required' },
    ),
  /** @param parameter `refresh_token` for an assertion as well: they share a sentence */
  valueInvalid: (parameter: 'code' | 'refresh_token') =>
    aadsts(
      70000,
      'invalid_grant',
      parameter === 'code'
        ? "The provided value for the 'code' parameter is not valid."
        : "The provided value for the input parameter 'refresh_token' or 'assertion' is not valid.",
    ),
  codeRedeemed: () =>
    aadsts(
      54005,
      'invalid_grant',
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    ),
  /** The word is ours, by the error's name. */
  codeOfOtherTenant: () =>
    aadsts(
      700005,
      'invalid_grant',
      'Provided Authorization Code is intended to use against other tenant, thus rejected.',
    ),
  codeExpired: () =>
    aadsts(
      70008,
      'invalid_grant',
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    ),
  /** The sentence was seen in full under an older number only. */
  redirectUriChanged: (uri: string, original: string) =>
    aadsts(
      500112,
      'invalid_client',
      `The reply address '${uri}' does not match the reply address '${original}' provided when requesting Authorization code.`,
    ),
  verifierWrong: () =>
    aadsts(
      501481,
      'invalid_grant',
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    ),
  crossOriginForbidden: (origin: string) =>
    aadsts(
      9002326,
      'invalid_request',
      `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
    ),
  crossOriginOnly: () =>
    aadsts(
      9002327,
      'invalid_request',
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
      { hasLookupPage: false },
    ),
  /** Milliseconds since the epoch. */
  refreshTokenInactive: (issuedAt: number) =>
    aadsts(
      700082,
      'invalid_grant',
      `The refresh token has expired due to inactivity. The token was issued on ${instant(issuedAt)} and was inactive for 90.00:00:00.`,
      { suberror: 'bad_token' },
    ),
  /** Milliseconds since the epoch. */
  refreshTokenOfPageEnded: (issuedAt: number) =>
    aadsts(
      700084,
      'invalid_grant',
      `The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on ${instant(issuedAt)}.`,
      { suberror: 'bad_token' },
    ),
  /** The word is ours: client libraries were seen to take it for this one. */
  assertionAudience: (audience: string, { appId, displayName }: NamedApplication) =>
    aadsts(
      500131,
      'invalid_grant',
      `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${audience}' and the expected audience is '${appId}' or one of the Application Uris of this application with App ID '${appId}'(${displayName}). The downstream client must request a token for the expected audience (the application that made the OBO request) and this application should use that token as the assertion.`,
    ),
  /** The service goes on with the reason and the key in brackets. */
  assertionSignature: () =>
    aadsts(50013, 'invalid_grant', 'Assertion failed signature validation.'),
  /** The service may go on with the times. */
  assertionExpired: () =>
    aadsts(500133, 'invalid_grant', 'Assertion is not within its valid time range.'),
} as const
