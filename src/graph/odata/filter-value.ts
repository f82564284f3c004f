// The values a filter compares: of a literal once, of a property for every entity.
import type { Condition, LiteralTerm } from './filter-expression.ts'
import type { ValueType } from './filter-support.ts'
import { type Literal, parseInstant } from './literals.ts'

/** Text or a guid with its case folded, a truth value, a number or an instant; undefined is null. Equal values are identical. */
export type Value = string | boolean | number | bigint | undefined

/** What a literal stands for; undefined for null and for the types no property has. */
export function literalValue(literal: Literal): Value {
  switch (literal.type) {
    case 'string':
      return foldCase(literal.value)
    case 'boolean':
    case 'dateTime':
    case 'integer':
    case 'guid':
      return literal.value
    default:
      return undefined
  }
}

/** What a property holds when compared as `type`; undefined when it is null, absent or of another type. */
export function propertyValue(property: unknown, type: ValueType): Value {
  if (type === 'boolean') return typeof property === 'boolean' ? property : undefined
  if (type === 'integer') return typeof property === 'number' ? property : undefined
  if (typeof property !== 'string') return undefined
  return type === 'dateTime' ? parseInstant(property) : foldCase(property)
}

/**
 * The test of an operator. Null equals null alone, and is in no order, no list and no text.
 * @param wanted the values of the condition's literals, at least one
 */
export function testOf(
  operator: Exclude<Condition['operator'], 'gt' | 'lt'>,
  wanted: readonly Value[],
): (value: Value) => boolean {
  const [first] = wanted
  const members = new Set(wanted)
  switch (operator) {
    case 'eq':
      return value => value === first
    case 'ne':
      return value => value !== first
    case 'ge':
      return value => isBefore(first, value) || value === first
    case 'le':
      return value => isBefore(value, first) || value === first
    case 'in':
      return value => members.has(value)
    case 'startsWith':
      return value => isText(value) && isText(first) && value.startsWith(first)
    case 'endsWith':
      return value => isText(value) && isText(first) && value.endsWith(first)
  }
}

function isBefore(low: Value, high: Value): boolean {
  return low !== undefined && high !== undefined && low < high
}

function isText(value: Value): value is string {
  return typeof value === 'string'
}

/** Text as it is compared: in lower case, with both small sigmas as one: which of them JavaScript picks depends on what follows. */
export function foldCase(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ')
}

const edmTypes = {
  string: 'Edm.String',
  boolean: 'Edm.Boolean',
  dateTime: 'Edm.DateTimeOffset',
  date: 'Edm.Date',
  integer: 'Edm.Int32',
  guid: 'Edm.Guid',
  null: 'null',
} satisfies Record<Literal['type'], string>

/** The names OData.NET gives the operators in its messages. */
const operatorKinds: ReadonlyMap<Condition['operator'], string> = new Map<
  Condition['operator'],
  string
>([
  ['eq', 'Equal'],
  ['ne', 'NotEqual'],
  ['ge', 'GreaterThanOrEqual'],
  ['le', 'LessThanOrEqual'],
  ['gt', 'GreaterThan'],
  ['lt', 'LessThan'],
])

/**
 * What the directory answers to a date without a time of day.
 * @see microsoftgraph/microsoft-graph-docs-contrib issue 1961 (2022), on users
 */
export const bareDate = "The type of the value doesn't match the property whose type is DateTime"

/**
 * One sentence for a literal that is not of the property's type.
 * @see OpenAEV-Platform/collectors issue 564 (2026), for the one on comparisons
 */
export function describeMismatch(
  operator: Condition['operator'],
  property: ValueType,
  { literal, position }: LiteralTerm,
): string {
  const [wanted, found] = [edmTypes[property], edmTypes[literal.type]]
  const kind = operatorKinds.get(operator)
  return kind === undefined
    ? `'${operator}' expects a literal of type ${wanted} at position ${position}, but found ${found}.`
    : `A binary operator with incompatible types was detected. Found operand types '${wanted}' and '${found}' for operator kind '${kind}'.`
}
