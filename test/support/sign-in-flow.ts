// The code flow without a person: the double signs the hinted user in at once. Quick enough to be walked hundreds of times in a test.
import type { Test } from 'tap'
import type { Understudy, UnderstudyOptions } from '../../src/api.ts'
import type { ManualClock } from '../../src/clock.ts'
import { DOMAIN } from './contoso.ts'
import type { Page } from './form-browser.ts'
import { answerOf, Browser, formOf, LOGIN } from './form-browser.ts'
import type { TestClient, TokenRequest, Tokens } from './sign-in.ts'
import { authorizeUrl, challenge, postForm, redeemCode, tokensOf, verifier } from './sign-in.ts'
import type { Reply } from './understudy.ts'
import { control, understudyAtNoon } from './understudy.ts'

type Parameters = Readonly<Record<string, string | undefined>>

export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'
export const OBO_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** A double whose clock stands at noon, with `signIn: automatic`. */
export async function automaticUnderstudy(
  t: Test,
  options: UnderstudyOptions = {},
): Promise<{ understudy: Understudy; clock: ManualClock }> {
  const made = await understudyAtNoon(t, options)
  await changeSettings(made.understudy, { signIn: 'automatic' })
  return made
}

/** Of the tenant by id or domain; the default one when left out. Rejects when the settings are refused. */
export async function changeSettings(
  understudy: Understudy,
  update: object,
  tenant?: string,
): Promise<void> {
  const query = tenant === undefined ? '' : `?tenant=${tenant}`
  const line = `PATCH /_understudy/settings${query}` as const
  const { status, text } = await control(understudy, line, { body: update })
  if (status !== 200) throw new Error(`${status} ${text}`)
}

/** A code for adele, or for whom `parameters.login_hint` names. Rejects when there is none. */
export async function quickCode(
  understudy: Understudy,
  client: TestClient,
  parameters: Parameters = {},
  { authority = DOMAIN, browser = new Browser(understudy) } = {},
): Promise<string> {
  const proof = isPage(client) && { code_challenge: challenge, code_challenge_method: 'S256' }
  const asked = { login_hint: 'adele', prompt: 'login', ...proof, ...parameters }
  const { code, error_description: reason } = answerOf(
    await browser.open(authorizeUrl(client, asked, authority)),
  )
  if (code === undefined) throw new Error(reason ?? 'There is no code.')
  return code
}

/** What the code of `quickCode` is redeemed for. Rejects when it is refused. */
export async function quickTokens(
  understudy: Understudy,
  client: TestClient,
  parameters: Parameters = {},
  { authority = DOMAIN, browser = new Browser(understudy) } = {},
): Promise<Tokens> {
  const code = await quickCode(understudy, client, parameters, { authority, browser })
  return tokensOf(await quickRedeem(understudy, client, code, {}, { authority }))
}

/** As `redeemCode`, with the verifier that belongs to the code of `quickCode`. */
export function quickRedeem(
  understudy: Understudy,
  client: TestClient,
  code: string,
  fields: Parameters = {},
  request: TokenRequest = {},
): Promise<Reply> {
  const proof = isPage(client) && { code_verifier: verifier }
  return redeemCode(understudy, client, code, { ...proof, ...fields }, request)
}

/** A single-page app: it has an origin, and proves by a verifier that a code is its own. */
function isPage({ headers }: TestClient): boolean {
  return headers.origin !== undefined
}

/** A device sign-in that has begun: what the device shows, and what it polls with. */
export async function startDevice(
  understudy: Understudy,
  client: TestClient,
  scope = 'openid offline_access User.Read',
): Promise<{ readonly userCode: string; readonly deviceCode: string }> {
  const url = `${LOGIN}/${DOMAIN}/oauth2/v2.0/devicecode`
  const { status, text } = await postForm(understudy, url, { client_id: client.appId, scope })
  if (status !== 200) throw new Error(`${status} ${text}`)
  const { user_code: userCode, device_code: deviceCode } = JSON.parse(text)
  return { userCode, deviceCode }
}

/** The sealed state that a page carries along. @throws Error where there is no form */
export function ctxOf(page: Page): string {
  return formOf(page).hidden.ctx ?? ''
}

/** Posts to the sign-in pages, as a page would whose hidden state is `ctx`. */
export function postLogin(
  browser: Browser,
  ctx: string,
  fields: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Page> {
  return browser.post(`${LOGIN}/${DOMAIN}/oauth2/v2.0/login`, { ctx, ...fields }, headers)
}

/** The number of the error that a page shows, `AADSTS9002313`; undefined when it shows none. */
export function pageError({ html }: Page): string | undefined {
  return /AADSTS\d+/.exec(html)?.[0]
}

/** A refusal of the token endpoint in short: `400 invalid_grant 54005`. */
export function refusal({ status, json }: Reply): string {
  const { error, error_codes: codes } = Object(json)
  return `${status} ${error} ${codes?.[0]}`
}
