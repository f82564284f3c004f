// What an index by a property can do for a list: find the records within a condition that all of them must meet.
import type { IndexValue, OrderedIndex } from '../../state/ordered-index.ts'
import { compareValues } from '../../state/ordered-index.ts'
import type { Rows } from '../../state/rows.ts'
import type { EntityType } from '../entity-type.ts'
import type { Bound } from './filter.ts'
import type { ValueType } from './filter-support.ts'
import type { Value } from './filter-value.ts'
import { propertyValue } from './filter-value.ts'

/** Of a value: negative before the range, 0 in it, positive behind it. Null is before all ranges. */
type Side = (value: IndexValue) => number

/** Where the records within a condition are. */
export interface Range<R> {
  readonly index: OrderedIndex<R>
  /** More than one of `in`; none has a value in common with another. */
  readonly sides: readonly Side[]
  /** How many records there are. */
  readonly count: number
}

export interface Indexed<R> {
  readonly type: EntityType<R>
  readonly set: string
  readonly rows: Rows<R>
  readonly isListed?: (record: R) => boolean
}

/** More conditions than this are not worth looking up. */
const MOST_BOUNDS = 8
const MOST_MEMBERS = 100

/** The index of a list by one property, with null for what has none; undefined as long as there is none. */
export function indexBy<R>(
  { type, set, rows, isListed }: Indexed<R>,
  path: string,
  valueType: ValueType,
): OrderedIndex<R> | undefined {
  if (rows.orderedBy === undefined || type.isKeptElsewhere?.(path) === true) return undefined
  const read = type.readerOf(path)
  return rows.orderedBy(`${set}/${path}`, record =>
    isListed?.(record) === false ? undefined : (propertyValue(read(record), valueType) ?? null),
  )
}

/** The narrowest of the ranges that can be looked up. */
export function narrowest<R>(source: Indexed<R>, bounds: readonly Bound[]): Range<R> | undefined {
  let best: Range<R> | undefined
  for (const { target, operator, values } of bounds.slice(0, MOST_BOUNDS)) {
    if (values.length > MOST_MEMBERS) continue
    const index = indexBy(source, target.path, target.type)
    if (index === undefined) continue
    const sides = sidesOf(operator, values)
    let count = 0
    for (const side of sides) count += index.count(side)
    if (best === undefined || count < best.count) best = { index, sides, count }
  }
  return best
}

function sidesOf(operator: Bound['operator'], values: readonly Value[]): Side[] {
  return [...new Set(values)].map(wanted => sideOf(operator, wanted ?? null))
}

function sideOf(operator: Bound['operator'], wanted: IndexValue): Side {
  switch (operator) {
    case 'eq':
    case 'in':
      return value => compareValues(value, wanted)
    case 'ge':
      return value => (value !== null && compareValues(value, wanted) >= 0 ? 0 : -1)
    case 'le':
      return value => (value === null ? -1 : compareValues(value, wanted) <= 0 ? 0 : 1)
    case 'startsWith':
      return value =>
        typeof value === 'string' && typeof wanted === 'string' && value.startsWith(wanted)
          ? 0
          : compareValues(value, wanted)
  }
}
