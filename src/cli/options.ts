// The command line and its environment variables: one table, from which parsing, --help and the README's table are made.
import { parseArgs } from 'node:util'
import type { LogLevel } from '../logger.ts'
import { readOrigin } from '../origin.ts'
import type { PermissionsMode } from '../state/settings.ts'

export interface CliOptions {
  port: number
  host: string
  https: boolean
  fixtures: string | undefined
  generateUsers: number
  permissions: PermissionsMode
  allowHosts: readonly string[]
  publicUrl: string | undefined
  controlKey: string | undefined
  seed: string | undefined
  logLevel: LogLevel
  help: boolean
  version: boolean
}

interface Option {
  /** What stands for the value in --help; absent for a switch. */
  readonly value?: string
  readonly multiple?: boolean
  readonly description: string
  /** Shown in --help. */
  readonly default?: string
  /** Puts the value where it belongs; throws UsageError when it is malformed. `name` is how the user gave it. */
  readonly apply: (options: CliOptions, value: string, name: string) => void
}

/** The command line cannot be understood. The message names the option. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
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
      options.allowHosts = [
        ...options.allowHosts,
        ...value
          .split(',')
          .map(host => host.trim())
          .filter(host => host !== ''),
      ]
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

const VARIABLE_PREFIX = 'GRAPH_UNDERSTUDY_'

/** `GRAPH_UNDERSTUDY_LOG_LEVEL` for `log-level`. */
export function variableOf(option: string): string {
  return VARIABLE_PREFIX + option.toUpperCase().replaceAll('-', '_')
}

/**
 * The options that the command line and the environment give; the command line wins.
 * @throws UsageError naming the option or variable that is unknown or malformed
 */
export function parseOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CliOptions {
  const options: CliOptions = {
    port: 4280,
    host: '127.0.0.1',
    https: true,
    fixtures: undefined,
    generateUsers: 0,
    permissions: 'documented',
    allowHosts: [],
    publicUrl: undefined,
    controlKey: undefined,
    seed: undefined,
    logLevel: 'warn',
    help: false,
    version: false,
  }
  applyEnvironment(options, environment)
  applyArguments(options, args)
  return options
}

function applyEnvironment(
  options: CliOptions,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const names = new Map(Object.keys(optionTable).map(name => [variableOf(name), name]))
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith(VARIABLE_PREFIX) || value === undefined || value === '') continue
    const option = optionTable[names.get(variable) ?? '']
    if (option === undefined) throw new UsageError(`There is no setting ${variable}.`)
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
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(optionTable).map(([name, { value }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string' } as const,
      ]),
    ),
    strict: false,
    tokens: true,
  })
  // What is said here takes the place of what the environment says.
  if (tokens.some(token => token.kind === 'option' && token.name === 'allow-host')) {
    options.allowHosts = []
  }
  for (const token of tokens) {
    if (token.kind === 'option') applyArgument(options, token)
    else
      throw new UsageError(
        `Unexpected argument '${token.kind === 'positional' ? token.value : '--'}'.`,
      )
  }
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  /** Whether the value was given with `=`. */
  readonly inlineValue?: boolean | undefined
}

function applyArgument(
  options: CliOptions,
  { name, rawName, value, inlineValue }: OptionToken,
): void {
  const option =
    Object.hasOwn(optionTable, name) && rawName.startsWith('--') ? optionTable[name] : undefined
  if (option === undefined) throw new UsageError(`Unknown option '${rawName}'.`)
  if (option.value === undefined && value !== undefined)
    throw new UsageError(`${rawName} takes no value.`)
  const isForgotten = !value || (value.startsWith('--') && inlineValue !== true)
  if (option.value !== undefined && isForgotten)
    throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}.`)
  option.apply(options, value ?? '', rawName)
}

function wholeNumber(text: string, name: string, most: number): number {
  const number = Number(text)
  if (!/^[0-9]{1,8}$/.test(text) || number > most)
    throw new UsageError(`${name} must be a whole number from 0 to ${most}, not '${text}'.`)
  return number
}

function oneOf<T extends string>(allowed: readonly T[], text: string, name: string): T {
  const found = allowed.find(candidate => candidate === text)
  if (found === undefined)
    throw new UsageError(`${name} must be one of ${allowed.join(', ')}, not '${text}'.`)
  return found
}
