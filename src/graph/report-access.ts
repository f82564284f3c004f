// Who may read the audit and sign-in logs, and from when on an entry is seen.
import type { Mark } from '../state/revocation.ts'
import { denialOfReports } from '../tokens/permissions.ts'
import type { GraphContext } from './context.ts'
import { graphErrors } from './errors.ts'

/** @throws GraphError 403 unless a directory role lets the caller read reports */
export function assertMayReadReports({ caller }: GraphContext): void {
  const denial = denialOfReports(caller)
  if (denial === undefined) return
  throw graphErrors.reportRoleMissing(
    denial.reason,
    `Any of these roles would do: ${denial.missing.join(', ')}.`,
  )
}

/** Whether an entry has arrived in the logs by now. */
export function arrivedIn({ caller: { tenant }, log }: GraphContext): (entry: Mark) => boolean {
  const latest = log.mark(tenant).at - tenant.settings.logs.delaySeconds * 1000
  return ({ at }) => at <= latest
}
