// What survives each act that may take a sign-in away: the whole table, each cell by using what it is about.
// https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-revocation
import type { Test } from 'tap'
import t from 'tap'
import { ids } from '../support/contoso.ts'
import { browserOf, CAPABLE, device, obtainTokens, refresh, tokensOf } from '../support/sign-in.ts'
import { control, graph } from '../support/understudy.ts'
import { byPasswordChange, byRevocation, withoutAccount } from './fates.ts'
import type { Fates } from './held-credentials.ts'
import { acts, allLive, cookieFate, holdCredentials } from './held-credentials.ts'

const table: readonly (readonly [keyof typeof acts, string, Fates])[] = [
  ['passwordExpires', 'the password expires', allLive],
  ['userChangesPassword', 'the user changes the password', byPasswordChange],
  ['portalReset', 'an administrator resets the password in the portal', byPasswordChange],
  [
    'adminCenterReset',
    'an administrator resets the password in the admin center',
    { ...byRevocation, otherCookie: 'lives' },
  ],
  ['adminRevokes', 'an administrator revokes', byRevocation],
  ['userRevokes', 'the user revokes', byRevocation],
  ['signOut', 'the user signs out', { ...allLive, passwordCookie: 50058, otherCookie: 50058 }],
  ['disable', 'the account is disabled', withoutAccount(50057)],
  ['delete', 'the account is deleted', withoutAccount(50034)],
]

t.test('what a sign-in leaves behind', async t => {
  t.test('lives as long as nothing happens', async t => {
    const { fates } = await holdCredentials(t)
    t.strictSame(await fates(), allLive)
  })

  for (const [name, happens, expected] of table) {
    t.test(`lives and dies as it should when ${happens}`, async t => {
      const held = await holdCredentials(t)
      await acts[name](held)
      t.strictSame(await held.fates(), expected)
      t.strictSame(await held.fates(), expected, 'Asking does not change it.')
    })

    t.test(`is not touched by what is somebody else's: ${happens}`, async t => {
      const held = await holdCredentials(t)
      const { understudy } = held
      const browser = await browserOf(understudy, { user: 'alex' })
      const tokens = await obtainTokens(understudy, device, {
        user: 'alex',
        parameters: { claims: CAPABLE },
      })
      await acts[name](held)
      t.equal(await cookieFate(browser), 'lives')
      tokensOf(await refresh(understudy, device, tokens.refresh_token))
      const { access_token: token } = tokens
      t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
    })
  }

  for (const [name, happens] of table.slice(1, 7)) {
    t.test(`is had again by signing in again after ${happens}`, async t => {
      const held = await holdCredentials(t)
      const { understudy } = held
      await acts[name](held)
      // The password may be another by now.
      const person = { user: 'adele', method: 'passkey' } as const
      const browser = await browserOf(understudy, person)
      t.equal(await cookieFate(browser), 'lives')
      const tokens = await obtainTokens(understudy, device, {
        ...person,
        parameters: { claims: CAPABLE },
      })
      tokensOf(await refresh(understudy, device, tokens.refresh_token))
      const { access_token: token } = tokens
      t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
    })
  }

  t.test('is taken away by the later of two acts, if not by the earlier', async t => {
    const held = await holdCredentials(t)
    await acts.userChangesPassword(held)
    t.strictSame(await held.fates(), byPasswordChange)
    held.clock.advance(1)
    await acts.adminRevokes(held)
    t.strictSame(await held.fates(), byRevocation)
  })

  t.test('stays taken away when a milder act follows', async t => {
    const held = await holdCredentials(t)
    await acts.adminRevokes(held)
    held.clock.advance(1)
    await acts.userChangesPassword(held)
    t.strictSame(await held.fates(), byRevocation)
  })
})

t.test('what is left of accounts whose sign-in is not the directory’s alone', async t => {
  const kinds = [
    ['a guest', { user: 'grace@fabrikam.com', userId: ids.guest }],
    ['a customer with a local account', { user: 'bianca@example.com', userId: ids.customer }],
  ] as const

  for (const [who, options] of kinds) {
    for (const name of ['adminRevokes', 'userRevokes'] as const) {
      t.test(`is everything, of ${who}: ${name}`, async t => {
        const held = await holdCredentials(t, options)
        await acts[name](held)
        t.strictSame(await held.fates(), allLive)
      })
    }

    for (const [name, expected] of [
      ['signOut', { ...allLive, passwordCookie: 50058, otherCookie: 50058 }],
      ['disable', withoutAccount(50057)],
      ['delete', withoutAccount(50034)],
    ] as const) {
      t.test(`is what others have left, of ${who}: ${name}`, async t => {
        const held = await holdCredentials(t, options)
        await acts[name](held)
        t.strictSame(await held.fates(), expected)
      })
    }
  }
})

t.test('an account that is enabled again', async t => {
  async function enable(t: Test, between?: keyof typeof acts) {
    const held = await holdCredentials(t)
    await acts.disable(held)
    if (between !== undefined) await acts[between](held)
    const line = `PATCH /_understudy/users/${ids.adele}` as const
    await control(held.understudy, line, { body: { accountEnabled: true } })
    return held.fates()
  }

  t.test('has everything back: disabling is no revocation', async t => {
    t.strictSame(await enable(t), allLive)
  })

  t.test('has nothing back that was revoked meanwhile', async t => {
    t.strictSame(await enable(t, 'adminRevokes'), byRevocation)
  })
})
