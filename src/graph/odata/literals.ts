// The constants of a query option: what stands for a number, a date, an instant or a guid.
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

/** By name in lower case. */
export const namedLiterals: ReadonlyMap<string, Literal> = new Map<string, Literal>([
  ['true', { type: 'boolean', value: true }],
  ['false', { type: 'boolean', value: false }],
  ['null', { type: 'null' }],
])

/** A number, a date or an instant. @throws ODataError of kind `syntax` */
export function parseNumber(text: string, position: number): Literal {
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
