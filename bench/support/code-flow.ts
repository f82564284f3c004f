// The authorization code flow with PKCE, as a public client goes through it.
import { createHash, randomBytes } from 'node:crypto'
import type autocannon from 'autocannon'
import type { Request } from './http.ts'
import { exchange } from './http.ts'

const CLIENT_ID = '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b04'
const REDIRECT_URI = 'http://localhost:8400'
const ENDPOINTS = '/contoso.onmicrosoft.com/oauth2/v2.0'

const verifier = randomBytes(32).toString('base64url')
const challenge = createHash('sha256').update(verifier).digest('base64url')

export interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
  /** Where the scopes have `openid`. */
  readonly id_token?: string
}

/** Has the server answer authorization requests without a page. */
export async function signInAutomatically(origin: string): Promise<void> {
  const { status, text } = await exchange(origin, {
    method: 'PATCH',
    path: '/_understudy/settings',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signIn: 'automatic' }),
  })
  if (status !== 200) throw new Error(`The setting was not changed: ${status} ${text}`)
}

/** @param scope with `offline_access` */
export async function getTokens(origin: string, scope: string): Promise<Tokens> {
  const { headers } = await exchange(origin, authorization(scope))
  const { status, text } = await exchange(origin, redemption(readCode(headers.location)))
  if (status !== 200) throw new Error(`No tokens were issued: ${status} ${text}`)
  return JSON.parse(text)
}

/** Both requests of the flow, for one connection of the load generator: the second redeems what the first was answered. */
export function roundTrip(scope: string): autocannon.Request[] {
  let code = ''
  return [
    {
      ...authorization(scope),
      onResponse: (_status, _body, _context, headers) => {
        code = readCode(headers?.location)
      },
    },
    { setupRequest: request => ({ ...request, ...redemption(code) }) },
  ]
}

export function refresh(refreshToken: string, scope: string): Request {
  return tokenRequest({ grant_type: 'refresh_token', refresh_token: refreshToken, scope })
}

function authorization(scope: string): Request {
  const query = new URLSearchParams({
    client_id: CLIENT_ID,
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope,
    login_hint: 'adele@contoso.onmicrosoft.com',
    state: 'bench',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    client_info: '1',
  })
  return { method: 'GET', path: `${ENDPOINTS}/authorize?${query}` }
}

function redemption(code: string): Request {
  return tokenRequest({
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT_URI,
    code_verifier: verifier,
  })
}

function tokenRequest(parameters: Readonly<Record<string, string>>): Request {
  const form = new URLSearchParams({ client_id: CLIENT_ID, client_info: '1', ...parameters })
  return {
    method: 'POST',
    path: `${ENDPOINTS}/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  }
}

/** @throws Error when the client was not sent back with a code */
function readCode(location: string | undefined): string {
  const code = location === undefined ? null : new URL(location).searchParams.get('code')
  if (code === null)
    throw new Error(`There is no code in ${location ?? 'an answer that is no redirect'}.`)
  return code
}
