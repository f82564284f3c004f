// Filters as data: made at random, written as $filter text, and judged without the code under test.
import fc from 'fast-check'
import type { Entity } from './apply-filter.ts'

/** A filter as data, for the naive evaluator to judge and for the printer to write. */
export type Model =
  | { is: 'and' | 'or'; left: Model; right: Model }
  | { is: 'not'; term: Model }
  | { is: 'text'; operator: string; property: string; values: string[] }
  | { is: 'flag'; operator: string; value: boolean }
  | { is: 'time'; operator: string; value: Date }
  | { is: 'null'; operator: string; property: string }
  | { is: 'any'; terms: { operator: string; value: string }[]; by: 'and' | 'or' }
  | { is: 'empty'; operator: string }

const textProperties = ['displayName', 'mail', 'companyName'] as const
const words = fc.constantFrom('', 'a', 'A', 'ab', 'aB', "o'b", "''", 'b and c', 'é', 'É', ') or (')
const times = fc.constantFrom(0, 1, 1000, 86_400_000).map(ms => new Date(ms))

const { model } = fc.letrec<{ model: Model }>(tie => ({
  model: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.record({
      is: fc.constant('text' as const),
      operator: fc.constantFrom('eq', 'ne', 'ge', 'le', 'in', 'startsWith'),
      property: fc.constantFrom(...textProperties),
      values: fc.array(words, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      is: fc.constant('text' as const),
      operator: fc.constant('endsWith'),
      property: fc.constant('mail'),
      values: fc.tuple(words).map(([word]) => [word]),
    }),
    fc.record({
      is: fc.constant('flag' as const),
      operator: fc.constantFrom('eq', 'ne'),
      value: fc.boolean(),
    }),
    fc.record({
      is: fc.constant('time' as const),
      operator: fc.constantFrom('eq', 'ne', 'ge', 'le'),
      value: times,
    }),
    fc.record({
      is: fc.constant('null' as const),
      operator: fc.constantFrom('eq', 'ne'),
      property: fc.constantFrom(...textProperties),
    }),
    fc.record({
      is: fc.constant('any' as const),
      terms: fc.array(
        fc.record({ operator: fc.constantFrom('eq', 'ge', 'le', 'startsWith'), value: words }),
        { maxLength: 3 },
      ),
      by: fc.constantFrom('and', 'or'),
    }),
    fc.record({ is: fc.constant('empty' as const), operator: fc.constantFrom('eq', 'ne') }),
    fc.record({ is: fc.constantFrom('and', 'or'), left: tie('model'), right: tie('model') }),
    fc.record({ is: fc.constant('not' as const), term: tie('model') }),
  ),
}))

/** Filters of every kind that an advanced query may use, at most six connectives deep. */
export const aModel = model

/** Users whose values often meet those of the filters, or are null. */
export const aUser = fc.record({
  displayName: fc.option(words),
  mail: fc.option(words),
  companyName: fc.option(words),
  accountEnabled: fc.option(fc.boolean()),
  createdDateTime: fc.option(times.map(time => time.toISOString())),
  otherMails: fc.array(words, { maxLength: 3 }),
})

/** The filter as text, with parentheses only where precedence asks for them. */
export function print(node: Model): string {
  const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`
  switch (node.is) {
    case 'and':
      return `${printTerm(node.left)} and ${printTerm(node.right)}`
    case 'or':
      return `${print(node.left)} or ${print(node.right)}`
    case 'not':
      return `not (${print(node.term)})`
    case 'flag':
      return `accountEnabled ${node.operator} ${node.value}`
    case 'time':
      return `createdDateTime ${node.operator} ${node.value.toISOString()}`
    case 'null':
      return `${node.property} ${node.operator} null`
    case 'empty':
      return `otherMails/$count ${node.operator} 0`
    case 'any': {
      const terms = node.terms.map(({ operator, value }) =>
        operator === 'startsWith'
          ? `startsWith(m,${quoted(value)})`
          : `m ${operator} ${quoted(value)}`,
      )
      return terms.length === 0
        ? 'otherMails/any()'
        : `otherMails/any(m:${terms.join(` ${node.by} `)})`
    }
    case 'text': {
      const [first = ''] = node.values
      if (node.operator === 'in') return `${node.property} in (${node.values.map(quoted).join()})`
      return node.operator.endsWith('With')
        ? `${node.operator}(${node.property},${quoted(first)})`
        : `${node.property} ${node.operator} ${quoted(first)}`
    }
  }
}

function printTerm(node: Model): string {
  return node.is === 'or' ? `(${print(node)})` : print(node)
}

/** Whether the filter is true of a user, read from its tree in the plainest way. */
export function holds(node: Model, entity: Entity): boolean {
  switch (node.is) {
    case 'and':
      return holds(node.left, entity) && holds(node.right, entity)
    case 'or':
      return holds(node.left, entity) || holds(node.right, entity)
    case 'not':
      return !holds(node.term, entity)
    case 'flag':
      return (entity.accountEnabled === node.value) === (node.operator === 'eq')
    case 'null':
      return (entity[node.property] === null) === (node.operator === 'eq')
    case 'time': {
      const at =
        entity.createdDateTime === null ? Number.NaN : Date.parse(`${entity.createdDateTime}`)
      return compares(node.operator, at, node.value.getTime())
    }
    case 'empty':
      return (mailsOf(entity).length === 0) === (node.operator === 'eq')
    case 'any':
      return mailsOf(entity).some(mail => {
        const results = node.terms.map(({ operator, value }) =>
          operator === 'startsWith'
            ? mail.toLowerCase().startsWith(value.toLowerCase())
            : compares(operator, mail.toLowerCase(), value.toLowerCase()),
        )
        if (results.length === 0) return true
        return node.by === 'and' ? !results.includes(false) : results.includes(true)
      })
    case 'text': {
      const value = entity[node.property]
      const wanted = node.values.map(word => word.toLowerCase())
      const [first = ''] = wanted
      if (typeof value !== 'string') return node.operator === 'ne'
      const folded = value.toLowerCase()
      if (node.operator === 'in') return wanted.includes(folded)
      if (node.operator === 'startsWith') return folded.startsWith(first)
      if (node.operator === 'endsWith') return folded.endsWith(first)
      return compares(node.operator, folded, first)
    }
  }
}

function mailsOf({ otherMails }: Entity): string[] {
  return Array.isArray(otherMails) ? otherMails.map(String) : []
}

function compares<T extends string | number>(operator: string, left: T, right: T): boolean {
  if (operator === 'eq') return left === right
  if (operator === 'ne') return left !== right
  return operator === 'ge' ? left >= right : left <= right
}
