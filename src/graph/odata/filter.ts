// The $filter of a user query: what a parsed filter means for an entity, and what the directory refuses.
import { ODataError, type ODataErrorKind } from './errors.ts'
import type { Condition, Expression, LiteralTerm, PropertyTerm } from './filter-expression.ts'
import { parseFilter } from './filter-parser.ts'
import {
  type FilterOperator,
  type FilterSupport,
  userCollections,
  userFilterSupport,
  type ValueType,
} from './filter-support.ts'
import { bareDate, describeMismatch, literalValue, propertyValue, testOf } from './filter-value.ts'

/** An object by Graph's property names. A dateTime is an ISO 8601 string; an absent property counts as null. */
export type Entity = Readonly<Record<string, unknown>>

/** How a filter is read. */
export interface FilterOptions {
  /** Whether the request has `ConsistencyLevel: eventual` and `$count=true`. */
  readonly advanced: boolean
  /** The names of all properties the type has, spelt Graph's way. A filter may spell them in any case. */
  readonly properties: Iterable<string>
}

/**
 * The test that a `$filter` on users stands for. Text compares without regard to case, and in the order
 * of its UTF-16 units. When several things are wrong, syntax is reported first, then unknown names.
 * @throws ODataError, of any of its kinds, on a filter that cannot be applied
 * @see microsoftgraph/msgraph-sdk-powershell issues 1869 (2023) and 2893 (2024): property names in any case
 */
export function compileFilter(text: string, options: FilterOptions): (entity: Entity) => boolean {
  const expression = parseFilter(text)
  const binder = new FilterBinder(options)
  const predicate = binder.bind(expression)
  const { problems } = binder
  const problem =
    problems.find(({ kind }) => kind === 'syntax') ??
    problems.find(({ kind }) => kind === 'unknownProperty') ??
    problems[0]
  if (problem !== undefined) throw problem
  return predicate
}

/** A declared property and its row of the support table. */
type Target = FilterSupport & { readonly name: string }
type Predicate = (entity: Entity) => boolean

/** Gives each node its predicate and collects every problem; the predicate means nothing if there is one. */
class FilterBinder {
  readonly problems: ODataError[] = []
  readonly #advanced: boolean
  readonly #names: ReadonlyMap<string, string>
  #negations = 0

  constructor({ advanced, properties }: FilterOptions) {
    this.#advanced = advanced
    this.#names = new Map(Array.from(properties, name => [name.toLowerCase(), name]))
  }

  bind(expression: Expression): Predicate {
    switch (expression.kind) {
      case 'and': {
        const terms = expression.terms.map(term => this.bind(term))
        return entity => terms.every(holds => holds(entity))
      }
      case 'or': {
        const terms = expression.terms.map(term => this.bind(term))
        return entity => terms.some(holds => holds(entity))
      }
      case 'not': {
        this.#negations++
        const holds = this.bind(expression.term)
        this.#negations--
        return entity => !holds(entity)
      }
      case 'condition':
        return this.#bindCondition(expression)
      case 'unsupported':
        this.#refuse('unsupported', expression.detail)
        return never
    }
  }

  #bindCondition({ operator, property, values }: Condition): Predicate {
    const target = this.#resolve(property)
    if (target === undefined) return never
    const { name, type } = target
    this.#checkTypes(operator, values, type)
    const withNull = values.some(({ literal }) => literal.type === 'null')
    if (
      operator === 'gt' ||
      operator === 'lt' ||
      (withNull && operator !== 'eq' && operator !== 'ne')
    ) {
      this.#refuse('unsupported', `'${operator}'${withNull ? ' with null' : ''} is not supported.`)
      return never
    }
    this.#checkSupport(neededOperators(operator, withNull), target)
    const test = testOf(
      operator,
      values.map(({ literal }) => literalValue(literal)),
    )
    return entity => test(propertyValue(entity[name], type))
  }

  #resolve({ name: written, path, position }: PropertyTerm): Target | undefined {
    const name = this.#names.get(written.toLowerCase())
    if (name === undefined) {
      const detail = `Could not find a property named '${written}' on type 'microsoft.graph.user'.`
      return this.#refuse('unknownProperty', detail)
    }
    if (path || userCollections.has(name)) {
      const what = path ? 'A path into' : 'The collection'
      return this.#refuse(
        'unsupported',
        `${what} '${name}' at position ${position} is not supported.`,
      )
    }
    const support = userFilterSupport.get(name)
    return support === undefined
      ? this.#refuse('notIndexed', `'${name}' at position ${position} cannot be filtered on.`)
      : { ...support, name }
  }

  #checkTypes(
    operator: Condition['operator'],
    values: readonly LiteralTerm[],
    type: ValueType,
  ): void {
    for (const value of values) {
      const found = value.literal.type
      if (found === 'date' && type === 'dateTime') this.#refuse('unsupported', bareDate)
      else if (found !== type && found !== 'null') {
        this.#refuse('syntax', describeMismatch(operator, type, value))
      }
    }
  }

  #checkSupport(operators: readonly FilterOperator[], { name, levels }: Target): void {
    const needed: readonly FilterOperator[] =
      this.#negations > 0 ? [...operators, 'not'] : operators
    const missing = needed.find(operator => levels[operator] === undefined)
    const advanced = needed.find(operator => levels[operator] === 'advanced')
    if (missing !== undefined) {
      this.#refuse('notIndexed', `${describeOperator(missing)} is not available on '${name}'.`)
    } else if (advanced !== undefined && !this.#advanced) {
      const detail = `${describeOperator(advanced)} on '${name}' needs ConsistencyLevel: eventual and $count=true.`
      this.#refuse('unsupported', detail)
    }
  }

  #refuse(kind: ODataErrorKind, detail: string): undefined {
    this.problems.push(new ODataError(kind, detail))
  }
}

const never: Predicate = () => false

/** What a row of the table must offer for an operator, given whether it meets null. */
function neededOperators(
  operator: Exclude<FilterOperator, 'not' | 'eqNull'>,
  withNull: boolean,
): FilterOperator[] {
  if (!withNull) return [operator]
  return operator === 'eq' ? ['eqNull'] : [operator, 'eqNull']
}

function describeOperator(operator: FilterOperator): string {
  return operator === 'eqNull' ? 'A comparison with null' : `'${operator}'`
}
