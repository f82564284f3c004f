#!/usr/bin/env node
// The program: serves, which is to listen, say where, and stop on a signal; or runs one command against a server that runs already.
import type { Understudy } from './api.ts'
import type { CliOptions } from './cli/options.ts'
import { parseOptions, UsageError } from './cli/options.ts'
import type { FixtureReload } from './fixtures/reload.ts'

async function main(): Promise<void> {
  const args = helpAsOption(process.argv.slice(2))
  const [first = '', ...others] = args
  if (/^[^-]/.test(first) && first !== 'serve') return command(first, others)
  const options = parseOptions(first === 'serve' ? others : args, process.env)
  if (options.help) return print((await import('./cli/help.ts')).helpText())
  if (options.version) return print(`${(await import('./version.ts')).version()}\n`)
  await serve(options)
}

/** `revoke --help` for `help revoke`. */
function helpAsOption(args: readonly string[]): readonly string[] {
  return args[0] === 'help' ? [...args.slice(1, 2), '--help'] : args
}

async function command(name: string, args: readonly string[]): Promise<void> {
  const { runCommand } = await import('./cli/run-command.ts')
  const { processTerminal } = await import('./cli/terminal.ts')
  process.exitCode = await runCommand(name, args, processTerminal(), process.env)
}

async function serve(options: CliOptions): Promise<void> {
  const { createUnderstudy } = await import('./understudy.ts')
  const pending = createUnderstudy({
    generateUsers: options.generateUsers,
    permissions: options.permissions,
    allowHosts: options.allowHosts,
    logLevel: options.logLevel,
    journal: options.journal,
    ...(options.fixtures !== undefined && { fixtures: options.fixtures }),
    ...(options.watch && { watch: true, onReload: report }),
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

/** What came of a change of the fixtures, in a line each; nothing when no tenant has changed. */
function report({ error, ...tenants }: FixtureReload): void {
  if (error !== undefined) process.stderr.write(`graph-understudy: ${describe(error)}\n`)
  const changes = Object.entries(tenants)
    .filter(([, domains]) => domains.length > 0)
    .map(([change, domains]) => `${change} ${domains.join(', ')}`)
  if (changes.length > 0) print(`Fixtures read again: ${changes.join('; ')}.\n`)
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
