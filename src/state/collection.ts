// Records by id, in the order they were added, with one more key by which each is found.

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
export class Collection<T extends { readonly id: string }> {
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

  /** The record with this id or key. */
  find(idOrKey: string): T | undefined {
    const row = this.#byKey.get(idOrKey.toLowerCase())
    return row === undefined ? undefined : this.#rows[row]
  }

  /** @throws Conflict when the id or the key is taken; then nothing has changed */
  add(record: T): void {
    const keys = [record.id.toLowerCase(), this.#keyOf(record).toLowerCase()]
    for (const key of keys) if (this.#byKey.has(key)) throw new Conflict(key)
    for (const key of keys) this.#byKey.set(key, this.#rows.length)
    this.#rows.push(record)
  }
}
