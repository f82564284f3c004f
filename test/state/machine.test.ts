// The machine under random commands: the same ones give the same state, a snapshot stands for all before it, and a failure changes nothing.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { Conflict } from '../../src/state/collection.ts'
import type { CommandType } from '../../src/state/machine.ts'
import { NotFound, State } from '../../src/state/state.ts'
import {
  applyNow,
  definitions,
  deviceSignIn,
  guid,
  outcomeOf,
  START,
  signInEvent,
  stateAfter,
  toCreation,
  twoTenants,
} from './commands.ts'
import { commandTypes, entries } from './random-commands.ts'

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value))
/** As they are once written down: a member that is undefined is one that is not there. */
const isSame = (one: State, other: State) =>
  isDeepStrictEqual(plain(one.snapshot()), plain(other.snapshot()))

/** Those that need not find anything. */
const fromNothing: ReadonlySet<CommandType> = new Set([
  'createTenant',
  'replaceTenant',
  'addSnapshot',
])

t.test('the machine', async t => {
  t.test('comes to the same state by the same commands, with the same outcomes', async () => {
    fc.assert(
      fc.property(entries, entries => {
        const [one, other] = [new State(), new State()]
        return (
          entries.every(entry => outcomeOf(one, entry) === outcomeOf(other, plain(entry))) &&
          isSame(one, other)
        )
      }),
    )
  })

  t.test('goes on from a snapshot as it would have without one', async () => {
    fc.assert(
      fc.property(entries, fc.nat(42), (entries, cut) => {
        const first = stateAfter(entries.slice(0, cut))
        const restored = stateAfter(definitions.map(toCreation))
        restored.restore(plain(first.snapshot()))
        return (
          isSame(restored, first) &&
          isSame(stateAfter(entries.slice(cut), restored), stateAfter(entries))
        )
      }),
    )
  })

  t.test('is not changed by a command that fails', async () => {
    let failures = 0
    fc.assert(
      fc.property(entries, entries => {
        const state = new State()
        return entries.every(entry => {
          const before = structuredClone(state.snapshot())
          const failed = /^(NotFound|Conflict)$/.test(outcomeOf(state, entry))
          if (failed) failures += 1
          return !failed || isDeepStrictEqual(state.snapshot(), before)
        })
      }),
    )
    t.ok(failures > 100, `${failures} failed`)
  })

  t.test('leaves a snapshot as it was taken', async () => {
    fc.assert(
      fc.property(entries, fc.nat(42), (entries, cut) => {
        const state = stateAfter(entries.slice(0, cut))
        const snapshot = state.snapshot()
        const copy = structuredClone(snapshot)
        stateAfter(entries.slice(cut), state)
        return isDeepStrictEqual(snapshot, copy)
      }),
    )
  })

  t.test(
    'is tried here by commands of every type, with every outcome that each can have',
    async t => {
      const seen = new Set<string>()
      fc.assert(
        fc.property(entries, entries => {
          const state = new State()
          for (const entry of entries) {
            const outcome = outcomeOf(state, entry) ?? 'undefined'
            const isShort = /^(NotFound|Conflict|undefined|true|false)$/.test(outcome)
            seen.add(`${entry.type} ${isShort ? outcome : 'done'}`)
          }
        }),
        { seed: 1, numRuns: 1500 },
      )
      const one = (type: CommandType, ...outcomes: readonly string[]) =>
        outcomes.map(outcome => `${type} ${outcome}`)
      t.strictSame(
        [...seen].sort(),
        [
          ...commandTypes.filter(type => !fromNothing.has(type)).map(type => `${type} NotFound`),
          ...one('createTenant', 'Conflict', 'done'),
          ...one('replaceTenant', 'Conflict', 'done'),
          ...one('removeTenant', 'undefined'),
          ...one('resetTenant', 'done'),
          ...one('setClock', 'undefined'),
          ...one('takeSnapshot', 'done'),
          ...one('addSnapshot', 'undefined'),
          ...one('removeSnapshot', 'undefined'),
          ...one('restoreSnapshot', 'Conflict', 'undefined'),
          ...one('planFault', 'done'),
          ...one('removeFaults', 'undefined'),
          ...one('meetFault', 'done', 'undefined'),
          ...one('changeSettings', 'done'),
          ...one('revokeSignInSessions', 'done', 'undefined'),
          ...one('createUser', 'Conflict', 'done'),
          ...one('updateUser', 'Conflict', 'done'),
          ...one('deleteUser', 'undefined'),
          ...one('restoreUser', 'Conflict', 'done'),
          ...one('purgeUser', 'undefined'),
          ...one('recordSignIn', 'undefined'),
          ...one('grantConsent', 'undefined'),
          ...one('redeemAuthorizationCode', 'true', 'false'),
          ...one('startDeviceSignIn', 'undefined'),
          ...one('decideDeviceSignIn', 'true', 'false'),
          ...one('redeemDeviceCode', 'done', 'undefined'),
          ...one('endSession', 'undefined'),
        ].sort(),
      )
    },
  )
})

t.test('a command', async t => {
  const mark = { at: START, position: 9 }

  t.test('revokes for the one user in the one tenant', async t => {
    const state = twoTenants()
    const before = structuredClone(state.snapshot())
    const data = { tenantId: guid(1), userId: guid(7) }
    t.same(applyNow(state, 'revokeSignInSessions', data), mark)
    const [one, two] = state.snapshot().tenants
    const revocations = [[guid(7), [{ ...mark, cause: 'revocation' }]]]
    t.same(two, before.tenants[1])
    const directoryAudits = before.tenants[0]?.directoryAudits
    t.same({ ...one, directoryAudits }, { ...before.tenants[0], revocations })
    t.equal(one?.directoryAudits.rows.length, 1)
  })

  t.test('does not revoke for a guest, and moves the instant of a B2C account', async t => {
    const state = twoTenants()
    const revoke = (userId: string) =>
      applyNow(state, 'revokeSignInSessions', { tenantId: guid(1), userId })
    t.equal(revoke(guid(8)), undefined)
    t.same(revoke(guid(9)), mark)
  })

  t.test('resets one tenant, settings, users, sign-ins and all, and no other', async t => {
    const state = twoTenants()
    const { tenants: fresh } = structuredClone(state.snapshot())
    for (const tenantId of [guid(1), guid(2)]) changeEverything(state, tenantId)
    const { tenants: changed } = structuredClone(state.snapshot())
    applyNow(state, 'resetTenant', { tenantId: guid(1) })
    t.same(state.snapshot().tenants, [fresh[0], changed[1]])
    const before = new Map(Object.entries(fresh[0] ?? {}))
    const differing = Object.entries(changed[0] ?? {}).filter(
      ([name, value]) => !isDeepStrictEqual(value, before.get(name)),
    )
    t.strictSame(
      differing.map(([name]) => name),
      [
        'settings',
        'clock',
        'users',
        'deletedUsers',
        'userChanges',
        'revocations',
        'consents',
        'redeemedCodes',
        'deviceSignIns',
        'endedSessions',
        'faults',
        'directoryAudits',
        'signInLog',
        'signInActivities',
      ],
      'all that can change had',
    )
  })

  t.test('fails on what is not there, or is there already, and names it', async t => {
    const state = twoTenants()
    const revoke = (tenantId: string, userId: string) => () =>
      applyNow(state, 'revokeSignInSessions', { tenantId, userId })
    t.throws(revoke(guid(6), guid(7)), new NotFound(`There is no tenant '${guid(6)}'.`))
    t.throws(revoke(guid(1), 'x'), new NotFound(`There is no user 'x' in tenant '${guid(1)}'.`))
    const keys = [guid(1), 'zwei.example', 'ada@five.example']
    for (const [index, key] of keys.entries()) {
      const definition = definitions[index + 3]
      if (definition === undefined) throw new Error('There are six definitions.')
      t.throws(() => applyNow(state, 'createTenant', { definition }), new Conflict(key))
    }
  })
})

/** At least one change in everything of a tenant that can change. */
function changeEverything(state: State, tenantId: string): void {
  const user = { tenantId, userId: guid(7) }
  const expiresAt = START + 1000
  applyNow(state, 'setClock', { tenantId, clock: { offset: 1000, frozenAt: null } })
  applyNow(state, 'planFault', { tenantId, faultId: guid(6), plan: { status: 503 }, seed: 1 })
  applyNow(state, 'changeSettings', { tenantId, update: { permissions: 'off' } })
  const newPassword = { password: 'new', cause: 'passwordChange' } as const
  applyNow(state, 'updateUser', { ...user, changes: {}, newPassword })
  applyNow(state, 'deleteUser', { tenantId, userId: guid(9) })
  applyNow(state, 'recordSignIn', { tenantId, event: signInEvent })
  applyNow(state, 'grantConsent', { ...user, clientId: guid(6), scopes: ['User.Read'] })
  applyNow(state, 'redeemAuthorizationCode', { tenantId, codeId: 'code', expiresAt })
  applyNow(state, 'startDeviceSignIn', { ...deviceSignIn, tenantId })
  applyNow(state, 'endSession', { tenantId, sessionId: 'session', expiresAt })
}
