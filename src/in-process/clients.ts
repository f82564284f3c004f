// Answers fetch, http, https and XMLHttpRequest in this process, by way of @mswjs/interceptors.
import { EventEmitter } from 'node:events'
import type { HttpRequestEventMap, Interceptor } from '@mswjs/interceptors'
import { getRawRequest } from '@mswjs/interceptors'
import { ClientRequestInterceptor } from '@mswjs/interceptors/ClientRequest'
import { FetchInterceptor } from '@mswjs/interceptors/fetch'
import { XMLHttpRequestInterceptor } from '@mswjs/interceptors/XMLHttpRequest'
import type { Answering, Destination } from './answers.ts'
import { answer, followable, offlineError } from './answers.ts'
import { connectionError, fetchError } from './network-error.ts'

type Listener = (event: HttpRequestEventMap['request'][0]) => Promise<void>

/** Nobody has answered yet. */
const PENDING = 0

interface InterceptorClass {
  readonly symbol: symbol
  new (): Interceptor<HttpRequestEventMap>
}

interface Kind {
  readonly toError: (reason: unknown) => Error
  /** Aborted when the client gives up. */
  readonly signalOf: (request: Request) => AbortSignal
}

const fetching: Kind = { toError: fetchError, signalOf: ({ signal }) => signal }
const connecting: Kind = { toError: connectionError, signalOf: closing }

/** Gives what undoes it. */
export function interceptClients(
  understudy: Answering,
  destinationOf: (url: URL) => Destination,
): () => void {
  const listener =
    ({ toError, signalOf }: Kind): Listener =>
    async ({ request, controller }) => {
      const url = new URL(request.url)
      const destination = destinationOf(url)
      // Another listener, such as that of an MSW server, was quicker.
      if (controller.readyState !== PENDING || destination === 'network') return
      if (destination === 'refused')
        return controller.errorWith(toError(offlineError(request.method, url)))
      try {
        const response = await answer(understudy, request, signalOf(request))
        controller.respondWith(followable(request, response))
      } catch (error) {
        if (controller.readyState === PENDING) controller.errorWith(toError(error))
      }
    }
  const undo = [
    attach(ClientRequestInterceptor, listener(connecting)),
    attach(XMLHttpRequestInterceptor, listener(fetching)),
    attach(FetchInterceptor, listener(fetching)),
  ]
  return () => {
    for (const detach of undo) detach()
  }
}

/** Shares the interceptor that is running, of an MSW server for instance: there can be only one of each kind. */
function attach(Kind: InterceptorClass, listener: Listener): () => void {
  const running: Interceptor<HttpRequestEventMap> | undefined = Reflect.get(globalThis, Kind.symbol)
  if (running !== undefined) {
    running.on('request', listener)
    return () => running.off('request', listener)
  }
  const own = new Kind()
  own.apply()
  own.on('request', listener)
  const isApplied = Reflect.has(globalThis, Kind.symbol)
  return () => {
    // Whoever shared it may have taken its mark away, without which nothing is restored.
    if (isApplied) Reflect.set(globalThis, Kind.symbol, own)
    own.dispose()
  }
}

/** When the connection is closed, before its end or after. */
function closing(request: Request): AbortSignal {
  const controller = new AbortController()
  const raw = getRawRequest(request)
  if (raw instanceof EventEmitter) raw.once('close', () => controller.abort())
  return controller.signal
}
