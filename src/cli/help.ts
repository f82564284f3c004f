// The text of --help, from the table of options.
import { optionTable, variableOf } from './options.ts'

export function helpText(): string {
  const rows = Object.entries(optionTable).map(([name, option]) => {
    const usage = `--${name}${option.value === undefined ? '' : ` ${option.value}`}`
    return `  ${usage.padEnd(22)}${option.description}${option.default === undefined ? '' : ` [${option.default}]`}`
  })
  return `graph-understudy: a local stand-in for Microsoft Graph's sign-in session revocation

Usage: graph-understudy [options]

Options:
${rows.join('\n')}

Each option is also a variable: --log-level is ${variableOf('log-level')}. The command line wins.
The contract is shown at http://localhost:4280/_understudy/docs while it runs.
`
}
