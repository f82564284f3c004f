// Credentials of the sign-in surface, shown a second time or too late.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { DOMAIN, ids } from '../support/contoso.ts'
import { answerOf, Browser, errorOf, titleOf } from '../support/form-browser.ts'
import {
  askToken,
  authorizeUrl,
  device,
  OWN_API,
  passPages,
  redeemCode,
  refresh,
  spa,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import {
  automaticUnderstudy,
  DEVICE_GRANT,
  OBO_GRANT,
  quickCode,
  quickRedeem,
  quickTokens,
  refusal,
  startDevice,
} from '../support/sign-in-flow.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const LOGOUT = `https://login.microsoftonline.com/${DOMAIN}/oauth2/v2.0/logout`
const DEVICE_PAGE = 'https://login.microsoftonline.com/common/oauth2/deviceauth'
const silent = authorizeUrl(device, { prompt: 'none' })

async function revoke(understudy: Understudy): Promise<void> {
  const token = await tokenFor(understudy, { user: 'admin', scopes: ['User.RevokeSessions.All'] })
  await graph(understudy, `POST /v1.0/users/${ids.adele}/revokeSignInSessions`, { token })
}

t.test('An authorization code', async t => {
  for (const client of [web, spa, device]) {
    t.test(`is good for one redemption: ${client.appId}`, async t => {
      const { understudy } = await automaticUnderstudy(t)
      const code = await quickCode(understudy, client)
      t.equal((await quickRedeem(understudy, client, code)).status, 200)
      for (const _ of [1, 2, 3]) {
        const again = await quickRedeem(understudy, client, code)
        t.equal(refusal(again), '400 invalid_grant 54005')
      }
    })
  }

  t.test('is used up by a redemption that a revocation refuses', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const code = await quickCode(understudy, web)
    await revoke(understudy)
    t.equal(refusal(await redeemCode(understudy, web, code)), '400 invalid_grant 50173')
    t.equal(refusal(await redeemCode(understudy, web, code)), '400 invalid_grant 54005')
  })

  t.test('is too old after ten minutes, redeemed or not', async t => {
    const { understudy, clock } = await automaticUnderstudy(t)
    const [used, unused] = [await quickCode(understudy, web), await quickCode(understudy, web)]
    t.equal((await redeemCode(understudy, web, used)).status, 200)
    clock.advance(600)
    for (const code of [used, unused])
      t.equal(refusal(await redeemCode(understudy, web, code)), '400 invalid_grant 70008')
  })
})

t.test('A device code', async t => {
  t.test('is good for one redemption', async t => {
    const { understudy } = await understudyAtNoon(t)
    const { deviceCode, userCode } = await startDevice(understudy, device)
    const browser = new Browser(understudy)
    const picking = await browser.post(DEVICE_PAGE, { otc: userCode })
    await browser.submit(await passPages(browser, picking), { confirm: 'Continue' })
    const poll = () =>
      askToken(understudy, device, { grant_type: DEVICE_GRANT, device_code: deviceCode })
    t.equal((await poll()).status, 200)
    t.equal(refusal(await poll()), '400 invalid_grant 54005')
  })
})

t.test('A refresh token', async t => {
  t.test('goes on after it has been used, and is refused for good once revoked', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const { refresh_token: first } = await quickTokens(understudy, web)
    const { refresh_token: second } = tokensOf(await refresh(understudy, web, first))
    t.not(second, first)
    t.equal((await refresh(understudy, web, first)).status, 200)
    await revoke(understudy)
    for (const token of [first, second, first])
      t.equal(refusal(await refresh(understudy, web, token)), '400 invalid_grant 50173')
  })
})

t.test('An on-behalf-of assertion', async t => {
  const exchange = (understudy: Understudy, assertion: string) =>
    askToken(understudy, web, {
      grant_type: OBO_GRANT,
      requested_token_use: 'on_behalf_of',
      scope: 'User.Read offline_access',
      assertion,
    })
  const parameters = { scope: `${OWN_API}/access_as_user` }

  t.test('can be exchanged until its user is revoked, and what it gave ends then, too', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const { access_token: assertion } = await quickTokens(understudy, device, parameters)
    const { refresh_token: token } = tokensOf(await exchange(understudy, assertion))
    t.equal((await exchange(understudy, assertion)).status, 200)
    await revoke(understudy)
    t.equal(refusal(await exchange(understudy, assertion)), '400 invalid_grant 50173')
    t.equal(refusal(await refresh(understudy, web, token)), '400 invalid_grant 50173')
  })

  t.test('is refused when it has expired', async t => {
    const { understudy, clock } = await automaticUnderstudy(t)
    const { access_token: assertion, expires_in: lifetime } = await quickTokens(
      understudy,
      device,
      parameters,
    )
    clock.advance(lifetime)
    t.equal(refusal(await exchange(understudy, assertion)), '400 invalid_grant 500133')
  })
})

t.test('A session cookie', async t => {
  t.test('is no session after its sign-out, wherever it was kept', async t => {
    const { understudy } = await understudyAtNoon(t)
    for (const stay of [true, false]) {
      const browser = new Browser(understudy)
      await passPages(browser, await browser.open(authorizeUrl(device)), { stay })
      const thief = browser.copy()
      await browser.open(LOGOUT)
      t.same(errorOf(await thief.open(silent)), ['login_required', 'AADSTS50058'])
      t.equal(titleOf(await thief.open(authorizeUrl(device))), 'Pick an account')
    }
  })

  t.test('is no session after its time', async t => {
    for (const [stay, days] of [
      [false, 1],
      [true, 90],
    ] as const) {
      const { understudy, clock } = await understudyAtNoon(t)
      const browser = new Browser(understudy)
      await passPages(browser, await browser.open(authorizeUrl(device)), { stay })
      clock.advance(days * 24 * 3600 - 1)
      t.ok(answerOf(await browser.copy().open(silent)).code)
      clock.advance(1)
      t.same(errorOf(await browser.open(silent)), ['login_required', 'AADSTS50058'])
    }
  })
})
