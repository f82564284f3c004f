// The latest of what there is no end of.

/** In the order they were added; when there are more than `most`, the oldest are forgotten. */
export class BoundedList<T> {
  readonly #most: number
  readonly #rows: T[]

  constructor(most: number, rows: readonly T[] = []) {
    this.#most = most
    this.#rows = rows.slice(-most)
  }

  get size(): number {
    return Math.min(this.#rows.length, this.#most)
  }

  /** Oldest first; a copy. */
  get rows(): readonly T[] {
    return this.#rows.slice(-this.#most)
  }

  add(row: T): void {
    this.#rows.push(row)
    // Many at once, as each time those that are kept have to move up.
    if (this.#rows.length >= 2 * this.#most) this.#rows.splice(0, this.#rows.length - this.#most)
  }

  /** From the latest to the oldest. */
  *newestFirst(): IterableIterator<T> {
    const rows = this.#rows
    const end = rows.length - this.size
    for (let index = rows.length - 1; index >= end; index--) {
      const row = rows[index]
      if (row !== undefined) yield row
    }
  }
}
