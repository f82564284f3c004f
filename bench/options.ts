// The command line of the bench.
import { parseArgs } from 'node:util'

export interface Options {
  /** Names of groups; empty for all. */
  readonly only: readonly string[]
  readonly quick: boolean
  readonly markdown: boolean
  readonly strict: boolean
  readonly help: boolean
}

/** @throws Error naming the option that is unknown, or the group there is not */
export function parseOptions(args: readonly string[], groupNames: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const unknown = values.only.find(name => !groupNames.includes(name))
  if (unknown !== undefined)
    throw new Error(`There is no group '${unknown}'. There are: ${groupNames.join(', ')}.`)
  return values
}

export function helpText(groupNames: readonly string[]): string {
  return `usage: npm run bench -- [options]

  --only NAME  Measure one group of rows; may be given more than once.
               ${groupNames.join(', ')}
  --quick      Shorter rounds and a tenth of the requests, for a first look.
  --markdown   Print the table in Markdown, for bench/README.md.
  --strict     Exit with 1 when a budget is missed.
  --help       Show this.
`
}
