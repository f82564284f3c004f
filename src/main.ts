#!/usr/bin/env node
// The program: reads the command line, listens, says where, and stops on a signal. The only file that touches the process.
import type { Understudy } from './api.ts'
import type { CliOptions } from './cli/options.ts'
import { parseOptions, UsageError } from './cli/options.ts'
import { createUnderstudy } from './understudy.ts'

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), process.env)
  if (options.help) return print((await import('./cli/help.ts')).helpText())
  if (options.version) return print(`${(await import('./version.ts')).version()}\n`)
  await serve(options)
}

async function serve(options: CliOptions): Promise<void> {
  const pending = createUnderstudy({
    generateUsers: options.generateUsers,
    permissions: options.permissions,
    allowHosts: options.allowHosts,
    logLevel: options.logLevel,
    ...(options.fixtures !== undefined && { fixtures: options.fixtures }),
    ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
    ...(options.controlKey !== undefined && { controlKey: options.controlKey }),
    ...(options.seed !== undefined && { seed: options.seed }),
  })
  stopOnSignals(pending)
  const understudy = await pending
  const url = await understudy.listen(options)
  const { banner } = await import('./cli/banner.ts')
  print(
    banner({
      version: (await import('./version.ts')).version(),
      url,
      authorityPath: understudy.certificate?.authorityPath,
      needsKey: options.controlKey !== undefined,
      tenants: understudy.tenants(),
    }),
  )
}

function stopOnSignals(pending: Promise<Understudy>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      pending
        .then(understudy => understudy.close())
        .then(
          () => process.exit(0),
          error => fail(error, 1),
        )
    })
  }
}

function print(text: string): void {
  process.stdout.write(text)
}

function fail(error: unknown, exitCode: number): never {
  process.stderr.write(`graph-understudy: ${describe(error)}\n`)
  process.exit(exitCode)
}

/** One line for what a user can mend; the whole stack for what is a defect. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && 'port' in error) {
    if (error.code === 'EADDRINUSE')
      return `Port ${error.port} is taken. Choose another with --port, or 0 for any that is free.`
    if (error.code === 'EACCES')
      return `Port ${error.port} needs more rights than this user has. Choose one above 1023 with --port.`
  }
  const isDefect =
    error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
  return isDefect ? (error.stack ?? error.message) : error.message
}

main().catch(error => {
  if (error instanceof UsageError) fail(new UsageError(`${error.message} See --help.`), 2)
  fail(error, 1)
})
