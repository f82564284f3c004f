// How the tables of $filter support are written: which operators a type offers on which of its properties.

/** How a property's values compare. Text and guids ignore case; a dateTime is an instant. */
export type ValueType = 'string' | 'boolean' | 'dateTime' | 'integer' | 'guid'

/** `advanced`: only with `ConsistencyLevel: eventual` and `$count=true`. */
export type FilterLevel = 'default' | 'advanced'

/** `not` is the property inside a negation; `eqNull` its comparison, by `eq` or `ne`, with null. */
export type FilterOperator =
  | 'eq'
  | 'ne'
  | 'not'
  | 'ge'
  | 'le'
  | 'in'
  | 'startsWith'
  | 'endsWith'
  | 'eqNull'

/** One row of a table. An operator that is absent is never supported on the property. */
export interface FilterSupport {
  readonly type: ValueType
  readonly levels: Readonly<Partial<Record<FilterOperator, FilterLevel>>>
  /** The only numbers it may be compared with. */
  readonly numbers?: readonly number[]
  /** Of a part of a collection's members: another part that the same lambda must name. */
  readonly together?: string
}

/**
 * Support by path: `displayName`, `status/errorCode`. `otherMails/any` is a member of a collection, `identities/any/issuer` a part of
 * one, `otherMails/$count` how many there are. A property that exists on the type and is not in here cannot be filtered on.
 */
export type FilterTable = Readonly<Record<string, FilterSupport>>

/** A row of a table, and the path it is for in Graph's spelling. */
export interface FilterTarget extends FilterSupport {
  readonly path: string
}

const tables = new WeakMap<FilterTable, ReadonlyMap<string, FilterTarget>>()

/** By path in lower case. */
export function targetsOf(table: FilterTable): ReadonlyMap<string, FilterTarget> {
  const known = tables.get(table)
  if (known !== undefined) return known
  const targets = new Map(
    Object.entries(table).map(([path, support]) => [path.toLowerCase(), { ...support, path }]),
  )
  tables.set(table, targets)
  return targets
}
