// Signs in, calls Microsoft Graph and, when the sign-in has been revoked, signs in again and goes on where it stopped.
import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser'
import { InteractionRequiredAuthError, PublicClientApplication } from '@azure/msal-browser'
import { claimsDemandedBy } from './challenge.ts'
import * as page from './page.ts'

/** What Graph is asked, as in `GET /me`. */
type Call = `${'GET' | 'POST'} /${string}`

const { clientId, authority, graph } = await (await fetch('/config.json')).json()
const scopes = ['User.Read', 'User.RevokeSessions.All']

const msal = new PublicClientApplication({
  auth: {
    clientId,
    authority,
    // Not a Microsoft host, so MSAL is told that it is meant.
    knownAuthorities: [new URL(authority).host],
    redirectUri: '/redirect',
    postLogoutRedirectUri: '/',
    // "I understand claims challenges." Without it, Graph sends none and a token outlives its revocation.
    clientCapabilities: ['CP1'],
  },
})

/** A call that waits for a person to sign in, and the claims that the sign-in has to bring. */
let interrupted: { readonly call: Call; readonly claims: string | undefined } | undefined

/** From the cache; with claims, or when it has run out, by refresh token; failing that, in a hidden frame. */
async function getToken(claims?: string): Promise<string> {
  const demand = claims === undefined ? {} : { claims }
  const { accessToken } = await msal.acquireTokenSilent({ scopes, ...demand })
  return accessToken
}

async function run(call: Call): Promise<void> {
  let claims: string | undefined
  try {
    let response = await send(call, await getToken())
    claims = claimsDemandedBy(response)
    if (claims !== undefined) {
      page.note('Graph demands claims', claims)
      response = await send(call, await getToken(claims))
    }
    page.showAnswer(await response.text())
  } catch (error) {
    interrupt(error, call, claims)
  }
}

/** Asks the person where nothing else helps. */
function interrupt(error: unknown, call: Call, claims?: string): void {
  report(error)
  if (!(error instanceof InteractionRequiredAuthError)) return
  interrupted = { call, claims }
  page.askToSignInAgain(call)
}

async function send(call: Call, token: string): Promise<Response> {
  const [method = '', path = ''] = call.split(' ')
  const headers = { Authorization: `Bearer ${token}` }
  const response = await fetch(`${graph}/v1.0${path}`, { method, headers })
  page.note(call, String(response.status))
  return response
}

async function signIn(how: 'redirect' | 'popup' | 'silently'): Promise<void> {
  const account = msal.getActiveAccount()
  const request = {
    scopes,
    ...(account !== null && { loginHint: account.username }),
    ...(interrupted?.claims !== undefined && { claims: interrupted.claims }),
  }
  // A redirect leaves this page, so what to go on with travels along.
  if (how === 'redirect') return msal.loginRedirect({ ...request, state: interrupted?.call ?? '' })
  arrive(await (how === 'popup' ? msal.loginPopup(request) : msal.ssoSilent(request)))
  if (interrupted !== undefined) await goOn(interrupted.call)
}

async function goOn(call: Call): Promise<void> {
  interrupted = undefined
  page.note('Going on with', call)
  await run(call)
}

/** By refresh token, however good the present token still is. */
async function renew(): Promise<void> {
  const { expiresOn } = await msal.acquireTokenSilent({ scopes, forceRefresh: true })
  page.note('Renewed', `until ${expiresOn?.toLocaleString()}`)
}

function arrive({ account }: AuthenticationResult): void {
  msal.setActiveAccount(account)
  page.note('Signed in', account.username)
  showAccount(account)
}

function showAccount(account: AccountInfo | null): void {
  page.showAccount(account?.name ?? '', account?.username)
}

/** MSAL's code, and the first sentence of what the service said. */
function report(error: unknown): void {
  const { errorCode = 'error', message } = Object(error)
  const [sentence = ''] = String(message)
    .replace(`${errorCode}: `, '')
    .split(/(?<=\.) /)
  page.note(errorCode, sentence)
}

page.connect({
  signIn: how => signIn(how).catch(report),
  readProfile: () => run('GET /me'),
  revoke: user => run(`POST /users/${encodeURIComponent(user)}/revokeSignInSessions`),
  renew: () => renew().catch(error => interrupt(error, 'GET /me')),
  signOut: () => msal.logoutRedirect({ account: msal.getActiveAccount() }),
})

await msal.initialize()
const result = await msal.handleRedirectPromise().catch(report)
// A sign-out comes back with a state that nobody needs.
history.replaceState(null, '', '/')
if (result) arrive(result)
else showAccount(msal.getActiveAccount())
if (result?.state) await goOn(result.state as Call)
