// The latest of what there is no end of.
import type { Rows } from './rows.ts'

/** In the order they were added; when there are more than `most`, the oldest are forgotten. */
export class BoundedList<T> implements Rows<T> {
  readonly #most: number
  readonly #rows: T[]
  /** How many were forgotten, so that those that are left keep their positions. */
  #forgotten: number

  constructor(most: number, { rows, forgotten }: BoundedListSnapshot<T> = emptyList) {
    this.#most = most
    this.#rows = rows.slice(-most)
    this.#forgotten = forgotten + Math.max(rows.length - most, 0)
  }

  get snapshot(): BoundedListSnapshot<T> {
    const hidden = this.#hidden
    return { rows: this.#rows.slice(hidden), forgotten: this.#forgotten + hidden }
  }

  get slots(): number {
    return this.#rows.length - this.#hidden
  }

  at(slot: number): T | undefined {
    return this.#rows[slot + this.#hidden]
  }

  positionOf(slot: number): number {
    return slot + this.#hidden + this.#forgotten
  }

  slotFrom(position: number): number {
    return Math.min(Math.max(position - this.positionOf(0), 0), this.slots)
  }

  add(row: T): void {
    this.#rows.push(row)
    // Many at once, as each time those that are kept have to move up.
    if (this.#rows.length < 2 * this.#most) return
    this.#forgotten += this.#hidden
    this.#rows.splice(0, this.#hidden)
  }

  /** How many of the oldest are not forgotten yet, and are to be seen no more. */
  get #hidden(): number {
    return Math.max(this.#rows.length - this.#most, 0)
  }
}

export interface BoundedListSnapshot<T> {
  /** Oldest first. */
  readonly rows: readonly T[]
  readonly forgotten: number
}

export const emptyList: BoundedListSnapshot<never> = { rows: [], forgotten: 0 }
