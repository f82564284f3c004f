// When whoever sent a request no longer waits for its answer: the connection has ended, or, without one, the signal was aborted.
import { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** The header by which a request without a connection names its signal. */
export const IN_PROCESS_SIGNAL = 'x-in-process-signal'

const signals = new Map<string, AbortSignal>()
let named = 0

/** Makes a signal known until `forget` is called. */
export function nameSignal(signal: AbortSignal): {
  readonly name: string
  readonly forget: () => void
} {
  const name = String(named++)
  signals.set(name, signal)
  return { name, forget: () => signals.delete(name) }
}

/** Calls `leave` once, at once if it is too late already, unless what it returns is called before. */
export function onDeparture(
  { raw, headers }: Pick<FastifyRequest, 'raw' | 'headers'>,
  leave: () => void,
): () => void {
  const { socket } = raw
  // A connection says it itself: what a client writes into the header is not believed.
  if (socket instanceof Socket) {
    if (socket.destroyed) leave()
    else socket.once('close', leave)
    return () => socket.off('close', leave)
  }
  const signal = signals.get(String(headers[IN_PROCESS_SIGNAL]))
  if (signal?.aborted === true) leave()
  signal?.addEventListener('abort', leave, { once: true })
  return () => signal?.removeEventListener('abort', leave)
}
