// The machine under random commands: the same ones give the same state, a snapshot stands for all before it, and a failure changes nothing.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { Conflict } from '../../src/state/collection.ts'
import type { Commands, CommandType } from '../../src/state/machine.ts'
import { apply } from '../../src/state/machine.ts'
import { NotFound, State } from '../../src/state/state.ts'
import { definitions, entries, guid, outcomeOf, START, stateAfter, toCreation } from './commands.ts'

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value))
const isSame = (one: State, other: State) => isDeepStrictEqual(one.snapshot(), other.snapshot())

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
})

t.test('a command', async t => {
  const mark = { at: START, position: 9 }
  const made = () => stateAfter(definitions.slice(0, 2).map(toCreation))
  const apply1 = <T extends CommandType>(state: State, type: T, data: Commands[T]) =>
    apply(state, { type, data, mark })

  t.test('revokes for the one user in the one tenant', async t => {
    const state = made()
    const before = structuredClone(state.snapshot())
    const data = { tenantId: guid(1), userId: guid(7) }
    t.same(apply1(state, 'revokeSignInSessions', data), mark)
    const [one, two] = state.snapshot()
    t.same(two, before[1])
    t.same(one, { ...before[0], revocations: [[guid(7), [mark]]] })
  })

  t.test('does not revoke for a guest, and moves the instant of a B2C account', async t => {
    const state = made()
    const revoke = (userId: string) =>
      apply1(state, 'revokeSignInSessions', { tenantId: guid(1), userId })
    t.equal(revoke(guid(8)), undefined)
    t.same(revoke(guid(9)), mark)
  })

  t.test('resets one tenant, settings and all, and no other', async t => {
    const state = made()
    const fresh = structuredClone(state.snapshot())
    for (const tenantId of [guid(1), guid(2)]) {
      apply1(state, 'revokeSignInSessions', { tenantId, userId: guid(7) })
      apply1(state, 'changeSettings', { tenantId, update: { permissions: 'off' } })
    }
    const changed = structuredClone(state.snapshot())
    apply1(state, 'resetTenant', { tenantId: guid(1) })
    t.same(state.snapshot(), [fresh[0], changed[1]])
  })

  t.test('fails on what is not there, or is there already, and names it', async t => {
    const state = made()
    const revoke = (tenantId: string, userId: string) => () =>
      apply1(state, 'revokeSignInSessions', { tenantId, userId })
    t.throws(revoke(guid(6), guid(7)), new NotFound(`There is no tenant '${guid(6)}'.`))
    t.throws(revoke(guid(1), 'x'), new NotFound(`There is no user 'x' in tenant '${guid(1)}'.`))
    const keys = [guid(1), 'zwei.example', 'ada@five.example']
    for (const [index, key] of keys.entries()) {
      const definition = definitions[index + 3]
      if (definition === undefined) throw new Error('There are six definitions.')
      t.throws(() => apply1(state, 'createTenant', { definition }), new Conflict(key))
    }
  })
})
