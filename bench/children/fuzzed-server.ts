// A server with as many made-up users as the argument says, which watches its event loop while others send it what they like.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { library } from '../support/places.ts'
import { answerParent } from './answering.ts'

type Library = typeof import('../../src/index.ts')

/** What was seen since the last time it was asked. */
export interface LoopFigures {
  /** The longest time that the loop was held, in milliseconds. */
  readonly held: number
  /** After the garbage was collected. */
  readonly heapBytes: number
}

const { createUnderstudy }: Library = await import(library.href)
const understudy = await createUnderstudy({ generateUsers: Number(process.argv[2]) })
const loop = monitorEventLoopDelay({ resolution: 1 })

answerParent((): LoopFigures => {
  const held = loop.max / 1e6
  globalThis.gc?.()
  const { heapUsed } = process.memoryUsage()
  loop.enable()
  loop.reset()
  return { held, heapBytes: heapUsed }
})
console.log(await understudy.listen({ port: 0, https: false }))
