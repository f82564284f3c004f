// The program's commands against a double that listens in the test's own process.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import type { Understudy, UnderstudyOptions } from '../../src/api.ts'
import type { Ended } from './program.ts'
import { launch, runProgram, watch } from './program.ts'
import { understudyAtNoon } from './understudy.ts'

type Environment = Readonly<Record<string, string>>

export interface CommandServer {
  readonly understudy: Understudy
  readonly url: string
  /** Runs a command against it: `run('revoke adele')`. Options with spaces in them are given as a list. */
  run(line: string | readonly string[], options?: RunOptions): Promise<Ended>
}

export interface RunOptions {
  readonly env?: Environment
  readonly input?: string
}

/** A double whose clock stands still at noon, by http on any free port. */
export async function commandServer(
  t: Test,
  options: UnderstudyOptions = {},
): Promise<CommandServer> {
  const { understudy } = await understudyAtNoon(t, { seed: 'commands', ...options })
  const url = await understudy.listen({ port: 0, https: false })
  return {
    understudy,
    url,
    run: (line, { env = {}, input } = {}) =>
      runProgram(t, {
        args: wordsOf(line),
        env: { GRAPH_UNDERSTUDY_URL: url, ...env },
        ...(input !== undefined && { input }),
      }),
  }
}

function wordsOf(line: string | readonly string[]): readonly string[] {
  return typeof line === 'string' ? line.split(' ') : line
}

export interface Following {
  /** The next whole line of standard output; rejects when the program ends without another. */
  nextLine(): Promise<string>
  readonly ended: Promise<Ended>
  stop(signal: NodeJS.Signals): void
}

/** Starts a command that goes on. */
export function follow(t: Test, line: string, env: Environment): Following {
  const child = launch(t, { args: wordsOf(line), env })
  const ended = watch(child)
  const { stdout } = child
  if (stdout === null) throw new Error('The program has no standard output.')
  const lines = linesOf(stdout)
  return {
    nextLine: async () => {
      const { value, done } = await lines.next()
      if (done !== true) return value
      const { code, stderr } = await ended
      throw new Error(`The program has ended with ${code}: ${stderr}`)
    },
    ended,
    stop: signal => child.kill(signal),
  }
}

async function* linesOf(stream: AsyncIterable<unknown>): AsyncGenerator<string, undefined> {
  let pending = ''
  for await (const chunk of stream) {
    const lines = (pending + String(chunk)).split('\n')
    pending = lines.pop() ?? ''
    yield* lines
  }
  return undefined
}

/** The address of something else that listens: it answers every request so. */
export async function stranger(t: Test, status: number, body: string): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'text/html', server: 'stranger' }).end(body)
  })
  server.listen(0, '127.0.0.1')
  t.teardown(() => server.close())
  await once(server, 'listening')
  return originOf(server.address())
}

/** An address where nothing listens, and lately something did. */
export async function silence(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = originOf(server.address())
  await new Promise(resolve => server.close(resolve))
  return url
}

function originOf(address: string | AddressInfo | null): string {
  if (address === null || typeof address === 'string') throw new Error('It does not listen.')
  return `http://127.0.0.1:${address.port}`
}
