// The texts of --help, from the table of options and the table of commands.
import type { OptionDeclarations } from './arguments.ts'
import type { Command } from './command.ts'
import { commandTable } from './command-table.ts'
import { commonOptions, DEFAULT_URL } from './common-options.ts'
import { optionTable } from './options.ts'
import { variableOf } from './variables.ts'

export function helpText(): string {
  const commands = Object.entries(commandTable).map(
    ([name, { summary }]) => `  ${name.padEnd(12)}${summary}`,
  )
  return `graph-understudy: a local stand-in for Microsoft Graph's sign-in session revocation

Usage: graph-understudy [serve] [options]     starts a server
       graph-understudy COMMAND [options]     talks to a running one

Commands:
${commands.join('\n')}

Options of the server:
${optionLines(optionTable).join('\n')}

Each option is also a variable: --log-level is ${variableOf('log-level')}. The command line wins.
The options of a command: graph-understudy COMMAND --help.
The contract is shown at ${DEFAULT_URL}/_understudy/docs while it runs.
`
}

/** @param name as in the table of commands */
export function commandHelp(name: string, command: Command): string {
  const summary = commandTable[name]?.summary ?? ''
  const own = optionLines(command.options)
  return `${[
    `graph-understudy ${name}: ${summary}`,
    `Usage: ${usageLines(name, command).join('\n       ')}`,
    ...(command.description === undefined ? [] : [command.description]),
    ...(own.length === 0 ? [] : [`Options:\n${own.join('\n')}`]),
    `Common options:\n${optionLines(commonOptions).join('\n')}`,
    `Examples:\n${command.examples.map(line => `  ${line}`).join('\n')}`,
  ].join('\n\n')}\n`
}

/** Each form of the command, as it is typed. */
export function usageLines(name: string, { usage, options }: Command): string[] {
  const others = Object.keys(options).length > 0 ? ' [options]' : ''
  return usage.map(words => `graph-understudy ${`${name} ${words}`.trimEnd()}${others}`)
}

function optionLines(options: OptionDeclarations): string[] {
  return Object.entries(options).map(([name, option]) => {
    const usage = `--${name}${option.value === undefined ? '' : ` ${option.value}`}`
    return `  ${usage.padEnd(22)}${option.description}${option.default === undefined ? '' : ` [${option.default}]`}`
  })
}
