// Errors of the control surface: problem documents.
import { STATUS_CODES } from 'node:http'
import type { components } from '../contract/generated.ts'
import type { Answer } from '../contract/responses.ts'

type ProblemDocument = components['schemas']['problem']

/** @see RFC 9457 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly errors: ProblemDocument['errors']
  readonly headers: Readonly<Record<string, string>>

  /** @param detail what is wrong, and what to do about it */
  constructor(
    status: number,
    detail: string,
    extra: { errors?: ProblemDocument['errors']; headers?: Record<string, string> } = {},
  ) {
    super(detail)
    this.status = status
    this.errors = extra.errors
    this.headers = extra.headers ?? {}
  }
}

export function toAnswer({ status, message, errors, headers }: Problem): Answer {
  const body: ProblemDocument = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: message,
    ...(errors !== undefined && { errors }),
  }
  return { status, headers: { 'content-type': 'application/problem+json', ...headers }, body }
}
