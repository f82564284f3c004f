// The words, symbols and literals of a $filter, in one pass over its text.
// What they mean together is filter-parser.ts.
import { ODataError } from './errors.ts'

/** A constant as written. A `date` has no time of day, so it is not an instant. A guid is in lower case. */
export type Literal =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'dateTime'; readonly value: Instant }
  | { readonly type: 'integer'; readonly value: number }
  | { readonly type: 'guid'; readonly value: string }
  | { readonly type: 'date' | 'null' }

/** A point in time: picoseconds since 1970-01-01T00:00:00Z, fine enough for every fraction OData allows. */
export type Instant = bigint

/** `position` and `end` are offsets into the text in UTF-16 units; `end` is the first one past the token. */
export type Token = { readonly position: number; readonly end: number } & (
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string }
  | { readonly kind: 'literal'; readonly literal: Literal }
  | { readonly kind: 'end' }
)

// Sticky and free of nested repetition, so each takes time linear in what it matches.
const space = /[ \t\r\n]*/y
const word = /[A-Za-z_$@][\w$@.]*/y
const number = /-?\d[\w.:+-]*/y
const guid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\w-])/iy
const symbol = /[(),/:]/y

function tokenize(text: string): Token[] {
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
  throw new ODataError(
    'syntax',
    `Unexpected character '${text[position]}' at position ${position}.`,
  )
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

const namedLiterals: ReadonlyMap<string, Literal> = new Map<string, Literal>([
  ['true', { type: 'boolean', value: true }],
  ['false', { type: 'boolean', value: false }],
  ['null', { type: 'null' }],
])

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

function parseNumber(text: string, position: number): Literal {
  if (/^-?\d+$/.test(text)) return { type: 'integer', value: Number(text) }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { type: 'date' }
  const value = parseInstant(text)
  if (value !== undefined) return { type: 'dateTime', value }
  throw new ODataError('syntax', describeBadNumber(text, position))
}

/** @see OpenAEV-Platform/collectors issue 564 (2026): the sentence, with a date-time that has no offset. */
function describeBadNumber(text: string, position: number): string {
  return /^\d{4}-\d{2}-\d{2}T/i.test(text)
    ? `The DateTimeOffset text '${text}' should be in format 'yyyy-mm-ddThh:mm:ss('.'s+)?(zzzzzz)?' and each field value is within valid range.`
    : `Expected an integer, a date-time with offset or a quoted string at position ${position}, but found '${text}'.`
}

const dateTime =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?(?:\.(\d{1,12}))?(?:Z|([+-])(\d{2}):(\d{2}))$/i

/**
 * The instant a date-time names, or undefined when it is not one or has no offset.
 * @param text `YYYY-MM-DDTHH:MM:SSZ`; seconds may be left out, up to 12 digits of fraction and an offset
 *   of at most 14 hours are read
 * @see OData 4.01 ABNF, dateTimeOffsetValue
 */
export function parseInstant(text: string): Instant | undefined {
  const match = dateTime.exec(text)
  if (match === null) return undefined
  const [, date = '', minutes = '', seconds = ':00', fraction = '', sign, hour, minute] = match
  const local = `${date}T${minutes}${seconds}`
  const milliseconds = Date.parse(`${local}Z`)
  const offsetMinutes = Number(hour ?? 0) * 60 + Number(minute ?? 0)
  if (!isOnCalendar(milliseconds, local) || Number(minute ?? 0) > 59 || offsetMinutes > 14 * 60) {
    return undefined
  }
  const utc = milliseconds - (sign === '-' ? -offsetMinutes : offsetMinutes) * 60_000
  return BigInt(utc) * 1_000_000_000n + BigInt(fraction.padEnd(12, '0'))
}

/** Date.parse turns 30 February into March and 24:00 into the next day; OData has neither. */
function isOnCalendar(milliseconds: number, local: string): boolean {
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(local)
}

/** Where the match of a sticky pattern at `position` ends, or `position` itself when there is none. */
function endOf(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position
  return pattern.test(text) ? pattern.lastIndex : position
}

/** Walks over the tokens of one text, and words what it did not find. */
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
  if (token.kind === 'end') return 'the end of the filter'
  return token.kind === 'literal' ? 'a literal' : `'${token.text}'`
}
