// What the token endpoint and the pages have given out before: the credentials and the page states that some cases send back.
import type { Understudy } from '../../src/api.ts'
import { clients, DOMAIN, upn } from '../support/contoso.ts'
import { parseMarkup } from '../support/markup.ts'
import { decideOnDevice, signInThroughPages } from '../support/sign-in-pages.ts'

export type CredentialName =
  | 'refreshToken'
  | 'revokedRefreshToken'
  | 'code'
  | 'pendingDeviceCode'
  | 'approvedDeviceCode'
  | 'userCode'
  | 'assertion'
  | 'accountPage'
  | 'staySignedInPage'

export const REDIRECT_URI = 'http://localhost:8400'
export const SCOPE = 'openid profile offline_access User.Read'
const API_SCOPE = `api://${clients.web}/access_as_user`
const AUTHORITY = `https://login.microsoftonline.com/${DOMAIN}/oauth2/v2.0`

/** Whose sessions no case revokes. */
const reader = { login: upn('reader'), password: 'reader-Passw0rd!' }
const megan = { login: upn('megan'), password: 'megan-Passw0rd!' }

/** Codes among them are good for one request. Megan's sessions are for the caller to revoke. */
export async function obtainCredentials(
  understudy: Understudy,
): Promise<Readonly<Record<CredentialName, string>>> {
  const fetch = understudy.fetch.bind(understudy)
  const pages = await statesOfPages(understudy)
  const pending = await startDevice(understudy)
  const approved = await startDevice(understudy)
  const device = { userCode: String(approved.user_code), isApproved: true }
  await decideOnDevice(fetch, String(approved.verification_uri), device, reader)
  const { parameters } = await signInThroughPages(fetch, AUTHORIZE_URL, reader)
  return {
    refreshToken: await member(signInByPassword(understudy, reader, SCOPE), 'refresh_token'),
    revokedRefreshToken: await member(signInByPassword(understudy, megan, SCOPE), 'refresh_token'),
    code: parameters.get('code') ?? '',
    pendingDeviceCode: String(pending.device_code),
    approvedDeviceCode: String(approved.device_code),
    userCode: String(pending.user_code),
    assertion: await member(signInByPassword(understudy, reader, API_SCOPE), 'access_token'),
    ...pages,
  }
}

const AUTHORIZE_URL = `${AUTHORITY}/authorize?${new URLSearchParams({
  client_id: clients.device,
  response_type: 'code',
  redirect_uri: REDIRECT_URI,
  scope: SCOPE,
})}`

type Json = Readonly<Record<string, unknown>>

function startDevice(understudy: Understudy): Promise<Json> {
  return post(understudy, 'devicecode', { client_id: clients.device, scope: SCOPE })
}

function signInByPassword(
  understudy: Understudy,
  { login, password }: typeof reader,
  scope: string,
): Promise<Json> {
  const fields = { grant_type: 'password', username: login, password, scope }
  return post(understudy, 'token', { ...fields, client_id: clients.device })
}

async function member(json: Promise<Json>, name: string): Promise<string> {
  return String((await json)[name])
}

/** The first page of an authorization request, and the last. */
async function statesOfPages(understudy: Understudy) {
  const accountPage = stateOf(await (await understudy.fetch(AUTHORIZE_URL)).text())
  const fields = { ctx: accountPage, login: reader.login, passwd: reader.password }
  const answer = await send(understudy, 'login', fields)
  return { accountPage, staySignedInPage: stateOf(await answer.text()) }
}

function stateOf(html: string): string {
  const { tags } = parseMarkup(html)
  const field = tags.find(({ attributes }) => attributes.name === 'ctx')
  if (field === undefined) throw new Error('The page carries no state along.')
  return field.attributes.value ?? ''
}

async function post(
  understudy: Understudy,
  endpoint: string,
  fields: Readonly<Record<string, string>>,
): Promise<Json> {
  const response = await send(understudy, endpoint, fields)
  if (response.status !== 200) throw new Error(`${endpoint}: ${await response.text()}`)
  return Object(await response.json())
}

function send(
  understudy: Understudy,
  endpoint: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const body = new URLSearchParams(fields)
  return understudy.fetch(`${AUTHORITY}/${endpoint}`, { method: 'POST', body })
}
