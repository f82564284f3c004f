// Loaded into a server before its own program: tells the parent what the process has used so far.
import { answerParent } from './answering.ts'

export interface Usage {
  /** Of all threads, user and system. */
  readonly processorMicroseconds: number
  /** After a garbage collection, where the process was started with --expose-gc. */
  readonly residentBytes: number
  readonly heapBytes: number
}

answerParent((): Usage => {
  const { user, system } = process.cpuUsage()
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  return { processorMicroseconds: user + system, residentBytes: rss, heapBytes: heapUsed }
})
