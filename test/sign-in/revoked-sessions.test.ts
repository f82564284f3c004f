// The browser session after a revocation, and of an account that is disabled.
import type { Test } from 'tap'
import t from 'tap'
import { ids, upn } from '../support/contoso.ts'
import { answerOf, Browser, errorOf, notesOf, titleOf } from '../support/form-browser.ts'
import { daemon, revokes } from '../support/revocation.ts'
import type { TestClient } from '../support/sign-in.ts'
import { authorizeUrl, browserOf, passPages, web } from '../support/sign-in.ts'
import { control, graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

/** Asks without the person: a code, or why not. */
async function silently(browser: Browser, client: TestClient = web, parameters = {}) {
  const page = await browser.open(authorizeUrl(client, { prompt: 'none', ...parameters }))
  return 'code' in answerOf(page) ? 'code' : errorOf(page)[1]
}

t.test('a revoked session', async t => {
  async function revoked(t: Test) {
    const { understudy, clock } = await understudyAtNoon(t)
    const browser = await browserOf(understudy, { user: 'adele', stay: true })
    clock.advance(60)
    const token = await tokenFor(understudy, daemon)
    t.equal((await graph(understudy, revokes(upn('adele')), { token })).status, 200)
    return { understudy, browser, clock }
  }

  t.test('is told apart from none, when nobody may be asked', async t => {
    const { browser } = await revoked(t)
    const page = await browser.open(authorizeUrl(web, { prompt: 'none', state: 'st' }))
    t.same(errorOf(page), ['login_required', 'AADSTS50132'])
    t.match(
      answerOf(page).error_description,
      'AADSTS50132: The session has expired or has been revoked. Trace ID: ',
    )
    t.equal(answerOf(page).state, 'st')
    t.equal(await silently(browser, web, { login_hint: upn('alex') }), 'AADSTS50058')
  })

  t.test('is no longer enough: the person signs in again, and is signed in', async t => {
    const { browser } = await revoked(t)
    const page = await browser.open(authorizeUrl(web))
    t.equal(titleOf(page), 'Pick an account')
    t.type(answerOf(await passPages(browser, page)).code, 'string')
    t.equal(await silently(browser), 'code')
  })

  t.test('counts for nothing beside a live one', async t => {
    const { understudy, browser } = await revoked(t)
    const page = await browser.open(authorizeUrl(web))
    await passPages(browser, page, { user: 'alex' })
    t.equal(await silently(browser), 'code')
    t.equal(await silently(browser, web, { login_hint: upn('adele') }), 'AADSTS50132')
    t.equal(await silently(new Browser(understudy)), 'AADSTS50058')
  })

  t.test('is dead in every copy', async t => {
    const { browser } = await revoked(t)
    const copy = browser.copy()
    await passPages(browser, await browser.open(authorizeUrl(web)))
    t.equal(await silently(browser), 'code')
    t.equal(await silently(copy), 'AADSTS50132')
  })
})

t.test('the session of an account that is disabled', async t => {
  t.test('is none, until the account is enabled again', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = await browserOf(understudy, { user: 'adele' })
    const set = (accountEnabled: boolean) =>
      control(understudy, `PATCH /_understudy/users/${ids.adele}`, { body: { accountEnabled } })
    t.equal((await set(false)).status, 204)
    t.equal(await silently(browser), 'AADSTS50058')
    t.same(notesOf(await browser.open(authorizeUrl(web)))[upn('adele')], ['Disabled'])
    await set(true)
    t.equal(await silently(browser), 'code')
  })
})
