// What a case of the conformance suite says, and the bodies that many of them share.
import type { DoubleName, TokenName, Tokens } from './doubles.ts'

/** A request of which the status is known beforehand. The operation and its address are given by where the case stands. */
export interface Case extends Sent {
  readonly status: number
  /** What provokes the status; it completes the title. */
  readonly when: string
}

export interface Sent {
  /** No Authorization header when left out. */
  readonly token?: TokenName
  /** For an operation whose path names a user; not yet encoded. */
  readonly userId?: string
  /** With its question mark. */
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | ((tokens: Tokens) => string)
  /** The Host header; the double's own name when left out. */
  readonly host?: string
  /** The double it is sent to; `plain` when left out. */
  readonly to?: DoubleName
  /** Why Prism cannot pass the request on as it is, so that the answer is judged in process alone. */
  readonly notThroughProxy?: string
}

const type = { 'content-type': 'application/json' }

export const json = (value: object): Sent => ({ headers: type, body: JSON.stringify(value) })

/** A body with a token in it. */
export const jsonOf = (name: TokenName, others: object = {}): Sent => ({
  headers: type,
  body: tokens => JSON.stringify({ token: tokens.get(name), ...others }),
})

/** Longer than the double reads, by as much as is around the padding. */
export const large: Sent = json({ padding: 'x'.repeat(1_048_576) })

export const notSaidToBeJson: Sent = { headers: { 'content-type': 'text/plain' }, body: '{}' }

export const malformed: Sent = {
  headers: type,
  body: '{"',
  notThroughProxy: 'Prism reads JSON bodies itself, and answers in the place of the double',
}
