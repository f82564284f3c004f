// Who may read the audit and sign-in logs, and from when on an entry is seen.
import type { Mark } from '../state/revocation.ts'
import { denialOfReports, grantedTo } from '../tokens/permissions.ts'
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

const READING_LOGS = 'AuditLog.Read.All'

/**
 * When users signed in last follows from the log, and may be read by those who may read it.
 * @throws GraphError 403 for anybody else
 */
export function assertMayReadActivity(context: GraphContext): void {
  const { caller } = context
  const [, granted] = grantedTo(caller)
  if (caller.tenant.settings.permissions !== 'off' && !granted.has(READING_LOGS))
    throw graphErrors.reportPermissionMissing({
      reason: 'signInActivity follows from the sign-in log.',
      missing: [READING_LOGS],
    })
  assertMayReadReports(context)
}

/** Whether an entry has arrived in the logs by now. */
export function arrivedIn({ caller: { tenant }, log }: GraphContext): (entry: Mark) => boolean {
  const latest = log.mark(tenant).at - tenant.settings.logs.delaySeconds * 1000
  return ({ at }) => at <= latest
}
