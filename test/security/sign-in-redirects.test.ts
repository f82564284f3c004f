// Open redirects: neither a sign-in nor a sign-out leads anywhere but to an address that the client has registered.
import fc from 'fast-check'
import t from 'tap'
import { DOMAIN } from '../support/contoso.ts'
import type { Page } from '../support/form-browser.ts'
import { answerOf, Browser, formOf, LOGIN } from '../support/form-browser.ts'
import { parseMarkup } from '../support/markup.ts'
import { mutationsOf } from '../support/mutations.ts'
import { disguised, nearly, otherPorts } from '../support/redirect-uris.ts'
import type { TestClient } from '../support/sign-in.ts'
import {
  authorizeFields,
  authorizeUrl,
  device,
  passPassword,
  spa,
  web,
} from '../support/sign-in.ts'
import { automaticUnderstudy, pageError } from '../support/sign-in-flow.ts'
import { alpha, beta, twinTenants } from '../support/sign-in-tenants.ts'
import { understudyAtNoon } from '../support/understudy.ts'

/** Whether the answer is a page of the double, that leads nowhere. */
function staysHere({ location, html, setCookies }: Page): boolean {
  const { tags } = parseMarkup(html)
  const leads = tags.some(
    ({ name, attributes }) =>
      name === 'form' ||
      name === 'a' ||
      name === 'iframe' ||
      attributes['http-equiv'] === 'refresh',
  )
  return location === undefined && !leads && setCookies.length === 0
}

/** Both ways to ask for the same. */
const ways = {
  GET: (browser: Browser, client: TestClient, parameters: Record<string, string>) =>
    browser.open(authorizeUrl(client, parameters)),
  POST: (browser: Browser, client: TestClient, parameters: Record<string, string>) => {
    const fields = Object.entries(authorizeFields(client, parameters))
    return browser.post(
      `${LOGIN}/${DOMAIN}/oauth2/v2.0/authorize`,
      Object.fromEntries(fields.map(([name, value]) => [name, value ?? ''])),
    )
  },
}

t.test('An authorization request', async t => {
  for (const [way, ask] of Object.entries(ways)) {
    t.test(`is answered here when its redirect URI is another: ${way}`, async t => {
      const { understudy } = await automaticUnderstudy(t)
      for (const uri of [...disguised, ...nearly, ...otherPorts]) {
        for (const mode of ['query', 'fragment', 'form_post']) {
          const asked = { redirect_uri: uri, response_mode: mode, login_hint: 'adele' }
          const page = await ask(new Browser(understudy), web, asked)
          t.equal(`${page.status} ${pageError(page)}`, '400 AADSTS50011', `${mode} ${uri}`)
          t.ok(staysHere(page), `${mode} ${uri}`)
        }
      }
    })

    t.test(`is answered here whatever else is wrong with it: ${way}`, async t => {
      const { understudy } = await automaticUnderstudy(t)
      const uri = { redirect_uri: 'http://localhost@evil.example' }
      for (const wrong of [
        { response_type: 'nothing' },
        { scope: '' },
        { prompt: 'nothing' },
        { prompt: 'none' },
        { claims: '{' },
        { code_challenge: 'short' },
        { response_mode: 'nothing' },
      ]) {
        const page = await ask(new Browser(understudy), web, { ...uri, ...wrong })
        t.equal(`${page.status} ${pageError(page)}`, '400 AADSTS50011', JSON.stringify(wrong))
        t.ok(staysHere(page))
      }
    })
  }

  t.test('of a public client is answered on any port of localhost, and nowhere else', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const leadsTo = async (client: TestClient, uri: string) =>
      (await ways.GET(new Browser(understudy), client, { redirect_uri: uri })).location
    for (const [client, path, right] of [
      [device, '', /^http:\/\/localhost(:[0-9]{1,5})?\/?$/],
      [spa, '/redirect', /^http:\/\/localhost(:[0-9]{1,5})?(\/|\/redirect)?$/],
    ] as const) {
      for (const port of ['', ':80', ':8400', ':65535', ':3000'])
        t.match(
          await leadsTo(client, `http://localhost${port}${path}`),
          /^http:\/\/localhost[:/?#]/,
        )
      const others = [
        ...disguised,
        ...nearly,
        `https://localhost${path}`,
        `http://127.0.0.1${path}`,
      ]
      for (const uri of others.map(one => one.replace('/auth/callback', path)))
        t.equal((await leadsTo(client, uri)) !== undefined, right.test(uri), uri)
    }
  })

  t.test('leads a browser to no other place, however the address is changed', async () => {
    const odd = 'aZ0/\\@:?#%.&=;,~ \t\r\n\0é。ſ\u00ad\u2028'
    for (const [client, registered] of [
      [web, 'http://localhost:3000/auth/callback'],
      [device, 'http://localhost:8400/'],
      [device, 'https://login.microsoftonline.com/common/oauth2/nativeclient'],
    ] as const) {
      const { understudy } = await automaticUnderstudy(t)
      const { hostname, port, protocol, pathname } = new URL(registered)
      await fc.assert(
        fc.asyncProperty(mutationsOf(registered, odd), async uri => {
          const page = await ways.GET(new Browser(understudy), client, { redirect_uri: uri })
          if (page.location === undefined) return page.status === 400 && staysHere(page)
          // A port that there is not: a browser goes nowhere.
          if (!URL.canParse(page.location, 'http://evil.example')) return true
          const there = new URL(page.location, 'http://evil.example')
          const isSamePlace =
            there.hostname === hostname &&
            there.protocol === protocol &&
            there.pathname === pathname &&
            there.username === '' &&
            (there.port === port || (client === device && hostname === 'localhost'))
          return isSamePlace && new URLSearchParams(there.search).has('code')
        }),
        { numRuns: 300 },
      )
    }
  })

  t.test("is answered here when its redirect URI is another client's or tenant's", async t => {
    const understudy = await twinTenants(t)
    const own = [alpha.shop, alpha.desk, alpha.page, alpha.kiosk]
    for (const client of own) {
      for (const other of [...own, beta.shop, beta.desk, beta.page]) {
        if (other.redirectUri === client.redirectUri) continue
        const asked = { redirect_uri: other.redirectUri, login_hint: 'ada' }
        const page = await new Browser(understudy).open(authorizeUrl(client, asked, alpha.domain))
        t.equal(pageError(page), 'AADSTS50011')
        t.ok(staysHere(page))
      }
    }
  })

  t.test('is answered here when a letter of the host is only like the one registered', async t => {
    const understudy = await twinTenants(t)
    const kelvin = alpha.desk.redirectUri.replace('desk', 'des\u212a')
    for (const uri of [kelvin, alpha.desk.redirectUri.replace('desk', 'de\u017fk')]) {
      const asked = { redirect_uri: uri, login_hint: 'ada' }
      const page = await new Browser(understudy).open(authorizeUrl(alpha.desk, asked, alpha.domain))
      t.equal(pageError(page), 'AADSTS50011')
    }
  })
})

t.test('A page of the sign-in', async t => {
  t.test('ends at the client it began with, whatever else is posted', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const more = {
      client_id: web.appId,
      redirect_uri: 'http://evil.example',
      response_mode: 'form_post',
      state: 'mine',
      authority: 'common',
    }
    const first = await browser.open(authorizeUrl(device, { state: 'theirs' }))
    const stay = await passPassword(browser, first)
    const answered = await browser.submit(stay, { stay: 'Yes', ...more })
    t.match(answered.location, /^http:\/\/localhost\?code=/)
    t.equal(answerOf(answered).state, 'theirs')
    const cancelled = await browser.submit(first, { cancel: 'Cancel', ...more })
    t.match(cancelled.location, /^http:\/\/localhost\?error=access_denied/)
    t.equal(formOf(stay).action.startsWith('/'), true)
  })
})

t.test('A sign-out', async t => {
  const signOut = (browser: Browser, uri: string, state?: string) =>
    browser.open(
      `${LOGIN}/${DOMAIN}/oauth2/v2.0/logout?${new URLSearchParams({
        post_logout_redirect_uri: uri,
        ...(state !== undefined && { state }),
      })}`,
    )

  t.test('leads to registered addresses only', async t => {
    const { understudy } = await automaticUnderstudy(t)
    // On localhost, a public client has any port.
    const registered = (uri: string) => /^http:\/\/localhost(:[0-9]+)?\/?$/.test(uri)
    for (const uri of [...disguised, ...nearly, 'http://evil.example'].filter(
      one => !registered(one),
    )) {
      const page = await signOut(new Browser(understudy), uri, 'x')
      t.equal(page.status, 200, uri)
      t.ok(staysHere({ ...page, setCookies: [] }), uri)
    }
    const page = await signOut(
      new Browser(understudy),
      'http://localhost:3000/auth/callback',
      'x&y',
    )
    t.equal(page.location, 'http://localhost:3000/auth/callback?state=x%26y')
  })

  t.test('adds nothing to an address but the state, in one piece', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const states = fc.string({ unit: 'binary' })
    await fc.assert(
      fc.asyncProperty(states, async state => {
        const { location = '' } = await signOut(new Browser(understudy), spa.redirectUri, state)
        const { origin, search } = new URL(location)
        const read = [...new URLSearchParams(search)]
        return origin === spa.redirectUri && read.length === 1 && read[0]?.[0] === 'state'
      }),
      { numRuns: 100 },
    )
  })
})
