// Walks over the tokens of one query option, and words what it did not find.
import { ODataError } from './errors.ts'
import type { Token } from './tokens.ts'
import { tokenize } from './tokens.ts'

export class TokenCursor {
  readonly #tokens: readonly Token[]
  readonly #end: Token
  #index = 0

  /** @throws ODataError of kind `syntax` at the first character that begins no token */
  constructor(text: string) {
    this.#end = { kind: 'end', position: text.length, end: text.length }
    this.#tokens = tokenize(text)
  }

  /** The token that has not been taken yet; past the last one, and ever after, the one of kind `end`. */
  get next(): Token {
    return this.#tokens[this.#index] ?? this.#end
  }

  /** The next token's text in lower case when it is a word or a symbol, else the empty string. */
  get nextText(): string {
    const { next } = this
    return next.kind === 'word' || next.kind === 'symbol' ? next.text.toLowerCase() : ''
  }

  advance(): Token {
    const { next } = this
    this.#index++
    return next
  }

  /** Whether the next token is this word or symbol, given in lower case; if so, it is taken. */
  take(text: string): boolean {
    if (this.nextText !== text) return false
    this.#index++
    return true
  }
}

/** What to throw when `found` stands where something else was expected. */
export function expected(what: string, found: Token): ODataError {
  return new ODataError(
    'syntax',
    `Expected ${what} at position ${found.position}, but found ${describe(found)}.`,
  )
}

function describe(token: Token): string {
  if (token.kind === 'end') return 'the end'
  if (token.kind === 'phrase') return 'a phrase in double quotes'
  return token.kind === 'literal' ? 'a literal' : `'${token.text}'`
}
