// Gives each node of a $filter its test, and finds what the directory refuses.
import type { EntityShape, EntityType } from '../entity-type.ts'
import { readerOfPath } from '../entity-type.ts'
import type { ODataErrorKind } from './errors.ts'
import { ODataError } from './errors.ts'
import type { FilterOptions } from './filter.ts'
import type { Any, Condition, Expression, LiteralTerm, PropertyTerm } from './filter-expression.ts'
import type { FilterOperator, FilterTarget, ValueType } from './filter-support.ts'
import { targetsOf } from './filter-support.ts'
import { bareDate, describeMismatch, literalValue, propertyValue, testOf } from './filter-value.ts'
import { findProperty } from './names.ts'

type Predicate<S> = (subject: S) => boolean

/** What the properties of an expression are read from: a record, or a member of one of its collections. */
interface Scope<S> {
  /** The collection, in Graph's spelling; undefined for a record. */
  readonly collection: string | undefined
  readonly readerOf: (path: string) => (subject: S) => unknown
}

/** Collects every problem; a test means nothing if there is one. */
export class FilterBinder<R> {
  readonly problems: ODataError[] = []
  /** How many conditions there are; those of a lambda count for the few members there may be. */
  cost = 1
  readonly #advanced: boolean
  readonly #type: EntityType<R>
  readonly #shape: EntityShape
  #negations = 0
  #alternatives = 0

  constructor({ advanced, type, shape }: FilterOptions<R>) {
    this.#advanced = advanced
    this.#type = type
    this.#shape = shape
  }

  bind(expression: Expression): Predicate<R> {
    return this.#bind(expression, { collection: undefined, readerOf: this.#type.readerOf })
  }

  #bind<S>(expression: Expression, scope: Scope<S>): Predicate<S> {
    switch (expression.kind) {
      case 'and': {
        const terms = expression.terms.map(term => this.#bind(term, scope))
        return subject => terms.every(holds => holds(subject))
      }
      case 'or': {
        this.#alternatives++
        const terms = expression.terms.map(term => this.#bind(term, scope))
        this.#alternatives--
        return subject => terms.some(holds => holds(subject))
      }
      case 'not': {
        this.#negations++
        const holds = this.#bind(expression.term, scope)
        this.#negations--
        return subject => !holds(subject)
      }
      case 'condition':
        return this.#bindCondition(expression, scope)
      case 'any':
        return this.#bindAny(expression, scope)
      case 'unsupported':
        this.#refuse('unsupported', expression.detail)
        return never
    }
  }

  #bindAny<S>({ collection, term }: Any, scope: Scope<S>): Predicate<S> {
    const name = this.#nameOf(collection)
    if (name === undefined) return never
    const written = collection.path.join('/').toLowerCase()
    const parts = [...targetsOf(this.#type.filters).values()].filter(({ path }) =>
      `${path.toLowerCase()}/`.startsWith(`${written}/any/`),
    )
    const [first] = parts
    if (first === undefined) {
      this.#refuse('property', `'${name}' cannot be filtered by its members.`, name)
      return never
    }
    const spelt = first.path.slice(0, written.length)
    if (this.#alternatives > 0 && !this.#advanced)
      this.#refuse('collection', `'any' in an alternative needs an advanced query.`, spelt)
    const read = scope.readerOf(spelt)
    if (term === undefined) {
      this.#checkAnyMember(parts, spelt)
      return subject => membersOf(read(subject)).length > 0
    }
    this.#checkTogether(term, parts, spelt)
    const holds = this.#bind(term, { collection: spelt, readerOf: readerOfPath })
    this.cost += 2
    return subject => membersOf(read(subject)).some(holds)
  }

  /** Whether there is a member at all may be asked wherever anything may be asked of one. */
  #checkAnyMember(parts: readonly FilterTarget[], collection: string): void {
    if (this.#negations > 0 && !this.#advanced)
      this.#refuse('operator', "'not' needs an advanced query.", 'not')
    if (!this.#advanced && parts.every(({ levels }) => levels.eq !== 'default'))
      this.#refuse('collection', `'any' on '${collection}' needs an advanced query.`, collection)
  }

  #checkTogether(term: Expression, parts: readonly FilterTarget[], collection: string): void {
    const named = new Set(partsOf(term).map(part => part.toLowerCase()))
    for (const { path, together } of parts) {
      const part = path.slice(collection.length + '/any/'.length)
      if (together !== undefined && named.has(part.toLowerCase()) && !named.has(together)) {
        this.#refuse('unsupported', `'${part}' is only filtered on together with '${together}'.`)
      }
    }
  }

  #bindCondition<S>(condition: Condition, scope: Scope<S>): Predicate<S> {
    const { operator, property, values } = condition
    const target = this.#resolve(property, scope)
    if (target === undefined) return never
    const { type } = target
    this.cost++
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
    const wanted = values.map(({ literal }) => literalValue(literal))
    this.#checkSupport(neededOperators(operator, withNull), target, scope)
    const { numbers } = target
    if (numbers !== undefined && !wanted.every(value => numbers.some(one => one === value)))
      this.#refuse('property', `'${target.path}' is only compared with ${numbers}.`, target.path)
    const test = testOf(operator, wanted)
    const read = readerIn(target, scope)
    return subject => test(propertyValue(read(subject), type))
  }

  /** The first name of a path in Graph's spelling; undefined, and a problem, when the type has no such property. */
  #nameOf({ path }: PropertyTerm): string | undefined {
    const [written = ''] = path
    const name = findProperty(this.#shape, this.#type, written)
    if (name !== undefined) return name
    return this.#refuse(
      'unknownProperty',
      `Could not find a property named '${written}' on type '${this.#shape.name}'.`,
    )
  }

  #resolve<S>(property: PropertyTerm, { collection }: Scope<S>): FilterTarget | undefined {
    const written = property.path.join('/')
    const targets = targetsOf(this.#type.filters)
    if (collection !== undefined) {
      if (!property.ofMember)
        return this.#refuse('unsupported', `'${written}' is not of the lambda's variable.`)
      const path = [collection, 'any', ...property.path].join('/')
      const found = targets.get(path.toLowerCase())
      return found ?? this.#refuse('property', `'${path}' cannot be filtered on.`, collection)
    }
    const name = this.#nameOf(property)
    if (name === undefined) return undefined
    const found = targets.get(written.toLowerCase())
    if (found !== undefined) return found
    const detail = `'${written}' at position ${property.position} cannot be filtered on.`
    return this.#refuse('property', detail, [name, ...property.path.slice(1)].join('/'))
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

  #checkSupport<S>(
    operators: readonly FilterOperator[],
    { path, levels }: FilterTarget,
    { collection }: Scope<S>,
  ): void {
    const needed: readonly FilterOperator[] =
      this.#negations > 0 ? [...operators, 'not'] : operators
    const missing = needed.find(operator => levels[operator] === undefined)
    const advanced = needed.filter(operator => levels[operator] === 'advanced')
    if (missing !== undefined) {
      const detail = `${describeOperator(missing)} is not available on '${path}'.`
      this.#refuse('property', detail, collection ?? path)
    } else if (advanced.length > 0 && !this.#advanced) {
      const operator = advanced.find(one => alwaysAdvanced.has(one))
      const detail = `${describeOperator(operator ?? advanced[0] ?? 'eq')} on '${path}' needs ConsistencyLevel: eventual and $count=true.`
      if (operator !== undefined) this.#refuse('operator', detail, operator)
      else if (collection !== undefined) this.#refuse('collection', detail, collection)
      else this.#refuse('property', detail, path)
    }
  }

  #refuse(kind: ODataErrorKind, detail: string, subject = ''): undefined {
    this.problems.push(new ODataError(kind, detail, subject))
  }
}

const never = () => false

/** Wherever they are offered. */
const alwaysAdvanced: ReadonlySet<FilterOperator> = new Set(['ne', 'not', 'endsWith'])

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

function readerIn<S>({ path }: FilterTarget, scope: Scope<S>): (subject: S) => unknown {
  if (scope.collection !== undefined) {
    const part = path.slice(scope.collection.length + '/any/'.length)
    return part === '' ? member => member : scope.readerOf(part)
  }
  if (!path.endsWith('/$count')) return scope.readerOf(path)
  const read = scope.readerOf(path.slice(0, -'/$count'.length))
  return subject => membersOf(read(subject)).length
}

function membersOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The parts of members that an expression names. */
function partsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.terms.flatMap(partsOf)
    case 'not':
      return partsOf(expression.term)
    case 'condition':
      return [expression.property.path.join('/')]
    default:
      return []
  }
}
