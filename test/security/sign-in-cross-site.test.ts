// Other sites: they cannot send the pages' forms, nor hold the pages in a frame.
import t from 'tap'
import { DOMAIN } from '../support/contoso.ts'
import type { Page } from '../support/form-browser.ts'
import { answerOf, Browser, formOf, LOGIN, titleOf } from '../support/form-browser.ts'
import {
  askToken,
  authorizeFields,
  authorizeUrl,
  device,
  passPages,
  passPassword,
  spa,
  web,
} from '../support/sign-in.ts'
import {
  automaticUnderstudy,
  ctxOf,
  DEVICE_GRANT,
  pageError,
  postLogin,
  refusal,
  startDevice,
} from '../support/sign-in-flow.ts'
import { understudyAtNoon } from '../support/understudy.ts'

type Headers = Readonly<Record<string, string>>

/** What a browser says of a form that some other page sends. */
const foreign: readonly Headers[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: '' },
  { origin: 'http://login.microsoftonline.com' },
  { origin: 'https://login.microsoftonline.com:8443' },
  { origin: 'https://login.microsoftonline.com.evil.example' },
  { origin: 'https://evil.login.microsoftonline.com' },
  { origin: 'https://login.microsoftonline.com/' },
  { origin: 'https://graph.microsoft.com' },
  { origin: 'http://localhost:3000' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'same-origin, cross-site' },
  { 'sec-fetch-site': '' },
  { 'sec-fetch-site': 'anything-new' },
  { 'sec-fetch-site': 'cross-site', origin: LOGIN },
  { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
]
/** What it says of the page's own, and what a program says. */
const own: readonly Headers[] = [
  {},
  { origin: LOGIN },
  { 'sec-fetch-site': 'same-origin', origin: LOGIN },
  { 'sec-fetch-site': 'none' },
]
const DEVICE_PAGE = `${LOGIN}/common/oauth2/deviceauth`
const isRefused = (page: Page) =>
  page.status === 400 && pageError(page) === 'AADSTS9002313' && page.setCookies.length === 0

t.test('A form of the sign-in pages', async t => {
  t.test('is refused from another site at every step, and nothing comes of it', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const first = await browser.open(authorizeUrl(device, { scope: 'Mail.Read' }))
    const stay = await passPassword(browser, first)
    const consent = await browser.copy().submit(stay, { stay: 'Yes' })
    const { userCode, deviceCode } = await startDevice(understudy, device)
    const picking = await browser.copy().post(DEVICE_PAGE, { otc: userCode })
    const confirm = await passPages(browser.copy(), picking)
    const steps = [
      [first, { login: 'adele', passwd: 'adele-Passw0rd!' }],
      [first, { login: 'adele', method: 'passkey' }],
      [first, { cancel: 'Cancel' }],
      [stay, { stay: 'Yes' }],
      [consent, { consent: 'Accept' }],
      [picking, { cancel: 'Cancel' }],
      [confirm, { confirm: 'Continue' }],
      [confirm, { confirm: 'Cancel' }],
    ] as const
    for (const headers of foreign) {
      for (const [page, fields] of steps) {
        const answer = await postLogin(browser.copy(), ctxOf(page), fields, headers)
        t.ok(isRefused(answer), JSON.stringify({ ...headers, ...fields }))
      }
      const typed = await browser.copy().post(DEVICE_PAGE, { otc: userCode }, headers)
      t.ok(isRefused(typed), JSON.stringify(headers))
    }
    const fields = { grant_type: DEVICE_GRANT, device_code: deviceCode }
    t.match(refusal(await askToken(understudy, device, fields)), / 70016$/)
    t.equal(titleOf(await browser.submit(stay, { stay: 'No' })), 'Permissions requested')
  })

  t.test('is taken from the own site, and from programs', async t => {
    const { understudy } = await understudyAtNoon(t)
    for (const headers of own) {
      const browser = new Browser(understudy)
      const first = await browser.open(authorizeUrl(device))
      const fields = { login: 'adele', passwd: 'adele-Passw0rd!' }
      const stay = await postLogin(browser, ctxOf(first), fields, headers)
      const answer = await postLogin(browser, ctxOf(stay), { stay: 'No' }, headers)
      t.ok(answerOf(answer).code)
      const { userCode } = await startDevice(understudy, device)
      const picking = await browser.post(DEVICE_PAGE, { otc: userCode }, headers)
      t.equal(titleOf(picking), 'Pick an account')
    }
  })

  t.test('is refused when it comes as anything but a form', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const ctx = ctxOf(await browser.open(authorizeUrl(device)))
    const fields = { ctx, login: 'adele', passwd: 'adele-Passw0rd!' }
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
      for (const body of [JSON.stringify(fields), new URLSearchParams(fields).toString()]) {
        const url = `${LOGIN}/${DOMAIN}/oauth2/v2.0/login`
        const headers = { 'content-type': type }
        const reply = await understudy.fetch(url, { method: 'POST', headers, body })
        t.equal(reply.status, 400)
        t.same(reply.headers.getSetCookie(), [])
      }
    }
  })

  t.test('is taken on a port by the name that the browser has for it, and no other', async t => {
    const { understudy } = await understudyAtNoon(t)
    const { port } = new URL(await understudy.listen({ port: 0, https: false }))
    const send = async (host: string, origin: string) => {
      const url = `http://${host}:${port}/common/oauth2/deviceauth`
      const body = new URLSearchParams({ otc: 'NONE' }).toString()
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin }
      return (await understudy.fetch(url, { method: 'POST', headers, body })).status
    }
    t.equal(await send('localhost', `http://localhost:${port}`), 200)
    t.equal(await send('127.0.0.1', `http://127.0.0.1:${port}`), 200)
    t.equal(await send('localhost', `http://127.0.0.1:${port}`), 400)
    t.equal(await send('localhost', `https://localhost:${port}`), 400)
    t.equal(await send('localhost', `http://evil.localhost:${port}`), 400)
    t.equal(await send('localhost', 'http://localhost'), 400)
  })
})

t.test('An authorization request from another site', async t => {
  t.test('is what clients send, and so is taken', async t => {
    const { understudy } = await automaticUnderstudy(t)
    for (const headers of foreign) {
      const fields = Object.entries(authorizeFields(web, { login_hint: 'adele' }))
      const page = await new Browser(understudy).post(
        `${LOGIN}/${DOMAIN}/oauth2/v2.0/authorize`,
        Object.fromEntries(fields.map(([name, value]) => [name, value ?? ''])),
        headers,
      )
      t.ok(answerOf(page).code, JSON.stringify(headers))
    }
  })
})

t.test('A page', async t => {
  const { understudy } = await understudyAtNoon(t)
  const browser = new Browser(understudy)
  const first = await browser.open(authorizeUrl(device, { scope: 'Mail.Read' }))
  const stay = await passPassword(browser, first)
  const consent = await browser.submit(stay, { stay: 'Yes' })
  const { userCode } = await startDevice(understudy, device)
  const picking = await browser.post(DEVICE_PAGE, { otc: userCode })
  const confirm = await passPages(browser, picking)
  const pages = {
    first,
    password: await browser.submit(first, { login: 'adele' }),
    stay,
    consent,
    device: await browser.open(DEVICE_PAGE),
    picking,
    confirm,
    approved: await browser.submit(confirm, { confirm: 'Continue' }),
    signedOut: await browser.open(`${LOGIN}/${DOMAIN}/oauth2/v2.0/logout`),
  }

  for (const [name, page] of Object.entries(pages)) {
    t.test(
      `is held in no frame, kept nowhere, and tells no other site of itself: ${name}`,
      async t => {
        t.equal(page.status, 200)
        const policy = page.headers.get('content-security-policy') ?? ''
        t.match(policy, /(^|; )frame-ancestors 'none'(;|$)/)
        t.match(policy, /(^|; )default-src 'none'(;|$)/)
        t.match(policy, /(^|; )base-uri 'none'(;|$)/)
        t.notMatch(policy, /unsafe|\*|script-src/)
        t.equal(page.headers.get('x-content-type-options'), 'nosniff')
        t.match(page.headers.get('cache-control'), /no-store/)
        t.equal(page.headers.get('referrer-policy'), 'same-origin')
        t.notOk(page.headers.has('access-control-allow-origin'))
      },
    )
  }

  t.test('that has a form is never the answer to a silent request in a frame', async t => {
    for (const parameters of [
      {},
      { scope: 'Mail.Read' },
      { login_hint: 'alex' },
      { login_hint: 'nobody' },
      { claims: '{' },
      { prompt: 'none login' },
    ]) {
      for (const visitor of [browser, new Browser(understudy)]) {
        const asked = authorizeUrl(spa, { prompt: 'none', ...parameters })
        const page = await visitor.copy().open(asked)
        t.equal(page.status, 302, JSON.stringify(parameters))
        t.throws(() => formOf(page))
      }
    }
  })
})
