// The directory's audit log: what was changed, by whom, in whom.
import type { Act } from './acts.ts'
import type { Mark } from './revocation.ts'
import type { User } from './users.ts'

/** How many entries a tenant keeps. */
export const MOST_AUDITS = 10_000

/**
 * What happened, in the words of the real log.
 * @see https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
 */
export type AuditActivity =
  | 'Add user'
  | 'Change user password'
  | 'Delete user'
  | 'Disable account'
  | 'Enable account'
  | 'Hard Delete user'
  | 'Reset user password'
  | 'Restore user'
  | 'Update StsRefreshTokenValidFrom Timestamp'
  | 'Update user'

/** Its place in the log tells one entry from another, but for `part` where one command writes several. */
export interface DirectoryAudit extends Mark {
  readonly part: number
  readonly activity: AuditActivity
  /** Left out for what was done through the control surface. */
  readonly act: Act | undefined
  /** The user it was done to, as they were called then. */
  readonly targetId: string
  readonly targetUserPrincipalName: string
  readonly changes: readonly ChangedProperty[]
  /** Of a revocation, in the place of a list of one change that ten thousand entries would have: since when sessions were valid before it. */
  readonly validFromBefore: number | undefined
}

/** Plain values; null where there was none or is none. No secrets. */
export interface ChangedProperty {
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

/** Of one command, in the order they are written. */
export interface AuditedActivity {
  readonly activity: AuditActivity
  readonly changes?: readonly ChangedProperty[]
  readonly validFromBefore?: number
}

const NO_CHANGES: readonly ChangedProperty[] = []

/** The entry of an activity. @param part which of the command's activities it is, from 0 */
export function toAudit(
  { activity, changes = NO_CHANGES, validFromBefore }: AuditedActivity,
  target: User,
  act: Act | undefined,
  { at, position }: Mark,
  part = 0,
): DirectoryAudit {
  return {
    at,
    position,
    part,
    activity,
    act,
    targetId: target.id,
    targetUserPrincipalName: target.userPrincipalName,
    changes,
    validFromBefore,
  }
}
