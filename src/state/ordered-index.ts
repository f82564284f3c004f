// The positions of records in the order of a value, which is read from the records whenever it is needed: four bytes for each, and a
// change costs as much as finding its place.

/** What records are ordered by; null comes first. Those of one index are of one type. */
export type IndexValue = string | number | bigint | boolean | null

/** A place in the order: by value, and where that is the same by position. */
export interface Place {
  readonly value: IndexValue
  readonly position: number
}

interface Block {
  readonly positions: Uint32Array
  size: number
}

const CAPACITY = 512

/** Negative when `a` comes before `b`. Text is in the order of its UTF-16 units. */
export function compareValues(a: IndexValue, b: IndexValue): number {
  if (a === b) return 0
  if (a === null) return -1
  return b === null || a > b ? 1 : -1
}

/** Records may not change while they are in it: each is taken out before and put back in after. */
export class OrderedIndex<T> {
  readonly #recordAt: (position: number) => T | undefined
  readonly #valueIn: (record: T) => IndexValue | undefined
  readonly #blocks: Block[] = []
  #size = 0

  /** @param valueIn undefined for a record that does not belong in the index */
  constructor(
    recordAt: (position: number) => T | undefined,
    valueIn: (record: T) => IndexValue | undefined,
  ) {
    this.#recordAt = recordAt
    this.#valueIn = valueIn
  }

  get size(): number {
    return this.#size
  }

  add(position: number, record: T): void {
    const value = this.#valueIn(record)
    if (value === undefined) return
    this.#size++
    const [block, offset] = this.#find(place => isBehind(place, { value, position }))
    this.#insert(block, offset, position)
  }

  /** @param record as it was when it was added, and still at its position */
  remove(position: number, record: T): void {
    const value = this.#valueIn(record)
    if (value === undefined) return
    const [at, offset] = this.#find(place => !isBehind({ value, position }, place))
    const block = this.#blocks[at]
    if (block === undefined || block.positions[offset] !== position) return
    this.#size--
    block.positions.copyWithin(offset, offset + 1, block.size)
    block.size--
    if (block.size === 0) this.#blocks.splice(at, 1)
  }

  /**
   * How many records are in a range.
   * @param side of a value: negative before the range, 0 in it, positive behind it
   */
  count(side: (value: IndexValue) => number): number {
    const from = this.#rank(({ value }) => side(value) >= 0)
    return this.#rank(({ value }) => side(value) > 0) - from
  }

  /**
   * Goes through at most `most` places of a range.
   * @param side as of `count`
   * @param after where to go on; undefined to begin
   * @param see may end it by giving false
   * @returns the last place that was seen, or undefined when the range is at its end
   */
  walk(
    side: (value: IndexValue) => number,
    after: Place | undefined,
    isDescending: boolean,
    most: number,
    see: (record: T, position: number) => boolean,
  ): Place | undefined {
    let [at, offset] = this.#start(side, after, isDescending)
    const step = isDescending ? -1 : 1
    for (let seen = 0; ; seen++) {
      const block = this.#blocks[at]
      if (block === undefined) return undefined
      if (offset < 0 || offset >= block.size) {
        at += step
        offset = isDescending ? (this.#blocks[at]?.size ?? 0) - 1 : 0
        seen--
        continue
      }
      const position = block.positions[offset] ?? 0
      const record = this.#recordAt(position)
      const value = record === undefined ? undefined : this.#valueIn(record)
      if (record === undefined || value === undefined || side(value) !== 0) return undefined
      if (!see(record, position) || seen + 1 === most) return { value, position }
      offset += step
    }
  }

  #start(
    side: (value: IndexValue) => number,
    after: Place | undefined,
    isDescending: boolean,
  ): [number, number] {
    if (!isDescending)
      return this.#find(place =>
        after === undefined ? side(place.value) >= 0 : isBehind(place, after),
      )
    const [block, offset] = this.#find(place =>
      after === undefined ? side(place.value) > 0 : !isBehind(after, place),
    )
    return offset > 0 ? [block, offset - 1] : [block - 1, (this.#blocks[block - 1]?.size ?? 0) - 1]
  }

  #insert(at: number, offset: number, position: number): void {
    const block = this.#blocks[at]
    if (block === undefined) {
      const before = this.#blocks[at - 1]
      if (before !== undefined && before.size < CAPACITY) {
        before.positions[before.size++] = position
        return
      }
      const positions = new Uint32Array(CAPACITY)
      positions[0] = position
      this.#blocks.splice(at, 0, { positions, size: 1 })
      return
    }
    if (block.size === CAPACITY) {
      const half = CAPACITY / 2
      const positions = new Uint32Array(CAPACITY)
      positions.set(block.positions.subarray(half))
      block.size = half
      this.#blocks.splice(at + 1, 0, { positions, size: half })
      if (offset > half) {
        this.#insert(at + 1, offset - half, position)
        return
      }
    }
    block.positions.copyWithin(offset + 1, offset, block.size)
    block.positions[offset] = position
    block.size++
  }

  /** How many places come before the first for which `isThere` holds; it holds for all behind that one. */
  #rank(isThere: (place: Place) => boolean): number {
    const [at, offset] = this.#find(isThere)
    let rank = offset
    for (let before = 0; before < at; before++) rank += this.#blocks[before]?.size ?? 0
    return rank
  }

  /** The first place for which `isThere` holds: its block, and where it is in there. Past the last block when there is none. */
  #find(isThere: (place: Place) => boolean): [number, number] {
    const blocks = this.#blocks
    const holds = (block: Block | undefined, offset: number): boolean => {
      const position = block?.positions[offset] ?? 0
      const record = this.#recordAt(position)
      const value = record === undefined ? undefined : this.#valueIn(record)
      return isThere({ value: value ?? null, position })
    }
    const at = firstOf(blocks.length, index => holds(blocks[index], (blocks[index]?.size ?? 0) - 1))
    const block = blocks[at]
    return [at, block === undefined ? 0 : firstOf(block.size, offset => holds(block, offset))]
  }
}

function isBehind(place: Place, other: Place): boolean {
  const order = compareValues(place.value, other.value)
  return order > 0 || (order === 0 && place.position > other.position)
}

/** The first index for which `holds`, which then does for all that follow; `length` when there is none. */
export function firstOf(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
