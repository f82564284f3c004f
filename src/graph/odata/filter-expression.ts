// The tree of a $filter: what filter-parser.ts makes and filter.ts gives a meaning to.
import type { Literal } from './literals.ts'

/** A property as written, or a part of one: its name and those behind each `/`. `position` is its offset in the text. */
export interface PropertyTerm {
  readonly kind: 'property'
  /** Of a member of a collection that is its own value: empty. */
  readonly path: readonly string[]
  /** Whether it is read from the member that a lambda goes through, not from the record. */
  readonly ofMember: boolean
  readonly position: number
}

/** A literal and its offset in the text. */
export interface LiteralTerm {
  readonly kind: 'literal'
  readonly literal: Literal
  readonly position: number
}

/** A binary operator of OData between a property and a literal. The directory refuses `gt` and `lt`. */
export type ComparisonOperator = 'eq' | 'ne' | 'ge' | 'le' | 'gt' | 'lt'

/** A property against one literal, or with `in` against one or more. */
export interface Condition {
  readonly kind: 'condition'
  readonly operator: ComparisonOperator | 'in' | 'startsWith' | 'endsWith'
  readonly property: PropertyTerm
  readonly values: readonly LiteralTerm[]
}

/** A lambda over a collection: whether any member meets a condition, or without one, whether there is any member. */
export interface Any {
  readonly kind: 'any'
  readonly collection: PropertyTerm
  readonly term: Expression | undefined
}

/** OData that is valid and not evaluated. */
export interface Unsupported {
  readonly kind: 'unsupported'
  /** One sentence for the log. */
  readonly detail: string
}

/** What is true or false of a record. A connective has two terms or more. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Expression[] }
  | { readonly kind: 'not'; readonly term: Expression }
  | Condition
  | Any
  | Unsupported
