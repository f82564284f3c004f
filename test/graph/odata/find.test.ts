// Pages of a large list: those that sorting and filtering everything would give, with an index and without, whatever changes in between.
import fc from 'fast-check'
import t from 'tap'
import { readerOfPath } from '../../../src/graph/entity-type.ts'
import { compileFilter, everything } from '../../../src/graph/odata/filter.ts'
import type { Findable, Spot } from '../../../src/graph/odata/find.ts'
import { countMatches, findPage } from '../../../src/graph/odata/find.ts'
import type { OrderKey } from '../../../src/graph/odata/order.ts'
import type { Query } from '../../../src/graph/odata/query.ts'
import { Collection } from '../../../src/state/collection.ts'
import { rowsOf } from '../../../src/state/rows.ts'
import { shape, type } from './apply-filter.ts'

interface Person {
  readonly id: string
  readonly displayName: string | null
  readonly accountEnabled: boolean
}

const SIZE = 6000
const person = (number: number): Person => ({
  id: `id${number}`,
  displayName: number % 50 === 0 ? null : `Name ${(number * 7919) % 1000}`,
  accountEnabled: number % 3 > 0,
})
const collectionOf = () =>
  new Collection<Person>(
    ({ id }) => `key-${id}`,
    Array.from({ length: SIZE }, (_, number) => person(number)),
  )
const listOf = (rows: Collection<Person>): Findable<Person> => ({
  type: { ...type, readerOf: readerOfPath },
  set: 'people',
  rows,
  isListed: ({ id }) => !id.endsWith('13'),
})

const nameIn = ({ displayName }: Person) => displayName?.toLowerCase() ?? null
const byName = (isDescending: boolean): OrderKey<Person> => ({
  path: 'displayName',
  isDescending,
  valueType: 'string',
  valueIn: nameIn,
})
const filters = [
  "displayName eq 'name 7'",
  "startsWith(displayName,'Name 99')",
  "startsWith(displayName,'n') and accountEnabled eq true",
  "displayName ge 'name 5' and displayName le 'name 6'",
  "displayName in ('name 1','NAME 2','name 1','x')",
  "displayName le 'name 3'",
  "not (displayName eq 'name 1')",
  'displayName eq null',
  'accountEnabled eq false',
] as const

function queryOf(filter: string | undefined, order: readonly OrderKey<Person>[]): Query<Person> {
  const compiled =
    filter === undefined
      ? everything
      : compileFilter<Person>(filter, {
          advanced: true,
          type: { ...type, readerOf: readerOfPath },
          shape,
        })
  return { filter: compiled, order, isCounted: true }
}

/** All in the list's order, by the plainest way. */
function sorted(list: Findable<Person>, { filter, order }: Query<Person>): string[] {
  const found: { record: Person; slot: number }[] = []
  for (let slot = 0; slot < list.rows.slots; slot++) {
    const record = list.rows.at(slot)
    if (record !== undefined && list.isListed?.(record) !== false && filter.matches(record))
      found.push({ record, slot })
  }
  const [key] = order
  if (key !== undefined) {
    found.sort((a, b) => {
      const [left, right] = [nameIn(a.record) ?? '', nameIn(b.record) ?? '']
      return left < right ? -1 : left > right ? 1 : a.slot - b.slot
    })
    if (key.isDescending) found.reverse()
  }
  return found.map(({ record }) => record.id)
}

async function pagesOf(
  list: Findable<Person>,
  query: Query<Person>,
  size: number,
): Promise<string[]> {
  const ids: string[] = []
  let after: Spot | undefined
  do {
    const page = await findPage(list, query, size, after)
    if (page.records.length > size) throw new Error('The page is too long.')
    ids.push(...page.records.map(({ id }) => id))
    after = page.last
  } while (after !== undefined)
  return ids
}

/** Has the indexes made that the queries would use. */
async function indexed(list: Findable<Person>): Promise<void> {
  const both = queryOf(filters[2], [byName(false)])
  for (;;) {
    await findPage(list, both, 1, undefined)
    await countMatches(list, queryOf(filters[8], []))
    const made = list.rows.orderedBy?.('people/displayName', nameIn)
    if (made !== undefined && list.rows.orderedBy?.('people/accountEnabled', () => null)) return
    await new Promise(setImmediate)
  }
}

for (const isIndexed of [false, true]) {
  t.test(isIndexed ? 'a list with indexes' : 'a list without an index', async t => {
    const collection = collectionOf()
    const list = listOf(collection)
    const hidden: Findable<Person> = isIndexed
      ? list
      : { ...list, rows: withoutIndexes(collection) }
    if (isIndexed) await indexed(list)

    for (const order of [[], [byName(false)], [byName(true)]]) {
      const name =
        order[0] === undefined ? 'rows' : order[0].isDescending ? 'names, backwards' : 'names'
      t.test(`comes whole and in the order of its ${name}, filtered by anything`, async t => {
        for (const filter of [undefined, ...filters]) {
          const query = queryOf(filter, order)
          const expected = sorted(hidden, query)
          t.same(await pagesOf(hidden, query, 700), expected, filter ?? 'unfiltered')
          const { count } = await findPage(hidden, query, 1, undefined)
          t.equal(count, expected.length)
          t.equal(await countMatches(hidden, query), expected.length)
        }
      })
    }
  })
}

t.test('pages, while others come and go', async t => {
  const steps = fc.array(fc.record({ isAdded: fc.boolean(), which: fc.nat({ max: SIZE - 1 }) }), {
    maxLength: 5,
  })
  const orders = fc.constantFrom([], [byName(false)], [byName(true)])
  const filter = fc.option(fc.constantFrom(...filters), { nil: undefined })
  t.test('hold everybody once who is there throughout', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        orders,
        filter,
        fc.boolean(),
        async (steps, order, filter, isIndexed) => {
          const collection = collectionOf()
          const list = listOf(collection)
          if (isIndexed) await indexed(list)
          const query = queryOf(filter, order)
          const before = new Set(sorted(list, query))
          const seen: string[] = []
          let after: Spot | undefined
          for (let page = 0; page === 0 || after !== undefined; page++) {
            const found = await findPage(list, query, 900, after)
            seen.push(...found.records.map(({ id }) => id))
            after = found.last
            const step = steps[page]
            if (step === undefined) continue
            if (step.isAdded) collection.add({ ...person(step.which), id: `new${page}` })
            else {
              collection.remove({ id: `id${step.which}` })
              // The last one seen, whose place the next page begins behind.
              collection.remove({ id: seen.at(-1) ?? '' })
            }
            if (page % 2 === 0) collection.rows.length
          }
          const throughout = sorted(list, query).filter(id => before.has(id))
          return new Set(seen).size === seen.length && throughout.every(id => seen.includes(id))
        },
      ),
      { seed: 1, numRuns: 15 },
    )
  })
})

t.test('a list of the newest first', async t => {
  const records = Array.from({ length: 10 }, (_, number) => person(number))
  const list: Findable<Person> = {
    type: { ...type, readerOf: readerOfPath },
    set: 'log',
    rows: rowsOf(records),
    newestFirst: true,
  }
  for (const size of [1, 3, 10])
    t.same(await pagesOf(list, queryOf(undefined, []), size), records.map(({ id }) => id).reverse())

  t.test('goes on where it was, when newer ones came meanwhile', async t => {
    const first = await findPage(list, queryOf(undefined, []), 4, undefined)
    const more = { ...list, rows: rowsOf([...records, person(10), person(11)]) }
    const second = await findPage(more, queryOf(undefined, []), 4, first.last)
    t.same(
      second.records.map(({ id }) => id),
      ['id5', 'id4', 'id3', 'id2'],
    )
  })
})

function withoutIndexes(collection: Collection<Person>): Findable<Person>['rows'] {
  return {
    get slots() {
      return collection.slots
    },
    at: slot => collection.at(slot),
    positionOf: slot => collection.positionOf(slot),
    slotFrom: position => collection.slotFrom(position),
  }
}
