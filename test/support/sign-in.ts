// The built-in tenant's clients at work: how they send a person to sign in, and what they ask the token endpoint for.
import type { JWTPayload } from 'jose'
import { decodeJwt } from 'jose'
import type { Understudy } from '../../src/api.ts'
import type { components } from '../../src/contract/generated.ts'
import { clients, DOMAIN, upn } from './contoso.ts'
import type { Page } from './form-browser.ts'
import { answerOf, Browser, LOGIN } from './form-browser.ts'
import type { Reply } from './understudy.ts'
import { readReply } from './wire.ts'

type Fields = Readonly<Record<string, string>>
/** A parameter that is undefined is left out. */
type Parameters = Readonly<Record<string, string | undefined>>
export type Tokens = components['schemas']['grantResponse']

export interface TestClient {
  readonly appId: string
  readonly redirectUri: string
  /** What it sends to the token endpoint besides: who it is, and headers. */
  readonly fields: Fields
  readonly headers: Fields
}

/** RFC 7636, appendix B. */
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
export const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

export const web: TestClient = {
  appId: clients.web,
  redirectUri: 'http://localhost:3000/auth/callback',
  fields: { client_id: clients.web, client_secret: 'web-secret' },
  headers: {},
}
export const spa: TestClient = {
  appId: clients.spa,
  redirectUri: 'http://localhost:3000',
  fields: { client_id: clients.spa },
  headers: { origin: 'http://localhost:3000' },
}
export const device: TestClient = {
  appId: clients.device,
  redirectUri: 'http://localhost',
  fields: { client_id: clients.device },
  headers: {},
}
export const daemon: TestClient = {
  appId: clients.daemon,
  redirectUri: '',
  fields: { client_id: clients.daemon, client_secret: 'daemon-secret' },
  headers: {},
}

export const OWN_API = `api://${clients.web}`
export const USUAL_SCOPE = 'openid profile offline_access User.Read'
export const CAPABLE = '{"access_token":{"xms_cc":{"values":["cp1"]}}}'

/** The address to which a client sends the browser; by default for a code, with the challenge of single-page apps. */
export function authorizeUrl(
  client: TestClient,
  parameters: Parameters = {},
  authority = DOMAIN,
  origin = LOGIN,
): string {
  const query = new URLSearchParams(definedOnes(authorizeFields(client, parameters)))
  return `${origin}/${authority}/oauth2/v2.0/authorize?${query}`
}

export function authorizeFields(client: TestClient, parameters: Parameters = {}): Parameters {
  return {
    client_id: client.appId,
    response_type: 'code',
    redirect_uri: client.redirectUri,
    scope: USUAL_SCOPE,
    ...(client.appId === spa.appId && { code_challenge: challenge, code_challenge_method: 'S256' }),
    ...parameters,
  }
}

export interface Person {
  /** Stands before the `@`, or is a whole name. Default: adele. */
  readonly user?: string
  readonly method?: 'password' | 'passkey'
  /** Default: no. */
  readonly stay?: boolean
}

/** From a page on which accounts can be picked to the page after the person has signed in. */
export async function passPages(browser: Browser, page: Page, person: Person = {}): Promise<Page> {
  const asked = await passPassword(browser, page, person)
  return browser.submit(asked, { stay: person.stay === true ? 'Yes' : 'No' })
}

/** The same, only as far as the question whether to stay signed in. */
export async function passPassword(
  browser: Browser,
  page: Page,
  { user = 'adele', method = 'password' }: Person = {},
): Promise<Page> {
  const login = user.includes('@') ? user : upn(user)
  const asked = await browser.submit(page, { login })
  return browser.submit(
    asked,
    method === 'passkey' ? { login, method } : { login, passwd: passwordOf(login) },
  )
}

/** What the built-in fixture gives everybody. */
export function passwordOf(userPrincipalName: string): string {
  return `${userPrincipalName.split(/[@_]/, 1)[0]}-Passw0rd!`
}

export interface SignInRequest extends Person {
  readonly parameters?: Parameters
  readonly authority?: string
  readonly browser?: Browser
}

/** Signs a person in to a client, and gives what the client is answered. Rejects where that is an error. */
export async function signIn(
  understudy: Understudy,
  client: TestClient,
  { parameters = {}, authority = DOMAIN, browser, ...person }: SignInRequest = {},
): Promise<Readonly<Record<string, string>>> {
  const visited = browser ?? new Browser(understudy)
  const first = await visited.open(
    authorizeUrl(client, { prompt: 'login', ...parameters }, authority),
  )
  const answer = answerOf(await passPages(visited, first, person))
  if (answer.error !== undefined) throw new Error(answer.error_description)
  return answer
}

/** A browser at which these people are signed in, the last of them last. */
export async function browserOf(
  understudy: Understudy,
  ...people: readonly [Person, ...Person[]]
): Promise<Browser> {
  const browser = new Browser(understudy)
  for (const person of people) await signIn(understudy, device, { ...person, browser })
  return browser
}

export interface TokenRequest {
  readonly authority?: string
  readonly headers?: Fields
  readonly origin?: string
}

/** Asks the token endpoint as a client does. */
export async function askToken(
  understudy: Understudy,
  client: TestClient,
  fields: Parameters,
  { authority = DOMAIN, headers = {}, origin = LOGIN }: TokenRequest = {},
): Promise<Reply> {
  return postForm(
    understudy,
    `${origin}/${authority}/oauth2/v2.0/token`,
    { ...client.fields, ...fields },
    { ...client.headers, ...headers },
  )
}

export async function postForm(
  understudy: Understudy,
  url: string,
  fields: Parameters,
  headers: Fields = {},
): Promise<Reply> {
  const response = await understudy.fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(definedOnes(fields)).toString(),
  })
  return readReply(response)
}

export function redeemCode(
  understudy: Understudy,
  client: TestClient,
  code: string | undefined,
  fields: Parameters = {},
  request: TokenRequest = {},
): Promise<Reply> {
  return askToken(
    understudy,
    client,
    {
      grant_type: 'authorization_code',
      code,
      redirect_uri: client.redirectUri,
      ...(client.appId === spa.appId && { code_verifier: verifier }),
      ...fields,
    },
    request,
  )
}

export function refresh(
  understudy: Understudy,
  client: TestClient,
  token: string | undefined,
  fields: Parameters = {},
  request: TokenRequest = {},
): Promise<Reply> {
  return askToken(
    understudy,
    client,
    { grant_type: 'refresh_token', refresh_token: token, ...fields },
    request,
  )
}

/** The tokens of an answer. @throws Error where it is a refusal */
export function tokensOf({ status, text }: Reply): Tokens {
  if (status !== 200) throw new Error(`${status} ${text}`)
  return JSON.parse(text)
}

/** Signs a person in and redeems the code. */
export async function obtainTokens(
  understudy: Understudy,
  client: TestClient,
  { fields = {}, ...request }: SignInRequest & { readonly fields?: Parameters } = {},
): Promise<Tokens> {
  const { code } = await signIn(understudy, client, request)
  const { authority = DOMAIN } = request
  return tokensOf(await redeemCode(understudy, client, code, fields, { authority }))
}

/** What a token says, unverified; nothing when there is none. */
export function claimsOf(token: string | undefined): JWTPayload {
  return token === undefined ? {} : decodeJwt(token)
}

/** Status, error, number and suberror of a refusal: `[400, 'invalid_grant', 50173, 'bad_token']`. */
export function refusalOf({ status, json }: Reply): readonly unknown[] {
  const { error, error_codes: codes, suberror } = Object(json)
  return [status, error, codes?.[0], ...(suberror === undefined ? [] : [suberror])]
}

function definedOnes(fields: Parameters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
