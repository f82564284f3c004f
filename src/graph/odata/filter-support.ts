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
}

/**
 * Support by path: `displayName`, `status/errorCode`. `otherMails/any` is a member of a collection, `identities/any/issuer` a part of
 * one. A property that exists on the type and is not in here cannot be filtered on.
 */
export type FilterTable = Readonly<Record<string, FilterSupport>>
