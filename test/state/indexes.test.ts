// The indexes of large collections: the same records in the same order as sorting would give, whatever was done to the collection.
import fc from 'fast-check'
import t from 'tap'
import { Collection } from '../../src/state/collection.ts'
import type { IndexValue } from '../../src/state/ordered-index.ts'
import { compareValues, OrderedIndex } from '../../src/state/ordered-index.ts'
import { SMALLEST_INDEXED } from '../../src/state/record-indexes.ts'
import { ValueIndex } from '../../src/state/value-index.ts'

interface Thing {
  readonly id: string
  readonly name: string | null
}

const anywhere = () => 0

/** The positions within a range, in the order of the index, read a few at a time. */
function positionsIn<T>(
  index: OrderedIndex<T>,
  side: (value: IndexValue) => number,
  isDescending = false,
  most = 3,
): number[] {
  const found: number[] = []
  let after: Parameters<OrderedIndex<T>['walk']>[1]
  do {
    after = index.walk(side, after, isDescending, most, (_, position) => {
      found.push(position)
      return true
    })
  } while (after !== undefined)
  return found
}

t.test('an ordered index', async t => {
  const names = fc.option(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 3 }))
  const steps = fc.array(
    fc.record({ what: fc.constantFrom('add', 'add', 'remove'), name: names, which: fc.nat() }),
    { maxLength: 1500, size: 'max' },
  )

  t.test('is the sorted list of the records, after any changes, either way', async () => {
    fc.assert(
      fc.property(steps, names, (steps, limit) => {
        const records = new Map<number, Thing>()
        const index = new OrderedIndex<Thing>(
          position => records.get(position),
          ({ name }) => (name === 'ccc' ? undefined : name),
        )
        for (const [position, { what, name, which }] of steps.entries()) {
          if (what === 'add') {
            const record = { id: String(position), name }
            records.set(position, record)
            index.add(position, record)
          } else {
            const taken = [...records.keys()][which % (records.size || 1)]
            const record = records.get(taken ?? -1)
            if (taken === undefined || record === undefined) continue
            index.remove(taken, record)
            records.delete(taken)
          }
        }
        const sorted = [...records]
          .filter(([, { name }]) => name !== 'ccc')
          .sort(([p, a], [q, b]) => compareValues(a.name, b.name) || p - q)
        const side = (value: IndexValue) => (compareValues(value, limit) >= 0 ? 0 : -1)
        const behind = sorted.filter(([, { name }]) => side(name) === 0)
        const positions = (list: typeof sorted) => list.map(([position]) => position)
        return (
          index.size === sorted.length &&
          index.count(side) === behind.length &&
          JSON.stringify(positionsIn(index, anywhere)) === JSON.stringify(positions(sorted)) &&
          JSON.stringify(positionsIn(index, side)) === JSON.stringify(positions(behind)) &&
          JSON.stringify(positionsIn(index, side, true)) ===
            JSON.stringify(positions(behind).reverse())
        )
      }),
      { seed: 1, numRuns: 60 },
    )
  })

  t.test('ends a walk where it is told to, and goes on from there', async t => {
    const names = ['a', 'b', 'b', 'c']
    const index = new OrderedIndex<string>(
      position => names[position],
      name => name,
    )
    for (const [position, name] of names.entries()) index.add(position, name)
    const seen: number[] = []
    const last = index.walk(
      anywhere,
      undefined,
      false,
      10,
      (_, position) => seen.push(position) < 2,
    )
    t.same(seen, [0, 1])
    t.same(last, { value: 'b', position: 1 })
    index.walk(anywhere, last, false, 10, (_, position) => seen.push(position) < 9)
    t.same(seen, [0, 1, 2, 3])
  })
})

t.test('a value index', async t => {
  const index = new ValueIndex<readonly string[]>(values => values)
  index.add(4, ['B', 'c'])
  index.add(2, ['b', 'B'])
  index.add(9, ['b'])
  t.equal(index.find('b'), 2)
  t.equal(index.find('C'), 4)
  index.remove(2, ['b', 'B'])
  t.equal(index.find('b'), 4)
  index.remove(4, ['B', 'c'])
  t.equal(index.find('B'), 9)
  t.equal(index.find('c'), undefined)
  index.remove(9, ['b'])
  t.equal(index.find('b'), undefined)
})

t.test('the indexes of a collection', async t => {
  const nameOf = ({ name }: Thing) => name
  const namesOf = ({ name }: Thing) => (name === null ? [] : [name])
  const thing = (number: number): Thing => ({ id: `id${number}`, name: `name${number % 100}` })
  const collectionOf = (size: number) =>
    new Collection<Thing>(
      ({ id }) => `key-${id}`,
      Array.from({ length: size }, (_, number) => thing(number)),
    )

  t.test('are not made for a small one', async t => {
    const small = collectionOf(SMALLEST_INDEXED - 1)
    t.equal(small.orderedBy('name', nameOf), undefined)
    await turns(200)
    t.equal(small.orderedBy('name', nameOf), undefined)
    t.equal(small.findByValue(namesOf, 'NAME7')?.id, 'id7')
  })

  t.test('are made in the background, and hold what was changed meanwhile', async t => {
    const large = collectionOf(SMALLEST_INDEXED)
    t.equal(large.orderedBy('name', nameOf), undefined)
    t.equal(large.findByValue(namesOf, 'name7')?.id, 'id7')
    for (let round = 0; ; round++) {
      // At both ends: where the index has been already, and where it has not.
      for (const number of [round, SMALLEST_INDEXED - 1 - round]) {
        large.replace({ id: `id${number}`, name: `renamed${number}` })
        large.remove({ id: `id${number + 1000}` })
      }
      large.add({ id: `new${round}`, name: `name${round}` })
      const index = large.orderedBy('name', nameOf)
      if (index === undefined) {
        await turns(1)
        continue
      }
      const sorted = [...large.rows]
        .sort((a, b) => compareValues(a.name, b.name) || positionOf(a) - positionOf(b))
        .map(positionOf)
      t.same(positionsIn(index, anywhere), sorted)
      break
    }
    function positionOf({ id }: Thing): number {
      return large.positionOfId(id) ?? Number.NaN
    }
    while (large.findByValue(namesOf, 'name7') === undefined) await turns(1)
    await turns(200)
    t.equal(large.findByValue(namesOf, 'RENAMED0')?.id, 'id0')
    large.remove({ id: 'id0' })
    t.equal(large.findByValue(namesOf, 'renamed0'), undefined)
  })
})

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate)
}
