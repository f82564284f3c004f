// Answers what goes through undici's global dispatcher: the undici package, and a `fetch` that a library took before it was intercepted.
import type { Answering, Destination } from './answers.ts'
import { answer, offlineError } from './answers.ts'
import type { DispatchHandler, Receiver } from './dispatch-handlers.ts'
import { receiverOf } from './dispatch-handlers.ts'
import { connectionError } from './network-error.ts'

/** Undici keeps it there for all its copies in a process: the first one up to version 7 and for Node's own, the second from 8 on. */
const PLACES = ['undici.globalDispatcher.1', 'undici.globalDispatcher.2'].map(Symbol.for)

export interface DispatchOptions {
  readonly origin?: string | URL
  readonly path: string
  readonly method: string
  readonly headers?: unknown
  readonly body?: unknown
}

interface Dispatcher {
  dispatch(options: DispatchOptions, handler: DispatchHandler): boolean
}

/** Gives what undoes it. */
export function interceptDispatchers(
  understudy: Answering,
  destinationOf: (url: URL) => Destination,
): () => void {
  const undo = PLACES.map(place => {
    const original: Dispatcher | undefined = Reflect.get(globalThis, place)
    if (original === undefined) return () => {}
    const wrapped = wrap(original, understudy, destinationOf)
    Reflect.set(globalThis, place, wrapped)
    return () => {
      // Unless another has been set since.
      if (Reflect.get(globalThis, place) === wrapped) Reflect.set(globalThis, place, original)
    }
  })
  return () => {
    for (const restore of undo) restore()
  }
}

function wrap(
  original: Dispatcher,
  understudy: Answering,
  destinationOf: (url: URL) => Destination,
): Dispatcher {
  const dispatch: Dispatcher['dispatch'] = (options, handler) => {
    const url = new URL(options.path, options.origin)
    const destination = destinationOf(url)
    if (destination === 'network') return original.dispatch(options, handler)
    const receiver = receiverOf(handler)
    if (destination === 'double') void send(understudy, url, options, receiver)
    else receiver.fail(connectionError(offlineError(options.method, url)))
    return true
  }
  return new Proxy(original, {
    get(target, name) {
      if (name === 'dispatch') return dispatch
      const member: unknown = Reflect.get(target, name, target)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

async function send(
  understudy: Answering,
  url: URL,
  { method, headers, body }: DispatchOptions,
  receiver: Receiver,
): Promise<void> {
  const { signal } = receiver
  try {
    const content = toBody(body)
    const request = new Request(url, {
      method,
      headers: toHeaders(headers),
      ...(content !== undefined && { body: content, duplex: 'half' }),
    })
    const response = await answer(understudy, request, signal)
    await receiver.begin(response)
    for await (const chunk of response.body ?? []) await receiver.take(chunk)
    receiver.end()
  } catch (error) {
    receiver.fail(signal.aborted ? signal.reason : connectionError(error))
  }
}

/** From what undici takes: pairs, names and values by turns, or an object whose values may be several. */
function toHeaders(given: unknown): Headers {
  const headers = new Headers()
  for (const [name, value] of pairsOf(given))
    for (const single of [value].flat())
      if (single !== undefined && single !== null) headers.append(String(name), String(single))
  return headers
}

function pairsOf(given: unknown): readonly (readonly unknown[])[] {
  if (typeof given !== 'object' || given === null) return []
  if (!isIterable(given)) return Object.entries(given)
  const items = [...given]
  if (items.every(item => Array.isArray(item))) return items
  return items.flatMap((item, index) => (index % 2 === 0 ? [[item, items[index + 1]]] : []))
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value
}

function toBody(body: unknown): RequestInit['body'] | undefined {
  if (body === undefined || body === null) return undefined
  // A string would be given a content type.
  if (typeof body === 'string') return Buffer.from(body)
  if (body instanceof Uint8Array) return body
  if (body instanceof FormData || body instanceof Blob) return body
  if (typeof body === 'object' && isAsyncIterable(body)) return ReadableStream.from(body)
  throw new TypeError('graph-understudy cannot read a request body of this kind.')
}

function isAsyncIterable(value: object): value is AsyncIterable<Uint8Array> {
  return Symbol.asyncIterator in value
}
