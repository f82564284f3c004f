// An app's call to Microsoft Graph that survives a revocation, tried without a network: the address is production's, the answers are not.
// usage: npm run build && node examples/survive-a-revocation.mjs
import { createUnderstudy } from 'graph-understudy'

const understudy = await createUnderstudy()

/** What the app does to sign in; here, the double hands out what a sign-in would have given. */
async function signIn() {
  const { access_token } = await understudy.issueToken({
    user: 'adele',
    scopes: ['User.Read', 'User.RevokeSessions.All'],
    capabilities: ['cp1'],
  })
  return access_token
}

/** The app under test: calls Graph and, met by a claims challenge, signs in again and tries once more. */
async function callGraph(path, token, init = {}) {
  const call = bearer =>
    understudy.fetch(`https://graph.microsoft.com/v1.0${path}`, {
      ...init,
      headers: { authorization: `Bearer ${bearer}` },
    })
  const response = await call(token)
  const claims = /claims="([^"]+)"/.exec(response.headers.get('www-authenticate') ?? '')?.[1]
  if (response.status !== 401 || claims === undefined) return response
  console.log(`challenged: ${atob(claims)}`)
  return call(await signIn())
}

const token = await signIn()
console.log(`before the revocation: ${(await callGraph('/me', token)).status}`)
console.log(
  `revoke: ${(await callGraph('/me/revokeSignInSessions', token, { method: 'POST' })).status}`,
)
console.log(
  `after it, with the old token and one more sign-in: ${(await callGraph('/me', token)).status}`,
)

await understudy.close()
