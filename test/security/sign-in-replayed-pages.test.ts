// Pages of the sign-in surface, sent a second time or too late.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { DOMAIN, ids } from '../support/contoso.ts'
import { answerOf, Browser, titleOf, wordsOf } from '../support/form-browser.ts'
import {
  askToken,
  authorizeUrl,
  device,
  passPages,
  passPassword,
  redeemCode,
} from '../support/sign-in.ts'
import { ctxOf, DEVICE_GRANT, pageError, postLogin, startDevice } from '../support/sign-in-flow.ts'
import { control, graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const LOGOUT = `https://login.microsoftonline.com/${DOMAIN}/oauth2/v2.0/logout`
const DEVICE_PAGE = 'https://login.microsoftonline.com/common/oauth2/deviceauth'

async function revoke(understudy: Understudy): Promise<void> {
  const token = await tokenFor(understudy, { user: 'admin', scopes: ['User.RevokeSessions.All'] })
  await graph(understudy, `POST /v1.0/users/${ids.adele}/revokeSignInSessions`, { token })
}

t.test("A page's state", async t => {
  t.test('gives another code when it is posted twice, of the same session', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const stay = await passPassword(browser, await browser.open(authorizeUrl(device)))
    const [one, other] = [
      answerOf(await browser.submit(stay, { stay: 'Yes' })),
      answerOf(await browser.submit(stay, { stay: 'Yes' })),
    ]
    t.not(one.code, other.code)
    t.equal(one.session_state, other.session_state)
    for (const { code } of [one, other])
      t.equal((await redeemCode(understudy, device, code)).status, 200)
  })

  t.test('signs nobody in again after the sign-out', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const stay = await passPassword(browser, await browser.open(authorizeUrl(device)))
    await browser.submit(stay, { stay: 'Yes' })
    await browser.open(LOGOUT)
    const replayed = await browser.submit(stay, { stay: 'Yes' })
    t.equal(replayed.location, undefined)
    t.equal(titleOf(replayed), 'Pick an account')
    t.match(wordsOf(replayed), /Your session has ended in the meantime/)
    t.equal(browser.cookies.size, 0)
  })

  t.test('signs nobody in again after a revocation', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const stay = await passPassword(browser, await browser.open(authorizeUrl(device)))
    await revoke(understudy)
    const replayed = await browser.submit(stay, { stay: 'Yes' })
    t.equal(replayed.location, undefined)
    t.match(wordsOf(replayed), /Your session has ended in the meantime/)
    t.equal(browser.cookies.size, 0)
  })

  t.test('is lost after an hour', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const stay = await passPassword(browser, await browser.open(authorizeUrl(device)))
    clock.advance(3600)
    t.equal((await browser.copy().submit(stay, { stay: 'No' })).status, 302)
    clock.advance(1)
    t.equal(pageError(await browser.submit(stay, { stay: 'No' })), 'AADSTS9002313')
  })

  t.test('asks for consent once, and goes on when it is posted again', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const asked = authorizeUrl(device, { scope: 'Mail.Read' })
    const consent = await passPages(browser, await browser.open(asked))
    t.equal(titleOf(consent), 'Permissions requested')
    for (const _ of [1, 2])
      t.ok(answerOf(await browser.submit(consent, { consent: 'Accept' })).code)
    t.ok(answerOf(await browser.open(asked)).code)
  })

  t.test('decides about a device once, and whatever is said first stays', async t => {
    const { understudy } = await understudyAtNoon(t)
    for (const [first, second] of [
      ['Continue', 'Cancel'],
      ['Cancel', 'Continue'],
    ] as const) {
      const { deviceCode, userCode } = await startDevice(understudy, device)
      const browser = new Browser(understudy)
      const picking = await browser.post(DEVICE_PAGE, { otc: userCode })
      const confirm = await passPages(browser, picking)
      t.equal((await browser.submit(confirm, { confirm: first })).status, 200)
      for (const confirmed of [first, second]) {
        const again = await browser.submit(confirm, { confirm: confirmed })
        t.equal(`${again.status} ${pageError(again)}`, '400 AADSTS9002313')
      }
      t.equal(pageError(await postLogin(browser, ctxOf(picking), { cancel: 'x' })), 'AADSTS9002313')
      const fields = { grant_type: DEVICE_GRANT, device_code: deviceCode }
      const { status } = await askToken(understudy, device, fields)
      t.equal(status, first === 'Continue' ? 200 : 400)
    }
  })

  t.test('is worth nothing to a user who is disabled or deleted in the meantime', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const stay = await passPassword(browser, await browser.open(authorizeUrl(device)))
    const line = `/_understudy/users/${ids.adele}` as const
    await control(understudy, `PATCH ${line}`, { body: { accountEnabled: false } })
    const disabled = await browser.submit(stay, { stay: 'Yes' })
    await control(understudy, `DELETE ${line}`)
    const deleted = await browser.submit(stay, { stay: 'Yes' })
    for (const page of [disabled, deleted]) {
      t.equal(titleOf(page), 'Pick an account')
      t.same(page.setCookies, [])
    }
  })
})
