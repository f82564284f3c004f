// What the programs of `test/journeys/clients` that write users share: a token that may, and somebody to write about.
import { upn } from './contoso.ts'
import { graphUrl, origin } from './journey-client.ts'

const scopes = [
  'User.Read.All',
  'User.ReadWrite.All',
  'User.DeleteRestore.All',
  'User-PasswordProfile.ReadWrite.All',
]

/** Of the administrator, unless another user is named. */
export async function writerToken(user = 'admin'): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ user, scopes })
  const response = await fetch(`${origin}/_understudy/tokens`, { method: 'POST', headers, body })
  return String(Object(await response.json()).access_token)
}

export const cameron = {
  accountEnabled: true,
  displayName: 'Cameron White',
  mailNickname: 'cameron',
  userPrincipalName: upn('cameron'),
  passwordProfile: { forceChangePasswordNextSignIn: false, password: 'cameron-Passw0rd!' },
}
export const FIRST_PASSWORD = cameron.passwordProfile.password
export const NEW_PASSWORD = 'other-Passw0rd!'

/** What a user's token is refused with by Microsoft Graph; 200 while it is not. */
export async function statusOfMe(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await fetch(`${graphUrl}/me`, { headers })).status
}

/** The number of the error with which a password is refused; undefined while it is not. */
export async function signInError(password: string): Promise<number | undefined> {
  const body = new URLSearchParams({
    grant_type: 'password',
    client_id: '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b04',
    scope: 'User.Read',
    username: cameron.userPrincipalName,
    password,
  })
  const url = `${origin}/contoso.onmicrosoft.com/oauth2/v2.0/token`
  const { error_codes } = Object(await (await fetch(url, { method: 'POST', body })).json())
  return Array.isArray(error_codes) ? error_codes[0] : undefined
}
