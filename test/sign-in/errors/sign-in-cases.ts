// Authorization requests that end with the sessions of the browser, or with what a person does on the pages.
import { DOMAIN, TENANT_ID, upn } from '../../support/contoso.ts'
import { LOGIN } from '../../support/form-browser.ts'
import { daemon as asDaemon, revokes } from '../../support/revocation.ts'
import { device, passPages, passPassword, signIn, spa } from '../../support/sign-in.ts'
import { graph, tokenFor } from '../../support/understudy.ts'
import type { Double, ErrorCases } from './case.ts'
import { CORRELATION_ID } from './case.ts'
import { authorize, submit } from './requests.ts'

const malformed = {
  number: 9002313,
  error: 'invalid_request',
  sentence: 'Invalid request. Request is malformed or invalid.',
}
const foreign = (user: string, provider: string) => ({
  number: 50020,
  error: 'access_denied',
  sentence: `User account '${user}' from identity provider '${provider}' does not exist in tenant 'Contoso' and cannot access the application '${spa.appId}'(Single-page app) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.`,
})

function postLogin({ browser }: Double, ctx: string, headers: Record<string, string> = {}) {
  const fields = { ctx, 'client-request-id': CORRELATION_ID }
  return browser.post(`${LOGIN}/${DOMAIN}/oauth2/v2.0/login`, fields, headers)
}

export const signInCases = {
  nobodySignedIn: [
    {
      number: 50058,
      error: 'login_required',
      sentence:
        "A silent sign-in request was sent but no user is signed in. The cookies used to represent the user's session were not sent in the request to Azure AD. This can happen if the user is using Internet Explorer or Edge, and the web app sending the silent sign-in request is in different IE security zone than the Azure AD endpoint (login.microsoftonline.com).",
      as: 'a redirect',
      when: 'no page may be shown',
      send: double => authorize(double, device, { prompt: 'none' }),
    },
  ],
  severalSignedIn: [
    {
      number: 16000,
      error: 'interaction_required',
      sentence:
        'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
      as: 'a redirect',
      when: 'no page may be shown to ask which of two',
      send: async double => {
        const { understudy, browser } = double
        await signIn(understudy, device, { browser, user: 'adele' })
        await signIn(understudy, device, { browser, user: 'alex' })
        return authorize(double, device, { prompt: 'none' })
      },
    },
  ],
  sessionRevoked: [
    {
      number: 50132,
      error: 'login_required',
      sentence: 'The session has expired or has been revoked.',
      as: 'a redirect',
      when: 'no page may be shown and the session is from before a revocation',
      send: async double => {
        const { understudy, browser } = double
        await signIn(understudy, device, { browser })
        const token = await tokenFor(understudy, asDaemon)
        await graph(understudy, revokes(upn('adele')), { token })
        return authorize(double, device, { prompt: 'none' })
      },
    },
  ],
  consentNeeded: [
    {
      number: 65001,
      error: 'consent_required',
      sentence: `The user or administrator has not consented to use the application with ID '${device.appId}' named 'Device client'. Send an interactive authorization request for this user and resource.`,
      as: 'a redirect',
      when: 'no page may be shown to ask for it',
      send: async double => {
        await signIn(double.understudy, device, { browser: double.browser })
        return authorize(double, device, { prompt: 'none', scope: 'Mail.Read' })
      },
    },
  ],
  consentDeclined: [
    {
      number: 65004,
      error: 'consent_required',
      sentence: 'User declined to consent to access the app.',
      as: 'a redirect',
      when: 'the person says no',
      send: async double => {
        const asked = await authorize(double, device, { scope: 'Mail.Read' })
        return submit(double, await passPages(double.browser, asked), { consent: 'Cancel' })
      },
    },
  ],
  adminConsentNeeded: [
    {
      number: 90094,
      error: 'access_denied',
      sentence: 'The grant requires admin permission.',
      as: 'a page',
      when: 'the person is no administrator',
      send: async double => {
        const asked = await authorize(double, device, { scope: 'Directory.Read.All' })
        return submit(double, await passPassword(double.browser, asked), { stay: 'No' })
      },
    },
  ],
  interactionLost: [
    {
      ...malformed,
      as: 'a page',
      when: 'the page is not one of the double',
      send: double => postLogin(double, 'garbage'),
    },
    {
      ...malformed,
      as: 'a page',
      when: 'the page was open for more than an hour',
      send: async double => {
        const asked = await authorize(double, device)
        double.clock.advance(3601)
        return submit(double, asked, { loginfmt: 'adele' })
      },
    },
  ],
  crossSiteForm: [
    {
      ...malformed,
      as: 'a page',
      when: 'the form is of another site',
      send: double => postLogin(double, '', { origin: 'https://evil.example' }),
    },
  ],
  accountForeign: [
    {
      ...foreign('pat@outlook.com', 'live.com'),
      as: 'a note',
      when: 'a personal account is typed where work accounts sign in',
      send: async double =>
        submit(double, await authorize(double, spa), { loginfmt: 'pat@outlook.com' }),
    },
    {
      ...foreign(upn('adele'), `https://sts.windows.net/${TENANT_ID}/`),
      as: 'a note',
      when: 'a work account is typed where personal ones sign in',
      send: async double =>
        submit(double, await authorize(double, spa, {}, 'consumers'), { loginfmt: upn('adele') }),
    },
  ],
} satisfies Partial<ErrorCases>
