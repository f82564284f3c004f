// The log: JSON lines on standard error, in the form of Fastify's usual logger, whose loading would cost a tenth of the start.
import type { FastifyBaseLogger } from 'fastify'
import { systemClock } from './clock.ts'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'

const severities = { fatal: 60, error: 50, warn: 40, info: 30, debug: 20, trace: 10 } as const

export class LineLogger implements FastifyBaseLogger {
  readonly level: string
  readonly fatal = this.#writer('fatal')
  readonly error = this.#writer('error')
  readonly warn = this.#writer('warn')
  readonly info = this.#writer('info')
  readonly debug = this.#writer('debug')
  readonly trace = this.#writer('trace')
  readonly silent = (): void => {}
  readonly #least: number

  constructor(level: LogLevel) {
    this.level = level
    this.#least = level === 'silent' ? Number.POSITIVE_INFINITY : severities[level]
  }

  /** Lines name their request themselves, so one logger serves all. */
  child(): this {
    return this
  }

  #writer(level: keyof typeof severities) {
    return (fields: unknown, message?: string): void => {
      if (severities[level] < this.#least) return
      const facts =
        typeof fields === 'string'
          ? { msg: fields }
          : { ...described(fields), ...(message !== undefined && { msg: message }) }
      process.stderr.write(
        `${JSON.stringify({ level, time: new Date(systemClock.now()).toISOString(), ...facts })}\n`,
      )
    }
  }
}

function described(fields: unknown): object {
  if (fields instanceof Error) return { err: describedError(fields) }
  if (typeof fields !== 'object' || fields === null) return { value: fields }
  return 'err' in fields && fields.err instanceof Error
    ? { ...fields, err: describedError(fields.err) }
    : fields
}

function describedError({ name, message, stack }: Error): object {
  return { type: name, message, stack }
}
