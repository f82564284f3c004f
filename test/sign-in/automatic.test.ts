// The setting `signIn: automatic`: /authorize signs in without a page, for scripts.
import type { Test } from 'tap'
import t from 'tap'
import { DOMAIN, fixtureFolder, upn } from '../support/contoso.ts'
import { answerOf, Browser, errorOf, numberOn, titleOf } from '../support/form-browser.ts'
import { authorizeUrl, claimsOf, redeemCode, spa, tokensOf, web } from '../support/sign-in.ts'
import { control, understudyAtNoon } from '../support/understudy.ts'

type Parameters = Readonly<Record<string, string>>

async function automatic(t: Test) {
  const { understudy, clock } = await understudyAtNoon(t)
  const set = (signIn: 'automatic' | 'page') =>
    control(understudy, 'PATCH /_understudy/settings', { body: { signIn } })
  const { status, json } = await set('automatic')
  t.equal(status, 200)
  t.equal(Object(json).signIn, 'automatic')
  const browser = new Browser(understudy)
  const ask = (parameters: Parameters = {}, authority = DOMAIN) =>
    browser.open(
      authorizeUrl(web, { response_type: 'id_token', nonce: 'n', ...parameters }, authority),
    )
  const person = async (parameters?: Parameters) =>
    claimsOf(answerOf(await ask(parameters)).id_token).preferred_username
  return { understudy, clock, browser, set, ask, person }
}

t.test('automatic sign-in', async t => {
  t.test('takes whom the request hints at, else the first member without a role', async t => {
    const { person, browser } = await automatic(t)
    t.equal(await person({ login_hint: upn('alex') }), upn('alex'))
    browser.cookies.clear()
    t.equal(await person({ login_hint: 'megan' }), upn('megan'))
    browser.cookies.clear()
    t.equal(await person(), upn('adele'))
  })

  t.test('redirects at once, as whichever prompt the person would have answered', async t => {
    const { ask } = await automatic(t)
    for (const prompt of ['login', 'select_account']) {
      const page = await ask({ prompt })
      t.equal(page.status, 302)
      t.type(answerOf(page).id_token, 'string')
    }
  })

  t.test('gives codes that can be redeemed', async t => {
    const { understudy, browser } = await automatic(t)
    const { code } = answerOf(await browser.open(authorizeUrl(spa)))
    t.type(tokensOf(await redeemCode(understudy, spa, code)).refresh_token, 'string')
  })

  t.test('leaves a session behind, for silent requests and for others', async t => {
    const { ask, person, browser } = await automatic(t)
    t.same(errorOf(await ask({ prompt: 'none' })), ['login_required', 'AADSTS50058'])
    t.equal(await person({ login_hint: upn('alex') }), upn('alex'))
    t.same([...browser.cookies.keys()], ['ESTSAUTH'])
    t.equal(await person({ prompt: 'none' }), upn('alex'))
    t.equal(await person(), upn('alex'))
  })

  t.test('is a sign-in of that moment, by password', async t => {
    const { ask, clock } = await automatic(t)
    clock.advance(30)
    const claims = '{"id_token":{"auth_time":null}}'
    const { auth_time: time } = claimsOf(answerOf(await ask({ claims })).id_token)
    t.equal(time, Math.floor(clock.now() / 1000))
  })

  for (const [who, hint, number] of [
    ['nobody knows', 'nobody@fabrikam.com', 'AADSTS50034'],
    ['is disabled', upn('disabled'), 'AADSTS50057'],
    ['belongs elsewhere', 'pat@outlook.com', 'AADSTS50034'],
  ] as const) {
    t.test(`is an error page for whoever ${who}`, async t => {
      const { ask } = await automatic(t)
      const page = await ask({ login_hint: hint })
      t.equal(page.status, 400)
      t.equal(numberOn(page), number)
    })
  }

  t.test('still asks for consent that is not there', async t => {
    const { browser } = await automatic(t)
    const page = await browser.open(authorizeUrl(web, { scope: 'Mail.Read' }))
    t.equal(titleOf(page), 'Permissions requested')
    const { code } = answerOf(await browser.submit(page, { consent: 'Accept' }))
    t.type(code, 'string')
  })

  t.test('ends when the setting does', async t => {
    const { set, ask } = await automatic(t)
    await set('page')
    t.equal(titleOf(await ask()), 'Pick an account')
  })

  t.test('has nobody to take in a tenant without members', async t => {
    const { understudy } = await understudyAtNoon(t, {
      fixtures: fixtureFolder(t, {
        tenant: { domains: [DOMAIN] },
        settings: { signIn: 'automatic' },
        users: [{ userPrincipalName: 'grace', userType: 'Guest' }],
        applications: [
          { appId: web.appId, displayName: 'App', type: 'web', redirectUris: [web.redirectUri] },
        ],
      }),
    })
    const page = await new Browser(understudy).open(authorizeUrl(web))
    t.equal(numberOn(page), 'AADSTS50034')
  })
})
