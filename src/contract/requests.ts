// Checks a request as it was sent. Text in the path, the query and the headers is read by the type its schema declares; nothing is altered.
import type { Operation, Parameter, Schema } from './document.ts'
import type { Input, OperationId } from './operations.ts'
import type { SchemaError, Validators } from './validators.ts'

export interface RawRequest {
  readonly path: Readonly<Record<string, string | undefined>>
  readonly query: Readonly<Record<string, string | string[]>>
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The parsed body; undefined when none was sent. */
  readonly body: unknown
}

export interface Violation {
  readonly in: Parameter['in'] | 'body'
  /** The parameter's name, or a JSON pointer into the body. */
  readonly pointer: string
  readonly keyword: string
  readonly detail: string
  /** What was sent, where it was a parameter. */
  readonly value?: unknown
}

/** The request breaks the contract. Surfaces say so in their own shape. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest'
  readonly violations: readonly [Violation, ...Violation[]]

  constructor(first: Violation, ...others: Violation[]) {
    super(`${first.in} ${first.pointer} ${first.detail}`)
    this.violations = [first, ...others]
  }
}

/**
 * The request's parameters and body, typed.
 * @throws InvalidRequest naming everything that is wrong with the parameters, or the first thing wrong with the body
 */
export function readInput<Id extends OperationId>(
  operation: Operation,
  raw: RawRequest,
  validators: Validators,
): Input<Id> {
  const violations: Violation[] = []
  const input = {
    path: readParameters(operation, 'path', raw.path, validators, violations),
    query: readParameters(operation, 'query', raw.query, validators, violations),
    headers: readParameters(operation, 'header', raw.headers, validators, violations),
    body: raw.body,
  }
  violations.push(...bodyViolations(operation, raw.body, validators))
  const [first, ...others] = violations
  if (first !== undefined) throw new InvalidRequest(first, ...others)
  // What the compiler cannot see, the schemas have just shown.
  return input as Input<Id>
}

function readParameters(
  operation: Operation,
  place: Parameter['in'],
  sent: RawRequest['headers'],
  validators: Validators,
  violations: Violation[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const parameter of operation.parameters) {
    if (parameter.in !== place) continue
    const text = sent[parameter.key]
    if (text === undefined && !parameter.required) continue
    const value = typeof text === 'string' ? readText(text, parameter.schema) : text
    const error = parameterError(parameter, value, validators)
    if (error !== undefined)
      violations.push({
        in: place,
        pointer: parameter.name,
        keyword: error.keyword,
        detail: error.detail,
        value,
      })
    if (value !== undefined) values[parameter.key] = value
  }
  return values
}

function parameterError(
  parameter: Parameter,
  value: unknown,
  validators: Validators,
): Omit<SchemaError, 'pointer'> | undefined {
  if (value === undefined) return { keyword: 'required', detail: 'is required' }
  if (Array.isArray(value)) return { keyword: 'type', detail: 'must be given once' }
  return validators.at(parameter.pointer)(value)?.[0]
}

/** The value that a text stands for; the text itself when it stands for none, so that the schema refuses it. */
function readText(text: string, { type }: Schema): unknown {
  if (type === 'integer' && /^-?[0-9]{1,15}$/.test(text)) return Number(text)
  if (type === 'number' && /^-?[0-9]{1,15}(\.[0-9]{1,15})?$/.test(text)) return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

function bodyViolations(operation: Operation, body: unknown, validators: Validators): Violation[] {
  if (operation.body === undefined) {
    return body === undefined
      ? []
      : [{ in: 'body', pointer: '', keyword: 'not', detail: 'must be left out' }]
  }
  if (body === undefined) {
    return operation.body.required
      ? [{ in: 'body', pointer: '', keyword: 'required', detail: 'is required' }]
      : []
  }
  const [pointer] = Object.values(operation.body.content)
  if (pointer === undefined) return []
  return (validators.at(pointer)(body) ?? []).map(error => ({ in: 'body', ...error }))
}
