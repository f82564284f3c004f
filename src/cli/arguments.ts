// Reads a command line against a table of options: for the server and for every command.
import { parseArgs } from 'node:util'
import { nearest } from '../nearest.ts'
import { didYouMean, UsageError } from './usage-error.ts'

/** An option as --help shows it. */
export interface OptionDeclaration {
  /** What stands for the value; absent for a switch. */
  readonly value?: string
  /** Whether it may be given more than once, or with commas. */
  readonly multiple?: boolean
  readonly description: string
  readonly default?: string
}

export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>

export interface GivenOption {
  readonly name: string
  /** As it was written: `--port`. */
  readonly rawName: string
  /** Empty for a switch. */
  readonly value: string
}

export interface GivenArguments {
  readonly options: readonly GivenOption[]
  /** What is neither an option nor the value of one; a negative number is among them. */
  readonly words: readonly string[]
  /** Whether there was a `--`, behind which everything is a word. */
  readonly hasTerminator: boolean
}

type Token = ReturnType<typeof tokensOf>[number]

/** @throws UsageError naming the option that is unknown, lacks its value or has one too many */
export function readArguments(
  args: readonly string[],
  declared: OptionDeclarations,
): GivenArguments {
  const tokens = tokensOf(args, declared)
  const isNegative = ({ index }: Token) => /^-[0-9]/.test(args[index] ?? '')
  const options = tokens.flatMap(token =>
    token.kind === 'option' && !isNegative(token) ? [readOption(token, declared)] : [],
  )
  const words = tokens
    .filter(token => token.kind === 'positional' || (token.kind === 'option' && isNegative(token)))
    .map(({ index }) => index)
  return {
    options,
    // The letters of what looks like a group of options share its place.
    words: [...new Set(words)].map(index => args[index] ?? ''),
    hasTerminator: tokens.some(({ kind }) => kind === 'option-terminator'),
  }
}

function tokensOf(args: readonly string[], declared: OptionDeclarations) {
  const options = Object.entries(declared).map(
    ([name, { value }]) =>
      [name, { type: value === undefined ? 'boolean' : 'string' } as const] as const,
  )
  return parseArgs({
    args: [...args],
    options: Object.fromEntries(options),
    strict: false,
    tokens: true,
  }).tokens
}

function readOption(
  { name, rawName, value, inlineValue }: Extract<Token, { kind: 'option' }>,
  declared: OptionDeclarations,
): GivenOption {
  const option =
    Object.hasOwn(declared, name) && rawName.startsWith('--') ? declared[name] : undefined
  if (option === undefined) throw unknownOption(rawName, declared)
  if (option.value === undefined && value !== undefined)
    throw new UsageError(`${rawName} takes no value.`)
  const isForgotten = !value || (value.startsWith('--') && inlineValue !== true)
  if (option.value !== undefined && isForgotten)
    throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}.`)
  return { name, rawName, value: value ?? '' }
}

function unknownOption(rawName: string, declared: OptionDeclarations): UsageError {
  const names = Object.keys(declared).map(name => `--${name}`)
  const meant = rawName.startsWith('--') ? nearest(rawName, names) : undefined
  return new UsageError(`Unknown option '${rawName}'.${didYouMean(meant)}`)
}

/** The parts of a value that may be given with commas. */
export function splitList(value: string): readonly string[] {
  return value
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** @throws UsageError */
export function wholeNumber(text: string, name: string, most: number, least = 0): number {
  const number = Number(text)
  if (!/^[0-9]{1,8}$/.test(text) || number > most || number < least)
    throw new UsageError(`${name} must be a whole number from ${least} to ${most}, not '${text}'.`)
  return number
}

/** @throws UsageError */
export function oneOf<T extends string>(allowed: readonly T[], text: string, name: string): T {
  const found = allowed.find(candidate => candidate === text)
  if (found === undefined)
    throw new UsageError(`${name} must be one of ${allowed.join(', ')}, not '${text}'.`)
  return found
}
