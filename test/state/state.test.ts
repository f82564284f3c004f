// The tenants of a state: how they are found, and how they are put back.
import t from 'tap'
import { Conflict } from '../../src/state/collection.ts'
import { NotFound, State, suggest } from '../../src/state/state.ts'
import { definitions, guid, stateAfter, toCreation } from './commands.ts'

t.test('a tenant', async t => {
  const state = stateAfter(definitions.slice(0, 2).map(toCreation))

  t.test('is found by id or any of its domains, in any case; the first is the default', async t => {
    const wanted = [guid(2), 'two.example', 'ZWEI.example', guid(2).toUpperCase()]
    for (const name of wanted) t.equal(state.findTenant(name)?.definition.id, guid(2))
    t.equal(state.findTenant()?.definition.id, guid(1))
    t.equal(state.findTenant('three.example'), undefined)
    t.equal(new State().findTenant(), undefined)
  })

  t.test('that is not there is named, with those that are', async t => {
    t.throws(
      () => state.getTenant('x'),
      new NotFound("There is no tenant 'x'. There are: one.example, two.example."),
    )
  })

  t.test('that was misspelt is named, with the one that was meant', async t => {
    t.throws(
      () => state.getTenant('Two.exampel'),
      new NotFound("There is no tenant 'Two.exampel'. Did you mean 'two.example'?"),
    )
  })
})

t.test('what there is instead', async t => {
  t.test('is one that is near, otherwise the first ten, or none', async t => {
    const many = Array.from({ length: 12 }, (_, index) => `name-${index}`)
    t.equal(suggest('nam-11', many), "Did you mean 'name-11'?")
    t.equal(suggest('x', many), `There are: ${many.slice(0, 10).join(', ')} and 2 more.`)
    t.equal(suggest('x', ['one', 'two']), 'There are: one, two.')
    t.equal(suggest('x', []), 'There is none.')
  })
})

t.test('a state', async t => {
  t.test('does not take a snapshot that contradicts itself', async t => {
    const state = stateAfter(definitions.slice(0, 2).map(toCreation))
    const {
      tenants: [first, second],
    } = state.snapshot()
    if (first === undefined || second === undefined) throw new Error('Two tenants were made.')
    const before = structuredClone(state.snapshot())
    const broken = { ...second, users: [...second.users, ...second.users] }
    t.throws(() => state.restore({ tenants: [first, broken], snapshots: [] }), Conflict)
    t.same(state.snapshot(), before)
  })
})
