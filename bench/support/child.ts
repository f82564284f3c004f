// Child processes: everything that is measured runs in one of its own, started, asked and ended from here.
import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { childProgram } from './places.ts'

export interface ChildOptions {
  readonly args?: readonly string[]
  /** For Node.js itself: `--expose-gc`. */
  readonly nodeOptions?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** In characters. Whoever says where it listens says it early; what is logged later is read and forgotten. */
const KEPT_OUTPUT = 10_000

const running = new Set<Child>()

/** Ends every child that still runs: at once, the promise being for their last breath. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map(child => child.stop()))
}

export class Child {
  readonly #process: ChildProcess
  readonly #ended: Promise<never>
  /** The beginning of what it printed. */
  #output = ''

  constructor(program: URL, { args = [], nodeOptions = [], environment = {} }: ChildOptions = {}) {
    const { NODE_OPTIONS: _, ...inherited } = process.env
    this.#process = fork(fileURLToPath(program), args, {
      execArgv: [...nodeOptions],
      env: { ...inherited, ...environment },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    this.#ended = once(this.#process, 'exit').then(([code, signal]) => {
      running.delete(this)
      throw new Error(`${fileURLToPath(program)} ended by itself: ${code ?? signal}.`)
    })
    this.#ended.catch(() => {})
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#output = (this.#output + text).slice(0, KEPT_OUTPUT)
    })
    running.add(this)
  }

  /** The origin that a server prints once it listens, always by its address: `http://127.0.0.1:4280`. */
  async origin(): Promise<string> {
    const { stdout } = this.#process
    if (stdout === null) throw new Error('The child has no output.')
    for (;;) {
      const [, port] = /https?:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(this.#output) ?? []
      if (port !== undefined) return `http://127.0.0.1:${port}`
      await Promise.race([once(stdout, 'data'), this.#ended])
    }
  }

  /** Has the child measure, and gives what it found. A child is a program of this bench, so its word is taken for the shape. */
  async ask<Answer>(): Promise<Answer> {
    this.#process.send('measure')
    const [answer] = await Promise.race([once(this.#process, 'message'), this.#ended])
    return JSON.parse(answer)
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#ended.catch(() => {})
  }
}

/** A program that is none of this bench, with a part of it loaded that answers questions about the process. */
export function startProbed(program: URL, options: ChildOptions = {}): Child {
  const probe = ['--import', childProgram('probe').href]
  return new Child(program, { ...options, nodeOptions: [...(options.nodeOptions ?? []), ...probe] })
}
