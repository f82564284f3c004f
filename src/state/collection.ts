// Records by id, in the order they were added, with one more key by which each is found.
import type { IndexValue, OrderedIndex } from './ordered-index.ts'
import { firstOf } from './ordered-index.ts'
import { RecordIndexes } from './record-indexes.ts'
import type { Rows } from './rows.ts'

/** Another record already has this key. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
  readonly key: string

  constructor(key: string) {
    super(`Another record already has the key '${key}'.`)
    this.key = key
  }
}

/** How many slots may be empty before those behind them move up. */
const MOST_HOLES = 1000

/**
 * Records are never changed in place, so a copy of the list of rows is a copy of everything.
 * Ids and keys are compared without regard to case. Taking a record out leaves its slot empty; the position of every other stays the same
 * even when the slots are put together later.
 */
export class Collection<T extends { readonly id: string }> implements Rows<T> {
  #slots: (T | undefined)[] = []
  /** Of the slots, in order; undefined as long as each is at its own. */
  #positions: number[] | undefined
  /** That of the next record. */
  #next = 0
  #holes = 0
  readonly #byKey = new Map<string, number>()
  readonly #keyOf: (record: T) => string
  #indexes: RecordIndexes<T> | undefined

  constructor(keyOf: (record: T) => string, records: Iterable<T> = []) {
    this.#keyOf = keyOf
    for (const record of records) this.add(record)
  }

  get size(): number {
    return this.#slots.length - this.#holes
  }

  /** In the order they were added. */
  get rows(): readonly T[] {
    if (this.#holes > 0) this.#close()
    return isFull(this.#slots, this.#holes) ? this.#slots : []
  }

  get slots(): number {
    return this.#slots.length
  }

  at(slot: number): T | undefined {
    return this.#slots[slot]
  }

  positionOf(slot: number): number {
    return this.#positions?.[slot] ?? slot
  }

  slotFrom(position: number): number {
    const positions = this.#positions
    if (positions === undefined) return Math.min(position, this.#slots.length)
    return firstOf(positions.length, slot => (positions[slot] ?? 0) >= position)
  }

  positionOfId(id: string): number | undefined {
    const position = this.#byKey.get(id.toLowerCase())
    const found = position === undefined ? undefined : this.#recordAt(position)
    return found?.id.toLowerCase() === id.toLowerCase() ? position : undefined
  }

  orderedBy(
    name: string,
    valueIn: (record: T) => IndexValue | undefined,
  ): OrderedIndex<T> | undefined {
    return this.#madeIndexes.orderedBy(name, valueIn)
  }

  /** The record with this id or key. */
  find(idOrKey: string): T | undefined {
    const position = this.#byKey.get(idOrKey.toLowerCase())
    return position === undefined ? undefined : this.#recordAt(position)
  }

  /**
   * The first record that has a value, in any case.
   * @param valuesOf a function that stays the same: in a large collection, an index is made for it
   */
  findByValue(valuesOf: (record: T) => readonly string[], value: string): T | undefined {
    const index = this.#madeIndexes.byValue(valuesOf)
    if (index !== undefined) {
      const position = index.find(value)
      return position === undefined ? undefined : this.#recordAt(position)
    }
    const wanted = value.toLowerCase()
    return this.#slots.find(
      record => record !== undefined && valuesOf(record).some(one => one.toLowerCase() === wanted),
    )
  }

  /** @throws Conflict when the id or the key is taken; then nothing has changed */
  add(record: T): void {
    const keys = this.#keysOf(record)
    for (const key of keys) if (this.#byKey.has(key)) throw new Conflict(key)
    const position = this.#next++
    for (const key of keys) this.#byKey.set(key, position)
    this.#slots.push(record)
    this.#positions?.push(position)
    this.#indexes?.entering(position, record)
  }

  /**
   * Puts a record in the place of the one with its id. Throws when there is none.
   * @throws Conflict when its key is another's; then nothing has changed
   */
  replace(record: T): void {
    const position = this.positionOfId(record.id)
    const current = position === undefined ? undefined : this.#recordAt(position)
    if (position === undefined || current === undefined)
      throw new Error(`There is no record '${record.id}' to replace.`)
    const key = this.#keyOf(record).toLowerCase()
    const owner = this.#byKey.get(key)
    if (owner !== undefined && owner !== position) throw new Conflict(key)
    this.#indexes?.leaving(position, current)
    for (const old of this.#keysOf(current)) this.#byKey.delete(old)
    for (const own of this.#keysOf(record)) this.#byKey.set(own, position)
    this.#slots[this.slotFrom(position)] = record
    this.#indexes?.entering(position, record)
  }

  /** Takes a record out. Nothing happens when it is not there. */
  remove({ id }: Pick<T, 'id'>): void {
    const position = this.positionOfId(id)
    const removed = position === undefined ? undefined : this.#recordAt(position)
    if (position === undefined || removed === undefined) return
    this.#indexes?.leaving(position, removed)
    for (const key of this.#keysOf(removed)) this.#byKey.delete(key)
    this.#slots[this.slotFrom(position)] = undefined
    this.#holes++
    if (this.#holes > MOST_HOLES && this.#holes > this.#slots.length / 2) this.#close()
  }

  get #madeIndexes(): RecordIndexes<T> {
    this.#indexes ??= new RecordIndexes<T>(this, position => this.#recordAt(position))
    return this.#indexes
  }

  #recordAt(position: number): T | undefined {
    const slot = this.slotFrom(position)
    return this.positionOf(slot) === position ? this.#slots[slot] : undefined
  }

  /** Puts the slots together. */
  #close(): void {
    const slots: T[] = []
    const positions: number[] = []
    for (const [slot, record] of this.#slots.entries()) {
      if (record === undefined) continue
      slots.push(record)
      positions.push(this.positionOf(slot))
    }
    this.#slots = slots
    this.#positions = positions
    this.#holes = 0
  }

  #keysOf(record: T): readonly string[] {
    return [record.id.toLowerCase(), this.#keyOf(record).toLowerCase()]
  }
}

function isFull<T>(slots: readonly (T | undefined)[], holes: number): slots is readonly T[] {
  return holes === 0 || slots.length === 0
}
