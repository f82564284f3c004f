// The environment variables that stand for options.
import { nearest } from '../nearest.ts'
import { didYouMean, UsageError } from './usage-error.ts'

const VARIABLE_PREFIX = 'GRAPH_UNDERSTUDY_'

export type Environment = Readonly<Record<string, string | undefined>>

/** `GRAPH_UNDERSTUDY_LOG_LEVEL` for `log-level`. */
export function variableOf(option: string): string {
  return VARIABLE_PREFIX + option.toUpperCase().replaceAll('-', '_')
}

/**
 * @param options every option for which there is a variable, of the server and of the commands
 * @throws UsageError naming a variable of ours that stands for none of them
 */
export function refuseUnknownVariables(environment: Environment, options: readonly string[]): void {
  const known = options.map(variableOf)
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith(VARIABLE_PREFIX) || value === undefined || value === '') continue
    if (known.includes(variable)) continue
    throw new UsageError(`There is no setting ${variable}.${didYouMean(nearest(variable, known))}`)
  }
}
