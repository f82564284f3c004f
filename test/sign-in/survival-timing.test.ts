// When an act reaches what it takes away: at once by default, and with the delays and the whole seconds of the real service by choice.
import type { Test } from 'tap'
import t from 'tap'
import type { SettingsUpdate } from '../../src/state/settings.ts'
import {
  browserOf,
  device,
  obtainTokens,
  refresh,
  refusalOf,
  tokensOf,
} from '../support/sign-in.ts'
import { control, understudyAtNoon } from '../support/understudy.ts'
import { acts, allLive, cookieFate, holdCredentials } from './held-credentials.ts'

type Revocation = SettingsUpdate['revocation']

async function held(t: Test, revocation: Revocation) {
  const credentials = await holdCredentials(t)
  await settle(credentials.understudy, revocation)
  return credentials
}

async function settle(understudy: Parameters<typeof control>[0], revocation: Revocation) {
  const line = 'PATCH /_understudy/settings'
  const { status, text } = await control(understudy, line, { body: { revocation } })
  if (status !== 200) throw new Error(text)
}

const tokensRevoked = {
  ...allLive,
  passwordCookie: 50132,
  passwordToken: 50173,
  otherCookie: 50132,
  otherToken: 50173,
  confidentialTokens: [50173, 50173],
}

t.test('the preset realistic', async t => {
  t.test('lets everything live on for a second, and access tokens for ten minutes', async t => {
    const credentials = await held(t, { preset: 'realistic' })
    const { clock, fates } = credentials
    await acts.adminRevokes(credentials)
    t.strictSame(await fates(), allLive)
    clock.advance(0.999)
    t.strictSame(await fates(), allLive)
    clock.advance(0.001)
    t.strictSame(await fates(), tokensRevoked)
    clock.advance(598.999)
    t.strictSame(await fates(), tokensRevoked)
    clock.advance(0.001)
    t.strictSame(await fates(), { ...tokensRevoked, capableAccessToken: 'challenged' })
  })

  t.test('does so for a password change, too', async t => {
    const credentials = await held(t, { preset: 'realistic' })
    const { clock, fates } = credentials
    await acts.userChangesPassword(credentials)
    t.strictSame(await fates(), allLive)
    const changed = { ...allLive, passwordCookie: 50132, passwordToken: 50173 }
    clock.advance(1)
    t.strictSame(await fates(), changed)
    clock.advance(599)
    t.strictSame(await fates(), { ...changed, capableAccessToken: 'challenged' })
  })

  for (const name of ['disable', 'delete', 'signOut'] as const) {
    t.test(`does not hold up what is no revocation: ${name}`, async t => {
      const credentials = await held(t, { preset: 'realistic' })
      await acts[name](credentials)
      const { passwordCookie, otherCookie } = await credentials.fates()
      t.same([passwordCookie, otherCookie], [50058, 50058])
    })
  }

  t.test('spares what was signed in within the same second', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    await settle(understudy, { preset: 'realistic' })
    const before = await obtainTokens(understudy, device)
    clock.advance(0.75)
    const within = await obtainTokens(understudy, device)
    const browser = await browserOf(understudy, { user: 'adele' })
    clock.advance(0.25)
    await acts.adminRevokes({ understudy, clock, user: 'adele@contoso.onmicrosoft.com' })
    clock.advance(60)
    t.equal(refusalOf(await refresh(understudy, device, before.refresh_token))[2], 50173)
    tokensOf(await refresh(understudy, device, within.refresh_token))
    t.equal(await cookieFate(browser), 'lives')
  })
})

t.test('by default', async t => {
  t.test('nothing is spared, however close the act follows', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const { refresh_token: token } = await obtainTokens(understudy, device)
    const browser = await browserOf(understudy, { user: 'adele' })
    await acts.adminRevokes({ understudy, clock, user: 'adele@contoso.onmicrosoft.com' })
    t.equal(refusalOf(await refresh(understudy, device, token))[2], 50173)
    t.equal(await cookieFate(browser), 50132)
  })

  t.test('nothing is taken that came after, however close it follows', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    await acts.adminRevokes({ understudy, clock, user: 'adele@contoso.onmicrosoft.com' })
    const { refresh_token: token } = await obtainTokens(understudy, device)
    const browser = await browserOf(understudy, { user: 'adele' })
    tokensOf(await refresh(understudy, device, token))
    t.equal(await cookieFate(browser), 'lives')
  })
})

t.test('a delay', async t => {
  t.test('is one for each surface', async t => {
    const credentials = await held(t, { delaySeconds: { graph: 30, token: 20, session: 10 } })
    const { clock, fates } = credentials
    await acts.adminRevokes(credentials)
    t.strictSame(await fates(), allLive)
    clock.advance(10)
    const withoutCookies = { ...allLive, passwordCookie: 50132, otherCookie: 50132 }
    t.strictSame(await fates(), withoutCookies)
    clock.advance(10)
    t.strictSame(await fates(), tokensRevoked)
    clock.advance(10)
    t.strictSame(await fates(), { ...tokensRevoked, capableAccessToken: 'challenged' })
  })

  t.test('saves nothing that was made from an old sign-in meanwhile', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    await settle(understudy, { delaySeconds: { token: 60, session: 60 } })
    const { refresh_token: old } = await obtainTokens(understudy, device)
    const browser = await browserOf(understudy, { user: 'adele' })
    clock.advance(1)
    await acts.adminRevokes({ understudy, clock, user: 'adele@contoso.onmicrosoft.com' })
    clock.advance(30)
    const { refresh_token: successor } = tokensOf(await refresh(understudy, device, old))
    const renewed = browser.copy()
    t.equal(await cookieFate(renewed), 'lives')
    clock.advance(30)
    for (const token of [old, successor])
      t.equal(refusalOf(await refresh(understudy, device, token))[2], 50173)
    for (const visited of [browser, renewed]) t.equal(await cookieFate(visited), 50132)
  })

  t.test('spares what was signed in anew meanwhile', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    await settle(understudy, { delaySeconds: { token: 60, session: 60 } })
    await acts.adminRevokes({ understudy, clock, user: 'adele@contoso.onmicrosoft.com' })
    clock.advance(30)
    const { refresh_token: token } = await obtainTokens(understudy, device)
    const browser = await browserOf(understudy, { user: 'adele' })
    clock.advance(60)
    tokensOf(await refresh(understudy, device, token))
    t.equal(await cookieFate(browser), 'lives')
  })
})
