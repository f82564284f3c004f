// The latest of what there is no end of: what is kept, and where it stands.
import t from 'tap'
import { BoundedList } from '../../src/state/bounded-list.ts'

const MOST = 3

function listOf(count: number): BoundedList<number> {
  const list = new BoundedList<number>(MOST)
  for (let number = 0; number < count; number++) list.add(number)
  return list
}

const contents = (list: BoundedList<number>) =>
  Array.from({ length: list.slots }, (_, slot) => list.at(slot))

t.test('a bounded list', async t => {
  t.test('holds the latest, oldest first, however many were added', async t => {
    t.strictSame(contents(listOf(0)), [])
    t.strictSame(contents(listOf(2)), [0, 1])
    for (let count = MOST; count < 20; count++)
      t.strictSame(contents(listOf(count)), [count - 3, count - 2, count - 1])
  })

  t.test('gives each the position at which it was added', async t => {
    for (let count = 0; count < 20; count++) {
      const list = listOf(count)
      for (let slot = 0; slot < list.slots; slot++) t.equal(list.positionOf(slot), list.at(slot))
      for (let position = 0; position < 25; position++) {
        const first = contents(list).findIndex(number => Number(number) >= position)
        t.equal(list.slotFrom(position), first === -1 ? list.slots : first)
      }
    }
  })

  t.test('goes on from its snapshot as from itself', async t => {
    for (let count = 0; count < 20; count++) {
      const list = listOf(count)
      const restored = new BoundedList<number>(MOST, JSON.parse(JSON.stringify(list.snapshot)))
      for (const one of [list, restored]) one.add(count)
      t.strictSame(contents(restored), contents(list))
      t.equal(restored.positionOf(0), list.positionOf(0))
      t.same(restored.snapshot, list.snapshot)
    }
  })
})
