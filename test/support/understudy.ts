// A double for one test: made in milliseconds, without a port, gone when the test ends.
import type { Test } from 'tap'
import type { Understudy, UnderstudyOptions } from '../../src/api.ts'
import { ManualClock } from '../../src/clock.ts'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { SigningKeys } from '../../src/tokens/signing-keys.ts'
import type { Overrides } from '../../src/understudy.ts'
import { createUnderstudy } from '../../src/understudy.ts'
import './patient-connections.ts'

/** Making keys takes longer than most tests, so a test file shares one pair. */
export const signingKeys = new SigningKeys()

/** What the fixed clock of `understudyAt` shows at first. */
export const NOON = new Date('2026-08-13T12:00:00.250Z')

export async function understudyFor(
  t: Test,
  options: UnderstudyOptions = {},
  overrides: Overrides = {},
): Promise<Understudy> {
  const understudy = await createUnderstudy(
    { signingKeys, logLevel: 'silent', ...options },
    overrides,
  )
  t.teardown(() => understudy.close())
  return understudy
}

/** A double whose clock stands still at noon until it is moved. */
export async function understudyAtNoon(
  t: Test,
  options: UnderstudyOptions = {},
): Promise<{ understudy: Understudy; clock: ManualClock }> {
  const clock = new ManualClock(NOON)
  return { understudy: await understudyFor(t, { clock, ...options }), clock }
}

export interface Reply {
  readonly status: number
  readonly headers: Headers
  /** The body as JSON; undefined when there is none. */
  readonly json: unknown
  readonly text: string
}

export interface Call {
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
}

/** Sends a request to Microsoft Graph's address: `graph(understudy, 'GET /v1.0/me', { token })`. */
export function graph(
  understudy: Understudy,
  line: `${string} /${string}`,
  call: Call = {},
): Promise<Reply> {
  return send(understudy, 'https://graph.microsoft.com', line, call)
}

/** Sends a request to the double's own address: `control(understudy, 'POST /_understudy/reset')`. */
export function control(
  understudy: Understudy,
  line: `${string} /${string}`,
  call: Call = {},
): Promise<Reply> {
  return send(understudy, 'http://localhost:4280', line, call)
}

async function send(
  understudy: Understudy,
  origin: string,
  line: string,
  { token, headers = {}, body }: Call,
): Promise<Reply> {
  const [method = '', path = ''] = line.split(/ (.*)/s)
  const response = await understudy.fetch(origin + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  }
}

/** An access token, `tokenFor(understudy, { user: 'adele', scopes: ['User.Read'] })`. */
export async function tokenFor(understudy: Understudy, request: TokenRequest): Promise<string> {
  return (await understudy.issueToken(request)).access_token
}
