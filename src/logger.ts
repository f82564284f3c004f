// The log: JSON lines on standard error.
import { systemClock } from './clock.ts'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'

const severities = { silent: 70, fatal: 60, error: 50, warn: 40, info: 30, debug: 20 } as const

export class Logger {
  readonly #least: number

  /** @param level the least that is written */
  constructor(level: LogLevel) {
    this.#least = severities[level]
  }

  enabled(level: 'error' | 'info'): boolean {
    return severities[level] >= this.#least
  }

  /** A defect of the double, or of what it is given while it runs. */
  error(facts: { readonly requestId?: string; readonly error: unknown }, message: string): void {
    this.#write('error', { ...facts, error: describe(facts.error) }, message)
  }

  info(facts: object, message: string): void {
    this.#write('info', facts, message)
  }

  #write(level: 'error' | 'info', facts: object, message: string): void {
    if (!this.enabled(level)) return
    const time = new Date(systemClock.now()).toISOString()
    process.stderr.write(`${JSON.stringify({ level, time, message, ...facts })}\n`)
  }
}

function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { name, message, stack } = error
  return { name, message, stack }
}
