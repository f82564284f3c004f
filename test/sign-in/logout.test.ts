// signIn.logout.*: which sessions end, where the browser goes next, who is told, and what goes on.
import type { Test } from 'tap'
import t from 'tap'
import { DOMAIN, TENANT_ID, upn } from '../support/contoso.ts'
import type { Page } from '../support/form-browser.ts'
import { answerOf, Browser, errorOf, LOGIN, titleOf, wordsOf } from '../support/form-browser.ts'
import {
  authorizeUrl,
  browserOf,
  claimsOf,
  device,
  obtainTokens,
  refresh,
  spa,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import { understudyAtNoon } from '../support/understudy.ts'

type Parameters = Readonly<Record<string, string>>

const logoutUrl = (parameters: Parameters = {}, authority = DOMAIN) =>
  `${LOGIN}/${authority}/oauth2/v2.0/logout?${new URLSearchParams(parameters)}`

/** The answer of a silent request: 'code', or the number of the error. */
async function silently(browser: Browser, parameters: Parameters = {}) {
  const page = await browser.open(authorizeUrl(device, { prompt: 'none', ...parameters }))
  return 'code' in answerOf(page) ? 'code' : errorOf(page)[1]
}

const framesOf = ({ html }: Page) =>
  [...html.matchAll(/<iframe src="([^"]*)"/g)].map(([, src = '']) => src.replaceAll('&amp;', '&'))

const continuationOf = ({ html }: Page) =>
  /<meta http-equiv="refresh" content="([^"]*)"/.exec(html)?.[1]

async function adeleAtBrowser(t: Test) {
  const { understudy, clock } = await understudyAtNoon(t)
  return { understudy, clock, browser: await browserOf(understudy, { user: 'adele', stay: true }) }
}

t.test('signing out', async t => {
  t.test('ends the session, and says so', async t => {
    const { browser } = await adeleAtBrowser(t)
    const page = await browser.open(logoutUrl())
    t.equal(page.status, 200)
    t.equal(titleOf(page), 'You’re signed out')
    t.match(wordsOf(page), ' You can close this window. ')
    t.equal(browser.cookies.size, 0)
    t.equal(await silently(browser), 'AADSTS50058')
  })

  t.test(
    'ends it for who has copied the cookie, and for as long as it would have lasted',
    async t => {
      const { browser, clock } = await adeleAtBrowser(t)
      const copy = browser.copy()
      t.equal(await silently(copy), 'code')
      await browser.open(logoutUrl())
      t.equal(await silently(copy), 'AADSTS50058')
      clock.advance(90 * 24 * 3600 - 1)
      t.equal(await silently(copy), 'AADSTS50058')
    },
  )

  t.test('leaves refresh tokens and codes alive', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const tokens = await obtainTokens(understudy, spa, { browser })
    await browser.open(logoutUrl())
    t.equal(await silently(browser), 'AADSTS50058')
    tokensOf(await refresh(understudy, spa, tokens.refresh_token))
  })

  t.test('may be asked for by a form', async t => {
    const { browser } = await adeleAtBrowser(t)
    const fields = { post_logout_redirect_uri: spa.redirectUri, state: 'st' }
    const page = await browser.post(logoutUrl(), fields, { origin: 'http://localhost:3000' })
    t.equal(page.location, 'http://localhost:3000?state=st')
    t.equal(await silently(browser), 'AADSTS50058')
  })

  t.test('is at home with nobody signed in', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    t.equal(titleOf(await browser.open(logoutUrl())), 'You’re signed out')
    const page = await browser.open(logoutUrl({ post_logout_redirect_uri: web.redirectUri }))
    t.equal(page.location, web.redirectUri)
  })

  for (const authority of [TENANT_ID, 'common', 'organizations']) {
    t.test(`ends the session at ${authority}, too`, async t => {
      const { browser } = await adeleAtBrowser(t)
      await browser.open(logoutUrl({}, authority))
      t.equal(await silently(browser), 'AADSTS50058')
    })
  }
})

t.test('a hint', async t => {
  /** Two people; what is left for each of them after one has signed out by a hint. */
  async function afterwards(t: Test, hints: (tokens: { idToken: string }) => Parameters) {
    const { understudy } = await understudyAtNoon(t)
    const browser = await browserOf(understudy, { user: 'alex' })
    const { id_token: idToken = '' } = await obtainTokens(understudy, spa, {
      browser,
      parameters: { claims: '{"id_token":{"login_hint":null}}' },
    })
    await browser.open(logoutUrl(hints({ idToken })))
    return {
      adele: await silently(browser.copy(), { login_hint: upn('adele') }),
      alex: await silently(browser.copy(), { login_hint: upn('alex') }),
    }
  }
  const onlyAlexIsLeft = { adele: 'AADSTS50058', alex: 'code' }
  const nobodyIsLeft = { adele: 'AADSTS50058', alex: 'AADSTS50058' }

  for (const [what, hints] of [
    [
      'the login_hint of the id token',
      idToken => ({ logout_hint: String(claimsOf(idToken).login_hint) }),
    ],
    ['a name', () => ({ logout_hint: upn('adele') })],
    ['the id token', idToken => ({ id_token_hint: idToken })],
  ] as const satisfies readonly (readonly [string, (idToken: string) => Parameters])[]) {
    t.test(`signs out the account it names, and nobody else: ${what}`, async t => {
      t.same(await afterwards(t, ({ idToken }) => hints(idToken)), onlyAlexIsLeft)
    })
  }

  t.test('that is none signs out everybody', async t => {
    t.same(await afterwards(t, () => ({})), nobodyIsLeft)
    t.same(await afterwards(t, () => ({ logout_hint: '', id_token_hint: '' })), nobodyIsLeft)
  })

  t.test('that fits nobody at the browser leaves nobody signed in', async t => {
    t.same(await afterwards(t, () => ({ logout_hint: upn('megan') })), nobodyIsLeft)
    t.same(await afterwards(t, () => ({ logout_hint: 'nobody' })), nobodyIsLeft)
    t.same(await afterwards(t, () => ({ id_token_hint: 'e30.e30.' })), nobodyIsLeft)
  })
})

t.test('the way back to the application', async t => {
  for (const uri of [
    web.redirectUri,
    spa.redirectUri,
    'http://localhost:49152/redirect',
    'http://localhost:8400',
  ]) {
    t.test(`is taken to ${uri}, which is some client's`, async t => {
      const { browser } = await adeleAtBrowser(t)
      const page = await browser.open(logoutUrl({ post_logout_redirect_uri: uri }))
      t.equal(page.status, 302)
      t.equal(page.location, uri)
      t.equal(page.headers.get('cache-control'), 'no-store, no-cache')
      t.equal(browser.cookies.size, 0)
    })
  }

  for (const uri of [
    'https://evil.example',
    'http://localhost:3000/elsewhere',
    '//evil.example',
    'javascript:alert(1)',
    '/',
    '',
  ]) {
    t.test(`is not taken to '${uri}', which is nobody's`, async t => {
      const { browser } = await adeleAtBrowser(t)
      const page = await browser.open(logoutUrl({ post_logout_redirect_uri: uri, state: 'st' }))
      t.equal(page.status, 200)
      t.equal(page.location, undefined)
      t.equal(continuationOf(page), undefined)
      if (uri.length > 1) t.notMatch(page.html, uri)
      t.equal(await silently(browser), 'AADSTS50058')
    })
  }

  t.test('carries the state along', async t => {
    const { browser } = await adeleAtBrowser(t)
    const page = await browser.open(
      logoutUrl({ post_logout_redirect_uri: spa.redirectUri, state: 'a b&c=d#e' }),
    )
    t.same([...new URL(page.location ?? '').searchParams], [['state', 'a b&c=d#e']])
  })
})

t.test('the clients that took part', async t => {
  t.test('are told in frames, with issuer and session, before the way goes on', async t => {
    const { browser } = await adeleAtBrowser(t)
    for (const client of [spa, web]) await browser.open(authorizeUrl(client, { prompt: 'none' }))
    const { session_state: sid } = answerOf(await browser.open(authorizeUrl(device)))
    const page = await browser.open(
      logoutUrl({ post_logout_redirect_uri: spa.redirectUri, state: 'st' }),
    )
    t.equal(page.status, 200)
    t.same(
      framesOf(page).sort(),
      ['http://localhost:3000/auth/signed-out', 'http://localhost:3000/signed-out'].map(
        url => `${url}?iss=${encodeURIComponent(`${LOGIN}/${TENANT_ID}/v2.0`)}&sid=${sid}`,
      ),
    )
    t.equal(continuationOf(page), '1;url=http://localhost:3000?state=st')
    t.match(page.headers.get('content-security-policy'), '; frame-src http://localhost:3000; ')
    t.equal(browser.cookies.size, 0)
  })

  t.test('are those of the session that ends, and no others', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = await browserOf(understudy, { user: 'alex' }, { user: 'adele' })
    await browser.open(authorizeUrl(spa, { login_hint: upn('alex') }))
    await browser.open(authorizeUrl(web, { login_hint: upn('adele') }))
    const page = await browser.open(logoutUrl({ logout_hint: upn('adele') }))
    t.same(
      framesOf(page).map(url => url.split('?', 1)[0]),
      ['http://localhost:3000/auth/signed-out'],
    )
  })

  t.test('do not count while they were only refused', async t => {
    const { browser } = await adeleAtBrowser(t)
    await browser.open(authorizeUrl(web, { prompt: 'none', scope: 'Mail.Read' }))
    t.same(framesOf(await browser.open(logoutUrl())), [])
  })
})
