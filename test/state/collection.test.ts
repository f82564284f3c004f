// Records by id and by one more key: order, case, conflicts, replacement.
import fc from 'fast-check'
import t from 'tap'
import { Collection, Conflict } from '../../src/state/collection.ts'

interface Thing {
  readonly id: string
  readonly name: string
  readonly colour?: string
}

const things = (...records: readonly Thing[]) => new Collection<Thing>(({ name }) => name, records)
const pen = { id: 'A1', name: 'Pen' }
const cup = { id: 'b2', name: 'Cup' }

t.test('a collection', async t => {
  t.test('finds a record by id and by key, in any case', async t => {
    const all = things(pen, cup)
    for (const key of ['A1', 'a1', 'Pen', 'PEN', 'pen']) t.equal(all.find(key), pen)
    for (const key of ['', 'a', 'Pen ', 'A1Pen', '__proto__', 'constructor'])
      t.equal(all.find(key), undefined)
  })

  t.test('keeps records in the order they were added', async t => {
    const all = things(cup, pen)
    all.add({ id: 'a0', name: 'Bag' })
    t.same(
      all.rows.map(({ name }) => name),
      ['Cup', 'Pen', 'Bag'],
    )
    t.equal(all.size, 3)
  })

  t.test('refuses an id or a key that is taken, in any case, and stays as it was', async t => {
    const all = things(pen, cup)
    const taken: readonly (readonly [Thing, string])[] = [
      [{ id: 'a1', name: 'Hat' }, 'a1'],
      [{ id: 'c3', name: 'PEN' }, 'pen'],
      [{ id: 'pen', name: 'Hat' }, 'pen'],
      [{ id: 'c3', name: 'B2' }, 'b2'],
    ]
    for (const [record, key] of taken) {
      t.throws(() => all.add(record), new Conflict(key))
      t.same(all.rows, [pen, cup])
    }
    t.equal(all.find('hat'), undefined)
    t.equal(all.find('c3'), undefined)
    t.throws(() => things(pen, pen), Conflict)
  })

  t.test('takes a record whose key is its own id', async t => {
    const same = { id: 'x', name: 'X' }
    t.equal(things(same).find('x'), same)
  })

  t.test('is not changed through a copy of its rows', async t => {
    const all = things(pen, cup)
    const rows = [...all.rows]
    all.add({ id: 'c3', name: 'Hat' })
    t.same(rows, [pen, cup])
    t.same(things(...rows).rows, rows)
  })

  t.test('is what a plain list would be, whatever is added to it', async () => {
    const keys = fc.constantFrom('a', 'A', 'b', 'B', 'c', 'd')
    const records = fc.array(fc.record({ id: keys, name: keys, colour: fc.string() }), {
      maxLength: 20,
    })
    const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
    fc.assert(
      fc.property(records, records => {
        const all = things()
        const list: Thing[] = []
        for (const record of records) {
          const isTaken = (key: string) =>
            list.some(({ id, name }) => isSame(id, key) || isSame(name, key))
          const isFree = !isTaken(record.id) && !isTaken(record.name)
          let isDone = true
          try {
            all.add(record)
          } catch {
            isDone = false
          }
          if (isDone !== isFree) return false
          if (isDone) list.push(record)
        }
        return (
          JSON.stringify(all.rows) === JSON.stringify(list) &&
          list.every(record => all.find(record.id) === record && all.find(record.name) === record)
        )
      }),
    )
  })
})
