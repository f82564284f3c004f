// The requests by which errors are provoked. All of them carry the client's own correlation id.
import { DOMAIN } from '../../support/contoso.ts'
import type { Page } from '../../support/form-browser.ts'
import { LOGIN } from '../../support/form-browser.ts'
import type { TestClient } from '../../support/sign-in.ts'
import { askToken, authorizeUrl, device, obtainTokens, postForm } from '../../support/sign-in.ts'
import type { Reply } from '../../support/understudy.ts'
import { readReply } from '../../support/wire.ts'
import type { Double } from './case.ts'
import { CORRELATION_ID, STATE } from './case.ts'

type Fields = Readonly<Record<string, string | undefined>>

const own = { 'client-request-id': CORRELATION_ID }
/** A request that would do for a confidential client. */
export const asItself = {
  grant_type: 'client_credentials',
  scope: 'https://graph.microsoft.com/.default',
}

/** Asks the token endpoint. */
export function ask(
  { understudy }: Double,
  client: TestClient,
  fields: Fields,
  {
    authority = DOMAIN,
    headers = {},
  }: { authority?: string; headers?: Record<string, string> } = {},
): Promise<Reply> {
  return askToken(understudy, client, fields, { authority, headers: { ...own, ...headers } })
}

/** Sends a browser to /authorize. */
export function authorize(
  { browser }: Double,
  client: TestClient,
  parameters: Fields = {},
  authority?: string,
): Promise<Page> {
  return browser.open(authorizeUrl(client, { state: STATE, ...own, ...parameters }, authority))
}

/** Asks for a device code. */
export function askDevice({ understudy }: Double, fields: Fields): Promise<Reply> {
  return postForm(understudy, `${LOGIN}/${DOMAIN}/oauth2/v2.0/devicecode`, fields, own)
}

/** Sends a page's form, as the person who sees it would. */
export function submit(
  { browser }: Double,
  page: Page,
  fields: Readonly<Record<string, string>>,
): Promise<Page> {
  return browser.submit(page, { ...fields, ...own })
}

/** Types a name and a password on the page that asks for them. */
export async function typeIn(
  double: Double,
  page: Page,
  login: string,
  passwd: string,
): Promise<Page> {
  return submit(double, await submit(double, page, { loginfmt: login }), { login, passwd })
}

/** Visits an address that answers with JSON. */
export async function get({ understudy }: Double, path: string): Promise<Reply> {
  return readReply(await understudy.fetch(LOGIN + path, { headers: own }))
}

/** Redeems the code of what a client was answered. */
export function redeem(
  double: Double,
  client: TestClient,
  { code }: Readonly<Record<string, string>>,
  fields: Fields = {},
  authority = DOMAIN,
): Promise<Reply> {
  const { redirectUri: redirect_uri } = client
  const grant = { grant_type: 'authorization_code', code, redirect_uri, ...fields }
  return ask(double, client, grant, { authority })
}

/**
 * Signs adele in and uses the refresh token.
 * @param meanwhile what happens before it is used
 * @param request.client to which she signs in: the device client when left out
 * @param request.as which client uses the token: the same when left out
 */
export async function refreshAfter(
  double: Double,
  meanwhile: () => unknown,
  request: { readonly client?: TestClient; readonly as?: TestClient; readonly scope?: string } = {},
): Promise<Reply> {
  const { client = device, as = client, scope } = request
  const { refresh_token } = await obtainTokens(double.understudy, client)
  await meanwhile()
  return ask(double, as, { grant_type: 'refresh_token', refresh_token, scope })
}
