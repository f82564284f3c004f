// Puts a server under load, and counts what it answered and what that cost its process.
import autocannon from 'autocannon'
import type { Usage } from '../children/probe.ts'
import type { Server } from './servers.ts'

export interface LoadFigures {
  readonly requestsPerSecond: number
  /** Processor time of the server's process, all threads, in microseconds. */
  readonly processorTimePerRequest: number
  /** Processor time for each second of the clock: near 1 or above, the server was what limited the load. */
  readonly busy: number
}

/** As many as a test run has open at once; more make no difference to the ratios. */
const CONNECTIONS = 10

/**
 * @param options what autocannon takes besides the address: the request or requests, and for how long
 * @throws Error when any answer was neither 2xx nor a redirect, not the expected body, or never came
 */
export async function load(
  { origin, process }: Server,
  { path = '', ...options }: Omit<autocannon.Options, 'url'> & { readonly path?: string },
): Promise<LoadFigures> {
  const before = await process.ask<Usage>()
  const result = await send(origin + path, options)
  const after = await process.ask<Usage>()
  const refused = result.non2xx - result['3xx']
  if (refused > 0 || result.mismatches > 0) {
    throw new Error(
      `Of ${result.requests.total} answers from ${origin}${path}, ${refused} were neither 2xx nor 3xx and ${result.mismatches} had another body.`,
    )
  }
  const microseconds = after.processorMicroseconds - before.processorMicroseconds
  return {
    requestsPerSecond: result.requests.total / result.duration,
    processorTimePerRequest: microseconds / result.requests.total,
    busy: microseconds / 1e6 / result.duration,
  }
}

/** @throws Error when a request was not answered at all */
export async function send(
  url: string,
  options: Omit<autocannon.Options, 'url'>,
): Promise<autocannon.Result> {
  const result = await autocannon({ url, connections: CONNECTIONS, sampleInt: 100, ...options })
  if (result.errors > 0) {
    throw new Error(
      `${result.errors} requests to ${url} failed, ${result.timeouts} of them by time-out.`,
    )
  }
  return result
}
