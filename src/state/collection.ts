// Records by id, in the order they were added, with one more key by which each is found.
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

/**
 * Records are never changed in place, so a copy of the list of rows is a copy of everything.
 * Ids and keys are compared without regard to case.
 */
export class Collection<T extends { readonly id: string }> implements Rows<T> {
  readonly #rows: T[] = []
  readonly #byKey = new Map<string, number>()
  readonly #keyOf: (record: T) => string

  constructor(keyOf: (record: T) => string, records: Iterable<T> = []) {
    this.#keyOf = keyOf
    for (const record of records) this.add(record)
  }

  get size(): number {
    return this.#rows.length
  }

  /** In the order they were added. */
  get rows(): readonly T[] {
    return this.#rows
  }

  get slots(): number {
    return this.#rows.length
  }

  at(slot: number): T | undefined {
    return this.#rows[slot]
  }

  positionOf(slot: number): number {
    return slot
  }

  slotFrom(position: number): number {
    return Math.min(position, this.#rows.length)
  }

  /** The record with this id or key. */
  find(idOrKey: string): T | undefined {
    const row = this.#byKey.get(idOrKey.toLowerCase())
    return row === undefined ? undefined : this.#rows[row]
  }

  /** @throws Conflict when the id or the key is taken; then nothing has changed */
  add(record: T): void {
    const keys = this.#keysOf(record)
    for (const key of keys) if (this.#byKey.has(key)) throw new Conflict(key)
    for (const key of keys) this.#byKey.set(key, this.#rows.length)
    this.#rows.push(record)
  }

  /**
   * Puts a record in the place of the one with its id. Throws when there is none.
   * @throws Conflict when its key is another than before, and taken; then nothing has changed
   */
  replace(record: T): void {
    const row = this.#rowOf(record.id)
    const replaced = row === undefined ? undefined : this.#rows[row]
    if (row === undefined || replaced === undefined)
      throw new Error(`There is no record '${record.id}' to replace.`)
    const key = this.#keyOf(record).toLowerCase()
    const keyBefore = this.#keyOf(replaced).toLowerCase()
    if (key !== keyBefore) {
      if (this.#byKey.has(key)) throw new Conflict(key)
      this.#byKey.delete(keyBefore)
      this.#byKey.set(key, row)
    }
    this.#rows[row] = record
  }

  /** Takes a record out; those behind it move up. Nothing happens when it is not there. */
  remove({ id }: Pick<T, 'id'>): void {
    const row = this.#rowOf(id)
    if (row === undefined) return
    const [removed] = this.#rows.splice(row, 1)
    if (removed === undefined) return
    for (const key of this.#keysOf(removed)) this.#byKey.delete(key)
    for (const [index, record] of this.#rows.entries()) {
      if (index >= row) for (const key of this.#keysOf(record)) this.#byKey.set(key, index)
    }
  }

  /** Of the record with this id; a key is no id. */
  #rowOf(id: string): number | undefined {
    const row = this.#byKey.get(id.toLowerCase())
    const isSameId = row !== undefined && this.#rows[row]?.id.toLowerCase() === id.toLowerCase()
    return isSameId ? row : undefined
  }

  #keysOf(record: T): readonly string[] {
    return [record.id.toLowerCase(), this.#keyOf(record).toLowerCase()]
  }
}
