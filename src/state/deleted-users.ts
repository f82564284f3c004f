// Users that were deleted and can be restored.
import type { User } from './users.ts'
import { toDateTime } from './users.ts'

/** How long a deleted user can be restored. @see https://learn.microsoft.com/graph/api/directory-deleteditems-list */
const RETENTION_MILLISECONDS = 30 * 24 * 60 * 60 * 1000

/** The user principal name is free for others from then on: the id is put in front of it. */
export function toDeleted(user: User, at: number): User {
  return {
    ...user,
    userPrincipalName: `${prefixOf(user)}${user.userPrincipalName}`,
    deletedDateTime: toDateTime(at),
  }
}

export function toRestored(deleted: User): User {
  return {
    ...deleted,
    userPrincipalName: deleted.userPrincipalName.slice(prefixOf(deleted).length),
    deletedDateTime: null,
  }
}

/** Whether the time in which a deleted user can be restored is over. @param now milliseconds since the epoch */
export function isExpired({ deletedDateTime }: User, now: number): boolean {
  return deletedDateTime !== null && now >= Date.parse(deletedDateTime) + RETENTION_MILLISECONDS
}

function prefixOf({ id }: User): string {
  return id.replaceAll('-', '')
}
