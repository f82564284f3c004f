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

  t.test('puts a record in the place of another, where it is found by id and by key', async t => {
    const all = things(pen, cup)
    const blue = { ...pen, colour: 'blue' }
    all.replace(blue)
    t.same(all.rows, [blue, cup])
    for (const key of ['a1', 'PEN']) t.equal(all.find(key), blue)
    t.equal(all.size, 2)
  })

  t.test('does not take a record in the place of none, and stays as it was', async t => {
    const all = things(pen, cup)
    for (const id of ['c3', 'Pen'])
      t.throws(() => all.replace({ id, name: 'Hat' }), {
        message: `There is no record '${id}' to replace.`,
      })
    t.same(all.rows, [pen, cup])
    t.equal(all.find('pen'), pen)
  })

  t.test(
    'takes a record out, frees its id and its key, and still finds those behind it',
    async t => {
      const hat = { id: 'c3', name: 'Hat' }
      const all = things(pen, cup, hat)
      all.remove({ id: 'A1' })
      t.same(all.rows, [cup, hat])
      for (const key of ['a1', 'pen']) t.equal(all.find(key), undefined)
      for (const record of [cup, hat])
        for (const key of [record.id, record.name]) t.equal(all.find(key), record)
      all.add(pen)
      t.same(all.rows, [cup, hat, pen])
    },
  )

  t.test('stays as it was when what is taken out is not there', async t => {
    const all = things(pen, cup)
    for (const id of ['c3', 'Pen', '']) all.remove({ id })
    t.same(all.rows, [pen, cup])
    for (const record of [pen, cup]) t.equal(all.find(record.name), record)
  })

  t.test('keeps the position of every record, whatever is taken out', async () => {
    const steps = fc.array(fc.record({ isAdded: fc.boolean(), which: fc.nat({ max: 20 }) }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(steps, fc.boolean(), (steps, isPutTogether) => {
        const all = things()
        const positions = new Map<string, number>()
        for (const [step, { isAdded, which }] of steps.entries()) {
          const id = `id${step}`
          if (isAdded) {
            all.add({ id, name: `name${step}` })
            positions.set(id, all.positionOfId(id) ?? Number.NaN)
          } else {
            const taken = [...positions.keys()][which]
            if (taken !== undefined) all.remove({ id: taken })
            positions.delete(taken ?? '')
          }
          // Asking for the rows puts the slots together.
          if (isPutTogether && step % 3 === 0) all.rows.length
        }
        return [...positions].every(
          ([id, position]) =>
            all.positionOfId(id) === position && all.at(all.slotFrom(position))?.id === id,
        )
      }),
    )
  })

  t.test('puts its slots together once most of them are empty', async t => {
    const all = things()
    for (let index = 0; index < 3000; index++) all.add({ id: `i${index}`, name: `n${index}` })
    for (let index = 0; index < 2500; index++) all.remove({ id: `i${index}` })
    t.equal(all.size, 500)
    t.ok(all.slots < 1501)
    t.equal(all.positionOfId('i2999'), 2999)
    t.equal(all.positionOf(all.slotFrom(2999)), 2999)
    t.equal(all.find('N2999')?.id, 'i2999')
  })

  t.test('takes another key for a record, unless it is taken', async t => {
    const all = things(pen, cup)
    t.throws(() => all.replace({ ...pen, name: 'CUP' }), new Conflict('cup'))
    t.throws(() => all.replace({ ...pen, name: 'b2' }), new Conflict('b2'))
    t.equal(all.find('pen'), pen)
    const quill = { ...pen, name: 'Quill' }
    all.replace(quill)
    t.equal(all.find('QUILL'), quill)
    t.equal(all.find('pen'), undefined)
    all.add({ id: 'c3', name: 'Pen' })
  })

  t.test('finds a record by a value of its own', async t => {
    const colours = ({ colour }: Thing) => (colour === undefined ? [] : colour.split(' '))
    const all = things({ ...pen, colour: 'Red blue' }, { ...cup, colour: 'blue' })
    t.equal(all.findByValue(colours, 'RED')?.id, 'A1')
    t.equal(all.findByValue(colours, 'Blue')?.id, 'A1')
    t.equal(all.findByValue(colours, 'green'), undefined)
  })

  t.test('is not changed through a copy of its rows', async t => {
    const all = things(pen, cup)
    const rows = [...all.rows]
    all.add({ id: 'c3', name: 'Hat' })
    t.same(rows, [pen, cup])
    t.same(things(...rows).rows, rows)
  })

  t.test('is what a plain list would be, whatever is done to it', async () => {
    const keys = ['a', 'A', 'b', 'B', 'c', 'd', 'e']
    const key = fc.constantFrom(...keys)
    const step = fc.record({
      what: fc.constantFrom('add', 'add', 'replace', 'remove'),
      record: fc.record({ id: key, name: key, colour: fc.string() }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), steps => {
        const all = things()
        const list = new PlainList()
        return steps.every(({ what, record: { name, ...rest } }) => {
          // What is put in the place of another has its key.
          const kept = what === 'replace' ? list.find(rest.id)?.name : undefined
          const record = { ...rest, name: kept ?? name }
          return (
            attempt(all, what, record) === attempt(list, what, record) &&
            JSON.stringify(all.rows) === JSON.stringify(list.rows) &&
            all.size === list.rows.length &&
            keys.every(key => all.find(key) === list.find(key))
          )
        })
      }),
      { numRuns: 300 },
    )
  })
})

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** The same by nothing but looking through a list. */
class PlainList {
  rows: readonly Thing[] = []

  find(key: string): Thing | undefined {
    return this.rows.find(({ id, name }) => isSame(id, key) || isSame(name, key))
  }

  add(record: Thing): void {
    for (const key of [record.id, record.name])
      if (this.find(key) !== undefined) throw new Conflict(key.toLowerCase())
    this.rows = [...this.rows, record]
  }

  replace(record: Thing): void {
    if (!this.rows.some(({ id }) => isSame(id, record.id))) throw new Error('There is none.')
    this.rows = this.rows.map(one => (isSame(one.id, record.id) ? record : one))
  }

  remove({ id }: Pick<Thing, 'id'>): void {
    this.rows = this.rows.filter(one => !isSame(one.id, id))
  }
}

/** Does one thing and says whether it went. */
function attempt(
  target: Pick<Collection<Thing>, 'add' | 'replace' | 'remove'>,
  what: 'add' | 'replace' | 'remove',
  record: Thing,
): boolean {
  try {
    target[what](record)
    return true
  } catch {
    return false
  }
}
