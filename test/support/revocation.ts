// What the tests of revocation do again and again: call with a token, and read since when a user's sessions are valid.

import type { Understudy } from '../../src/api.ts'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { graph, tokenFor } from './understudy.ts'

type Line = `${string} /${string}`

/** An application that may read and revoke for everybody. */
export const daemon: TokenRequest = { roles: ['User.RevokeSessions.All', 'User.Read.All'] }

/** The request that revokes for a user, by id or user principal name. */
export const revokes = (user: string): Line => `POST /v1.0/users/${user}/revokeSignInSessions`

/** The status of a call with a token; of reading oneself, when no other is asked for. */
export async function statusOf(
  understudy: Understudy,
  token: string,
  line: Line = 'GET /v1.0/me',
): Promise<number> {
  return (await graph(understudy, line, { token })).status
}

/** The `signInSessionsValidFromDateTime` of a user, by id or user principal name. */
export async function validFrom(understudy: Understudy, user: string): Promise<unknown> {
  const { json } = await graph(
    understudy,
    `GET /v1.0/users/${user}?$select=signInSessionsValidFromDateTime`,
    { token: await tokenFor(understudy, daemon) },
  )
  return Object(json).signInSessionsValidFromDateTime
}

/** An instant as Graph writes it: UTC, whole seconds. */
export function wholeSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
