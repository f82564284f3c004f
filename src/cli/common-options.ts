// The options that every command has which talks to a running server.
import type { OptionDeclaration } from './arguments.ts'

interface CommonOption extends OptionDeclaration {
  /** Whether a variable stands for it too. */
  readonly hasVariable?: boolean
}

export const DEFAULT_URL = 'http://localhost:4280'

export const commonOptions = {
  url: {
    value: 'URL',
    description: 'Where the server listens.',
    default: DEFAULT_URL,
    hasVariable: true,
  },
  'control-key': {
    value: 'KEY',
    description: 'What it was started with as --control-key. Better given as a variable.',
    hasVariable: true,
  },
  tenant: {
    value: 'TENANT',
    description: 'The tenant meant, by id or domain.',
    default: "the server's first",
    hasVariable: true,
  },
  json: {
    description: 'Answer as JSON: what the control surface answers, or null for nothing.',
  },
  help: { description: 'Show the help of the command.' },
} as const satisfies Readonly<Record<string, CommonOption>>

export type CommonOptionName = keyof typeof commonOptions

/** Those for which a variable stands too. */
export const namesWithVariable: readonly string[] = Object.entries(commonOptions)
  .filter(([, option]) => 'hasVariable' in option)
  .map(([name]) => name)
