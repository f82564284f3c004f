// The journal by itself: what it keeps and forgets, whom it tells, and how it waits.
import t from 'tap'
import { ManualClock } from '../../src/clock.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { Journal } from '../../src/journal/journal.ts'
import { MemoryLog } from '../../src/state/log.ts'
import { State } from '../../src/state/state.ts'
import { guid, definitions as known, START } from '../state/commands.ts'

const ONE = guid(1)
const TWO = guid(2)

function definitionOf(tenantId: string) {
  const found = known.find(({ id }) => id === tenantId)
  if (found === undefined) throw new Error(`There is no tenant ${tenantId}.`)
  return found
}

function entryOf(tenantId: string | undefined, path = '/v1.0/me'): Entry {
  return {
    sequence: 0,
    id: 'id',
    at: START,
    durationMilliseconds: 1,
    surface: 'graph',
    operationId: 'graph.me.get',
    tenantId,
    method: 'GET',
    path,
    status: 200,
    errorCode: undefined,
    user: undefined,
    client: undefined,
    grantType: undefined,
    credentialKind: undefined,
    credentialId: undefined,
    refusal: undefined,
    hint: undefined,
    fault: undefined,
    correlationId: undefined,
  }
}

/** Of two tenants, the first of which is the default one. */
async function journalOf(limit?: number) {
  const state = new State()
  const clock = new ManualClock(new Date(START))
  const journal = new Journal(state, clock, limit)
  const log = new MemoryLog(state, clock, (type, tenantId) => journal.applied(type, tenantId))
  for (const definition of known.slice(0, 2)) await log.submit('createTenant', { definition })
  const pathsOf = (tenantId: string, after?: number) =>
    journal.list(tenantId, after).map(({ path }) => path)
  return { journal, log, pathsOf }
}

const all = () => true

t.test('A journal', async t => {
  t.test('keeps the requests of each tenant apart, in order', async t => {
    const { journal, pathsOf } = await journalOf()
    for (const [tenantId, path] of [
      [ONE, '/a'],
      [TWO, '/b'],
      [ONE, '/c'],
    ] as const)
      journal.record(entryOf(tenantId, path))
    t.same(pathsOf(ONE), ['/a', '/c'])
    t.same(pathsOf(TWO), ['/b'])
    t.same(
      journal.list(ONE).map(({ sequence }) => sequence),
      [1, 3],
      'the sequence counts all of them',
    )
    t.same(pathsOf(ONE, 1), ['/c'])
  })

  t.test("keeps what names no tenant with the default tenant's", async t => {
    const { journal, pathsOf } = await journalOf()
    journal.record(entryOf(undefined))
    t.same(pathsOf(ONE), ['/v1.0/me'])
  })

  t.test('keeps nothing of a tenant there is not', async t => {
    const { journal, pathsOf } = await journalOf()
    journal.record(entryOf(guid(6)))
    t.same([...pathsOf(ONE), ...pathsOf(guid(6))], [])
  })

  t.test('keeps the latest only, when it is full', async t => {
    const { journal, pathsOf } = await journalOf(3)
    for (let number = 1; number <= 8; number++) journal.record(entryOf(ONE, `/${number}`))
    t.same(pathsOf(ONE), ['/6', '/7', '/8'])
    t.same(pathsOf(ONE, 7), ['/8'])
    t.same(pathsOf(ONE, 8), [])
  })

  t.test('keeps nothing and tells nobody, when it is switched off', async t => {
    const { journal, pathsOf } = await journalOf(0)
    journal.subscribe(ONE, { recorded: () => t.fail(), ended: () => t.fail() })
    journal.record(entryOf(ONE))
    t.same(pathsOf(ONE), [])
  })

  t.test('forgets a tenant that is reset, replaced or removed, and no other', async t => {
    for (const start of ['resetTenant', 'replaceTenant', 'removeTenant'] as const) {
      const { journal, log, pathsOf } = await journalOf()
      for (const tenantId of [ONE, TWO]) journal.record(entryOf(tenantId))
      if (start === 'replaceTenant') await log.submit(start, { definition: definitionOf(ONE) })
      else await log.submit(start, { tenantId: ONE })
      t.same(pathsOf(ONE), [], start)
      t.equal(pathsOf(TWO).length, 1, start)
    }
  })

  t.test('keeps what was asked when a snapshot is restored, but of tenants that go', async t => {
    const { journal, log, pathsOf } = await journalOf()
    await log.submit('removeTenant', { tenantId: TWO })
    await log.submit('takeSnapshot', { name: 'one' })
    await log.submit('createTenant', { definition: definitionOf(TWO) })
    for (const tenantId of [ONE, TWO]) journal.record(entryOf(tenantId))
    await log.submit('restoreSnapshot', { name: 'one', keepsClocks: false })
    t.equal(pathsOf(ONE).length, 1)
    t.equal(pathsOf(TWO).length, 0)
  })
})

t.test('A wait', async t => {
  const long = { matches: all, milliseconds: 60_000 }

  t.test('is over at once, when they came already', async t => {
    const { journal } = await journalOf()
    journal.record(entryOf(ONE))
    t.equal(await journal.wait(ONE, { ...long, count: 1 }), 'came')
    t.equal(await journal.wait(ONE, { ...long, count: 1, after: 1, milliseconds: 0 }), 'late')
  })

  t.test('is over with the last of them, whatever else comes', async t => {
    const { journal } = await journalOf()
    journal.record(entryOf(ONE, '/a'))
    const matches = ({ path }: Entry) => path === '/a'
    let outcome = 'waiting'
    const wait = journal.wait(ONE, { ...long, matches, count: 3 }).then(came => {
      outcome = came
    })
    for (const [tenantId, path] of [
      [TWO, '/a'],
      [ONE, '/b'],
      [ONE, '/a'],
    ] as const)
      journal.record(entryOf(tenantId, path))
    await null
    t.equal(outcome, 'waiting')
    journal.record(entryOf(ONE, '/a'))
    await wait
    t.equal(outcome, 'came')
  })

  t.test('counts what is not kept any more', async t => {
    const { journal } = await journalOf(1)
    const wait = journal.wait(ONE, { ...long, count: 3 })
    for (let number = 0; number < 3; number++) journal.record(entryOf(ONE))
    t.equal(await wait, 'came')
  })

  t.test('ends with the tenant, with the journal, and when nobody waits any more', async t => {
    const { journal, log } = await journalOf()
    const [one, two] = [ONE, TWO].map(id => journal.wait(id, { ...long, count: 1 }))
    let leave = () => {}
    const left = journal.wait(TWO, {
      ...long,
      count: 1,
      onDeparture: given => {
        leave = given
        return () => {}
      },
    })
    leave()
    t.equal(await left, 'ended')
    await log.submit('removeTenant', { tenantId: ONE })
    t.equal(await one, 'ended')
    journal.close()
    t.equal(await two, 'ended')
    t.equal(await journal.wait(TWO, { ...long, count: 1 }), 'ended', 'and from then on at once')
  })
})

t.test('A follower', async t => {
  t.test('is told of its own tenant until it has enough', async t => {
    const { journal } = await journalOf()
    const told: string[] = []
    const stop = journal.subscribe(ONE, {
      recorded: ({ path }) => told.push(path),
      ended: () => t.fail(),
    })
    for (const tenantId of [ONE, TWO]) journal.record(entryOf(tenantId, tenantId))
    stop()
    journal.record(entryOf(ONE, '/late'))
    t.same(told, [ONE])
  })
})
