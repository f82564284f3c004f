// Problem documents, as the control surface answers with them.
import { STATUS_CODES } from 'node:http'
import type { Test } from 'tap'
import type { Understudy } from '../../src/api.ts'
import type { Reply } from './understudy.ts'
import { readReply } from './wire.ts'

/**
 * Asserts that a reply is the problem document of its status.
 * @param members what else the document says, as for `t.match`
 */
export function isProblem(t: Test, reply: Reply, status: number, members: object = {}): void {
  t.equal(reply.status, status, reply.text.slice(0, 200))
  t.equal(reply.headers.get('content-type'), 'application/problem+json')
  t.match(reply.json, {
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail: /./,
    ...members,
  })
}

/** Sends a body as it is: `sendText(understudy, 'PATCH /_understudy/settings', '{')`. */
export async function sendText(
  understudy: Understudy,
  line: `${string} /${string}`,
  body: string,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
): Promise<Reply> {
  const [method = '', path = ''] = line.split(/ (.*)/s)
  const options = { method, headers, body: new TextEncoder().encode(body) }
  return readReply(await understudy.fetch(`http://localhost:4280${path}`, options))
}
