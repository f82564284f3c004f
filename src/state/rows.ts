// Records in an order, each at a position that it keeps for as long as it is there: what a list is made from, page by page.
import type { IndexValue, OrderedIndex } from './ordered-index.ts'

/** Slots in the order of their positions. A slot may be empty, and may shift when others are taken out; a position never does. */
export interface Rows<T> {
  /** How many slots there are, empty ones included. */
  readonly slots: number
  /** What is in a slot, counted from 0; undefined when it is empty or there is no such slot. */
  at(slot: number): T | undefined
  /** The position of a slot, which grows from slot to slot. */
  positionOf(slot: number): number
  /** The first slot at this position or behind it; `slots` when there is none. */
  slotFrom(position: number): number
  /** Where the record with this id is now, for those that are found by id. */
  positionOfId?(id: string): number | undefined
  /**
   * An index, where there are enough records for one. It is made from the first time that it is asked for, and given once it is complete.
   * @param name by which it is known from then on
   * @param valueIn undefined for a record that is to be left out
   */
  orderedBy?(
    name: string,
    valueIn: (record: T) => IndexValue | undefined,
  ): OrderedIndex<T> | undefined
}

/** A list that nothing is taken out of. */
export function rowsOf<T>(list: readonly T[]): Rows<T> {
  return {
    slots: list.length,
    at: slot => list[slot],
    positionOf: slot => slot,
    slotFrom: position => Math.min(position, list.length),
  }
}
