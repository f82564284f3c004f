// The pages of a person who signs in, from the password on: what each of them makes of what the person does.
import type { Test } from 'tap'
import t from 'tap'
import { ids, upn } from '../support/contoso.ts'
import { answerOf, Browser, notesOf, numberOn, titleOf, wordsOf } from '../support/form-browser.ts'
import {
  authorizeUrl,
  claimsOf,
  passPages,
  passPassword,
  redeemCode,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import { understudyAtNoon } from '../support/understudy.ts'

/** A person in front of the first page of a sign-in to the web app. */
async function atFirstPage(t: Test, parameters: Record<string, string> = {}) {
  const { understudy, clock } = await understudyAtNoon(t)
  const browser = new Browser(understudy)
  const page = await browser.open(authorizeUrl(web, { state: 'st', ...parameters }))
  return { understudy, clock, browser, page }
}

t.test('the password page', async t => {
  t.test('asks again for a wrong password, as often as it takes', async t => {
    const { browser, page } = await atFirstPage(t)
    let asked = await browser.submit(page, { login: upn('adele') })
    for (const passwd of ['adele-passw0rd!', '', ' adele-Passw0rd!', 'alex-Passw0rd!']) {
      asked = await browser.submit(asked, { passwd })
      t.equal(asked.status, 200)
      t.equal(titleOf(asked), 'Enter password')
      t.match(
        wordsOf(asked),
        'Error validating credentials due to invalid username or password. AADSTS50126',
      )
      t.same(Object.keys(notesOf(asked)), [upn('adele')])
    }
    t.equal(titleOf(await browser.submit(asked, { passwd: 'adele-Passw0rd!' })), 'Stay signed in?')
    t.equal(browser.cookies.size, 0)
  })

  t.test('tells a disabled account so, once the password is right, or by passkey', async t => {
    const { browser, page } = await atFirstPage(t)
    const asked = await browser.submit(page, { login: upn('disabled') })
    t.same(notesOf(asked), { [upn('disabled')]: ['Disabled'] })
    t.equal(numberOn(await browser.submit(asked, { passwd: 'wrong' })), 'AADSTS50126')
    for (const fields of [{ passwd: 'disabled-Passw0rd!' }, { method: 'passkey' }]) {
      const refused = await browser.submit(asked, fields)
      t.equal(titleOf(refused), 'Enter password')
      t.match(wordsOf(refused), 'The user account is disabled. AADSTS50057')
    }
  })

  t.test('takes a passkey in place of the password', async t => {
    const { understudy, browser, page } = await atFirstPage(t)
    for (const [method, reference] of [
      ['passkey', 'fido'],
      ['password', 'pwd'],
    ] as const) {
      const { code } = answerOf(await passPages(browser, page, { method }))
      const { access_token: token } = tokensOf(await redeemCode(understudy, web, code))
      t.same(claimsOf(token).amr, [reference])
    }
  })

  t.test('leads back to the accounts', async t => {
    const { browser, page } = await atFirstPage(t)
    const asked = await browser.submit(page, { login: upn('adele') })
    const back = await browser.submit(asked, { back: '1', passwd: 'adele-Passw0rd!' })
    t.equal(titleOf(back), 'Pick an account')
    t.type(answerOf(await passPages(browser, back, { user: 'alex' })).code, 'string')
  })
})

t.test('the question whether to stay signed in', async t => {
  for (const [stay, kept] of [
    ['Yes', ['ESTSAUTHPERSISTENT']],
    ['No', ['ESTSAUTH']],
  ] as const) {
    t.test(`signs in and answers the client, by ${stay}`, async t => {
      const { browser, page } = await atFirstPage(t)
      const asked = await passPassword(browser, page)
      t.equal(titleOf(asked), 'Stay signed in?')
      t.match(wordsOf(asked), upn('adele'))
      const last = await browser.submit(asked, { stay, DontShowAgain: 'true' })
      t.equal(last.status, 302)
      t.match(answerOf(last), { code: /^1\./, state: 'st' })
      t.same([...browser.cookies.keys()], kept)
    })
  }
})

t.test('a person who goes back to the application', async t => {
  for (const mode of ['query', 'fragment', 'form_post']) {
    t.test(`has it told that nobody signed in, by ${mode}`, async t => {
      const { browser, page } = await atFirstPage(t, { response_mode: mode })
      const last = await browser.submit(page, { cancel: '1' })
      t.strictSame(answerOf(last), {
        error: 'access_denied',
        error_description: 'the user canceled the authentication',
        state: 'st',
      })
      t.equal(browser.cookies.size, 0)
    })
  }

  t.test('has it told in the words of the real service', async t => {
    const { browser, page } = await atFirstPage(t)
    const { location } = await browser.submit(page, { cancel: '1' })
    t.equal(
      location,
      `${web.redirectUri}?error=access_denied&error_description=the+user+canceled+the+authentication&state=st`,
    )
  })
})

t.test('a page that was left open', async t => {
  t.test('can be answered for an hour, and each page for an hour of its own', async t => {
    const { browser, page, clock } = await atFirstPage(t)
    clock.advance(3600)
    const asked = await browser.submit(page, { login: upn('adele') })
    t.equal(titleOf(asked), 'Enter password')
    clock.advance(3600)
    const stay = await browser.submit(asked, { passwd: 'adele-Passw0rd!' })
    clock.advance(3600)
    t.type(answerOf(await browser.submit(stay, { stay: 'No' })).code, 'string')
  })

  t.test('is an error page after that, which says what to do', async t => {
    const { browser, page, clock } = await atFirstPage(t)
    clock.advance(3600.001)
    const lost = await browser.submit(page, { login: upn('adele') })
    t.equal(lost.status, 400)
    t.equal(titleOf(lost), 'Sorry, but we’re having trouble signing you in.')
    t.equal(numberOn(lost), 'AADSTS9002313')
    t.match(wordsOf(lost), 'Start again from the application.')
  })

  t.test('is an error page when it has lost what it carries along', async t => {
    const { browser, page } = await atFirstPage(t)
    for (const ctx of ['', 'x', '1.AAAA']) {
      const lost = await browser.submit(page, { login: upn('adele'), ctx })
      t.equal(lost.status, 400)
      t.equal(numberOn(lost), 'AADSTS9002313')
    }
  })

  t.test('can be answered twice: each is a sign-in of its own', async t => {
    const { browser, page } = await atFirstPage(t)
    const asked = await passPassword(browser, page)
    const [one, two] = [
      answerOf(await browser.submit(asked, { stay: 'No' })),
      answerOf(await browser.submit(asked, { stay: 'No' })),
    ]
    t.not(one.code, two.code)
  })

  t.test('says so when the account is gone in the meantime', async t => {
    const { understudy, browser, page } = await atFirstPage(t)
    const asked = await passPassword(browser, page)
    await understudy.fetch(`http://localhost:4280/_understudy/users/${ids.adele}`, {
      method: 'DELETE',
    })
    const gone = await browser.submit(asked, { stay: 'No' })
    t.equal(titleOf(gone), 'Pick an account')
    t.match(wordsOf(gone), 'Your session has ended in the meantime. Please sign in again.')
    t.notOk(upn('adele') in notesOf(gone))
  })
})
