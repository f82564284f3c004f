// Commands of the sign-in surface: what can be done once only, and for how long that is remembered.
import t from 'tap'
import type { DeviceSignIn, SignIn } from '../../src/state/sign-ins.ts'
import { State } from '../../src/state/state.ts'
import { applyNow, deviceSignIn, guid, START, twoTenants } from './commands.ts'

const tenantId = guid(1)
const later = (milliseconds: number, position = 10) => ({ at: START + milliseconds, position })

t.test('redeemAuthorizationCode', async t => {
  const code = { tenantId, codeId: 'one', expiresAt: START + 600_000 }

  t.test('is done the first time only, for each code and tenant of its own', async t => {
    const state = twoTenants()
    const redeem = (data: typeof code) => applyNow(state, 'redeemAuthorizationCode', data)
    t.equal(redeem(code), true)
    t.equal(redeem(code), false)
    t.equal(redeem({ ...code, codeId: 'two' }), true)
    t.equal(redeem({ ...code, tenantId: guid(2) }), true)
    t.equal(redeem(code), false)
  })

  t.test(
    'is remembered until the code expires, and no longer once many others are redeemed',
    async t => {
      const state = twoTenants()
      const { redeemedCodes } = state.getTenant(tenantId)
      const redeem = (codeId: string, after: number) => {
        const expiresAt = START + after + 600_000
        return applyNow(
          state,
          'redeemAuthorizationCode',
          { tenantId, codeId, expiresAt },
          later(after),
        )
      }
      redeem('one', 0)
      for (let other = 1; other < 1000; other++) redeem(`other ${other}`, 599_999)
      t.equal(redeem('one', 599_999), false)
      redeem('last but one', 599_999)
      t.ok(redeemedCodes.has('one'))
      redeem('last', 600_000)
      t.notOk(redeemedCodes.has('one'))
      t.equal(redeemedCodes.size, 1001)
    },
  )

  t.test('is remembered when the clock went past its expiry and was set back', async t => {
    const state = twoTenants()
    const redeem = (codeId: string, after: number) =>
      applyNow(state, 'redeemAuthorizationCode', { ...code, codeId }, later(after))
    redeem('one', 0)
    redeem('two', 86_400_000)
    t.equal(redeem('one', 1000), false)
  })
})

t.test('a device sign-in', async t => {
  const signIn: SignIn = {
    userId: guid(7),
    authenticated: { at: START, position: 4 },
    method: 'passkey',
    sessionId: 'session',
  }
  const { userCode, ...asked } = deviceSignIn
  const device = { tenantId, userCode }
  const ways: readonly { readonly title: string; readonly signIn?: SignIn }[] = [
    { title: 'approved', signIn },
    { title: 'declined' },
  ]

  function started(): State {
    const state = twoTenants()
    applyNow(state, 'startDeviceSignIn', { ...deviceSignIn, tenantId })
    return state
  }

  function seen(state: State): DeviceSignIn | undefined {
    return state.getTenant(tenantId).deviceSignIns.get(userCode)
  }

  t.test('is pending as it was asked for, and gives nothing yet', async t => {
    const state = started()
    t.same(seen(state), { ...asked, status: 'pending' })
    t.equal(applyNow(state, 'redeemDeviceCode', device), undefined)
    t.same(seen(state), { ...asked, status: 'pending' })
  })

  t.test('gives the sign-in once, after it was approved', async t => {
    const state = started()
    t.equal(applyNow(state, 'decideDeviceSignIn', { ...device, signIn }), true)
    t.same(seen(state), { ...asked, status: 'approved', signIn })
    t.same(applyNow(state, 'redeemDeviceCode', device), signIn)
    t.equal(seen(state)?.status, 'redeemed')
    t.equal(applyNow(state, 'redeemDeviceCode', device), undefined)
  })

  t.test('gives nothing after it was declined', async t => {
    const state = started()
    t.equal(applyNow(state, 'decideDeviceSignIn', device), true)
    t.same(seen(state), { ...asked, status: 'declined' })
    t.equal(applyNow(state, 'redeemDeviceCode', device), undefined)
    t.same(seen(state), { ...asked, status: 'declined' })
  })

  t.test('is decided once, whichever way', async t => {
    for (const first of ways) {
      for (const { title: _, ...second } of ways) {
        const state = started()
        const { title, ...decision } = first
        applyNow(state, 'decideDeviceSignIn', { ...device, ...decision })
        const decided = seen(state)
        t.equal(applyNow(state, 'decideDeviceSignIn', { ...device, ...second }), false)
        t.equal(seen(state), decided, `stays ${title}`)
      }
    }
  })

  t.test('is not decided again once it was redeemed', async t => {
    const state = started()
    applyNow(state, 'decideDeviceSignIn', { ...device, signIn })
    applyNow(state, 'redeemDeviceCode', device)
    for (const { title: _, ...decision } of ways)
      t.equal(applyNow(state, 'decideDeviceSignIn', { ...device, ...decision }), false)
    t.equal(applyNow(state, 'redeemDeviceCode', device), undefined)
  })

  t.test('that nobody asked for is neither decided nor redeemed, nor made', async t => {
    const state = started()
    const before = structuredClone(state.snapshot())
    for (const other of [
      { tenantId, userCode: 'OTHER' },
      { tenantId: guid(2), userCode },
    ]) {
      t.equal(applyNow(state, 'decideDeviceSignIn', { ...other, signIn }), false)
      t.equal(applyNow(state, 'redeemDeviceCode', other), undefined)
    }
    t.same(state.snapshot(), before)
  })

  t.test('is forgotten once it has expired and many others were asked for', async t => {
    const state = started()
    const { deviceSignIns } = state.getTenant(tenantId)
    const start = (another: string, after: number) => {
      const expiresAt = START + after + 60_000
      const data = { ...deviceSignIn, tenantId, userCode: another, expiresAt }
      applyNow(state, 'startDeviceSignIn', data, later(after))
    }
    for (let other = 1; other < 1000; other++) start(`SOON${other}`, 59_999)
    t.ok(deviceSignIns.has(userCode))
    start('LATE', 60_000)
    t.notOk(deviceSignIns.has(userCode))
    t.ok(deviceSignIns.has('SOON1'))
  })

  t.test('goes on from a snapshot, written down and read, where it was', async t => {
    const state = started()
    applyNow(state, 'decideDeviceSignIn', { ...device, signIn })
    const restored = new State()
    restored.restore(JSON.parse(JSON.stringify(state.snapshot())))
    t.equal(applyNow(restored, 'decideDeviceSignIn', device), false)
    t.same(applyNow(restored, 'redeemDeviceCode', device), signIn)
    t.equal(seen(state)?.status, 'approved', 'apart from the one it was taken of')
  })
})

t.test('endSession', async t => {
  t.test(
    'ends the session in its tenant until its cookie expires, and revokes nothing',
    async t => {
      const state = twoTenants()
      const { endedSessions, revocations } = state.getTenant(tenantId)
      const end = (sessionId: string, after: number) => {
        const expiresAt = START + after + 1000
        return applyNow(state, 'endSession', { tenantId, sessionId, expiresAt }, later(after))
      }
      t.equal(end('one', 0), undefined)
      t.same([...endedSessions], [['one', { expiresAt: START + 1000 }]])
      end('two', 1000)
      t.strictSame([...endedSessions.keys()], ['one', 'two'], 'the clock may be set back')
      for (let other = 1; other < 1000; other++) end(`other ${other}`, 1000)
      t.notOk(endedSessions.has('one'))
      t.ok(endedSessions.has('two'))
      t.equal(state.getTenant(guid(2)).endedSessions.size, 0)
      t.equal(revocations.size, 0)
    },
  )

  t.test('ends it once, however often it is asked to', async t => {
    const state = twoTenants()
    const data = { tenantId, sessionId: 'one', expiresAt: START + 1000 }
    applyNow(state, 'endSession', data)
    const before = structuredClone(state.snapshot())
    applyNow(state, 'endSession', data)
    t.same(state.snapshot(), before)
  })
})
