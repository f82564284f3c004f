// Signs in and reads the profile from Microsoft Graph; when Graph refuses the token, asks the user to sign in again, and goes on.
import { InteractionRequiredAuthError, PublicClientApplication } from '@azure/msal-browser'

const scopes = ['User.Read']
const msal = new PublicClientApplication({
  auth: {
    clientId: '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b02',
    authority: 'https://login.microsoftonline.com/contoso.onmicrosoft.com',
    redirectUri: '/redirect',
    clientCapabilities: ['CP1'],
  },
})

const [signInButton, readButton] = document.querySelectorAll('button')
const status = document.querySelector('[role=status]')
/** What the next sign-in has to bring, as Graph said. */
let demanded

function show(text) {
  const isSignedIn = msal.getActiveAccount() !== null
  signInButton.hidden = isSignedIn && demanded === undefined
  readButton.hidden = !signInButton.hidden
  status.textContent = text
}

const getToken = async (demand = {}) =>
  (await msal.acquireTokenSilent({ scopes, ...demand })).accessToken

const callGraph = token =>
  fetch('https://graph.microsoft.com/v1.0/me', { headers: { authorization: `Bearer ${token}` } })

/** What a claims challenge asks for. */
function demandOf({ status, headers }) {
  const [, claims] = /claims="([^"]+)"/.exec(headers.get('www-authenticate') ?? '') ?? []
  return status === 401 && claims !== undefined ? { claims: atob(claims) } : undefined
}

async function readProfile() {
  let demand
  try {
    let response = await callGraph(await getToken())
    demand = demandOf(response)
    if (demand !== undefined) response = await callGraph(await getToken(demand))
    const { displayName, jobTitle } = await response.json()
    show(`${displayName}, ${jobTitle}`)
  } catch (error) {
    if (!(error instanceof InteractionRequiredAuthError)) throw error
    demanded = demand ?? {}
    show('Your sign-in has ended.')
  }
}

signInButton.onclick = () => {
  const account = msal.getActiveAccount()
  const hint = account === null ? {} : { loginHint: account.username }
  return msal.loginRedirect({ scopes, ...hint, ...demanded })
}
readButton.onclick = readProfile

await msal.initialize()
const result = await msal.handleRedirectPromise()
if (result !== null) msal.setActiveAccount(result.account)
show('')
if (result !== null) await readProfile()
