// $filter text to a tree, by recursive descent. Which names exist and what is supported is filter.ts.
// Valid OData that is not evaluated becomes an `unsupported` node instead of an error, so that a mistake
// in the grammar further on is still the one reported.
import { ODataError } from './errors.ts'
import type {
  ComparisonOperator,
  Expression,
  LiteralTerm,
  PropertyTerm,
} from './filter-expression.ts'
import { OptionSize } from './option-size.ts'
import { expected, TokenCursor } from './token-cursor.ts'

type Term = Expression | PropertyTerm | LiteralTerm

const comparisons: ReadonlyMap<string, ComparisonOperator> = new Map(
  (['eq', 'ne', 'ge', 'le', 'gt', 'lt'] as const).map(operator => [operator, operator]),
)
const arithmetic: ReadonlySet<string> = new Set(['add', 'sub', 'mul', 'div', 'divby', 'mod'])
const textMatches: ReadonlyMap<string, 'startsWith' | 'endsWith'> = new Map(
  (['startsWith', 'endsWith'] as const).map(name => [name.toLowerCase(), name]),
)
const reserved = new Set([...comparisons.keys(), ...arithmetic, 'and', 'or', 'not', 'in', 'has'])

/**
 * The tree of a filter. Operators, functions, true, false and null are read without regard to case.
 * @throws ODataError of kind `syntax` or `tooComplex`
 * @see OData 4.01 URL Conventions, Operator Precedence
 */
export function parseFilter(text: string): Expression {
  return new FilterParser(text).parse()
}

class FilterParser {
  readonly #tokens: TokenCursor
  readonly #size: OptionSize
  /** The variable of the lambda being read. */
  #variable: string | undefined

  constructor(text: string) {
    this.#size = new OptionSize('filter', text)
    this.#tokens = new TokenCursor(text)
  }

  parse(): Expression {
    const expression = asCondition(this.#parseOr())
    const { next } = this.#tokens
    if (next.kind !== 'end') throw expected('an operator or the end of the filter', next)
    this.#size.checkNodes()
    return expression
  }

  #parseOr(): Term {
    return this.#parseConnected('or', () =>
      this.#parseConnected('and', () => this.#parseRelation()),
    )
  }

  #parseConnected(kind: 'and' | 'or', parseTerm: () => Term): Term {
    const first = parseTerm()
    if (this.#tokens.nextText !== kind) return first
    const terms = [asCondition(first)]
    while (this.#tokens.take(kind)) terms.push(asCondition(parseTerm()))
    return this.#size.counted({ kind, terms })
  }

  #parseRelation(): Term {
    let left = this.#parseArithmetic()
    for (;;) {
      const { position } = this.#tokens.next
      const operator = comparisons.get(this.#tokens.nextText)
      if (operator !== undefined) {
        this.#tokens.advance()
        left = this.#compared(operator, left, this.#parseArithmetic(), position)
      } else if (this.#tokens.take('in')) {
        left = this.#parseIn(left, position)
      } else if (this.#tokens.take('has')) {
        this.#parseArithmetic()
        left = this.#refused(`The operator 'has'`, position)
      } else {
        return left
      }
    }
  }

  #compared(
    operator: ComparisonOperator,
    property: Term,
    value: Term,
    position: number,
  ): Expression {
    return property.kind === 'property' && value.kind === 'literal'
      ? this.#size.counted({ kind: 'condition', operator, property, values: [value] })
      : this.#refused(`'${operator}' with anything but a property and a literal`, position)
  }

  #parseIn(property: Term, position: number): Expression {
    const { next } = this.#tokens
    if (!this.#tokens.take('(')) {
      if (this.#parseArithmetic().kind === 'literal') throw expected("'('", next)
      return this.#refused(`'in' with anything but a list of literals`, position)
    }
    const values = this.#parseMembers(() => this.#parseListMember())
    return property.kind === 'property'
      ? this.#size.counted({ kind: 'condition', operator: 'in', property, values })
      : this.#refused(`'in' after anything but a property`, position)
  }

  #parseListMember(): LiteralTerm {
    const token = this.#tokens.advance()
    if (token.kind !== 'literal') throw expected('a literal', token)
    return this.#size.counted({ kind: 'literal', literal: token.literal, position: token.position })
  }

  #parseArithmetic(): Term {
    let left = this.#parseUnary()
    while (arithmetic.has(this.#tokens.nextText)) {
      const { position } = this.#tokens.next
      this.#tokens.advance()
      this.#parseUnary()
      left = this.#refused('Arithmetic', position)
    }
    return left
  }

  #parseUnary(): Term {
    if (!this.#tokens.take('not')) return this.#parsePrimary()
    const operand = this.#tokens.next
    const term = this.#size.nested(() => this.#parseUnary())
    if (term.kind === 'property' || term.kind === 'literal') {
      throw expected("'(' or a function after 'not'", operand)
    }
    return this.#size.counted({ kind: 'not', term })
  }

  #parsePrimary(): Term {
    const token = this.#tokens.next
    if (this.#tokens.take('(')) {
      const term = this.#size.nested(() => this.#parseOr())
      this.#close()
      return term
    }
    if (token.kind === 'literal') {
      this.#tokens.advance()
      return { kind: 'literal', literal: token.literal, position: token.position }
    }
    if (token.kind !== 'word' || reserved.has(this.#tokens.nextText)) {
      throw expected("a property, a literal, a function or '('", token)
    }
    this.#tokens.advance()
    return this.#tokens.take('(')
      ? this.#parseCall(token.text, token.position)
      : this.#parsePath(token.text, token.position)
  }

  #parsePath(name: string, position: number): Term {
    const path = [name]
    while (this.#tokens.take('/')) {
      const segment = this.#tokens.advance()
      if (segment.kind !== 'word') throw expected("a name after '/'", segment)
      if (this.#tokens.take('(')) {
        return this.#parseLambda(segment.text, this.#property(path, position), position)
      }
      path.push(segment.text)
    }
    const property = this.#property(path, position)
    return path.slice(0, -1).some(isSystemName) || isOddName(path.at(-1) ?? '', path.length)
      ? this.#refused(`'${path.join('/')}'`, position)
      : property
  }

  #property(path: readonly string[], position: number): PropertyTerm {
    const ofMember = path[0] === this.#variable
    return { kind: 'property', path: ofMember ? path.slice(1) : path, ofMember, position }
  }

  /** What follows the opening parenthesis of `any(`. */
  #parseLambda(name: string, collection: PropertyTerm, position: number): Expression {
    if (name.toLowerCase() !== 'any' || this.#variable !== undefined || collection.ofMember) {
      this.#parseArguments()
      return this.#refused(`A lambda or a function on '${collection.path.join('/')}'`, position)
    }
    if (this.#tokens.take(')'))
      return this.#size.counted({ kind: 'any', collection, term: undefined })
    const variable = this.#tokens.advance()
    if (variable.kind !== 'word') throw expected("a variable or ')'", variable)
    if (!this.#tokens.take(':')) throw expected("':'", this.#tokens.next)
    this.#variable = variable.text
    const term = this.#size.nested(() => asCondition(this.#parseOr()))
    this.#variable = undefined
    this.#close()
    return this.#size.counted({ kind: 'any', collection, term })
  }

  #parseCall(name: string, position: number): Expression {
    const values = this.#parseArguments()
    const operator = textMatches.get(name.toLowerCase())
    if (operator === undefined) return this.#refused(`The function '${name}'`, position)
    const [property, value] = values
    if (property === undefined || value === undefined || values.length > 2) {
      throw new ODataError('syntax', `Expected two arguments of '${name}' at position ${position}.`)
    }
    return property.kind === 'property' && value.kind === 'literal'
      ? this.#size.counted({ kind: 'condition', operator, property, values: [value] })
      : this.#refused(`'${name}' of anything but a property and a literal`, position)
  }

  #parseArguments(): Term[] {
    return this.#tokens.take(')') ? [] : this.#parseMembers(() => this.#parseArgument())
  }

  /** An argument, or the whole of a lambda's `variable: condition`. */
  #parseArgument(): Term {
    const term = this.#parseOr()
    return term.kind === 'property' && this.#tokens.take(':') ? this.#parseOr() : term
  }

  /** What is between an opening parenthesis, already taken, and its closing one. */
  #parseMembers<T>(parseMember: () => T): T[] {
    const members: T[] = []
    this.#size.nested(() => {
      do members.push(parseMember())
      while (this.#tokens.take(','))
    })
    this.#close()
    return members
  }

  #close(): void {
    if (!this.#tokens.take(')')) throw expected("')'", this.#tokens.next)
  }

  #refused(subject: string, position: number): Expression {
    const detail = `${subject} at position ${position} is not supported.`
    return this.#size.counted({ kind: 'unsupported', detail })
  }
}

function isSystemName(name: string): boolean {
  return /[$@.]/.test(name)
}

/** The one system name that is read is the size of a collection, behind the collection. */
function isOddName(name: string, depth: number): boolean {
  return isSystemName(name) && !(depth > 1 && name.toLowerCase() === '$count')
}

function asCondition(term: Term): Expression {
  if (term.kind === 'property' || term.kind === 'literal') {
    const what = term.kind === 'property' ? `'${term.path.join('/')}'` : 'a literal'
    throw new ODataError(
      'syntax',
      `Expected a condition at position ${term.position}, but found ${what} without an operator.`,
    )
  }
  return term
}
