// What is wrong with an authorization request, or with the person's answer to it.
import type { NamedApplication } from './sign-in-error.ts'
import { aadsts } from './sign-in-error.ts'

/** Of pages that lead nowhere. The service has no such pages: the number is its own for requests that it cannot read. */
const unreadable = (advice: string) =>
  aadsts(9002313, 'invalid_request', 'Invalid request. Request is malformed or invalid.', {
    advice,
  })

export const authorizationErrors = {
  redirectUriWrong: (uri: string, { appId }: NamedApplication) =>
    aadsts(
      50011,
      'invalid_request',
      `The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${appId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to fix this.`,
      { advice: 'GET /_understudy/tenants shows which redirect URIs the client has.' },
    ),
  redirectUriMissing: () => aadsts(900971, 'invalid_request', 'No reply address provided.'),
  redirectUriUnregistered: () =>
    aadsts(500113, 'invalid_request', 'No reply address is registered for the application.'),
  /** The sentence is ours: the service's own is not known. */
  responseTypeUnknown: () =>
    aadsts(
      70005,
      'unsupported_response_type',
      "The provided value for the input parameter 'response_type' is not valid.",
    ),
  responseTypeDisabled: (type: 'id_token' | 'token') =>
    aadsts(
      type === 'token' ? 700051 : 700054,
      'unsupported_response_type',
      `response_type '${type}' is not enabled for the application.`,
    ),
  /** The word is ours. The sentence was seen for `query` with an id token. */
  responseModeUnsupported: (mode: string) =>
    aadsts(
      70007,
      'invalid_request',
      `'${mode}' is not a supported value of 'response_mode' when requesting a token.`,
    ),
  /** The word is ours. */
  promptUnsupported: () => aadsts(90023, 'invalid_request', "Unsupported 'prompt' value."),
  challengeMissing: () =>
    aadsts(
      9002325,
      'invalid_request',
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
      { hasLookupPage: false },
    ),
  /** The word is ours. */
  challengeSizeInvalid: () =>
    aadsts(501491, 'invalid_request', 'Invalid size of Code_Challenge parameter.'),
  /** The word is ours; the sentence is the documentation's. */
  challengeMethodInvalid: () =>
    aadsts(50149, 'invalid_request', 'Invalid Code_Challenge_method parameter.'),
  nobodySignedIn: () =>
    aadsts(
      50058,
      'login_required',
      "A silent sign-in request was sent but no user is signed in. The cookies used to represent the user's session were not sent in the request to Azure AD. This can happen if the user is using Internet Explorer or Edge, and the web app sending the silent sign-in request is in different IE security zone than the Azure AD endpoint (login.microsoftonline.com).",
    ),
  severalSignedIn: () =>
    aadsts(
      16000,
      'interaction_required',
      'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
    ),
  /** The word is ours; the service's is this one or `interaction_required`. */
  sessionRevoked: () =>
    aadsts(50132, 'login_required', 'The session has expired or has been revoked.'),
  consentNeeded: ({ appId, displayName }: NamedApplication) =>
    aadsts(
      65001,
      'consent_required',
      `The user or administrator has not consented to use the application with ID '${appId}' named '${displayName}'. Send an interactive authorization request for this user and resource.`,
    ),
  /** The service was seen to say `access_denied`, too. */
  consentDeclined: () =>
    aadsts(65004, 'consent_required', 'User declined to consent to access the app.'),
  /** The word is ours; a page does not show it. */
  adminConsentNeeded: () =>
    aadsts(90094, 'access_denied', 'The grant requires admin permission.', {
      advice:
        'Give the client the permission in its fixture (consented), or sign in as an administrator.',
    }),
  interactionLost: () =>
    unreadable(
      'The page was open for more than an hour, or it is not one of this server. Start again from the application.',
    ),
  crossSiteForm: () =>
    unreadable("The form was sent by a page of another origin. Use the double's own sign-in page."),
  /**
   * A page does not show the word.
   * @param identityProvider `live.com` of a personal account, `https://sts.windows.net/{tenantId}/` of another tenant's
   * @param tenant its display name
   */
  accountForeign: (
    user: string,
    identityProvider: string,
    { appId, displayName }: NamedApplication,
    tenant: string,
  ) =>
    aadsts(
      50020,
      'access_denied',
      `User account '${user}' from identity provider '${identityProvider}' does not exist in tenant '${tenant}' and cannot access the application '${appId}'(${displayName}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.`,
    ),
} as const
