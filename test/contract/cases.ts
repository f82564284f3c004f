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
  readonly userId?: Named
  /** For the operation that asks by user principal name; not yet encoded. */
  readonly userName?: string
  /** For an operation whose path begins with a tenant; the built-in one's domain when left out. */
  readonly authorityTenant?: string
  /** For an operation whose path names a tenant; not yet encoded. */
  readonly tenant?: string
  /** What else the operation's path names, by the parameter's name; not yet encoded. */
  readonly path?: Readonly<Record<string, Named>>
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

/** What a path names: the same in every exchange, or another in each. */
export type Named = string | (() => string)

/** Counts as a case all the same. */
export const tooLongForPrism =
  'Prism reads ten megabytes itself, and answers in the place of the double'

const type = { 'content-type': 'application/json' }

export const json = (value: object): Sent => ({ headers: type, body: JSON.stringify(value) })

/** A body with a token in it. */
export const jsonOf = (name: TokenName, others: object = {}): Sent => ({
  headers: type,
  body: tokens => JSON.stringify({ token: tokens.get(name), ...others }),
})

/** Longer than the double reads, by as much as is around the padding. */
const padding = 'x'.repeat(1_048_576)
export const large: Sent = json({ padding })

export const notSaidToBeJson: Sent = { headers: { 'content-type': 'text/plain' }, body: '{}' }

export const malformed: Sent = {
  headers: type,
  body: '{"',
  notThroughProxy: 'Prism reads JSON bodies itself, and answers in the place of the double',
}

type Fields = Readonly<Record<string, string>>
const formType = { 'content-type': 'application/x-www-form-urlencoded' }

export const form = (fields: Fields): Sent => ({ headers: formType, body: encode(fields) })

/** @param secrets the fields that carry a token, by the token's name */
export const formOf = (secrets: Readonly<Record<string, TokenName>>, others: Fields): Sent => ({
  headers: formType,
  body: tokens => {
    const known = Object.entries(secrets).map(([field, name]) => [field, tokens.get(name) ?? ''])
    return encode({ ...others, ...Object.fromEntries(known) })
  },
})

export const largeForm: Sent = form({ padding })

/** The parameters of an address, with their question mark. */
export const query = (fields: Fields): Sent => ({ query: `?${encode(fields)}` })

function encode(fields: Fields): string {
  return new URLSearchParams(fields).toString()
}

/** Of a case that is answered by a redirect. */
export const redirected = { notThroughProxy: 'Prism follows redirects itself' }
