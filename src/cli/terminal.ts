// Where a command reads and writes.
import { text } from 'node:stream/consumers'
import type { Environment } from './variables.ts'

export interface Terminal {
  /** Whether what is written may be coloured. */
  readonly hasColours: boolean
  write(text: string): void
  writeError(text: string): void
  /** All of standard input. */
  readInput(): Promise<string>
  /** Aborted when the program is asked to stop. From then on it must stop by itself. */
  untilStopped(): AbortSignal
}

/** Whether to colour: on a terminal, unless the variable NO_COLOR is set. @see https://no-color.org */
export function wantsColours(isTerminal: boolean, { NO_COLOR = '' }: Environment): boolean {
  return isTerminal && NO_COLOR === ''
}

/** That of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process
  // Who reads no more, as `head`, has seen enough.
  stdout.on('error', () => process.exit(0))
  return {
    hasColours: wantsColours(stdout.isTTY === true, env),
    write: chunk => {
      stdout.write(chunk)
    },
    writeError: chunk => {
      stderr.write(chunk)
    },
    readInput: () => text(stdin),
    untilStopped: () => {
      const controller = new AbortController()
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => controller.abort())
      return controller.signal
    },
  }
}
