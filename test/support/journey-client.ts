// What the programs of `test/journeys/clients` know of the double they talk to, and what happens around them: people at the sign-in pages,
// an administrator, the settings of the double.
import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Test } from 'tap'
import { TENANT_ID, upn } from './contoso.ts'
import './patient-connections.ts'
import type { Person, Return } from './sign-in-pages.ts'
import { decideOnDevice, signInThroughPages } from './sign-in-pages.ts'

/** `https://localhost:<port>` */
export const origin = need('UNDERSTUDY_URL')
/** As `knownAuthorities` wants it. */
export const { host } = new URL(origin)
export const authority = `${origin}/${TENANT_ID}`
/** Where the double stands in for `https://graph.microsoft.com/v1.0`. */
export const graphUrl = `${origin}/v1.0`

export const adele: Person = { login: upn('adele'), password: 'adele-Passw0rd!' }
export const alex: Person = { login: upn('alex'), password: 'alex-Passw0rd!' }
/** The one who may revoke for anybody. */
export const admin: Person = { login: upn('admin'), password: 'admin-Passw0rd!' }

/** What the daemon can prove itself with. */
export function clientCertificate() {
  const path = need('CLIENT_CERTIFICATE')
  const pem = readFileSync(path, 'utf8')
  const thumbprint = (hash: string) =>
    createHash(hash).update(new X509Certificate(pem).raw).digest('hex')
  return { path, pem, sha1: thumbprint('sha1'), sha256: thumbprint('sha256') }
}

/** A person goes where the app sends them and signs in. */
export function signIn(url: string, person = adele): Promise<Return> {
  return signInThroughPages(fetch, url, person)
}

/** The same, and then goes back to the app, as clients that open a browser and listen on localhost wait for. */
export async function signInAndReturn(url: string, person = adele): Promise<void> {
  const { location, parameters, isPosted } = await signIn(url, person)
  await fetch(location, isPosted ? { method: 'POST', body: parameters } : {})
}

/** A person types the code that a device shows, and signs in. */
export function onDevice(
  verificationUri: string,
  userCode: string,
  isApproved = true,
  person = adele,
): Promise<string> {
  return decideOnDevice(fetch, verificationUri, { userCode, isApproved }, person)
}

/** By the call that an administrator's tool makes. @param user what stands before the `@` */
export async function administratorRevokes(user: string): Promise<void> {
  const request = { user: 'admin', scopes: ['User.RevokeSessions.All'] }
  const { access_token } = await post('/_understudy/tokens', request)
  await post(`/v1.0/users/${upn(user)}/revokeSignInSessions`, undefined, access_token)
}

/** Changes settings of the double until the test ends. */
export async function withSettings(t: Test, settings: object): Promise<void> {
  t.teardown(() => post('/_understudy/reset'))
  await post('/_understudy/settings', settings, undefined, 'PATCH')
}

/** What of an access token can be read without a key; clients must not, tests may. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}

/** GET /me, as an app without a library would call it. */
export function getMe(token: string): Promise<Response> {
  return fetch(`${graphUrl}/me`, { headers: { authorization: `Bearer ${token}` } })
}

/** The claims that the headers of an answer ask for, decoded. @throws Error when they are no challenge */
export function claimsAskedFor(headers: Headers | undefined): string {
  const claims = /claims="([^"]+)"/.exec(headers?.get('www-authenticate') ?? '')?.[1]
  if (claims === undefined) throw new Error('There is no claims challenge.')
  return Buffer.from(claims, 'base64').toString()
}

/** What a promise is rejected with. @throws Error when it is not */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const fulfilled = Symbol()
  const error = await promise.then(
    () => fulfilled,
    (reason: unknown) => reason,
  )
  if (error === fulfilled) throw new Error('It was to be rejected.')
  return error
}

/** A token for somebody with permissions that no client of the fixture has consent for. */
export async function tokenWith(user: string, ...scopes: readonly string[]): Promise<string> {
  return (await post('/_understudy/tokens', { user, scopes })).access_token
}

async function post(path: string, body?: object, token?: string, method = 'POST') {
  const headers = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
  const response = await fetch(origin + path, init)
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`)
  return text === '' ? {} : JSON.parse(text)
}

function need(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: this program is run by a test.`)
  return value
}
