// Runs one command: reads its options, hands it the server, and says in a line what went wrong.
import { ControlError } from '../client/control-client.ts'
import { nearest } from '../nearest.ts'
import { readOrigin } from '../origin.ts'
import type { GivenArguments } from './arguments.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { CommandContext } from './command.ts'
import { commandTable } from './command-table.ts'
import type { CommonOptionName } from './common-options.ts'
import { commonOptions, DEFAULT_URL } from './common-options.ts'
import { namesOfVariables } from './options.ts'
import { createClient, Unreachable } from './server-client.ts'
import type { Terminal } from './terminal.ts'
import { didYouMean, UsageError } from './usage-error.ts'
import type { Environment } from './variables.ts'
import { refuseUnknownVariables, variableOf } from './variables.ts'

/** @returns what the program is to end with: 0 done, 1 refused or unreachable, 2 called in a way that makes no sense */
export async function runCommand(
  name: string,
  args: readonly string[],
  terminal: Terminal,
  environment: Environment,
): Promise<number> {
  try {
    return await run(name, args, terminal, environment)
  } catch (error) {
    const message = describe(error)
    const help = Object.hasOwn(commandTable, name) ? `graph-understudy ${name} --help` : '--help'
    const isUsage = error instanceof UsageError
    terminal.writeError(`graph-understudy: ${message}${isUsage ? ` See ${help}.` : ''}\n`)
    return isUsage ? 2 : 1
  }
}

async function run(
  name: string,
  args: readonly string[],
  terminal: Terminal,
  environment: Environment,
): Promise<number> {
  const command = await loadCommand(name)
  const given = readArguments(args, { ...command.options, ...commonOptions })
  if (given.options.some(option => option.name === 'help')) {
    const { commandHelp } = await import('./help.ts')
    terminal.write(commandHelp(name, command))
    return 0
  }
  refuseUnknownVariables(environment, namesOfVariables)
  const context = toContext(name, given, terminal, environment)
  await command.run(context)
  return context.exitCode
}

async function loadCommand(name: string): Promise<Command> {
  const entry = Object.hasOwn(commandTable, name) ? commandTable[name] : undefined
  if (entry !== undefined) return entry.load()
  const meant = nearest(name, [...Object.keys(commandTable), 'serve', 'help'])
  throw new UsageError(`Unknown command '${name}'.${didYouMean(meant)}`)
}

function toContext(
  name: string,
  given: GivenArguments,
  terminal: Terminal,
  environment: Environment,
): CommandContext {
  const read = (option: CommonOptionName) =>
    given.options.findLast(each => each.name === option)?.value ??
    (environment[variableOf(option)] || undefined)
  const url = readUrl(read('url') ?? DEFAULT_URL)
  const controlKey = read('control-key')
  const client = createClient(url, controlKey)
  return new CommandContext({
    name,
    given,
    url,
    controlKey,
    tenant: read('tenant'),
    client,
    terminal,
  })
}

function readUrl(text: string): string {
  const origin = readOrigin(text)
  if (origin === undefined)
    throw new UsageError(`--url must be an origin such as ${DEFAULT_URL}, not '${text}'.`)
  return origin
}

/** One line for what a user can mend; the whole stack for what is a defect. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof ControlError && error.status === 401)
    return `${error.message} Give it with --control-key or ${variableOf('control-key')}.`
  if (error instanceof ControlError || error instanceof Unreachable) return error.message
  const isDefect =
    error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
  return isDefect ? (error.stack ?? error.message) : error.message
}
