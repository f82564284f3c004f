// A program: walks every flow of the sign-in surface, and every refusal of it, in a process of its own whose log can be read.
// usage: node every-sign-in-flow.js LOG-LEVEL [misplaced]; `misplaced` puts secrets where none belong as well. Prints what was secret, and what was answered to whoever was refused, as JSON.
import type { LogLevel } from '../../src/logger.ts'
import { createUnderstudy } from '../../src/understudy.ts'
import { DOMAIN, ids } from './contoso.ts'
import type { Page } from './form-browser.ts'
import { answerOf, Browser, formOf, LOGIN } from './form-browser.ts'
import {
  askToken,
  authorizeUrl,
  CAPABLE,
  device,
  OWN_API,
  obtainTokens,
  passPages,
  passwordOf,
  redeemCode,
  refresh,
  spa,
  tokensOf,
  verifier,
  web,
} from './sign-in.ts'
import { ASSERTION_TYPE, DEVICE_GRANT, OBO_GRANT, startDevice } from './sign-in-flow.ts'
import type { Reply } from './understudy.ts'
import { graph, tokenFor } from './understudy.ts'

/** What the program prints. */
export interface Walk {
  readonly secrets: readonly string[]
  readonly answers: readonly { readonly title: string; readonly text: string }[]
  /** What is kept of all requests, in each form in which it can be asked for. */
  readonly record: readonly { readonly title: string; readonly text: string }[]
}

const PASSWORD_TYPED = 'typed-by-mistake-4280'
const secrets = new Set(['web-secret', 'daemon-secret', 'Passw0rd!', PASSWORD_TYPED, verifier])
const answers: { title: string; text: string }[] = []
const understudy = await createUnderstudy({
  logLevel: readLevel(process.argv[2]),
  journal: 10_000,
})

/** Keeps what is to be found nowhere else. */
function note<T extends object>(issued: T): T {
  for (const value of Object.values(issued))
    if (typeof value === 'string' && value.length > 40) secrets.add(value)
  return issued
}

/** Keeps the answer to a request that had something secret in it. @throws Error where it is no refusal */
function refused(title: string, reply: Reply | Page): void {
  const text = 'html' in reply ? reply.html : reply.text
  const isPage = 'html' in reply && !/AADSTS/.test(text + reply.location)
  if (isPage || (!('html' in reply) && reply.status < 400))
    throw new Error(`${title} was not refused.`)
  const headers = JSON.stringify([...reply.headers])
  // A page carries a state of its own, which is a secret from then on.
  const { ctx = '' } = 'html' in reply && /<form/.test(text) ? note(formOf(reply).hidden) : {}
  answers.push({ title: `${title}: ${reply.status}`, text: `${text.replace(ctx, '')}\n${headers}` })
}

const browser = new Browser(understudy)
const first = await browser.open(authorizeUrl(device, { state: 'a-state', nonce: 'a-nonce' }))
note(formOf(first).hidden)
refused('wrong password', await browser.submit(first, { login: 'adele', passwd: PASSWORD_TYPED }))
note(answerOf(await passPages(browser, first, { stay: true })))
for (const cookie of browser.cookies.values()) secrets.add(cookie)

const tokens = note(await obtainTokens(understudy, device))
const capable = note(await obtainTokens(understudy, web, { fields: { claims: CAPABLE } }))
note(await obtainTokens(understudy, spa))
note(tokensOf(await refresh(understudy, device, tokens.refresh_token)))
const { code } = note(answerOf(await browser.open(authorizeUrl(device))))
const api = { parameters: { scope: `${OWN_API}/access_as_user` } }
const { access_token: assertion } = note(await obtainTokens(understudy, device, api))
const exchange = {
  grant_type: OBO_GRANT,
  requested_token_use: 'on_behalf_of',
  scope: 'User.Read offline_access',
}
note(tokensOf(await askToken(understudy, web, { ...exchange, assertion })))
const own = { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' }
note(tokensOf(await askToken(understudy, web, own)))
const named = { grant_type: 'password', username: 'adele', scope: 'openid User.Read' }
const password = passwordOf('adele')
note(tokensOf(await askToken(understudy, device, { ...named, password })))
const started = note(await startDevice(understudy, device))

const asDevice = (fields: Record<string, string | undefined>) =>
  askToken(understudy, device, fields)
refused(
  'wrong password at the token endpoint',
  await asDevice({ ...named, password: PASSWORD_TYPED }),
)
refused('pending', await asDevice({ grant_type: DEVICE_GRANT, device_code: started.deviceCode }))
// Each where some credential belongs, but for the last character right.
for (const secret of [...secrets]) {
  const text = `${secret}x`
  refused('as code', await redeemCode(understudy, web, text))
  refused('as refresh token', await refresh(understudy, web, text))
  refused('as device code', await asDevice({ grant_type: DEVICE_GRANT, device_code: text }))
  refused('as secret', await askToken(understudy, web, { ...own, client_secret: text }))
  const basic = Buffer.from(`${web.appId}:${text}`).toString('base64')
  const headers = { authorization: `Basic ${basic}` }
  const bySecret = { ...own, client_secret: undefined }
  refused('as secret by Basic', await askToken(understudy, web, bySecret, { headers }))
  const byAssertion = { client_assertion_type: ASSERTION_TYPE, client_assertion: text }
  refused('as client assertion', await askToken(understudy, web, { ...bySecret, ...byAssertion }))
  refused('as password', await asDevice({ ...named, password: text }))
  refused('as verifier', await redeemCode(understudy, device, code, { code_verifier: text }))
  refused('as token', await graph(understudy, 'GET /v1.0/me/nowhere', { token: text }))
  const query = new URLSearchParams({ code: text, client_secret: text, ctx: text, claims: text })
  for (const path of [`${DOMAIN}/oauth2/v2.0/token`, `${DOMAIN}/oauth2/v2.0/login`, 'nowhere'])
    refused('in the query', await graphless(`${LOGIN}/${path}?${query}`))
  const silent = authorizeUrl(device, { prompt: 'none', id_token_hint: text, sid: text })
  refused('as hint', await new Browser(understudy).open(silent))
  const cookies = new Map([['ESTSAUTH', text]])
  refused('as cookie', await new Browser(understudy, cookies).open(silent))
  await new Browser(understudy).open(`${LOGIN}/${DOMAIN}/oauth2/v2.0/logout?id_token_hint=${text}`)
}
note(tokensOf(await redeemCode(understudy, device, code)))
refused('a second time', await redeemCode(understudy, device, code))
refused(
  'with another verifier',
  await redeemCode(understudy, web, code, { code_verifier: verifier }),
)

const admin = note({
  token: await tokenFor(understudy, { user: 'admin', scopes: ['User.RevokeSessions.All'] }),
})
await graph(understudy, `POST /v1.0/users/${ids.adele}/revokeSignInSessions`, admin)
refused('revoked', await refresh(understudy, device, tokens.refresh_token))
refused('revoked', await askToken(understudy, web, { ...exchange, assertion }))
refused('revoked', await graph(understudy, 'GET /v1.0/me', { token: capable.access_token }))
refused('revoked', await browser.open(authorizeUrl(device, { prompt: 'none' })))
const misplaced = process.argv[3] === 'misplaced' ? [...secrets] : []
for (const secret of misplaced.filter(({ length }) => length > 100)) {
  const encoded = encodeURIComponent(secret)
  for (const path of [`me?access_token=${encoded}`, `me/${encoded}`, `users?$filter=${encoded}`])
    await graph(understudy, `GET /v1.0/${path}`, admin)
  await graphless(`${LOGIN}/${encoded}/oauth2/v2.0/token`)
  await asDevice({ grant_type: secret, scope: secret, client_id: secret })
}
const record = []
for (const path of ['requests', 'events?waitSeconds=0', 'requests?waitSeconds=0&status=299']) {
  const headers = { 'last-event-id': '0' }
  const response = await understudy.fetch(`http://localhost:4280/_understudy/${path}`, { headers })
  record.push({ title: path, text: await response.text() })
}
await understudy.close()

const walk: Walk = { secrets: [...secrets], answers, record }
process.stdout.write(JSON.stringify(walk))

async function graphless(url: string): Promise<Reply> {
  const response = await understudy.fetch(url)
  const { status, headers } = response
  return { status, headers, text: await response.text(), json: undefined }
}

function readLevel(text: string | undefined): LogLevel {
  return text === 'debug' || text === 'info' ? text : 'error'
}
