// Production addresses answered in this process, and doubles that do nothing but what a test of the wire needs.

import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import https from 'node:https'
import { text } from 'node:stream/consumers'
import type { Test } from 'tap'
import type { Understudy, UnderstudyOptions } from '../../src/api.ts'
import type { InterceptOptions, Stop } from '../../src/intercept.ts'
import { intercept } from '../../src/intercept.ts'
import { upn } from './contoso.ts'
import type { Person } from './sign-in-pages.ts'
import { signInThroughPages } from './sign-in-pages.ts'
import { graph, tokenFor, understudyFor } from './understudy.ts'

export const GRAPH = 'https://graph.microsoft.com'
export const LOGIN = 'https://login.microsoftonline.com'

export const adele: Person = { login: upn('adele'), password: 'adele-Passw0rd!' }
export const admin: Person = { login: upn('admin'), password: 'admin-Passw0rd!' }

type Answering = Pick<Understudy, 'fetch'>

/** A double that answers every request as the function does. */
export function doubleOf(reply: (request: Request) => Response | Promise<Response>): Answering {
  return { fetch: async (input, init) => reply(new Request(input, init)) }
}

/** A double that answers with what it was asked. */
export const echo = doubleOf(async request =>
  Response.json({
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  }),
)

/** A double that never answers, as long as it is waited for. */
export const silent = doubleOf(
  ({ signal }) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    }),
)

/** What a planned failure of the connection looks like. */
export function connectionReset(): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
  return new TypeError('fetch failed', { cause })
}

/** A body that ends in the middle. */
export function brokenBody(): ReadableStream<Uint8Array> {
  let isBegun = false
  return new ReadableStream({
    pull(controller) {
      if (isBegun) controller.error(connectionReset())
      else controller.enqueue(new TextEncoder().encode('{"value":'))
      isBegun = true
    },
  })
}

/** Until the test ends, or the function given back is called. */
export function interceptFor(t: Test, double: Answering, options: InterceptOptions = {}): Stop {
  const stop = intercept(double, options)
  t.teardown(stop)
  return stop
}

/** A double behind the production addresses of a process that has no network. */
export async function offlineWith(t: Test, options: UnderstudyOptions = {}): Promise<Understudy> {
  const understudy = await understudyFor(t, options)
  interceptFor(t, understudy, { offline: true })
  return understudy
}

export interface HttpsReply {
  readonly status: number | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** By `node:https`. Rejects with what the request emits, or its answer. */
export function getByHttps(
  url: string,
  options: RequestOptions = {},
  send: (request: ClientRequest) => void = request => request.end(),
): Promise<HttpsReply> {
  return new Promise((resolve, reject) => {
    const request = https.request(url, options, response => {
      const { statusCode: status, headers } = response
      text(response).then(body => resolve({ status, headers, body }), reject)
    })
    request.on('error', reject)
    send(request)
  })
}

/** A person goes where the app sends them, signs in, and goes back to the app that listens there. */
export async function signInAndReturn(url: string, person = adele): Promise<void> {
  const { location, parameters, isPosted } = await signInThroughPages(fetch, url, person)
  await fetch(location, isPosted ? { method: 'POST', body: parameters } : {})
}

/** By a token that an administrator has. @param user what stands before the `@` */
export async function revoke(understudy: Understudy, user: string): Promise<void> {
  const token = await tokenFor(understudy, { user: 'admin', scopes: ['User.RevokeSessions.All'] })
  await graph(understudy, `POST /v1.0/users/${upn(user)}/revokeSignInSessions`, { token })
}

/** The claims that an answer asks for, decoded. @throws Error when it asks for none */
export function claimsAskedFor(headers: Headers | undefined): string {
  const claims = /claims="([^"]+)"/.exec(headers?.get('www-authenticate') ?? '')?.[1]
  if (claims === undefined) throw new Error('There is no claims challenge.')
  return Buffer.from(claims, 'base64').toString()
}
