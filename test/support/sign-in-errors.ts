// The errors of the identity platform as clients and people know them, and checks that an answer is exactly one of them.
import type { Test } from 'tap'
import type { Page } from './form-browser.ts'
import { answerOf, formOf } from './form-browser.ts'
import { parseMarkup } from './markup.ts'
import type { Reply } from './understudy.ts'

/** What of an error does not depend on the request. */
export interface ExpectedError {
  /** Undefined for an error of the double's own. */
  readonly number?: number
  /** Of the answer, unless it is a redirect. Default: 400. */
  readonly status?: number
  readonly error: string
  /** What follows `AADSTS50173: `. */
  readonly sentence: string
  readonly suberror?: string
  /** Default: true. */
  readonly hasUri?: boolean
  /** What `x-ms-clitelem` says of the refresh token: milliseconds with four decimals. Default: nothing. */
  readonly age?: string
}

/** What of an error does. */
export interface Circumstances {
  /** What the clock shows, in milliseconds since the epoch. */
  readonly now: number
  /** What the client sent as `client-request-id`; undefined where the double has to make one up. */
  readonly correlationId: string | undefined
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Those of an error of the token endpoint and its like, but for the connection's own. */
const jsonHeaders = {
  'cache-control': 'no-store, no-cache',
  'content-type': 'application/json; charset=utf-8',
  expires: '-1',
  p3p: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
  pragma: 'no-cache',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-ms-ests-server': /^2\.1\.\d+\.\d+ - [A-Z-]+ ProdSlices$/,
  'x-ms-request-id': GUID,
  'x-xss-protection': '0',
}

/** Holds an answer to an error, byte for byte. */
export function isJsonError(
  t: Test,
  reply: Reply,
  expected: ExpectedError,
  circumstances: Circumstances,
): void {
  const { number, error, suberror, status = 400 } = expected
  const traceId = traceIdOf(t, reply)
  const correlationId = correlationIdOf(t, Object(reply.json).correlation_id, circumstances)
  const timestamp = timestampOf(circumstances)
  t.equal(
    reply.text,
    JSON.stringify({
      error,
      error_description: describe(expected, { traceId, correlationId, timestamp }),
      error_codes: number === undefined ? [] : [number],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      ...uriOf(expected),
      ...(suberror !== undefined && { suberror }),
    }),
  )
  t.equal(reply.status, status)
}

/** Holds the head of an error of the token endpoint to the documented one: no header is missing, and none is there besides. */
export function hasErrorHeaders(t: Test, { headers }: Reply, { number, age = '' }: ExpectedError) {
  const sent = Object.fromEntries(headers)
  t.match(sent, { ...jsonHeaders, 'x-ms-clitelem': `1,${number ?? 0},0,${age},` })
  const ofConnection = ['connection', 'content-length', 'date']
  const names = Object.keys(sent).filter(name => !ofConnection.includes(name))
  t.same(names.sort(), [...Object.keys(jsonHeaders), 'x-ms-clitelem'].sort())
}

/** Holds a page to the error it shows: number and sentence, the ids, and the time as pages write it. */
export function isErrorPage(
  t: Test,
  page: Page,
  expected: ExpectedError,
  circumstances: Circumstances,
): void {
  t.equal(page.status, expected.status ?? 400, page.html.slice(-1000))
  t.equal(page.headers.get('content-type'), 'text/html; charset=utf-8')
  t.ok(textsOf(page).includes(sentenceOf(expected)), sentenceOf(expected))
  t.equal(rowOf(page, 'Request Id'), traceIdOf(t, page))
  correlationIdOf(t, rowOf(page, 'Correlation Id'), circumstances)
  t.equal(rowOf(page, 'Timestamp'), timestampOf(circumstances).replace(' ', 'T'))
}

/** Holds a sign-in page to the error it shows beside the field. */
export function isFieldError(t: Test, page: Page, { number, sentence }: ExpectedError): void {
  t.equal(page.status, 200)
  t.match(page.html, 'role="alert"')
  const texts = textsOf(page)
  const at = texts.indexOf(sentence)
  t.ok(at >= 0, sentence)
  t.equal(texts[at + 1], `AADSTS${number}`)
}

/** Holds what a client is told at its redirect URI to an error: every parameter, in its order. */
export function isRedirectedError(
  t: Test,
  page: Page,
  expected: ExpectedError,
  { state, ...circumstances }: Circumstances & { readonly state: string | undefined },
): void {
  const traceId = traceIdOf(t, page)
  const told = answerOf(page)
  const said = / Correlation ID: (\S+) /.exec(told.error_description ?? '')?.[1]
  const correlationId = correlationIdOf(t, said, circumstances)
  const timestamp = timestampOf(circumstances)
  t.same(
    Object.entries(told),
    Object.entries({
      error: expected.error,
      error_description: describe(expected, { traceId, correlationId, timestamp }),
      ...uriOf(expected),
      ...(state !== undefined && { state }),
    }),
  )
}

/** Where the client is told: `http://localhost:3000?`, `http://localhost:3000#`, or where the form on the page goes. */
export function destinationOf(page: Page): string {
  if (page.location === undefined) return formOf(page).action
  return /^[^?#]*[?#]/.exec(page.location)?.[0] ?? page.location
}

interface Marks {
  readonly traceId: string
  readonly correlationId: string
  readonly timestamp: string
}

function describe(expected: ExpectedError, { traceId, correlationId, timestamp }: Marks): string {
  return `${sentenceOf(expected)} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`
}

function sentenceOf({ number, sentence }: ExpectedError): string {
  return number === undefined ? sentence : `AADSTS${number}: ${sentence}`
}

function uriOf({ number, hasUri = true }: ExpectedError): { readonly error_uri?: string } {
  if (number === undefined || !hasUri) return {}
  return { error_uri: `https://login.microsoftonline.com/error?code=${number}` }
}

function traceIdOf(t: Test, { headers }: Pick<Reply, 'headers'>): string {
  const traceId = headers.get('x-ms-request-id') ?? ''
  t.match(traceId, GUID)
  return traceId
}

/** The client's own id, or one that was made up. */
function correlationIdOf(t: Test, shown: unknown, { correlationId }: Circumstances): string {
  const text = String(shown)
  if (correlationId === undefined) t.match(text, GUID)
  else t.equal(text, correlationId)
  return text
}

function timestampOf({ now }: Circumstances): string {
  return `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`
}

/** What stands between tags. */
function textsOf({ html }: Page): readonly string[] {
  return parseMarkup(html).texts.map(text => text.trim())
}

function rowOf({ html }: Page, label: string): string | undefined {
  return new RegExp(`<th scope="row">${label}</th><td>([^<]*)</td>`).exec(html)?.[1]
}
