// Consent to what is no permission of Microsoft Graph by name: to all of it, to an API, to signing in alone.
import type { Test } from 'tap'
import t from 'tap'
import { DOMAIN, fixtureFolder } from '../support/contoso.ts'
import { answerOf, Browser, titleOf, wordsOf } from '../support/form-browser.ts'
import {
  authorizeUrl,
  claimsOf,
  OWN_API,
  obtainTokens,
  passPages,
  redeemCode,
  spa,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import { understudyAtNoon } from '../support/understudy.ts'

t.test('consent to other than a permission of Microsoft Graph', async t => {
  /** One client that has consent for nothing, and an API. */
  async function strangers(t: Test) {
    const fixtures = fixtureFolder(t, {
      tenant: { domains: [DOMAIN] },
      users: [{ userPrincipalName: 'adele' }],
      applications: [
        {
          appId: web.appId,
          displayName: 'App',
          type: 'web',
          secret: 'web-secret',
          redirectUris: [web.redirectUri],
        },
        {
          appId: spa.appId,
          displayName: 'Orders',
          type: 'web',
          identifierUris: ['https://orders.example'],
          exposed: { scopes: ['read', 'write'] },
        },
      ],
    })
    const { understudy } = await understudyAtNoon(t, { fixtures })
    const browser = new Browser(understudy)
    const page = async (scope: string) =>
      passPages(browser, await browser.open(authorizeUrl(web, { scope, prompt: 'login' })))
    const tokensAfter = async (scope: string) => {
      const { code } = answerOf(await browser.submit(await page(scope), { consent: 'Accept' }))
      return tokensOf(await redeemCode(understudy, web, code))
    }
    return { understudy, browser, page, tokensAfter }
  }

  t.test('is asked for .default, and then is for signing in', async t => {
    const { page, tokensAfter } = await strangers(t)
    const scope = 'https://graph.microsoft.com/.default'
    t.equal(titleOf(await page(scope)), 'Permissions requested')
    const tokens = await tokensAfter(scope)
    t.equal(
      tokens.scope,
      'https://graph.microsoft.com/User.Read https://graph.microsoft.com/.default',
    )
    t.equal(claimsOf(tokens.access_token).scp, 'User.Read')
    t.type(answerOf(await page(scope)).code, 'string')
  })

  t.test('is asked for by the name of the API, and counts under all its names', async t => {
    const { page, tokensAfter } = await strangers(t)
    const asked = await page('https://orders.example/read')
    t.match(wordsOf(asked), `App would like to: api://${spa.appId}/read `)
    t.equal(claimsOf((await tokensAfter('https://orders.example/read')).access_token).scp, 'read')
    for (const name of [`api://${spa.appId}`, spa.appId, 'https://orders.example'])
      t.type(answerOf(await page(`${name}/read`)).code, 'string', name)
    t.equal(titleOf(await page('https://orders.example/write')), 'Permissions requested')
  })

  t.test('is asked for everything an API offers, by .default', async t => {
    const { tokensAfter } = await strangers(t)
    const { access_token: token } = await tokensAfter('https://orders.example/.default')
    t.equal(claimsOf(token).scp, 'read write')
  })

  t.test('is never asked for signing in alone', async t => {
    const { page } = await strangers(t)
    t.type(answerOf(await page('openid profile email offline_access')).code, 'string')
  })

  t.test('is not needed by a client for its own API', async t => {
    const { understudy } = await understudyAtNoon(t)
    const tokens = await obtainTokens(understudy, web, {
      parameters: { scope: `${OWN_API}/access_as_user` },
    })
    t.equal(tokens.scope, `${OWN_API}/access_as_user`)
  })
})
