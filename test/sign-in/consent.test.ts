// Consent: when a person is asked for it, what comes of the answer, and for whom it counts.
import type { Test } from 'tap'
import t from 'tap'
import { upn } from '../support/contoso.ts'
import { answerOf, Browser, errorOf, numberOn, titleOf, wordsOf } from '../support/form-browser.ts'
import type { TestClient } from '../support/sign-in.ts'
import {
  askToken,
  authorizeUrl,
  browserOf,
  claimsOf,
  device,
  OWN_API,
  obtainTokens,
  passPages,
  redeemCode,
  refresh,
  refusalOf,
  spa,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import { control, understudyAtNoon } from '../support/understudy.ts'

const scope = 'openid offline_access Mail.Read'

async function signedIn(t: Test, user = 'adele') {
  const { understudy, clock } = await understudyAtNoon(t)
  const browser = await browserOf(understudy, { user })
  const ask = (parameters: Record<string, string> = {}, client: TestClient = web) =>
    browser.open(authorizeUrl(client, { scope, state: 'st', ...parameters }))
  const accept = async (parameters?: Record<string, string>, client?: TestClient) =>
    answerOf(await browser.submit(await ask(parameters, client), { consent: 'Accept' }))
  return { understudy, clock, browser, ask, accept }
}

t.test('a permission without consent', async t => {
  t.test('is asked for by name, once the person has signed in', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const first = await browser.open(
      authorizeUrl(web, { scope: `${scope} User.Read User.ReadWrite` }),
    )
    const page = await passPages(browser, first)
    t.equal(page.status, 200)
    t.equal(titleOf(page), 'Permissions requested')
    t.match(
      wordsOf(page),
      ` ${upn('adele')} Web app would like to: Mail.Read Read and update your profile User.ReadWrite `,
    )
    t.same([...browser.cookies.keys()], ['ESTSAUTH'])
  })

  t.test('is in the token after the person has accepted, and is asked for no more', async t => {
    const { understudy, ask, accept } = await signedIn(t)
    const answer = await accept()
    t.match(answer, { code: /^1\./, state: 'st' })
    const tokens = tokensOf(await redeemCode(understudy, web, answer.code))
    t.equal(tokens.scope, 'email Mail.Read openid profile User.Read User.RevokeSessions.All')
    t.equal(claimsOf(tokens.access_token).scp, tokens.scope)
    for (const parameters of [{}, { prompt: 'none' }, { scope: 'User.Read' }])
      t.type(answerOf(await ask(parameters)).code, 'string')
  })

  t.test('counts for that person alone, and for that client alone', async t => {
    const { understudy, ask, accept } = await signedIn(t)
    await accept()
    t.equal(titleOf(await ask({}, device)), 'Permissions requested')
    const other = await browserOf(understudy, { user: 'alex' })
    t.equal(titleOf(await other.open(authorizeUrl(web, { scope }))), 'Permissions requested')
  })

  t.test('adds to what was consented to before', async t => {
    const { understudy, accept, ask } = await signedIn(t)
    await accept()
    const { code } = await accept({ scope: 'offline_access Calendars.Read' })
    t.equal(
      tokensOf(await redeemCode(understudy, web, code)).scope,
      'Calendars.Read email Mail.Read openid profile User.Read User.RevokeSessions.All',
    )
    t.type(answerOf(await ask({ scope: 'Mail.Read Calendars.Read' })).code, 'string')
  })

  t.test('is told to the client when nobody may be asked', async t => {
    const { ask } = await signedIn(t)
    const page = await ask({ prompt: 'none' })
    t.same(errorOf(page), ['consent_required', 'AADSTS65001'])
    t.match(
      answerOf(page).error_description,
      `AADSTS65001: The user or administrator has not consented to use the application with ID '${web.appId}' named 'Web app'. Send an interactive authorization request for this user and resource. Trace ID: `,
    )
  })

  t.test('is forgotten with everything else that has happened', async t => {
    const { understudy, ask, accept } = await signedIn(t)
    await accept()
    await control(understudy, 'POST /_understudy/reset')
    t.equal(titleOf(await ask()), 'Permissions requested')
  })
})

t.test('a person who declines', async t => {
  t.test('has the client told so, and is asked again another time', async t => {
    const { browser, ask } = await signedIn(t)
    const last = await browser.submit(await ask(), { consent: 'Cancel' })
    t.equal(last.status, 302)
    t.same(errorOf(last), ['consent_required', 'AADSTS65004'])
    t.match(
      answerOf(last).error_description,
      'AADSTS65004: User declined to consent to access the app. Trace ID: ',
    )
    t.equal(answerOf(last).state, 'st')
    t.equal(titleOf(await ask()), 'Permissions requested')
  })

  t.test('is signed in all the same', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const page = await passPages(browser, await browser.open(authorizeUrl(web, { scope })))
    await browser.submit(page, { consent: 'Cancel' })
    const silent = await browser.open(authorizeUrl(web, { prompt: 'none' }))
    t.type(answerOf(silent).code, 'string')
  })

  t.test('declines by anything but Accept', async t => {
    const { browser, ask } = await signedIn(t)
    for (const consent of ['', 'accept', 'Yes'])
      t.same(errorOf(await browser.submit(await ask(), { consent }))[1], 'AADSTS65004')
  })
})

t.test('what only an administrator may consent to', async t => {
  for (const permission of ['User.Read.All', 'Directory.AccessAsUser.All', 'Directory.Custom']) {
    t.test(`is an error page to others: ${permission}`, async t => {
      const { ask } = await signedIn(t)
      const page = await ask({ scope: `Mail.Read ${permission}` })
      t.equal(page.status, 400)
      t.equal(numberOn(page), 'AADSTS90094')
      t.match(wordsOf(page), 'The grant requires admin permission.')
    })
  }

  t.test('is one to administrators of something else, too', async t => {
    const { ask } = await signedIn(t, 'helpdesk')
    t.equal(numberOn(await ask({ scope: 'User.Read.All' })), 'AADSTS90094')
  })

  t.test('may be had by an administrator', async t => {
    const { understudy, accept } = await signedIn(t, 'admin')
    const { code } = await accept({ scope: 'User.Read.All' })
    t.match(
      claimsOf(tokensOf(await redeemCode(understudy, web, code)).access_token).scp,
      / User\.Read\.All /,
    )
  })

  t.test('is told to the client like any other when nobody may be asked', async t => {
    const { ask } = await signedIn(t)
    const page = await ask({ scope: 'User.Read.All', prompt: 'none' })
    t.same(errorOf(page), ['consent_required', 'AADSTS65001'])
  })

  t.test('is not every permission that ends in All', async t => {
    const { ask } = await signedIn(t)
    t.equal(titleOf(await ask({ scope: 'User.ReadBasic.All' })), 'Permissions requested')
  })
})

t.test('the token endpoint', async t => {
  const missing = [400, 'invalid_grant', 65001, 'consent_required']

  t.test('refuses what has no consent, and gives it from then on', async t => {
    const { understudy, accept } = await signedIn(t)
    const { refresh_token: token } = await obtainTokens(understudy, web)
    t.same(refusalOf(await refresh(understudy, web, token, { scope })), missing)
    tokensOf(await refresh(understudy, web, token))
    await accept()
    const tokens = tokensOf(await refresh(understudy, web, token, { scope }))
    t.match(tokens.scope, 'Mail.Read')
  })

  t.test('refuses it for every other grant', async t => {
    const { understudy, ask } = await signedIn(t)
    const { code } = answerOf(await ask({ scope: 'User.Read' }))
    t.same(refusalOf(await redeemCode(understudy, web, code, { scope })), missing)
    const password = { grant_type: 'password', username: upn('adele'), password: 'adele-Passw0rd!' }
    t.same(refusalOf(await askToken(understudy, device, { ...password, scope })), missing)
    const { access_token: assertion } = await obtainTokens(understudy, spa, {
      parameters: { scope: `${OWN_API}/access_as_user` },
    })
    const exchange = {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion,
    }
    t.same(refusalOf(await askToken(understudy, web, { ...exchange, scope })), missing)
    tokensOf(await askToken(understudy, web, { ...exchange, scope: 'User.Read' }))
  })
})
