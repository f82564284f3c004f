// Acts that fall between two pages of a sign-in: a person who has signed in before them signs in again.
import type { Test } from 'tap'
import t from 'tap'
import { upn } from '../support/contoso.ts'
import { answerOf, Browser, notesOf, titleOf, wordsOf } from '../support/form-browser.ts'
import {
  authorizeUrl,
  claimsOf,
  obtainTokens,
  passPages,
  passPassword,
  redeemCode,
  refresh,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import { fateOf, underWay } from './held-credentials.ts'

const SIGN_IN_AGAIN = 'Your session has ended in the meantime. Please sign in again.'

t.test('a person on the way through the pages', async t => {
  async function atFirstPage(t: Test, parameters: Record<string, string> = {}) {
    const { understudy, happens } = await underWay(t)
    const browser = new Browser(understudy)
    const first = await browser.open(authorizeUrl(web, parameters))
    return { understudy, happens, browser, first }
  }

  for (const name of ['adminRevokes', 'userChangesPassword', 'disable', 'delete'] as const) {
    t.test(`signs in again when asked whether to stay signed in, after ${name}`, async t => {
      const { happens, browser, first } = await atFirstPage(t)
      const asked = await passPassword(browser, first)
      await happens(name)
      const page = await browser.submit(asked, { stay: 'Yes' })
      t.equal(page.status, 200)
      t.equal(titleOf(page), 'Pick an account')
      t.match(wordsOf(page), SIGN_IN_AGAIN)
      t.equal(browser.cookies.size, 0)
    })

    t.test(`signs in again when asked for consent, after ${name}`, async t => {
      const { happens, browser, first } = await atFirstPage(t, { scope: 'Mail.Read' })
      const asked = await passPages(browser, first)
      t.equal(titleOf(asked), 'Permissions requested')
      await happens(name)
      const page = await browser.submit(asked, { consent: 'Accept' })
      t.equal(titleOf(page), 'Pick an account')
      t.match(wordsOf(page), SIGN_IN_AGAIN)
    })
  }

  t.test('gives no consent by an answer that no longer counts', async t => {
    const { understudy, happens, browser, first } = await atFirstPage(t, { scope: 'Mail.Read' })
    const asked = await passPages(browser, first)
    await happens('adminRevokes')
    await browser.submit(asked, { consent: 'Accept' })
    const { refresh_token: token } = await obtainTokens(understudy, web)
    const reply = await refresh(understudy, web, token, { scope: 'Mail.Read' })
    t.same(fateOf(reply), [400, 'invalid_grant', 65001, 'consent_required'])
  })

  t.test('who had a passkey goes on, though the password is another', async t => {
    const { happens, browser, first } = await atFirstPage(t)
    const asked = await passPassword(browser, first, { method: 'passkey' })
    await happens('userChangesPassword')
    t.type(answerOf(await browser.submit(asked, { stay: 'No' })).code, 'string')
  })

  t.test('comes to the application in the end, by signing in again', async t => {
    const { understudy, happens, browser, first } = await atFirstPage(t)
    const asked = await passPassword(browser, first)
    await happens('adminRevokes')
    const page = await browser.submit(asked, { stay: 'No' })
    t.same(notesOf(page)[upn('adele')], [])
    const { code } = answerOf(await passPages(browser, page))
    const { access_token: token } = tokensOf(await redeemCode(understudy, web, code))
    t.equal(claimsOf(token).upn, upn('adele'))
  })

  t.test('who has not signed in yet notices nothing', async t => {
    const { happens, browser, first } = await atFirstPage(t)
    const asked = await browser.submit(first, { login: upn('adele') })
    await happens('adminRevokes')
    const stay = await browser.submit(asked, { passwd: 'adele-Passw0rd!' })
    t.type(answerOf(await browser.submit(stay, { stay: 'No' })).code, 'string')
  })
})
