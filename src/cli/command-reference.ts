// docs/commands.md, from the table of commands.
import type { OptionDeclarations } from './arguments.ts'
import type { Command } from './command.ts'
import { commandTable } from './command-table.ts'
import { commonOptions, namesWithVariable } from './common-options.ts'
import { usageLines } from './help.ts'
import { variableOf } from './variables.ts'

/** The whole file, in Markdown. */
export async function commandReference(): Promise<string> {
  const sections = await Promise.all(
    Object.entries(commandTable).map(async ([name, { summary, load }]) =>
      section(name, summary, await load()),
    ),
  )
  return `${[
    '<!-- Made from src/cli by `npm run generate`. Do not edit. -->',
    '# Commands',
    opening,
    table(
      ['Command', 'What it does'],
      Object.entries(commandTable).map(([name, { summary }]) => [
        `[\`${name}\`](#${name})`,
        summary,
      ]),
    ),
    '## Options of every command',
    optionsTable(commonOptions),
    ...sections,
  ].join('\n\n')}\n`
}

const opening = `\`graph-understudy\`, or \`graph-understudy serve\`, starts a server; its options are in the [README](../README.md#configuration). With one of
these commands it talks to a server that runs already, by the [control surface](../README.md#the-control-surface).

A command stands before its options. It ends with 0 when it is done, with 1 when the server refuses or does not answer, and with 2 when it is called
in a way that makes no sense; what is wrong stands on standard error. ${namesWithVariable.map(name => `\`--${name}\``).join(', ')} are also the variables
${namesWithVariable.map(name => `\`${variableOf(name)}\``).join(', ')}. Output is coloured on a terminal, unless \`NO_COLOR\` is set.`

function section(name: string, summary: string, command: Command): string {
  const hasOptions = Object.keys(command.options).length > 0
  return [
    `## ${name}`,
    [summary, command.description].filter(text => text !== undefined).join(' '),
    fence(usageLines(name, command)),
    ...(hasOptions ? [optionsTable(command.options)] : []),
    fence(command.examples),
  ].join('\n\n')
}

function fence(lines: readonly string[]): string {
  return ['```sh', ...lines, '```'].join('\n')
}

function optionsTable(options: OptionDeclarations): string {
  const rows = Object.entries(options).map(([name, option]) => [
    `\`--${name}${option.value === undefined ? '' : ` ${option.value}`}\``,
    option.multiple === true
      ? `${option.description} May be given more than once, or with commas.`
      : option.description,
    option.default ?? '',
  ])
  return table(['Option', 'What it does', 'Default'], rows)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
