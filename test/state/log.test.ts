// The embedded log: it applies at once, in order, and every command takes a place.
import t from 'tap'
import { ManualClock } from '../../src/clock.ts'
import { toTenantDefinition } from '../../src/fixtures/definition.ts'
import { MemoryLog } from '../../src/state/log.ts'
import { defaultSettings } from '../../src/state/settings.ts'
import { NotFound, State } from '../../src/state/state.ts'

const definition = toTenantDefinition(
  { tenant: { domains: ['one.example'] }, users: [{ userPrincipalName: 'ada' }] },
  { settings: defaultSettings, generatedUsers: 0 },
)
const tenantId = definition.id

t.test('the log', async t => {
  const clock = new ManualClock(new Date('2026-08-13T12:00:00.250Z'))
  const state = new State()
  const log = new MemoryLog(state, clock)

  t.test('applies a command before it gives the turn back', async t => {
    const pending = log.submit('createTenant', { definition })
    t.equal(state.getTenant().definition.id, tenantId)
    t.equal((await pending).definition, definition)
  })

  t.test('gives each command its own time and the next place', async t => {
    const { position } = log.mark()
    for (const [index, seconds] of [0, 0, 1].entries()) {
      clock.advance(seconds)
      const data = { tenantId, userId: 'ada@one.example' }
      const revoked = await log.submit('revokeSignInSessions', data)
      t.same(revoked, { at: clock.now(), position: position + index + 1 })
      t.same(log.mark(), revoked)
    }
  })

  t.test('rejects a command that fails, which takes its place all the same', async t => {
    const before = log.mark()
    const snapshot = structuredClone(state.snapshot())
    await t.rejects(log.submit('resetTenant', { tenantId: 'nobody' }), NotFound)
    t.same(log.mark(), { ...before, position: before.position + 1 })
    t.same(state.snapshot(), snapshot)
  })

  t.test('marks now without taking a place', async t => {
    const before = log.mark()
    clock.advance(1)
    t.same(log.mark(), { at: before.at + 1000, position: before.position })
  })
})
