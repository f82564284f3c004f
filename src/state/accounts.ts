// The commands on user accounts: made, changed, revoked, deleted, restored. Each writes what it did into the audit log.
import type { Act } from './acts.ts'
import { Conflict } from './collection.ts'
import type { Appliers, NewPassword } from './commands.ts'
import { isExpired, toDeleted, toRestored } from './deleted-users.ts'
import type { AuditActivity, AuditedActivity, ChangedProperty } from './directory-audits.ts'
import { toAudit } from './directory-audits.ts'
import { getDeletedUser, getTenant, getUser } from './named.ts'
import type { Mark, RevocationCause } from './revocation.ts'
import { addRevocation } from './revocation.ts'
import { delaysOf } from './settings.ts'
import { consentKey } from './sign-ins.ts'
import type { Tenant } from './tenant.ts'
import { revocationsOf, validAfter } from './tenant.ts'
import type { User } from './users.ts'
import { changedProperties, reachOfRevocation, renaming, toDateTime, withChanges } from './users.ts'

export const accountAppliers: Appliers<
  'createUser' | 'updateUser' | 'revokeSignInSessions' | 'deleteUser' | 'restoreUser' | 'purgeUser'
> = {
  createUser(state, { tenantId, user: given, act }, mark) {
    const tenant = getTenant(state, tenantId)
    const created = toDateTime(mark.at)
    const user: User = {
      ...given,
      createdDateTime: created,
      lastPasswordChangeDateTime: created,
    }
    if (tenant.deletedUsers.find(user.id) !== undefined) throw new Conflict(user.id)
    tenant.users.add(user)
    tenant.userChanges.added(user.id, mark.position)
    audit(tenant, user, act, mark, [{ activity: 'Add user' }])
    return user
  },

  updateUser(state, { tenantId, userId, changes, newPassword, act }, mark) {
    const tenant = getTenant(state, tenantId)
    const before = getUser(tenant, userId)
    const patched = withChanges(before, changes)
    const after = withPassword(patched, newPassword, mark)
    // First what can fail.
    tenant.users.replace(after)
    const activities = activitiesOf(changedProperties(before, patched))
    if (newPassword !== undefined) {
      activities.push({ activity: passwordActivity(before, act) })
      const revoked = revoke(tenant, before, newPassword.cause, mark)
      if (revoked !== undefined) activities.push(revoked)
    }
    // A personal account is no object of the directory: nothing of it is written down there.
    if (before.accountType === 'personal') return after
    const names = changedProperties(before, after).map(({ name }) => name)
    if (names.length > 0) tenant.userChanges.updated(before.id, names, mark.position)
    audit(tenant, before, act, mark, activities)
    return after
  },

  revokeSignInSessions(state, { tenantId, userId, act }, mark) {
    const tenant = getTenant(state, tenantId)
    const user = getUser(tenant, userId)
    const revoked = revoke(tenant, user, 'revocation', mark)
    // A guest's are not revoked, and yet the call succeeds: there is nothing to write down.
    if (revoked === undefined) return undefined
    if (user.accountType !== 'personal')
      tenant.directoryAudits.add(toAudit(revoked, user, act, mark))
    return mark
  },

  deleteUser(state, { tenantId, userId, act }, mark) {
    const tenant = getTenant(state, tenantId)
    const user = getUser(tenant, userId)
    purgeExpired(tenant, mark)
    tenant.users.remove(user)
    if (user.accountType === 'personal') {
      forget(tenant, user)
      return undefined
    }
    tenant.deletedUsers.add(toDeleted(user, mark.at))
    tenant.userChanges.removed(user.id, mark.position)
    audit(tenant, user, act, mark, [{ activity: 'Delete user' }])
    return undefined
  },

  restoreUser(state, { tenantId, userId, userPrincipalName, act }, mark) {
    const tenant = getTenant(state, tenantId)
    const deleted = getDeletedUser(tenant, userId, mark.at)
    const user = withName(toRestored(deleted), userPrincipalName)
    tenant.users.add(user)
    tenant.deletedUsers.remove(deleted)
    tenant.userChanges.added(user.id, mark.position)
    audit(tenant, user, act, mark, [{ activity: 'Restore user' }])
    return user
  },

  purgeUser(state, { tenantId, userId, act }, mark) {
    const tenant = getTenant(state, tenantId)
    const deleted = getDeletedUser(tenant, userId, mark.at)
    purge(tenant, deleted, mark)
    audit(tenant, deleted, act, mark, [{ activity: 'Hard Delete user' }])
    return undefined
  },
}

function audit(
  { directoryAudits }: Tenant,
  target: User,
  act: Act | undefined,
  mark: Mark,
  activities: readonly AuditedActivity[],
): void {
  for (const [part, activity] of activities.entries())
    directoryAudits.add(toAudit(activity, target, act, mark, part))
}

function withPassword(user: User, newPassword: NewPassword | undefined, { at }: Mark): User {
  if (newPassword === undefined) return user
  const { password } = newPassword
  return { ...user, password, lastPasswordChangeDateTime: toDateTime(at) }
}

function withName(user: User, userPrincipalName: string | undefined): User {
  return userPrincipalName === undefined
    ? user
    : withChanges(user, renaming(user, userPrincipalName))
}

/** That of the account's being enabled is one of its own; all others are one together. */
function activitiesOf(changed: readonly ChangedProperty[]): AuditedActivity[] {
  const enabling = changed.filter(({ name }) => name === 'accountEnabled')
  const others = changed.filter(({ name }) => name !== 'accountEnabled')
  return [
    ...enabling.map(change => ({
      activity: change.after === true ? ('Enable account' as const) : ('Disable account' as const),
      changes: [change],
    })),
    ...(others.length > 0 ? [{ activity: 'Update user' as const, changes: others }] : []),
  ]
}

function passwordActivity(user: User, act: Act | undefined): AuditActivity {
  const isOwn = act?.kind === 'user' && act.id === user.id
  return isOwn ? 'Change user password' : 'Reset user password'
}

/** What is to be written down of it; undefined for a user whose sessions are not the tenant's. */
function revoke(
  tenant: Tenant,
  user: User,
  cause: RevocationCause,
  mark: Mark,
): AuditedActivity | undefined {
  if (reachOfRevocation(user) === 'nothing') return undefined
  const earlier = revocationsOf(tenant, user)
  const added = { at: mark.at, position: mark.position, cause }
  tenant.revocations.set(user.id, addRevocation(earlier, added, delaysOf(tenant.settings)))
  return {
    activity: 'Update StsRefreshTokenValidFrom Timestamp',
    validFromBefore: validAfter(earlier, user).at,
  }
}

/** They are in the order in which they were deleted. */
function purgeExpired(tenant: Tenant, mark: Mark): void {
  const { deletedUsers } = tenant
  for (let slot = 0; slot < deletedUsers.slots; slot++) {
    const oldest = deletedUsers.at(slot)
    if (oldest === undefined) continue
    if (!isExpired(oldest, mark.at)) return
    purge(tenant, oldest, mark)
  }
}

function purge(tenant: Tenant, deleted: User, { position }: Mark): void {
  tenant.deletedUsers.remove(deleted)
  tenant.userChanges.gone(deleted.id, position)
  forget(tenant, deleted)
}

/** Nothing of a user who is gone for good is left behind. */
function forget({ revocations, consents, signInActivities }: Tenant, { id }: User): void {
  revocations.delete(id)
  signInActivities.delete(id)
  const ofUser = consentKey(id, '')
  for (const key of consents.keys()) if (key.startsWith(ofUser)) consents.delete(key)
}
