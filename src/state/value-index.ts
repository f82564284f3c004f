// The positions of records by any number of values that each has: text, compared without regard to case.

export class ValueIndex<T> {
  readonly #valuesOf: (record: T) => readonly string[]
  /** One position, or those of all who share the value, lowest first. */
  readonly #positions = new Map<string, number | readonly number[]>()

  constructor(valuesOf: (record: T) => readonly string[]) {
    this.#valuesOf = valuesOf
  }

  /** Of the first record with the value. */
  find(value: string): number | undefined {
    const found = this.#positions.get(value.toLowerCase())
    return typeof found === 'object' ? found[0] : found
  }

  add(position: number, record: T): void {
    for (const value of new Set(this.#keysOf(record))) {
      const others = this.#positions.get(value)
      this.#positions.set(value, others === undefined ? position : insert(others, position))
    }
  }

  remove(position: number, record: T): void {
    for (const value of this.#keysOf(record)) {
      const others = this.#positions.get(value)
      const kept = typeof others === 'object' ? others.filter(one => one !== position) : []
      if (others === position || kept.length === 0) this.#positions.delete(value)
      else this.#positions.set(value, kept)
    }
  }

  #keysOf(record: T): string[] {
    return this.#valuesOf(record).map(value => value.toLowerCase())
  }
}

function insert(others: number | readonly number[], position: number): readonly number[] {
  return [...(typeof others === 'object' ? others : [others]), position].sort((a, b) => a - b)
}
