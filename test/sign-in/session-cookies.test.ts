// The cookies of a browser session: what browsers are told of them, what they hold, and how much.
import type { Test } from 'tap'
import t from 'tap'
import { guidFrom } from '../../src/ids.ts'
import { DOMAIN, fixtureFolder, ids, upn } from '../support/contoso.ts'
import type { Page } from '../support/form-browser.ts'
import { answerOf, Browser, errorOf, LOGIN } from '../support/form-browser.ts'
import type { TestClient } from '../support/sign-in.ts'
import { authorizeUrl, browserOf, passPages, web } from '../support/sign-in.ts'
import { understudyAtNoon } from '../support/understudy.ts'

/** Asks without the person: a code, or why not. */
async function silently(browser: Browser, client: TestClient = web, parameters = {}) {
  const page = await browser.open(authorizeUrl(client, { prompt: 'none', ...parameters }))
  return 'code' in answerOf(page) ? 'code' : errorOf(page)[1]
}

const withoutValue = (cookie: string) => cookie.replace(/^([A-Z]+)=[^;]+/, '$1=…')

/** The page that a sign-in ends with, and its cookies. */
async function lastPage(t: Test, origin: string, stay: boolean): Promise<Page> {
  const { understudy } = await understudyAtNoon(t)
  const browser = new Browser(understudy)
  const first = await browser.open(authorizeUrl(web, {}, DOMAIN, origin))
  return passPages(browser, first, { stay })
}

t.test('the cookies of a session', async t => {
  t.test('go over https only, to frames as well, and end with the browser', async t => {
    const { setCookies } = await lastPage(t, LOGIN, false)
    t.same(setCookies.map(withoutValue), [
      'ESTSAUTH=…; path=/; HttpOnly; Secure; SameSite=None',
      'ESTSAUTHPERSISTENT=; path=/; HttpOnly; max-age=0; Secure; SameSite=None',
    ])
  })

  t.test('last for ninety days when the person stays signed in', async t => {
    const { setCookies } = await lastPage(t, LOGIN, true)
    t.same(setCookies.map(withoutValue), [
      'ESTSAUTH=; path=/; HttpOnly; max-age=0; Secure; SameSite=None',
      'ESTSAUTHPERSISTENT=…; path=/; HttpOnly; max-age=7776000; Secure; SameSite=None',
    ])
  })

  t.test('are such that browsers take them over http, too', async t => {
    const { setCookies } = await lastPage(t, 'http://localhost:4280', false)
    t.same(setCookies.map(withoutValue), [
      'ESTSAUTH=…; path=/; HttpOnly; SameSite=Lax',
      'ESTSAUTHPERSISTENT=; path=/; HttpOnly; max-age=0; SameSite=Lax',
    ])
  })

  t.test('hold nothing that can be read', async t => {
    const { understudy } = await understudyAtNoon(t)
    const value = (await browserOf(understudy, { user: 'adele' })).cookies.get('ESTSAUTH') ?? ''
    t.match(value, /^1\.[\w-]+$/)
    t.notMatch(Buffer.from(value.slice(2), 'base64url').toString('latin1'), ids.adele)
  })

  t.test('fit into what browsers keep, however many accounts and clients there are', async t => {
    const users = ['ann', 'bob', 'cid', 'dan', 'eve', 'fay', 'gus']
    const { understudy } = await understudyAtNoon(t, {
      fixtures: fixtureFolder(t, {
        tenant: { domains: [DOMAIN] },
        settings: { signIn: 'automatic' },
        users: users.map(userPrincipalName => ({ userPrincipalName })),
        applications: users.concat('hal', 'ivy').map(name => ({
          displayName: name,
          appId: guidFrom(name),
          type: 'web',
          redirectUris: [web.redirectUri],
          consented: { scopes: ['User.Read'] },
        })),
      }),
    })
    const browser = new Browser(understudy)
    for (const user of users)
      for (const client of users.concat('hal', 'ivy')) {
        const appId = guidFrom(client)
        await browser.open(authorizeUrl({ ...web, appId }, { login_hint: upn(user) }))
      }
    const cookie = `ESTSAUTH=${browser.cookies.get('ESTSAUTH')}`
    t.ok(cookie.length <= 4096, `${cookie.length} bytes`)
    t.ok(cookie.length > 3000, `${cookie.length} bytes`)
  })

  t.test('count as none when they are not the double’s own', async t => {
    const { understudy } = await understudyAtNoon(t)
    for (const value of ['', 'x', '1.AAAA', '"'])
      t.equal(
        await silently(new Browser(understudy, new Map([['ESTSAUTH', value]]))),
        'AADSTS50058',
      )
  })
})
