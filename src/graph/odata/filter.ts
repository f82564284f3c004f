// The $filter of a query: what a parsed filter means for a record, and what the directory refuses.
import type { EntityShape, EntityType } from '../entity-type.ts'
import { ODataError, type ODataErrorKind } from './errors.ts'
import type { Condition, Expression, LiteralTerm, PropertyTerm } from './filter-expression.ts'
import { parseFilter } from './filter-parser.ts'
import type { FilterOperator, FilterSupport, FilterTable, ValueType } from './filter-support.ts'
import { bareDate, describeMismatch, literalValue, propertyValue, testOf } from './filter-value.ts'

/** How a filter is read. */
export interface FilterOptions<R> {
  /** Whether the request has `ConsistencyLevel: eventual` and `$count=true`. */
  readonly advanced: boolean
  readonly type: EntityType<R>
  /** A filter may spell the names in any case. */
  readonly shape: EntityShape
}

/**
 * The test that a `$filter` stands for. Text compares without regard to case, and in the order
 * of its UTF-16 units. A dateTime is an ISO 8601 string; what is absent counts as null. When several things are wrong, syntax is
 * reported first, then unknown names.
 * @throws ODataError, of any of its kinds, on a filter that cannot be applied
 * @see microsoftgraph/msgraph-sdk-powershell issues 1869 (2023) and 2893 (2024): property names in any case
 */
export function compileFilter<R>(text: string, options: FilterOptions<R>): Predicate<R> {
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

/** A row of the support table, and the path it is for in Graph's spelling. */
type Target = FilterSupport & { readonly path: string }
type Predicate<R> = (record: R) => boolean

/** Gives each node its predicate and collects every problem; the predicate means nothing if there is one. */
class FilterBinder<R> {
  readonly problems: ODataError[] = []
  readonly #advanced: boolean
  readonly #type: EntityType<R>
  readonly #shape: EntityShape
  #negations = 0

  constructor({ advanced, type, shape }: FilterOptions<R>) {
    this.#advanced = advanced
    this.#type = type
    this.#shape = shape
  }

  bind(expression: Expression): Predicate<R> {
    switch (expression.kind) {
      case 'and': {
        const terms = expression.terms.map(term => this.bind(term))
        return record => terms.every(holds => holds(record))
      }
      case 'or': {
        const terms = expression.terms.map(term => this.bind(term))
        return record => terms.some(holds => holds(record))
      }
      case 'not': {
        this.#negations++
        const holds = this.bind(expression.term)
        this.#negations--
        return record => !holds(record)
      }
      case 'condition':
        return this.#bindCondition(expression)
      case 'unsupported':
        this.#refuse('unsupported', expression.detail)
        return never
    }
  }

  #bindCondition({ operator, property, values }: Condition): Predicate<R> {
    const target = this.#resolve(property)
    if (target === undefined) return never
    const { path, type } = target
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
    const read = this.#type.readerOf(path)
    return record => test(propertyValue(read(record), type))
  }

  #resolve({ path, position }: PropertyTerm): Target | undefined {
    const written = path.join('/')
    const known = rowsByPath(this.#type.filters).get(written.toLowerCase())
    const name = namesOf(this.#shape.properties).get(path[0].toLowerCase())
    if (name === undefined && (known === undefined || this.#isAbsent(known.path))) {
      return this.#refuse(
        'unknownProperty',
        `Could not find a property named '${path[0]}' on type '${this.#shape.name}'.`,
      )
    }
    if (known !== undefined) return known
    if (path.length > 1 || (name !== undefined && this.#shape.collections.has(name))) {
      const what = path.length > 1 ? 'The path' : 'The collection'
      const detail = `${what} '${written}' at position ${position} is not supported.`
      return this.#refuse('unsupported', detail)
    }
    return this.#refuse('notIndexed', `'${name}' at position ${position} cannot be filtered on.`)
  }

  #isAbsent(path: string): boolean {
    return this.#shape.absent.has(path.split('/', 1)[0] ?? '')
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

  #checkSupport(operators: readonly FilterOperator[], { path, levels }: Target): void {
    const needed: readonly FilterOperator[] =
      this.#negations > 0 ? [...operators, 'not'] : operators
    const missing = needed.find(operator => levels[operator] === undefined)
    const advanced = needed.find(operator => levels[operator] === 'advanced')
    if (missing !== undefined) {
      this.#refuse('notIndexed', `${describeOperator(missing)} is not available on '${path}'.`)
    } else if (advanced !== undefined && !this.#advanced) {
      const detail = `${describeOperator(advanced)} on '${path}' needs ConsistencyLevel: eventual and $count=true.`
      this.#refuse('unsupported', detail)
    }
  }

  #refuse(kind: ODataErrorKind, detail: string): undefined {
    this.problems.push(new ODataError(kind, detail))
  }
}

const never = () => false

/** By path in lower case; a table is read once. */
const tables = new WeakMap<FilterTable, ReadonlyMap<string, Target>>()

function rowsByPath(table: FilterTable): ReadonlyMap<string, Target> {
  const known = tables.get(table)
  if (known !== undefined) return known
  const rows = new Map(
    Object.entries(table).map(([path, support]) => [path.toLowerCase(), { ...support, path }]),
  )
  tables.set(table, rows)
  return rows
}

/** Graph's spelling by name in lower case; the properties of a type are read once. */
const spellings = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>()

function namesOf(properties: ReadonlySet<string>): ReadonlyMap<string, string> {
  const known = spellings.get(properties)
  if (known !== undefined) return known
  const names = new Map([...properties].map(name => [name.toLowerCase(), name]))
  spellings.set(properties, names)
  return names
}

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
