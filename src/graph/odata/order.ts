// $orderby: by what a list is sorted.
import type { IndexValue } from '../../state/ordered-index.ts'
import { compareValues } from '../../state/ordered-index.ts'
import type { EntityShape, EntityType } from '../entity-type.ts'
import { ODataError } from './errors.ts'
import type { ValueType } from './filter-support.ts'
import { propertyValue } from './filter-value.ts'
import { findProperty } from './names.ts'
import { OptionSize } from './option-size.ts'
import { expected, TokenCursor } from './token-cursor.ts'

/** By how many properties a list may be sorted. The double's own figure. */
const MOST_KEYS = 5

/** One property that a list is sorted by. */
export interface OrderKey<R> {
  /** In Graph's spelling. */
  readonly path: string
  readonly isDescending: boolean
  readonly valueType: ValueType
  /** Null comes first. */
  readonly valueIn: (record: R) => IndexValue
}

/** @throws ODataError on an order that cannot be made */
export function compileOrder<R>(
  text: string,
  options: {
    readonly type: EntityType<R>
    readonly shape: EntityShape
    readonly advanced: boolean
    readonly isFiltered: boolean
  },
): OrderKey<R>[] {
  const written = parseOrder(text)
  const { type, advanced } = options
  const keys = written.map(({ path, isDescending }) => ({
    ...targetOf(path, options),
    isDescending,
  }))
  if (options.isFiltered && !advanced && type.sorting?.filtered === 'advanced')
    throw new ODataError('sorting', 'A filtered list is only sorted in an advanced query.')
  return keys.map(({ path, valueType, isDescending }) => {
    const read = type.readerOf(path)
    const valueIn = (record: R) => propertyValue(read(record), valueType) ?? null
    return { path, isDescending, valueType, valueIn }
  })
}

/** Negative when `a` comes before `b`. */
export function compareKeys<R>(
  keys: readonly OrderKey<R>[],
  a: readonly IndexValue[],
  b: readonly IndexValue[],
): number {
  for (const [index, { isDescending }] of keys.entries()) {
    const order = compareValues(a[index] ?? null, b[index] ?? null)
    if (order !== 0) return isDescending ? -order : order
  }
  return 0
}

function targetOf<R>(
  path: string,
  { type, shape, advanced }: { type: EntityType<R>; shape: EntityShape; advanced: boolean },
) {
  const [first = ''] = path.split('/')
  if (findProperty(shape, type, first) === undefined) {
    throw new ODataError(
      'unknownProperty',
      `Could not find a property named '${first}' on type '${shape.name}'.`,
    )
  }
  const by = Object.entries(type.sorting?.by ?? {})
  const [known, support] = by.find(([one]) => one.toLowerCase() === path.toLowerCase()) ?? []
  if (known === undefined || support === undefined || (support.level === 'advanced' && !advanced))
    throw new ODataError('sortProperty', `'${path}' is not sorted by.`, path)
  return { path: known, valueType: support.type }
}

function parseOrder(text: string): { path: string; isDescending: boolean }[] {
  const size = new OptionSize('order', text)
  const tokens = new TokenCursor(text)
  const keys: { path: string; isDescending: boolean }[] = []
  do {
    const path: string[] = []
    do {
      const name = tokens.advance()
      if (name.kind !== 'word') throw expected('a property', name)
      path.push(size.counted(name.text))
    } while (tokens.take('/'))
    const isDescending = tokens.take('desc')
    if (!isDescending) tokens.take('asc')
    keys.push({ path: path.join('/'), isDescending })
  } while (tokens.take(','))
  if (tokens.next.kind !== 'end') throw expected("'asc', 'desc' or ','", tokens.next)
  if (keys.length > MOST_KEYS)
    throw new ODataError('tooComplex', `The order has more than ${MOST_KEYS} properties.`)
  return keys
}
