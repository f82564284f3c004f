// What a command of the program is, and what it runs with.
import type {
  ControlClient,
  ControlInput,
  ControlOperationId,
  ControlResult,
} from '../client/control-client.ts'
import { nearest } from '../nearest.ts'
import type { GivenArguments, OptionDeclaration } from './arguments.ts'
import { splitList, wholeNumber } from './arguments.ts'
import type { CommonOptionName } from './common-options.ts'
import { parseDuration } from './durations.ts'
import type { Terminal } from './terminal.ts'
import { didYouMean, UsageError } from './usage-error.ts'

export interface Command<Name extends string = string> {
  /** What may stand behind the command's name, one line for each form. */
  readonly usage: readonly string[]
  /** A sentence or two that the options do not say. */
  readonly description?: string
  /** Besides the common ones. */
  readonly options: Readonly<Record<Name, OptionDeclaration>>
  /** Whole command lines. */
  readonly examples: readonly string[]
  run(context: CommandContext<Name>): Promise<void>
}

/** Has the compiler hold what a command reads to the options it declares. */
export function defineCommand<Name extends string>(command: Command<Name>): Command {
  return command
}

export interface CommandFacts {
  /** As typed: `revoke`. */
  readonly name: string
  readonly given: GivenArguments
  /** The origin of the server. */
  readonly url: string
  readonly tenant: string | undefined
  readonly controlKey: string | undefined
  readonly client: ControlClient
  readonly terminal: Terminal
}

/** What was given with a command, and the server it talks to. */
export class CommandContext<Name extends string = string> {
  readonly url: string
  readonly tenant: string | undefined
  readonly controlKey: string | undefined
  readonly client: ControlClient
  readonly terminal: Terminal
  /** What the program ends with, when nothing is thrown. */
  exitCode = 0
  readonly #name: string
  readonly #given: GivenArguments

  constructor({ name, given, url, tenant, controlKey, client, terminal }: CommandFacts) {
    this.#name = name
    this.#given = given
    this.url = url
    this.tenant = tenant
    this.controlKey = controlKey
    this.client = client
    this.terminal = terminal
  }

  get isJson(): boolean {
    return this.isOn('json')
  }

  /** For the query of an operation. */
  get tenantQuery(): { readonly tenant?: string } {
    return this.tenant === undefined ? {} : { tenant: this.tenant }
  }

  /** Calls the server. Rejects with ControlError when it refuses, and with Unreachable when it does not answer. */
  call<Id extends ControlOperationId>(id: Id, input: ControlInput<Id>): Promise<ControlResult<Id>> {
    return this.client.call(id, input)
  }

  /** Writes the answer as it came, or the text that says it to a person. */
  answer(document: unknown, text: string): void {
    this.terminal.write(
      this.isJson ? `${JSON.stringify(document ?? null, null, 2)}\n` : `${text}\n`,
    )
  }

  isOn(name: Name | CommonOptionName): boolean {
    return this.#given.options.some(option => option.name === name)
  }

  /** The last one given. */
  text(name: Name | CommonOptionName): string | undefined {
    return this.#given.options.findLast(option => option.name === name)?.value
  }

  /** Of an option that may be given more than once, or with commas; undefined when it is not given. */
  texts(name: Name): readonly string[] | undefined {
    const given = this.#given.options.filter(option => option.name === name)
    return given.length === 0 ? undefined : given.flatMap(({ value }) => splitList(value))
  }

  /** @throws UsageError unless it is from 0 or `least` to `most` */
  wholeNumber(name: Name, most: number, least = 0): number | undefined {
    const text = this.text(name)
    return text === undefined ? undefined : wholeNumber(text, `--${name}`, most, least)
  }

  /** In seconds. @throws UsageError */
  duration(name: Name): number | undefined {
    const text = this.text(name)
    return text === undefined ? undefined : parseDuration(text, `--${name}`)
  }

  /** The word that chooses what to do, if there is one. */
  get action(): string | undefined {
    return this.#given.words[0]
  }

  get allWords(): readonly string[] {
    return this.#given.words
  }

  /**
   * The words behind the command.
   * @param names what stands for them; one in brackets may be missing
   * @throws UsageError when there are too few or too many
   */
  words(...names: readonly string[]): readonly string[] {
    const { words } = this.#given
    if (words.includes('')) throw new UsageError(`'${this.#name}' was given an empty argument.`)
    const missing = names[words.length]
    if (missing !== undefined && !missing.startsWith('['))
      throw new UsageError(`'${this.#name}' needs ${missing}: ${this.#name} ${names.join(' ')}.`)
    const unexpected = words[names.length]
    if (unexpected !== undefined) throw new UsageError(`Unexpected argument '${unexpected}'.`)
    return words
  }

  /** @throws UsageError when an option was given that does not belong to the action */
  allowOptions(...names: readonly Name[]): void {
    const common: readonly string[] = ['url', 'control-key', 'tenant', 'json', 'help']
    const other = this.#given.options.find(
      ({ name }) => !common.includes(name) && !names.some(allowed => allowed === name),
    )
    if (other === undefined) return
    const [action = ''] = this.#given.words
    throw new UsageError(`'${`${this.#name} ${action}`.trimEnd()}' takes no ${other.rawName}.`)
  }

  /** @throws UsageError that names the nearest of the actions */
  unknownAction(actions: readonly string[]): never {
    const { action = '' } = this
    throw new UsageError(
      `'${this.#name}' has no '${action}', but ${actions.join(', ')}.${didYouMean(nearest(action, actions))}`,
    )
  }
}

/** The members that are there: what a body with optional members is made of. */
export function defined<T extends object>(
  members: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined)
  // Only what is undefined was taken out.
  return Object.fromEntries(entries) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
}
