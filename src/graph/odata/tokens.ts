// The words, symbols, literals and phrases of a query option, in one pass over its text. What they mean together, each option's parser says.
import { ODataError } from './errors.ts'
import type { Literal } from './literals.ts'
import { namedLiterals, parseNumber } from './literals.ts'

/** `position` and `end` are offsets into the text in UTF-16 units; `end` is the first one past the token. */
export type Token = { readonly position: number; readonly end: number } & (
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string }
  | { readonly kind: 'literal'; readonly literal: Literal }
  /** What is between double quotes, without its backslashes. */
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'end' }
)

// Sticky and free of nested repetition, so each takes time linear in what it matches.
const space = /[ \t\r\n]*/y
const word = /[A-Za-z_$@][\w$@.]*/y
const number = /-?\d[\w.:+-]*/y
const guid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\w-])/iy
const symbol = /[(),/:]/y
const phrase = /"(?:[^"\\]|\\[\s\S])*"/y

/** @throws ODataError of kind `syntax` at the first character that begins no token */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let position = endOf(space, text, 0)
  while (position < text.length) {
    const token = readToken(text, position)
    tokens.push(token)
    position = endOf(space, text, token.end)
  }
  return tokens
}

function readToken(text: string, position: number): Token {
  if (text[position] === "'") return readString(text, position)
  if (text[position] === '"') return readPhrase(text, position)
  const guidEnd = endOf(guid, text, position)
  if (guidEnd > position) {
    const value = text.slice(position, guidEnd).toLowerCase()
    return { kind: 'literal', literal: { type: 'guid', value }, position, end: guidEnd }
  }
  const wordEnd = endOf(word, text, position)
  if (wordEnd > position) return readWord(text, position, wordEnd)
  const numberEnd = endOf(number, text, position)
  if (numberEnd > position) {
    const literal = parseNumber(text.slice(position, numberEnd), position)
    return { kind: 'literal', literal, position, end: numberEnd }
  }
  const end = endOf(symbol, text, position)
  if (end > position) return { kind: 'symbol', text: text.slice(position, end), position, end }
  throw invalidCharacter(text, position)
}

function readWord(text: string, position: number, end: number): Token {
  if (text[end] === "'") {
    throw new ODataError('syntax', `Expected a space before the quote at position ${end}.`)
  }
  const written = text.slice(position, end)
  const literal = namedLiterals.get(written.toLowerCase())
  return literal === undefined
    ? { kind: 'word', text: written, position, end }
    : { kind: 'literal', literal, position, end }
}

function readString(text: string, position: number): Token {
  const parts: string[] = []
  let from = position + 1
  for (;;) {
    const quote = text.indexOf("'", from)
    if (quote === -1) {
      throw new ODataError('syntax', `The string at position ${position} has no closing quote.`)
    }
    parts.push(text.slice(from, quote))
    from = quote + 2
    if (text[quote + 1] !== "'") {
      const literal: Literal = { type: 'string', value: parts.join("'") }
      return { kind: 'literal', literal, position, end: quote + 1 }
    }
  }
}

function readPhrase(text: string, position: number): Token {
  const end = endOf(phrase, text, position)
  if (end === position) {
    throw new ODataError(
      'syntax',
      `There is an unterminated literal at position ${position} in '${text}'.`,
    )
  }
  const written = text.slice(position + 1, end - 1).replace(/\\(.)/gs, '$1')
  return { kind: 'phrase', text: written, position, end }
}

/** @see AzureAD/MSIdentityTools issue 54 (2024), on a filter; msgraph-sdk-java issue 2346 (2025), on a search */
export function invalidCharacter(text: string, position: number): ODataError {
  const character = String.fromCodePoint(text.codePointAt(position) ?? 0)
  return new ODataError(
    'syntax',
    `Syntax error: character '${character}' is not valid at position ${position} in '${text}'.`,
  )
}

/** Where the match of a sticky pattern at `position` ends, or `position` itself when there is none. */
function endOf(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position
  return pattern.test(text) ? pattern.lastIndex : position
}
