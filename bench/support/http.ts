// One request and its answer, with the headers as they stand on the wire.
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** Sends a request on a connection of its own. Rejects with the system's error when nobody listens. */
export function exchange(
  origin: string,
  { method, path, headers = {}, body = '' }: Request,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(origin + path, { method, headers, agent: false }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('error', reject)
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: toRecord(response.rawHeaders),
          text,
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Asks until the answer is 200. @throws Error after half a minute */
export async function untilAnswered(origin: string, path: string): Promise<void> {
  const deadline = performance.now() + 30_000
  while (performance.now() < deadline) {
    const answer = await exchange(origin, { method: 'GET', path }).catch(() => undefined)
    if (answer?.status === 200) return
    await wait(1)
  }
  throw new Error(`${origin}${path} did not answer 200 within half a minute.`)
}

function toRecord(rawHeaders: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers[String(rawHeaders[at]).toLowerCase()] = String(rawHeaders[at + 1])
  return headers
}
