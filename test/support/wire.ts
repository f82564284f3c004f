// Requests as no client would send them, byte by byte, and answers read off the wire.
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Test } from 'tap'
import type { Reply } from './understudy.ts'

export async function readReply(response: Response): Promise<Reply> {
  const { status, headers } = response
  return toReply(status, headers, await response.text())
}

/** A connection to a port of this machine, closed when the test ends. */
export async function connection(t: Test, url: string): Promise<Socket> {
  const { port } = new URL(url)
  const socket = connect(Number(port), '127.0.0.1')
  // Both ends drop connections here on purpose.
  socket.on('error', () => undefined)
  t.teardown(() => socket.destroy())
  await once(socket, 'connect')
  return socket
}

/** Settles when the connection is closed, by an end or by a reset. */
export function closed(socket: Socket): Promise<void> {
  return new Promise(resolve => socket.once('close', () => resolve()))
}

/**
 * Sends the lines of a request's head, then the body, and reads the one answer.
 * @param lines without `Connection: close`, which is added
 */
export async function sendLines(
  t: Test,
  url: string,
  lines: readonly string[],
  body = '',
): Promise<Reply> {
  const socket = await connection(t, url)
  socket.write([...lines, 'Connection: close', '', body].join('\r\n'), 'latin1')
  const answer = await text(socket)
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  const [statusLine = '', ...fields] = head.split('\r\n')
  const headers = new Headers(
    fields.map((field): [string, string] => {
      const colon = field.indexOf(':')
      return [field.slice(0, colon), field.slice(colon + 1).trim()]
    }),
  )
  return toReply(Number(statusLine.split(' ')[1]), headers, rest.join('\r\n\r\n'))
}

function toReply(status: number, headers: Headers, body: string): Reply {
  const isJson = /json/.test(headers.get('content-type') ?? '')
  return { status, headers, text: body, json: isJson ? JSON.parse(body) : undefined }
}
