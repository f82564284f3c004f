// Sends lists of users random and adversarial query options for as many seconds as the second argument says, among as many users as the first.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import fc from 'fast-check'
import { addressOf, anyQuery } from '../../test/support/odata-fuzz.ts'
import { library } from '../support/places.ts'
import { answerParent } from './answering.ts'

type Library = typeof import('../../src/index.ts')

export interface FuzzFigures {
  readonly requests: number
  /** Answers with 500 or more. */
  readonly failures: number
  /** The longest time that the loop was held, in milliseconds. */
  readonly held: number
  /** Collected before and after. */
  readonly heapGrowthBytes: number
}

const [generateUsers = 0, seconds = 0] = process.argv.slice(2).map(Number)
const TOGETHER = 4
const SAMPLE = 200
const WARM_UP = 2000

const { createUnderstudy }: Library = await import(library.href)
const understudy = await createUnderstudy({ generateUsers })
const { access_token: token } = await understudy.issueToken({
  user: 'admin',
  scopes: ['User.Read.All'],
})

answerParent(async (): Promise<FuzzFigures> => {
  // The indexes, caches and compiled code that are made once are no growth, nor is the record of the last thousand requests.
  for (let sent = 0; sent < WARM_UP; sent += SAMPLE) await send(sample())
  await new Promise(resolve => setTimeout(resolve, 5000))
  const before = heapBytes()
  const loop = monitorEventLoopDelay({ resolution: 1 })
  let [requests, failures, held] = [0, 0, 0]
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    // Making them up takes longer than a slice.
    const queries = sample()
    loop.enable()
    failures += await send(queries)
    loop.disable()
    held = Math.max(held, loop.max)
    loop.reset()
    requests += queries.length
  }
  return { requests, failures, held: held / 1e6, heapGrowthBytes: heapBytes() - before }
})

function sample(): Query[] {
  return fc
    .sample(anyQuery, SAMPLE)
    .map(query => ({ address: addressOf(query), isEventual: query.isEventual }))
}

interface Query {
  readonly address: string
  readonly isEventual: boolean
}

/** How many failed. */
async function send(queries: readonly Query[]): Promise<number> {
  const left = [...queries]
  let failures = 0
  const work = async () => {
    for (let query = left.pop(); query !== undefined; query = left.pop()) {
      // In process, a request that is refused at once never lets the loop turn.
      await new Promise(setImmediate)
      const { status } = await understudy.fetch(query.address, {
        headers: {
          authorization: `Bearer ${token}`,
          ...(query.isEventual && { ConsistencyLevel: 'eventual' }),
        },
      })
      if (status >= 500) failures++
    }
  }
  await Promise.all(Array.from({ length: TOGETHER }, work))
  return failures
}

function heapBytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
