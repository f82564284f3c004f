// A real client loses its session and gets back in. Start the double (npm start), then:
//   NODE_EXTRA_CA_CERTS=<the path that it prints> node examples/msal-node.mjs
import { PublicClientApplication } from '@azure/msal-node'

const double = process.env.DOUBLE ?? 'https://localhost:4280'
const app = new PublicClientApplication({
  auth: {
    clientId: '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b04',
    authority: `${double}/contoso.onmicrosoft.com`,
    knownAuthorities: [new URL(double).host],
  },
})
const scopes = ['User.Read', 'User.RevokeSessions.All']
const redirectUri = 'http://localhost'

// Without a person at hand, the double signs in whom login_hint names: no page, only a redirect with the code.
await fetch(`${double}/_understudy/settings`, {
  method: 'PATCH',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ signIn: 'automatic' }),
})
async function signIn() {
  const url = await app.getAuthCodeUrl({ scopes, redirectUri, loginHint: 'adele' })
  const { headers } = await fetch(url, { redirect: 'manual' })
  const code = new URL(headers.get('location')).searchParams.get('code')
  return app.acquireTokenByCode({ scopes, redirectUri, code })
}

const { account, accessToken } = await signIn()
console.log(`${account.username} is signed in.`)

await fetch(`${double}/v1.0/me/revokeSignInSessions`, {
  method: 'POST',
  headers: { authorization: `Bearer ${accessToken}` },
})

try {
  await app.acquireTokenSilent({ scopes, account, forceRefresh: true })
} catch (error) {
  console.log(`${error.name}: ${error.errorMessage.split(' The grant')[0]}`)
  await signIn()
  console.log(`${account.username} is signed in again.`)
}
