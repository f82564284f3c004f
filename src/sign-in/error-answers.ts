// An error of the surface in each of its shapes: JSON, a page, and parameters for a client.
import type { components } from '../contract/generated.ts'
import type { SignInError } from './errors.ts'
import type { ErrorView } from './pages/view.ts'

export type SignInErrorBody = components['schemas']['signInError']

/** What an error repeats of the request it answers. */
export interface RequestTrace {
  readonly traceId: string
  readonly correlationId: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

const LOOKUP_PAGE = 'https://login.microsoftonline.com/error?code='

export function toErrorBody(
  { code, error, sentence, extra }: SignInError,
  trace: RequestTrace,
): SignInErrorBody {
  const timestamp = toTimestamp(trace.now)
  return {
    error: extra.word ?? error,
    error_description: describe(sentence, trace),
    error_codes: code === undefined ? [] : [code],
    timestamp,
    trace_id: trace.traceId,
    correlation_id: trace.correlationId,
    ...(code !== undefined && extra.hasLookupPage !== false && { error_uri: LOOKUP_PAGE + code }),
    ...(extra.suberror && { suberror: extra.suberror }),
  }
}

/** For the redirect URI, in the order in which they are sent. */
export function toErrorParameters(
  { code, error, sentence, extra }: SignInError,
  trace: RequestTrace,
): readonly (readonly [string, string])[] {
  const parameters: [string, string][] = [
    ['error', error],
    ['error_description', describe(sentence, trace)],
  ]
  if (code !== undefined && extra.hasLookupPage !== false)
    parameters.push(['error_uri', LOOKUP_PAGE + code])
  return parameters
}

export function toErrorView({ code, message, extra }: SignInError, trace: RequestTrace): ErrorView {
  return {
    kind: 'error',
    code: code === undefined ? '' : `AADSTS${code}`,
    message,
    correlationId: trace.correlationId,
    traceId: trace.traceId,
    timestamp: toPageTimestamp(trace.now),
    advice: extra.advice,
  }
}

/** With single spaces between its parts, as since 2023. */
function describe(sentence: string, { traceId, correlationId, now }: RequestTrace): string {
  return `${sentence} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${toTimestamp(now)}`
}

/** `2026-11-22T14:16:40Z`: pages write it otherwise than JSON does. */
function toPageTimestamp(milliseconds: number): string {
  return toTimestamp(milliseconds).replace(' ', 'T')
}

/** `2026-11-22 14:16:40Z` */
function toTimestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')}Z`
}
