// What follows a tenant's clock: everything that expires or is stamped. The machine's clock stands still here.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { ids, upn } from '../support/contoso.ts'
import { explain } from '../support/explain.ts'
import { Browser, errorOf } from '../support/form-browser.ts'
import { capable, DAY, HOUR, started, untilJustBefore } from '../support/moved-clock.ts'
import { daemon as reader, statusOf } from '../support/revocation.ts'
import {
  askToken,
  authorizeUrl,
  claimsOf,
  device,
  redeemCode,
  refresh,
  spa,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import {
  automaticUnderstudy,
  changeSettings,
  DEVICE_GRANT,
  quickCode,
  quickRedeem,
  quickTokens,
  refusal,
  startDevice,
} from '../support/sign-in-flow.ts'
import { control, graph, tokenFor } from '../support/understudy.ts'
import { moveClock } from '../support/worlds.ts'

t.test('an access token', async t => {
  for (const [how, obtain] of [
    [
      'by the control surface',
      (understudy: Understudy) => understudy.issueToken({ user: 'adele' }),
    ],
    ['by the token endpoint', (understudy: Understudy) => quickTokens(understudy, web)],
  ] as const) {
    t.test(`is issued and expires by the tenant's clock, issued ${how}`, async t => {
      const { understudy, advance } = await started(t)
      const now =
        Date.parse(await moveClock(understudy, { now: '2031-05-06T07:08:09.999Z' })) / 1000
      const { access_token: token, expires_in: lifetime } = await obtain(understudy)
      const { iat = 0, nbf = 0, exp = 0 } = claimsOf(token)
      t.same([iat, nbf, exp], [Math.floor(now), Math.floor(now), iat + lifetime])
      await advance(untilJustBefore(lifetime))
      t.equal(await statusOf(understudy, token), 200)
      await advance(1)
      t.equal(await statusOf(understudy, token), 401)
      await advance(-1)
      t.equal(await statusOf(understudy, token), 200, 'the clock was set back')
      await advance(-lifetime - HOUR)
      t.equal(await statusOf(understudy, token), 401, 'it is of a time that has not come')
    })
  }

  t.test(
    "expires at the user-info endpoint, and by its explanation, with the tenant's clock",
    async t => {
      const { understudy, advance } = await started(t)
      const { access_token: token, expires_in: lifetime } = await understudy.issueToken(capable)
      const userInfo = 'GET /oidc/userinfo'
      t.equal((await graph(understudy, userInfo, { token })).status, 200)
      t.match((await explain(understudy, token)).json, { surfaces: [{ accepted: true }] })
      await advance(lifetime)
      t.equal((await graph(understudy, userInfo, { token })).status, 401)
      t.match((await explain(understudy, token)).json, {
        token: { issuedAt: '2026-08-13T12:00:00.250Z' },
        surfaces: [{ accepted: false, check: 'lifetime' }],
      })
    },
  )

  t.test("is another tenant's affair where that one's clock moves", async t => {
    const { understudy } = await started(t)
    const body = { overrides: { domain: 'other.example' } }
    await control(understudy, 'POST /_understudy/tenants', { body })
    const token = await tokenFor(understudy, { user: 'adele' })
    const other = await understudy.issueToken({ user: 'adele' }, { tenant: 'other.example' })
    await moveClock(understudy, { advanceSeconds: DAY }, 'other.example')
    t.equal(await statusOf(understudy, token), 200)
    t.equal(await statusOf(understudy, other.access_token), 401)
  })
})

t.test('a refresh token', async t => {
  for (const [name, client, days] of [
    ['a web app', web, 90],
    ['a single-page app', spa, 1],
  ] as const) {
    t.test(`of ${name} is good for ${days * 24} hours`, async t => {
      const { understudy, advance } = await started(t)
      const { refresh_token: token } = await quickTokens(understudy, client)
      await advance(untilJustBefore(days * DAY))
      t.equal((await refresh(understudy, client, token)).status, 200)
      await advance(1)
      t.match(refusal(await refresh(understudy, client, token)), /^400 invalid_grant 700/)
      await advance(-1)
      t.equal((await refresh(understudy, client, token)).status, 200, 'the clock was set back')
    })
  }
})

t.test('an authorization code', async t => {
  t.test('is good for ten minutes', async t => {
    const { understudy, advance } = await started(t)
    const [early, late] = [await quickCode(understudy, web), await quickCode(understudy, web)]
    await advance(untilJustBefore(600))
    t.equal((await redeemCode(understudy, web, early)).status, 200)
    await advance(1)
    t.equal(refusal(await redeemCode(understudy, web, late)), '400 invalid_grant 70008')
  })

  t.test('stays redeemed when the clock goes past its end and back', async t => {
    const { understudy, advance } = await started(t)
    const code = await quickCode(understudy, web)
    t.equal((await redeemCode(understudy, web, code)).status, 200)
    await advance(DAY)
    await quickTokens(understudy, web)
    await advance(-DAY)
    t.equal(refusal(await redeemCode(understudy, web, code)), '400 invalid_grant 54005')
  })
})

t.test('a device code', async t => {
  t.test('is good for fifteen minutes', async t => {
    const { understudy, advance } = await started(t)
    const { deviceCode } = await startDevice(understudy, device)
    const poll = () =>
      askToken(understudy, device, { grant_type: DEVICE_GRANT, device_code: deviceCode })
    await advance(untilJustBefore(900))
    t.equal(refusal(await poll()), '400 authorization_pending 70016')
    await advance(1)
    t.equal(refusal(await poll()), '400 expired_token 70020')
  })
})

t.test('a browser session', async t => {
  t.test('is good for a day', async t => {
    const { understudy, advance } = await started(t)
    const browser = new Browser(understudy)
    await quickCode(understudy, web, {}, { browser })
    await changeSettings(understudy, { signIn: 'page' })
    const silent = () => browser.open(authorizeUrl(web, { prompt: 'none' }))
    await advance(untilJustBefore(DAY))
    t.equal(errorOf(await silent())[0], undefined)
    await advance(1)
    t.equal(errorOf(await silent())[0], 'login_required')
  })
})

t.test('a password', async t => {
  t.test("was changed at the tenant's time", async t => {
    const { understudy } = await started(t)
    await moveClock(understudy, { now: '2027-02-03T04:05:06.700Z' })
    const body = { password: 'n3w-Passw0rd!' }
    await control(understudy, `PATCH /_understudy/users/${ids.adele}`, { body })
    const { json } = await graph(
      understudy,
      `GET /v1.0/users/${upn('adele')}?$select=lastPasswordChangeDateTime`,
      { token: await tokenFor(understudy, reader) },
    )
    t.match(json, { lastPasswordChangeDateTime: '2027-02-03T04:05:06Z' })
  })
})

t.test('a frozen clock', async t => {
  t.test('keeps whatever is issued from expiring, however long the machine goes on', async t => {
    const { understudy, clock } = await automaticUnderstudy(t)
    await moveClock(understudy, { frozen: true })
    const token = await tokenFor(understudy, { user: 'adele' })
    const code = await quickCode(understudy, spa)
    clock.advance(DAY)
    t.equal(await statusOf(understudy, token), 200)
    const { refresh_token: refreshToken } = tokensOf(await quickRedeem(understudy, spa, code))
    clock.advance(DAY)
    t.equal((await refresh(understudy, spa, refreshToken)).status, 200)
  })
})
