// When a revocation reaches Microsoft Graph: the delay, its repetition, whole seconds, and the presets.
import type { Test } from 'tap'
import t from 'tap'
import type { SettingsUpdate } from '../../src/state/settings.ts'
import { control, graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const adele = { user: 'adele', scopes: ['User.Read', 'User.RevokeSessions.All'] }

/** A double with these settings, and what a test does to Adele in it. */
async function adeleAtNoon(t: Test, revocation: SettingsUpdate['revocation']) {
  const { understudy, clock } = await understudyAtNoon(t)
  // Lives through every revocation, so that it can revoke again.
  const steady = await tokenFor(understudy, { ...adele, lifetimeSeconds: 100_000 })
  const set = (revocation: SettingsUpdate['revocation']) =>
    control(understudy, 'PATCH /_understudy/settings', { body: { revocation } })
  await set(revocation)
  return {
    clock,
    set,
    issue: () => tokenFor(understudy, { ...adele, capabilities: ['cp1'] }),
    revoke: () => graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token: steady }),
    status: async (token: string) => (await graph(understudy, 'GET /v1.0/me', { token })).status,
    read: async () => {
      const line = 'GET /v1.0/me?$select=signInSessionsValidFromDateTime'
      const { json } = await graph(understudy, line, { token: steady })
      return Object(json).signInSessionsValidFromDateTime
    },
  }
}

t.test('a delay on its way to Graph', async t => {
  t.test('lets a token pass until it is over, to the millisecond', async t => {
    const { clock, issue, revoke, status } = await adeleAtNoon(t, { delaySeconds: { graph: 600 } })
    const token = await issue()
    await revoke()
    t.equal(await status(token), 200)
    clock.advance(599.999)
    t.equal(await status(token), 200)
    clock.advance(0.001)
    t.equal(await status(token), 401)
    clock.advance(3600)
    t.equal(await status(token), 401)
  })

  t.test('may be a part of a second', async t => {
    const { clock, issue, revoke, status } = await adeleAtNoon(t, { delaySeconds: { graph: 0.5 } })
    const token = await issue()
    await revoke()
    clock.advance(0.499)
    t.equal(await status(token), 200)
    clock.advance(0.001)
    t.equal(await status(token), 401)
  })

  t.test('does not hold up the instant of validity', async t => {
    const { revoke, read } = await adeleAtNoon(t, { delaySeconds: { graph: 600 } })
    await revoke()
    t.equal(await read(), '2026-08-13T12:00:00Z')
  })

  t.test('is not begun anew by further revocations', async t => {
    const { clock, issue, revoke, status } = await adeleAtNoon(t, { delaySeconds: { graph: 600 } })
    const first = await issue()
    await revoke()
    const second = await issue()
    for (let elapsed = 10; elapsed < 600; elapsed += 10) {
      clock.advance(10)
      await revoke()
      t.equal(await status(first), 200)
    }
    const last = await issue()
    clock.advance(10)
    t.same([await status(first), await status(second), await status(last)], [401, 200, 200])
    clock.advance(9.999)
    t.equal(await status(second), 200)
    clock.advance(0.001)
    t.same([await status(second), await status(last)], [401, 200])
    clock.advance(10_000)
    t.equal(await status(last), 200, 'issued after all of them')
  })

  t.test('is held up by less than a second where one second has many revocations', async t => {
    const { clock, issue, revoke, status } = await adeleAtNoon(t, { delaySeconds: { graph: 60 } })
    const token = await issue()
    for (let times = 0; times < 50; times += 1) {
      await revoke()
      clock.advance(0.1)
    }
    clock.advance(55.999)
    t.equal(await status(token), 401)
  })

  t.test('to other surfaces is none of its concern', async t => {
    const delaySeconds = { token: 600, session: 600 }
    const { issue, revoke, status } = await adeleAtNoon(t, { delaySeconds })
    const token = await issue()
    await revoke()
    t.equal(await status(token), 401)
  })

  t.test('is as the settings say when the token is sent', async t => {
    const { clock, set, issue, revoke, status } = await adeleAtNoon(t, {
      delaySeconds: { graph: 600 },
    })
    const token = await issue()
    await revoke()
    clock.advance(100)
    t.equal(await status(token), 200)
    await set({ delaySeconds: { graph: 100 } })
    t.equal(await status(token), 401)
    await set({ delaySeconds: { graph: 101 } })
    t.equal(await status(token), 200)
  })
})

t.test('truncation to whole seconds', async t => {
  t.test('spares what was issued in the second of the revocation', async t => {
    const { clock, issue, revoke, status } = await adeleAtNoon(t, { truncateToSeconds: true })
    const early = await issue()
    clock.advance(0.749)
    await revoke()
    t.equal(await status(early), 200, 'a quarter past and a millisecond before the full second')
    clock.advance(0.001)
    const late = await issue()
    await revoke()
    t.same([await status(early), await status(late)], [401, 200])
  })

  t.test('is off unless it is asked for', async t => {
    const { clock, issue, revoke, status } = await adeleAtNoon(t, {})
    const token = await issue()
    clock.advance(0.001)
    await revoke()
    t.equal(await status(token), 401)
  })
})

t.test('the preset', async t => {
  t.test('realistic waits ten minutes and cuts to the second', async t => {
    const { clock, issue, revoke, status } = await adeleAtNoon(t, { preset: 'realistic' })
    const before = await issue()
    clock.advance(0.75)
    const sameSecond = await issue()
    clock.advance(0.249)
    await revoke()
    clock.advance(599.999)
    t.same([await status(before), await status(sameSecond)], [200, 200])
    clock.advance(0.001)
    t.same([await status(before), await status(sameSecond)], [401, 200])
  })

  t.test('gives way to what is set beside it, and to what is set later', async t => {
    const { clock, set, issue, revoke, status } = await adeleAtNoon(t, {
      preset: 'realistic',
      delaySeconds: { graph: 5 },
    })
    const token = await issue()
    clock.advance(1)
    await revoke()
    clock.advance(4.999)
    t.equal(await status(token), 200)
    clock.advance(0.001)
    t.equal(await status(token), 401)
    await set({ preset: 'realistic' })
    t.equal(await status(token), 200)
    await set({ preset: 'instant' })
    t.equal(await status(token), 401)
  })
})
