// Standard Request in, standard Response out, without a port.
import type { FastifyInstance, InjectOptions } from 'fastify'
import { IN_PROCESS_SCHEME } from './origin.ts'

type InjectResponse = Awaited<ReturnType<FastifyInstance['inject']>>

const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'] as const
const STATUSES_WITHOUT_BODY = new Set([204, 205, 304])

/** Has the server answer a request. Rejects with TypeError, as `fetch` does, when the request cannot be sent. */
export async function fetchFrom(app: FastifyInstance, request: Request): Promise<Response> {
  request.signal.throwIfAborted()
  const { pathname, search, host, protocol } = new URL(request.url)
  const options: InjectOptions = {
    method: toMethod(request.method),
    url: pathname + search,
    headers: {
      ...Object.fromEntries(request.headers),
      host,
      [IN_PROCESS_SCHEME]: protocol.slice(0, -1),
    },
  }
  if (request.body !== null) options.payload = Buffer.from(await request.arrayBuffer())
  return toResponse(await Promise.race([app.inject(options), abortion(request.signal)]))
}

/** Rejects once the signal is aborted, and never fulfils. */
function abortion(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

function toMethod(method: string): (typeof METHODS)[number] {
  const known = METHODS.find(candidate => candidate === method)
  if (known === undefined) throw new TypeError(`The method ${method} is not supported.`)
  return known
}

function toResponse({ statusCode, headers, rawPayload }: InjectResponse): Response {
  const responseHeaders = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    for (const single of [value].flat())
      if (single !== undefined) responseHeaders.append(name, String(single))
  }
  const body = STATUSES_WITHOUT_BODY.has(statusCode) ? null : rawPayload
  return new Response(body, { status: statusCode, headers: responseHeaders })
}
