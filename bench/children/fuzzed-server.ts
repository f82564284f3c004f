// A server with as many made-up users as the argument says, which watches its event loop while others send it what they like.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { library } from '../support/places.ts'
import { answerParent } from './answering.ts'

type Library = typeof import('../../src/index.ts')

/** What was seen since the last time it was asked. */
export interface LoopFigures {
  /** The longest time that the loop was held, in milliseconds, by whatever: this process, or others that had the processor. */
  readonly held: number
  /** The same, no longer than the process had processor time meanwhile. */
  readonly worked: number
  /** After the garbage was collected. */
  readonly heapBytes: number
}

const { createUnderstudy }: Library = await import(library.href)
const understudy = await createUnderstudy({ generateUsers: Number(process.argv[2]) })
const loop = monitorEventLoopDelay({ resolution: 1 })
let worked = 0
let last = { at: performance.now(), used: process.cpuUsage() }

setInterval(() => {
  const { user, system } = process.cpuUsage(last.used)
  worked = Math.max(worked, Math.min((user + system) / 1000, performance.now() - last.at))
  last = { at: performance.now(), used: process.cpuUsage() }
}, 1).unref()

answerParent((): LoopFigures => {
  const seen = { held: loop.max / 1e6, worked }
  globalThis.gc?.()
  const { heapUsed } = process.memoryUsage()
  loop.enable()
  loop.reset()
  last = { at: performance.now(), used: process.cpuUsage() }
  worked = 0
  return { ...seen, heapBytes: heapUsed }
})
console.log(await understudy.listen({ port: 0, https: false }))
