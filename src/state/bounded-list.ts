// The latest of what there is no end of.
import type { Rows } from './rows.ts'

/** In the order they were added; when there are more than `most`, the oldest are forgotten. */
export class BoundedList<T> implements Rows<T> {
  readonly #most: number
  readonly #rows: T[]
  /** How many are forgotten and no longer among the rows. */
  #dropped = 0

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

  get slots(): number {
    return this.size
  }

  at(slot: number): T | undefined {
    return slot < 0 ? undefined : this.#rows[this.#forgotten + slot]
  }

  positionOf(slot: number): number {
    return this.#dropped + this.#forgotten + slot
  }

  slotFrom(position: number): number {
    return Math.min(Math.max(position - this.positionOf(0), 0), this.size)
  }

  add(row: T): void {
    this.#rows.push(row)
    // Many at once, as each time those that are kept have to move up.
    if (this.#rows.length >= 2 * this.#most)
      this.#dropped += this.#rows.splice(0, this.#forgotten).length
  }

  /** From the latest to the oldest. */
  *newestFirst(): IterableIterator<T> {
    for (let slot = this.size - 1; slot >= 0; slot--) {
      const row = this.at(slot)
      if (row !== undefined) yield row
    }
  }

  /** How many of the rows are forgotten already. */
  get #forgotten(): number {
    return this.#rows.length - this.size
  }
}
