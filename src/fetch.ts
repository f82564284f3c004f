// Standard Request in, standard Response out, without a port.
import { addAbortSignal, Readable } from 'node:stream'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { IN_PROCESS_SIGNAL, nameSignal } from './contract/departure.ts'
import { isHeadTooLong } from './contract/routing.ts'
import { IN_PROCESS_CONNECTION } from './contract/wire.ts'
import { IN_PROCESS_SCHEME } from './origin.ts'

type InjectResponse = Awaited<ReturnType<FastifyInstance['inject']>>

/** The one path that is answered bit by bit. */
const EVENTS_PATH = '/_understudy/events'

const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'] as const
const STATUSES_WITHOUT_BODY = new Set([204, 205, 304])

/**
 * Has the server answer a request. Rejects with TypeError, as `fetch` does, when the request cannot be sent, or when its connection would
 * have ended without an answer.
 */
export async function fetchFrom(app: FastifyInstance, request: Request): Promise<Response> {
  const { signal } = request
  signal.throwIfAborted()
  const { pathname, search, host, protocol } = new URL(request.url)
  if (isHeadTooLong(request.method, request.url, request.headers))
    return new Response(null, { status: 431 })
  const { name, forget } = nameSignal(signal)
  const options: InjectOptions = {
    method: toMethod(request.method),
    url: pathname + search,
    headers: {
      ...Object.fromEntries(request.headers),
      host,
      [IN_PROCESS_SCHEME]: protocol.slice(0, -1),
      [IN_PROCESS_SIGNAL]: name,
    },
  }
  try {
    if (request.body !== null) options.payload = Buffer.from(await request.arrayBuffer())
    if (pathname === EVENTS_PATH) options.payloadAsStream = true
    const answer = await Promise.race([app.inject(options), abortion(signal)])
    return await connect(answer, signal, app.closing)
  } finally {
    forget()
  }
}

/** Rejects once the signal is aborted, and never fulfils. */
function abortion(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

/** The answer as it would have come through a connection, were there one to be broken. */
async function connect(
  answer: InjectResponse,
  signal: AbortSignal,
  closing: AbortSignal,
): Promise<Response> {
  const connection = answer.headers[IN_PROCESS_CONNECTION]
  if (answer.rawPayload === undefined) return toStream(answer, signal)
  if (connection === 'reset') throw connectionReset()
  if (connection === 'hang') {
    await Promise.race([whenAborted(closing), abortion(signal)])
    throw connectionReset()
  }
  return toResponse(answer, connection === 'truncate')
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** What `fetch` rejects with when the other side ends the connection. */
function connectionReset(): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), {
    code: 'ECONNRESET',
    syscall: 'read',
  })
  return new TypeError('fetch failed', { cause })
}

function toMethod(method: string): (typeof METHODS)[number] {
  const known = METHODS.find(candidate => candidate === method)
  if (known === undefined) throw new TypeError(`The method ${method} is not supported.`)
  return known
}

function toResponse(
  { statusCode, headers, rawPayload }: InjectResponse,
  isCutShort: boolean,
): Response {
  const whole = STATUSES_WITHOUT_BODY.has(statusCode) ? null : rawPayload
  const body = isCutShort && whole !== null ? firstHalf(whole) : whole
  return new Response(body, { status: statusCode, headers: toHeaders(headers) })
}

function toHeaders(headers: InjectResponse['headers']): Headers {
  const list = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (name === IN_PROCESS_CONNECTION) continue
    for (const single of [value].flat()) if (single !== undefined) list.append(name, String(single))
  }
  return list
}

/** An answer whose body is still to come; it ends when its reader does, or the signal is aborted. */
function toStream(answer: InjectResponse, signal: AbortSignal): Response {
  const body = addAbortSignal(signal, answer.stream())
  body.once('close', () => answer.raw.res.destroy())
  const headers = toHeaders(answer.headers)
  return new Response(Readable.toWeb(body), { status: answer.statusCode, headers })
}

/** Ends as the body of a `fetch` whose connection breaks. */
function firstHalf(whole: Buffer): ReadableStream<Uint8Array> {
  let isSent = false
  return new ReadableStream({
    pull(controller) {
      if (isSent) {
        controller.error(new TypeError('terminated', { cause: connectionReset().cause }))
      } else {
        controller.enqueue(new Uint8Array(whole.subarray(0, Math.ceil(whole.length / 2))))
        isSent = true
      }
    },
  })
}
