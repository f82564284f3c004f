// Puts answers on the wire, whole or, where a failure was planned, not.
import { Socket } from 'node:net'
import { pipeline, Readable } from 'node:stream'
import { TLSSocket } from 'node:tls'
import type { FastifyReply } from 'fastify'
import { encodeInTurns } from './long-bodies.ts'
import type { Answer } from './responses.ts'
import { isStream } from './responses.ts'

/** A connection that ends without an answer, or never gives one. */
export type BrokenConnection = 'reset' | 'hang'

/** By which an answer without a connection says how a connection would have ended. */
export const IN_PROCESS_CONNECTION = 'x-in-process-connection'

/**
 * Puts an answer on the wire as it is. Past Fastify's own `send`, which would add a charset to the content type of an error where the real
 * service has none.
 * @param isCutShort ends the connection in the middle of the body
 */
export function send(
  reply: FastifyReply,
  { status, headers, body, cookies }: Answer,
  isCutShort = false,
): FastifyReply {
  const raw = takeOver(reply, cookies)
  if (body === undefined) {
    raw.writeHead(status, headers).end()
    return reply
  }
  if (isStream(body)) {
    // Whoever ends it, the stream is told, and there is nothing left to answer.
    pipeline(Readable.from(body), raw.writeHead(status, headers), () => {})
    return reply
  }
  const isText = typeof body === 'string' && headers['content-type']?.startsWith('text/')
  const text = isText ? body : JSON.stringify(body)
  headers['content-length'] = String(Buffer.byteLength(text))
  if (isCutShort) {
    sendHalf(reply, status, headers, text)
  } else raw.writeHead(status, headers).end(text)
  return reply
}

/** The same with a long body of JSON, which is made a piece at a time. */
export async function sendInTurns(
  reply: FastifyReply,
  answer: Answer,
  isCutShort = false,
): Promise<FastifyReply> {
  const { status, headers, body, cookies } = answer
  if (isCutShort) return send(reply, answer, isCutShort)
  const pieces = await encodeInTurns(body)
  headers['content-length'] = String(pieces.reduce((sum, { length }) => sum + length, 0))
  const raw = takeOver(reply, cookies).writeHead(status, headers)
  for (const piece of pieces) raw.write(piece)
  raw.end()
  return reply
}

function takeOver(reply: FastifyReply, cookies: Answer['cookies'] = []): FastifyReply['raw'] {
  reply.hijack()
  if (cookies.length > 0) reply.raw.setHeader('set-cookie', cookies)
  return reply.raw
}

function sendHalf(
  { raw }: FastifyReply,
  status: number,
  headers: Record<string, string>,
  text: string,
): void {
  if (raw.socket instanceof Socket) {
    const half = text.slice(0, Math.ceil(text.length / 2))
    raw.writeHead(status, headers).write(half, () => raw.destroy())
  } else {
    headers[IN_PROCESS_CONNECTION] = 'truncate'
    raw.writeHead(status, headers).end(text)
  }
}

/** Ends the connection without an answer, or leaves it without one. */
export function breakOff(reply: FastifyReply, connection: BrokenConnection): FastifyReply {
  reply.hijack()
  const { raw } = reply
  if (!(raw.socket instanceof Socket)) {
    raw.writeHead(500, { [IN_PROCESS_CONNECTION]: connection }).end()
  } else if (connection === 'reset') {
    // A connection within another cannot be reset by itself: it ends without a word.
    if (raw.socket instanceof TLSSocket) raw.socket.destroy()
    else raw.socket.resetAndDestroy()
  }
  return reply
}
