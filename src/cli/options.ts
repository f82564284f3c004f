// The command line and its environment variables: one table, from which parsing, --help and the README's table are made.
import type { LogLevel } from '../logger.ts'
import { readOrigin } from '../origin.ts'
import type { PermissionsMode } from '../state/settings.ts'
import type { OptionDeclaration } from './arguments.ts'
import { oneOf, readArguments, splitList, wholeNumber } from './arguments.ts'
import { commandTable } from './command-table.ts'
import { namesWithVariable } from './common-options.ts'
import { UsageError } from './usage-error.ts'
import type { Environment } from './variables.ts'
import { refuseUnknownVariables, variableOf } from './variables.ts'

export { UsageError, variableOf }

export interface CliOptions {
  port: number
  host: string
  https: boolean
  fixtures: string | undefined
  watch: boolean
  generateUsers: number
  permissions: PermissionsMode
  allowHosts: readonly string[]
  publicUrl: string | undefined
  controlKey: string | undefined
  journal: number
  seed: string | undefined
  logLevel: LogLevel
  help: boolean
  version: boolean
}

interface Option extends OptionDeclaration {
  /** Puts the value where it belongs; throws UsageError when it is malformed. `name` is how the user gave it. */
  readonly apply: (options: CliOptions, value: string, name: string) => void
}

const permissionsModes = ['documented', 'observed', 'off'] as const
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

export const optionTable: Readonly<Record<string, Option>> = {
  port: {
    value: 'PORT',
    description: 'Port for http and https; 0 for any that is free.',
    default: '4280',
    apply: (options, value, name) => {
      options.port = wholeNumber(value, name, 65535)
    },
  },
  host: {
    value: 'ADDRESS',
    description: 'Address to listen on. Others than loopback need --control-key.',
    default: '127.0.0.1',
    apply: (options, value) => {
      options.host = value
    },
  },
  'no-https': {
    description: 'Answer http only, and make no certificate.',
    apply: options => {
      options.https = false
    },
  },
  fixtures: {
    value: 'PATH',
    description: 'Fixture file, or folder of them, in YAML or JSON.',
    default: 'the built-in tenant',
    apply: (options, value) => {
      options.fixtures = value
    },
  },
  watch: {
    description: 'Read the fixtures again when their files change.',
    apply: options => {
      options.watch = true
    },
  },
  'generate-users': {
    value: 'N',
    description: 'Make up N more users in each tenant.',
    default: '0',
    apply: (options, value, name) => {
      options.generateUsers = wholeNumber(value, name, 10_000_000)
    },
  },
  permissions: {
    value: 'MODE',
    description: 'What Graph enforces: documented, observed or off.',
    default: 'documented',
    apply: (options, value, name) => {
      options.permissions = oneOf(permissionsModes, value, name)
    },
  },
  'allow-host': {
    value: 'NAME',
    multiple: true,
    description:
      'Also answer requests whose Host is NAME. May be given more than once, or with commas.',
    apply: (options, value) => {
      options.allowHosts = [...options.allowHosts, ...splitList(value)]
    },
  },
  'public-url': {
    value: 'URL',
    description: 'Origin that every address given out begins with, behind a proxy for instance.',
    default: 'as requests come in',
    apply: (options, value, name) => {
      const origin = readOrigin(value)
      if (origin === undefined)
        throw new UsageError(
          `${name} must be an origin such as https://login.example, not '${value}'.`,
        )
      options.publicUrl = origin
    },
  },
  'control-key': {
    value: 'KEY',
    description: 'Ask for this key on /_understudy. Better given as a variable.',
    apply: (options, value) => {
      options.controlKey = value
    },
  },
  journal: {
    value: 'N',
    description: 'Keep the latest N requests of each tenant for tests to look at; 0 keeps none.',
    default: '1000',
    apply: (options, value, name) => {
      options.journal = wholeNumber(value, name, 1_000_000)
    },
  },
  seed: {
    value: 'TEXT',
    description: 'Make ids and lifetimes repeat from run to run.',
    apply: (options, value) => {
      options.seed = value
    },
  },
  'log-level': {
    value: 'LEVEL',
    description: 'fatal, error, warn, info, debug or silent; info has a line for each request.',
    default: 'warn',
    apply: (options, value, name) => {
      options.logLevel = oneOf(logLevels, value, name)
    },
  },
  help: {
    description: 'Show this.',
    apply: options => {
      options.help = true
    },
  },
  version: {
    description: 'Show the version.',
    apply: options => {
      options.version = true
    },
  },
}

/** The options for which there is a variable: the server's and the commands', each of which takes no notice of the other's. */
export const namesOfVariables: readonly string[] = [
  ...Object.keys(optionTable),
  ...namesWithVariable,
]

/**
 * The options that the command line and the environment give; the command line wins.
 * @throws UsageError naming the option or variable that is unknown, malformed or lacks another
 */
export function parseOptions(args: readonly string[], environment: Environment): CliOptions {
  const options: CliOptions = {
    port: 4280,
    host: '127.0.0.1',
    https: true,
    fixtures: undefined,
    watch: false,
    generateUsers: 0,
    permissions: 'documented',
    allowHosts: [],
    publicUrl: undefined,
    controlKey: undefined,
    journal: 1000,
    seed: undefined,
    logLevel: 'warn',
    help: false,
    version: false,
  }
  refuseUnknownVariables(environment, namesOfVariables)
  applyEnvironment(options, environment)
  applyArguments(options, args)
  if (options.watch && options.fixtures === undefined)
    throw new UsageError(
      '--watch needs fixtures to watch: give their file or folder with --fixtures.',
    )
  return options
}

function applyEnvironment(options: CliOptions, environment: Environment): void {
  const names = new Map(Object.keys(optionTable).map(name => [variableOf(name), name]))
  for (const [variable, value] of Object.entries(environment)) {
    const option = optionTable[names.get(variable) ?? '']
    if (option === undefined || value === undefined || value === '') continue
    if (option.value !== undefined || isSwitchedOn(value, variable))
      option.apply(options, value, variable)
  }
}

function isSwitchedOn(value: string, variable: string): boolean {
  return (
    oneOf(['true', 'false', '1', '0'] as const, value, variable) === (value === '1' ? '1' : 'true')
  )
}

function applyArguments(options: CliOptions, args: readonly string[]): void {
  const given = readArguments(args, optionTable)
  const unexpected = given.hasTerminator ? '--' : given.words[0]
  if (unexpected !== undefined) throw unexpectedArgument(unexpected)
  // What is said here takes the place of what the environment says.
  if (given.options.some(({ name }) => name === 'allow-host')) options.allowHosts = []
  for (const { name, rawName, value } of given.options)
    optionTable[name]?.apply(options, value, rawName)
}

function unexpectedArgument(word: string): UsageError {
  const advice = Object.hasOwn(commandTable, word) ? ' A command stands before its options.' : ''
  return new UsageError(`Unexpected argument '${word}'.${advice}`)
}
