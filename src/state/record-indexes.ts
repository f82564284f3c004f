// The indexes of one collection. Each is made in the background when it is first asked for, in slices that leave the event loop free, and
// kept current from then on. A small collection has none.
import { isShareSpent, nextTurn } from '../turns.ts'
import type { IndexValue } from './ordered-index.ts'
import { OrderedIndex } from './ordered-index.ts'
import type { Rows } from './rows.ts'
import { ValueIndex } from './value-index.ts'

/** With fewer records, looking through them all is fast enough. */
export const SMALLEST_INDEXED = 5000
/** How many records are put in an index before the time is looked at. */
const STEP = 64

interface Index<T> {
  add(position: number, record: T): void
  remove(position: number, record: T): void
}

interface Made<I> {
  readonly index: I
  /** Records before this position are in it. */
  frontier: number
}

export class RecordIndexes<T> {
  readonly #rows: Rows<T>
  readonly #recordAt: (position: number) => T | undefined
  readonly #ordered = new Map<string, Made<OrderedIndex<T>>>()
  readonly #byValue = new Map<(record: T) => readonly string[], Made<ValueIndex<T>>>()

  constructor(rows: Rows<T>, recordAt: (position: number) => T | undefined) {
    this.#rows = rows
    this.#recordAt = recordAt
  }

  /** See `Rows.orderedBy`. */
  orderedBy(
    name: string,
    valueIn: (record: T) => IndexValue | undefined,
  ): OrderedIndex<T> | undefined {
    return this.#of(this.#ordered, name, () => new OrderedIndex(this.#recordAt, valueIn))
  }

  /** The positions of records by values of theirs, once that index is made. */
  byValue(valuesOf: (record: T) => readonly string[]): ValueIndex<T> | undefined {
    return this.#of(this.#byValue, valuesOf, () => new ValueIndex(valuesOf))
  }

  /** Told before a record is changed or taken out. */
  leaving(position: number, record: T): void {
    for (const { index, frontier } of this.#all())
      if (position < frontier) index.remove(position, record)
  }

  /** Told once a record is there, or changed. */
  entering(position: number, record: T): void {
    for (const { index, frontier } of this.#all())
      if (position < frontier) index.add(position, record)
  }

  *#all(): Generator<Made<Index<T>>> {
    if (this.#ordered.size > 0) yield* this.#ordered.values()
    if (this.#byValue.size > 0) yield* this.#byValue.values()
  }

  #of<K, I extends Index<T>>(known: Map<K, Made<I>>, key: K, make: () => I): I | undefined {
    const made = known.get(key)
    if (made !== undefined)
      return made.frontier === Number.POSITIVE_INFINITY ? made.index : undefined
    if (this.#rows.slots >= SMALLEST_INDEXED) {
      const begun = { index: make(), frontier: 0 }
      known.set(key, begun)
      this.#fill(begun)
    }
    return undefined
  }

  async #fill(made: Made<Index<T>>): Promise<void> {
    for (;;) {
      await nextTurn()
      do {
        if (!this.#advance(made)) return
      } while (!isShareSpent())
    }
  }

  /** A step further; false once all are in it. */
  #advance(made: Made<Index<T>>): boolean {
    const rows = this.#rows
    let slot = rows.slotFrom(made.frontier)
    for (const end = slot + STEP; slot < end; slot++) {
      if (slot >= rows.slots) {
        made.frontier = Number.POSITIVE_INFINITY
        return false
      }
      const record = rows.at(slot)
      const position = rows.positionOf(slot)
      if (record !== undefined) made.index.add(position, record)
      made.frontier = position + 1
    }
    return true
  }
}
