// Finds the records of one page, and counts all that match: by an index where there is one, else by looking through the records.
import type { IndexValue } from '../../state/ordered-index.ts'
import type { Indexed, Range } from './bounds.ts'
import { indexBy, narrowest } from './bounds.ts'
import { everything } from './filter.ts'
import type { OrderKey } from './order.ts'
import { compareKeys } from './order.ts'
import type { Query } from './query.ts'
import type { Walk } from './walk.ts'
import { goThrough, walkIndex, walkRows } from './walk.ts'

export interface Findable<R> extends Indexed<R> {
  /** The last record first. Otherwise in the order of the rows. */
  readonly newestFirst?: boolean
}

/** Where a record is in the list's order: by the values it is sorted by, and then by its position. */
export interface Spot {
  readonly values: readonly IndexValue[]
  readonly position: number
}

export interface FoundPage<R> {
  readonly records: readonly R[]
  /** That of the last record, when others follow. */
  readonly last: Spot | undefined
  /** How many match altogether, where they were to be counted. */
  readonly count: number | undefined
}

interface Found<R> extends Spot {
  readonly record: R
}

/** A few records are quicker put in order than the list is gone through in it. */
const MOST_GATHERED = 5000

/** The page behind `after`, or the first one. */
export async function findPage<R>(
  source: Findable<R>,
  query: Query<R>,
  size: number,
  after: Spot | undefined,
): Promise<FoundPage<R>> {
  const range = narrowest(source, query.filter.bounds)
  const count = query.isCounted ? knownCount(source, query, range) : undefined
  if (range !== undefined && range.count <= MOST_GATHERED) {
    const walks = range.sides.map(side => walkIndex(range.index, side, false, undefined))
    return gather(source, query, walks, size, after)
  }
  const walk = walkInOrder(source, query.order, after)
  return walk === undefined
    ? gather(source, query, [walkRows(source.rows, false, undefined)], size, after)
    : collect(source, query, walk, size, count)
}

/** How many records match. */
export async function countMatches<R>(source: Findable<R>, query: Query<R>): Promise<number> {
  const range = narrowest(source, query.filter.bounds)
  const known = knownCount(source, query, range)
  if (known !== undefined) return known
  let count = 0
  const isMatch = matcherOf(source, query)
  const walks = range?.sides.map(side => walkIndex(range.index, side, false, undefined))
  for (const walk of walks ?? [walkRows(source.rows, false, undefined)]) {
    await goThrough(walk, query.filter.cost, record => {
      if (isMatch(record)) count++
      return true
    })
  }
  return count
}

/** How many match, where an index says so. */
function knownCount<R>(
  source: Findable<R>,
  { filter }: Query<R>,
  range: Range<R> | undefined,
): number | undefined {
  if (filter.isBound) return range?.count
  return filter === everything ? indexBy(source, 'id', 'string')?.size : undefined
}

/** A way through the list in its own order; undefined when nothing but sorting gives that order. */
function walkInOrder<R>(
  source: Findable<R>,
  order: readonly OrderKey<R>[],
  after: Spot | undefined,
): Walk<R> | undefined {
  const [key, ...others] = order
  if (key === undefined) return walkRows(source.rows, source.newestFirst === true, after?.position)
  const index = others.length > 0 ? undefined : indexBy(source, key.path, key.valueType)
  if (index === undefined) return undefined
  const place = after && { value: after.values[0] ?? null, position: after.position }
  return walkIndex(index, () => 0, key.isDescending, place)
}

/** The first matches of a walk in the list's order. @param known how many match, where that is known */
async function collect<R>(
  source: Findable<R>,
  query: Query<R>,
  walk: Walk<R>,
  size: number,
  known: number | undefined,
): Promise<FoundPage<R>> {
  const isMatch = matcherOf(source, query)
  const counts = query.isCounted && known === undefined
  const records: R[] = []
  let [count, lastPosition] = [0, 0]
  await goThrough(walk, query.filter.cost, (record, position) => {
    if (!isMatch(record)) return true
    count++
    if (records.length < size) {
      records.push(record)
      lastPosition = position
    }
    return counts || count <= size
  })
  const last = records.at(-1)
  const isMore = last !== undefined && count > records.length
  return {
    records,
    last: isMore ? spotOf(query, last, lastPosition) : undefined,
    count: query.isCounted ? (known ?? count) : undefined,
  }
}

/** The first matches in the list's order, out of walks in any. */
async function gather<R>(
  source: Findable<R>,
  query: Query<R>,
  walks: readonly Walk<R>[],
  size: number,
  after: Spot | undefined,
): Promise<FoundPage<R>> {
  const isMatch = matcherOf(source, query)
  const isBackwards = query.order[0]?.isDescending ?? source.newestFirst === true
  const compare = (a: Spot, b: Spot): number =>
    compareKeys(query.order, a.values, b.values) ||
    (isBackwards ? b.position - a.position : a.position - b.position)
  let best: Found<R>[] = []
  let count = 0
  const cut = () => {
    best = best.sort(compare).slice(0, size + 1)
  }
  for (const walk of walks) {
    await goThrough(walk, query.filter.cost + query.order.length, (record, position) => {
      if (!isMatch(record)) return true
      count++
      const found = { record, ...spotOf(query, record, position) }
      if (after === undefined || compare(found, after) > 0) best.push(found)
      if (best.length >= 4 * (size + 1)) cut()
      return true
    })
  }
  cut()
  const page = best.slice(0, size)
  return {
    records: page.map(({ record }) => record),
    last: best.length > size ? page.at(-1) : undefined,
    count: query.isCounted ? count : undefined,
  }
}

function matcherOf<R>({ isListed }: Findable<R>, { filter }: Query<R>): (record: R) => boolean {
  const { matches } = filter
  return isListed === undefined ? matches : record => isListed(record) && matches(record)
}

function spotOf<R>({ order }: Query<R>, record: R, position: number): Spot {
  return { values: order.map(({ valueIn }) => valueIn(record)), position }
}
