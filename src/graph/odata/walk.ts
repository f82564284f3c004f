// Ways through the records of a list, a few at a time, so that what happens between two steps is always taken into account.
import type { IndexValue, OrderedIndex, Place } from '../../state/ordered-index.ts'
import type { Rows } from '../../state/rows.ts'
import { isShareSpent, nextTurn } from '../../turns.ts'

/** Told of one record; may end the walk by giving false. */
export type See<R> = (record: R, position: number) => boolean

export interface Walk<R> {
  /** Goes on, past at most `most` places; false at the end. */
  step(most: number, see: See<R>): boolean
}

/** Through the rows in their order, or from the last one back. @param after the position to go on behind; undefined to begin */
export function walkRows<R>(
  rows: Rows<R>,
  isBackwards: boolean,
  after: number | undefined,
): Walk<R> {
  let seen = after
  return {
    step(most, see) {
      const step = isBackwards ? -1 : 1
      let slot = isBackwards
        ? (seen === undefined ? rows.slots : rows.slotFrom(seen)) - 1
        : seen === undefined
          ? 0
          : rows.slotFrom(seen + 1)
      for (let left = most; left > 0 && slot >= 0 && slot < rows.slots; left--, slot += step) {
        seen = rows.positionOf(slot)
        const record = rows.at(slot)
        if (record !== undefined && !see(record, seen)) return false
      }
      return slot >= 0 && slot < rows.slots
    },
  }
}

/** Through a range of an index. */
export function walkIndex<R>(
  index: OrderedIndex<R>,
  side: (value: IndexValue) => number,
  isDescending: boolean,
  after: Place | undefined,
): Walk<R> {
  let seen = after
  return {
    step(most, see) {
      let isEnded = false
      const last = index.walk(side, seen, isDescending, most, (record, position) => {
        isEnded = !see(record, position)
        return !isEnded
      })
      seen = last
      return last !== undefined && !isEnded
    },
  }
}

/** Conditions tried before the time is looked at. */
const CONDITIONS_A_STEP = 2048

/** To the end, in slices that leave the event loop free. @param cost about how many conditions are tried on a record */
export async function goThrough<R>(walk: Walk<R>, cost: number, see: See<R>): Promise<void> {
  const most = Math.max(4, Math.floor(CONDITIONS_A_STEP / cost))
  while (walk.step(most, see)) if (isShareSpent()) await nextTurn()
}
