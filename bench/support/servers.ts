// The servers that are compared, each a process on a port of its own.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Child, type ChildOptions, startProbed } from './child.ts'
import type { Request } from './http.ts'
import { untilAnswered } from './http.ts'
import { childProgram, prism, program } from './places.ts'

export interface Server {
  /** `http://127.0.0.1:4280` */
  readonly origin: string
  readonly process: Child
}

/** Answers everywhere: ours and Prism by the contract, the bare one because it is told to. */
export const HEALTH = '/_understudy/health'

/** graph-understudy as it is installed, http only. */
export async function startOurs({ args = [], ...options }: ChildOptions = {}): Promise<Server> {
  const child = startProbed(program, {
    ...options,
    args: ['--port', '0', '--no-https', ...args],
  })
  return { origin: await child.origin(), process: child }
}

/** What the bare server answers, always the same. */
export interface CannedAnswer {
  readonly method: Request['method']
  /** Fastify's notation: `/users/:id`. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** Fastify with one plain handler for each answer. */
export async function startBare(answers: readonly CannedAnswer[]): Promise<Server> {
  const child = startProbed(childProgram('bare-routes'), { args: [JSON.stringify(answers)] })
  return { origin: await child.origin(), process: child }
}

/** `prism mock`: with its own settings a line for every request, which costs it a third of its speed, or silent. */
export async function startPrism(
  contractPath: string,
  verbosity: 'info' | 'silent',
): Promise<Server> {
  const port = await freePort()
  const args = ['mock', '--port', String(port), '--verboseLevel', verbosity, contractPath]
  const child = startProbed(prism, { args })
  const origin = `http://127.0.0.1:${port}`
  await untilAnswered(origin, HEALTH)
  return { origin, process: child }
}

/** A silent Prism does not say where it listens, so it is told. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}
