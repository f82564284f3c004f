// Batches of requests to Microsoft Graph, and what comes of their parts.
import type { Understudy } from '../../src/api.ts'
import type { Reply } from './understudy.ts'
import { graph } from './understudy.ts'

/** A part as it is sent; anything may be wrong with it. */
export type Part = Readonly<Record<string, unknown>>

export interface PartReply {
  readonly id: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Whatever it is; undefined where there is none. */
  readonly body?: unknown
}

export const json = { 'Content-Type': 'application/json' }

/** Revokes a user's sessions; the caller's own when no other is named. */
export function revoking(id: string, user?: string): Part {
  const url = `${user === undefined ? '/me' : `/users/${user}`}/revokeSignInSessions`
  return { id, method: 'POST', url, headers: json, body: {} }
}

export function reading(id: string, url = '/me'): Part {
  return { id, method: 'GET', url }
}

/** Sends parts as one batch. */
export function batch(
  understudy: Understudy,
  token: string,
  requests: unknown,
  {
    version = 'v1.0',
    headers = {},
  }: { readonly version?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Reply> {
  return graph(understudy, `POST /${version}/$batch`, { token, headers, body: { requests } })
}

/** The answers to the parts. @throws Error when it is not 200 */
export function partsOf({ status, text }: Reply): readonly PartReply[] {
  if (status !== 200) throw new Error(`${status} ${text}`)
  return JSON.parse(text).responses
}

export function statusesOf(reply: Reply): readonly number[] {
  return partsOf(reply).map(part => part.status)
}
