// A minute of random and adversarial query options and batches: nothing fails, the event loop is never held, and nothing is left behind.
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { anyBatch } from '../test/support/batch-fuzz.ts'
import { anyQuery, targetOf } from '../test/support/odata-fuzz.ts'
import type { LoopFigures } from './children/fuzzed-server.ts'
import { Child } from './support/child.ts'
import type { Group } from './support/group.ts'
import type { Request } from './support/http.ts'
import { exchange } from './support/http.ts'
import { childProgram } from './support/places.ts'
import { series } from './support/series.ts'
import { issueToken } from './support/tokens.ts'

const USERS = 100_000
const SECONDS = 60
const SECONDS_WHEN_QUICK = 10
const SECONDS_TO_WARM_UP = 10
const TOGETHER = 4
const SAMPLE = 100
/** In characters, of its longest texts. */
const LONGEST_BATCH = 3_000_000
/** In bytes. */
const LARGEST_BODY = 4_194_304
/** In characters, so that there is room for the headers. */
const LONGEST_PATH = 12_000
const MEGABYTE = 1_000_000

export const fuzz: Group = async ({ quick, report }) => {
  const child = new Child(childProgram('fuzzed-server'), {
    args: [String(USERS)],
    nodeOptions: ['--expose-gc'],
  })
  const origin = await child.origin()
  const scopes = ['User.ReadWrite.All', 'User.RevokeSessions.All']
  const token = await issueToken(origin, { user: 'admin', scopes })
  // The indexes, caches and compiled code that are made once are no growth, nor is the record of the last thousand requests.
  report('fuzz: warming up')
  await fuzzFor(SECONDS_TO_WARM_UP, origin, token)
  await wait(2000)
  const before = await child.ask<LoopFigures>()
  const seconds = quick ? SECONDS_WHEN_QUICK : SECONDS
  report(`fuzz: ${seconds} seconds`)
  const { requests, failures } = await fuzzFor(seconds, origin, token)
  const after = await child.ask<LoopFigures>()
  await child.stop()
  const count = requests.toLocaleString('en-US')
  return [
    {
      what: `${count} random queries and batches, among 100,000 users: answers and parts of answers with 500`,
      ours: series('answers', [failures]),
      budget: { atMost: 0 },
    },
    {
      what: '  longest hold of the event loop',
      ours: series('ms', [after.held]),
      budget: { atMost: 50 },
    },
    {
      what: '    without waits for the processor',
      ours: series('ms', [after.worked]),
      budget: { atMost: 50 },
    },
    {
      what: '  growth of the heap',
      ours: series('MB', [(after.heapBytes - before.heapBytes) / MEGABYTE]),
      budget: { atMost: 20 },
    },
  ]
}

interface Tally {
  readonly requests: number
  readonly failures: number
}

async function fuzzFor(seconds: number, origin: string, token: string): Promise<Tally> {
  const until = performance.now() + seconds * 1000
  let [requests, failures] = [0, 0]
  const work = async () => {
    while (performance.now() < until) {
      for (const request of fc.sample(anyRequest, SAMPLE)) {
        const headers = { ...request.headers, authorization: `Bearer ${token}` }
        const { text, status } = await exchange(origin, { ...request, headers })
        requests++
        if (status >= 500 || /"status":5\d\d\b/.test(text)) failures++
        if (performance.now() >= until) return
      }
    }
  }
  await Promise.all(Array.from({ length: TOGETHER }, work))
  return { requests, failures }
}

/** None that the server would not read to its end: it then closes the connection, which a client that still writes sees first. */
const anyRequest: fc.Arbitrary<Request> = fc
  .oneof(
    anyQuery.map(query => ({
      method: 'GET' as const,
      path: `/v1.0${targetOf(query)}`,
      headers: query.isEventual ? { ConsistencyLevel: 'eventual' } : {},
    })),
    anyBatch(LONGEST_BATCH).map(body => ({
      method: 'POST' as const,
      path: '/v1.0/$batch',
      headers: { 'content-type': 'application/json' },
      body,
    })),
  )
  .filter(request => request.path.length <= LONGEST_PATH && sizeOf(request) <= LARGEST_BODY)

function sizeOf({ body = '' }: Request): number {
  return Buffer.byteLength(body)
}
