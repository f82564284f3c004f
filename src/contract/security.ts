// Evaluates the security alternatives of an operation, as OpenAPI defines them: any one alternative is enough, and all of it is needed.
import type { SecurityRequirement } from './document.ts'

/** Whether one alternative of the scheme is satisfied by what was granted. */
export function isSatisfied(
  alternatives: readonly SecurityRequirement[],
  scheme: string,
  granted: ReadonlySet<string>,
): boolean {
  for (const alternative of alternatives) {
    const needed = alternative[scheme]
    if (needed?.every(permission => granted.has(permission))) return true
  }
  return false
}

/** Whether the scheme is named by any alternative at all. */
export function accepts(alternatives: readonly SecurityRequirement[], scheme: string): boolean {
  return alternatives.some(alternative => alternative[scheme] !== undefined)
}

/** The permissions of a scheme's alternatives, from the least privileged to the most. */
export function permissionsOf(
  alternatives: readonly SecurityRequirement[],
  scheme: string,
): readonly string[] {
  return alternatives.flatMap(alternative => alternative[scheme] ?? [])
}
