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
    const { position } = log.mark(state.getTenant())
    for (const [index, seconds] of [0, 0, 1].entries()) {
      clock.advance(seconds)
      const data = { tenantId, userId: 'ada@one.example' }
      const revoked = await log.submit('revokeSignInSessions', data)
      t.same(revoked, { at: clock.now(), position: position + index + 1 })
      t.same(log.mark(state.getTenant()), revoked)
    }
  })

  t.test('rejects a command that fails, which takes its place all the same', async t => {
    const before = log.mark(state.getTenant())
    const snapshot = structuredClone(state.snapshot())
    await t.rejects(log.submit('resetTenant', { tenantId: 'nobody' }), NotFound)
    t.same(log.mark(state.getTenant()), { ...before, position: before.position + 1 })
    t.same(state.snapshot(), snapshot)
  })

  t.test('marks now without taking a place', async t => {
    const before = log.mark(state.getTenant())
    clock.advance(1)
    t.same(log.mark(state.getTenant()), { at: before.at + 1000, position: before.position })
  })

  t.test("gives a command the time of the tenant it names, otherwise the machine's", async t => {
    await log.submit('setClock', { tenantId, clock: { offset: 3_600_000, frozenAt: null } })
    const data = { tenantId, userId: 'ada@one.example' }
    t.equal((await log.submit('revokeSignInSessions', data))?.at, clock.now() + 3_600_000)
    t.equal(log.mark(state.getTenant()).at, clock.now() + 3_600_000)
    await log.submit('setClock', { tenantId, clock: { offset: 0, frozenAt: 5000 } })
    clock.advance(1)
    t.equal((await log.submit('revokeSignInSessions', data))?.at, 5000)
    t.equal(log.mark(state.getTenant()).at, 5000)
    t.equal((await log.submit('takeSnapshot', { name: 'one' })).taken.at, clock.now())
  })

  t.test('goes on behind the places of another log, and never back', async t => {
    const { position } = log.mark(state.getTenant())
    log.skipTo(position + 100)
    t.equal(log.mark(state.getTenant()).position, position + 100)
    log.skipTo(position)
    const revoked = await log.submit('revokeSignInSessions', {
      tenantId,
      userId: 'ada@one.example',
    })
    t.equal(revoked?.position, position + 101)
  })
})
