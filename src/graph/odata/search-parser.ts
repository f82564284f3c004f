// $search text to a tree: clauses in double quotes, AND, OR and parentheses.
import type { ODataError } from './errors.ts'
import { OptionSize } from './option-size.ts'
import { expected, TokenCursor } from './token-cursor.ts'
import { invalidCharacter } from './tokens.ts'

/** What one clause looks for: `"displayName:wa"`. */
export interface Clause {
  readonly kind: 'clause'
  /** Undefined in a clause that names none. */
  readonly property: string | undefined
  readonly text: string
}

export type Search =
  | Clause
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Search[] }
  /** A search in OData that the directory does not make. */
  | { readonly kind: 'unsupported'; readonly detail: string }

/** @throws ODataError of kind `syntax` or `tooComplex` */
export function parseSearch(text: string): Search {
  return new SearchParser(text).parse()
}

class SearchParser {
  readonly #text: string
  readonly #tokens: TokenCursor
  readonly #size: OptionSize

  constructor(text: string) {
    this.#text = text
    this.#size = new OptionSize('search', text)
    this.#tokens = new TokenCursor(text)
  }

  parse(): Search {
    const search = this.#parseConnected('OR')
    const { next } = this.#tokens
    if (next.kind !== 'end') throw this.#misplaced()
    this.#size.checkNodes()
    return search
  }

  #parseConnected(operator: 'OR' | 'AND'): Search {
    const parseTerm = () => (operator === 'OR' ? this.#parseConnected('AND') : this.#parseTerm())
    const first = parseTerm()
    const terms = [first]
    while (this.#takes(operator)) terms.push(parseTerm())
    return terms.length === 1
      ? first
      : this.#size.counted({ kind: operator === 'OR' ? 'or' : 'and', terms })
  }

  /** Operators are in capitals. */
  #takes(operator: string): boolean {
    const { next } = this.#tokens
    if (next.kind !== 'word' || next.text !== operator) return false
    this.#tokens.advance()
    return true
  }

  #parseTerm(): Search {
    const { next } = this.#tokens
    if (this.#tokens.take('(')) {
      const search = this.#size.nested(() => this.#parseConnected('OR'))
      if (!this.#tokens.take(')')) throw this.#misplaced()
      return search
    }
    if (next.kind === 'phrase') {
      this.#tokens.advance()
      return this.#size.counted(readClause(next.text))
    }
    if (next.kind !== 'word') throw this.#misplaced()
    this.#tokens.advance()
    const detail = `The word '${next.text}' at position ${next.position} is not in double quotes.`
    return this.#size.counted({ kind: 'unsupported', detail })
  }

  #misplaced(): ODataError {
    const { next } = this.#tokens
    return next.kind === 'symbol' || next.kind === 'literal'
      ? invalidCharacter(this.#text, next.position)
      : expected('a clause in double quotes', next)
  }
}

function readClause(text: string): Clause {
  const colon = text.indexOf(':')
  return {
    kind: 'clause',
    property: colon === -1 ? undefined : text.slice(0, colon).trim(),
    text: text.slice(colon + 1).trim(),
  }
}
