// One tenant: what it starts as, and what it is now.
import type { Application } from './applications.ts'
import type { BoundedListSnapshot } from './bounded-list.ts'
import { BoundedList, emptyList } from './bounded-list.ts'
import { Collection } from './collection.ts'
import type { DirectoryAudit } from './directory-audits.ts'
import { MOST_AUDITS } from './directory-audits.ts'
import type { Fault } from './faults.ts'
import { generateUsers } from './generated-users.ts'
import type { Group } from './groups.ts'
import type { Mark, Revocation } from './revocation.ts'
import type { Settings } from './settings.ts'
import type { SignInActivity, SignInRecord } from './sign-in-log.ts'
import { MOST_SIGN_INS } from './sign-in-log.ts'
import type { DeviceSignIn, Ended } from './sign-ins.ts'
import type { TenantClock } from './tenant-clock.ts'
import { machineTime } from './tenant-clock.ts'
import type { UserChangesSnapshot } from './user-changes.ts'
import { UserChanges } from './user-changes.ts'
import type { User } from './users.ts'
import { reachOfRevocation } from './users.ts'

/** Everything a tenant starts with: plain, complete, and enough to start again from. */
export interface TenantDefinition {
  readonly id: string
  readonly displayName: string
  /** The initial domain first. */
  readonly domains: readonly [string, ...string[]]
  /** UTC, whole seconds. */
  readonly createdDateTime: string
  readonly settings: Settings
  readonly users: readonly User[]
  /** How many users to make up besides. */
  readonly generatedUsers: number
  readonly applications: readonly Application[]
  readonly groups: readonly Group[]
}

export interface Tenant {
  readonly definition: TenantDefinition
  readonly settings: Settings
  readonly clock: TenantClock
  readonly users: Collection<User>
  /** Those that can be restored, and some whose time is over; in the order in which they were deleted. */
  readonly deletedUsers: Collection<User>
  readonly userChanges: UserChanges
  /**
   * By user id, oldest first. Beside the users and not in them, because a revocation should cost the same whatever a user holds.
   */
  readonly revocations: Map<string, readonly Revocation[]>
  readonly applications: Collection<Application>
  /** Delegated permissions that users consented to themselves, by `consentKey`. */
  readonly consents: Map<string, readonly string[]>
  /** By the id of the code. */
  readonly redeemedCodes: Map<string, Ended>
  /** By user code. */
  readonly deviceSignIns: Map<string, DeviceSignIn>
  /** Browser sessions that were signed out of, by session id. */
  readonly endedSessions: Map<string, Ended>
  /** By id, in the order they were planned. */
  readonly faults: Map<string, Fault>
  readonly directoryAudits: BoundedList<DirectoryAudit>
  readonly signInLog: BoundedList<SignInRecord>
  /** By user id. */
  readonly signInActivities: Map<string, SignInActivity>
}

type Entries<T> = readonly (readonly [string, T])[]

/** What of a tenant can change, plain. */
export interface TenantSnapshot {
  readonly definition: TenantDefinition
  readonly settings: Settings
  readonly clock: TenantClock
  readonly users: readonly User[]
  readonly deletedUsers: readonly User[]
  readonly userChanges: UserChangesSnapshot
  readonly revocations: Entries<readonly Revocation[]>
  readonly applications: readonly Application[]
  readonly consents: Entries<readonly string[]>
  readonly redeemedCodes: Entries<Ended>
  readonly deviceSignIns: Entries<DeviceSignIn>
  readonly endedSessions: Entries<Ended>
  readonly faults: Entries<Fault>
  readonly directoryAudits: BoundedListSnapshot<DirectoryAudit>
  readonly signInLog: BoundedListSnapshot<SignInRecord>
  readonly signInActivities: Entries<SignInActivity>
}

/** A tenant as it starts. Throws Conflict when two users or two applications share a key. */
export function createTenant(definition: TenantDefinition): Tenant {
  const { settings, applications } = definition
  const users = [...definition.users, ...generateUsers(definition)]
  return restoreTenant({
    definition,
    settings,
    clock: machineTime,
    users,
    deletedUsers: [],
    userChanges: new UserChanges().snapshot,
    revocations: [],
    applications,
    consents: [],
    redeemedCodes: [],
    deviceSignIns: [],
    endedSessions: [],
    faults: [],
    directoryAudits: emptyList,
    signInLog: emptyList,
    signInActivities: [],
  })
}

export function snapshotTenant(tenant: Tenant): TenantSnapshot {
  const { definition, settings, clock, users, applications } = tenant
  return {
    definition,
    settings,
    clock,
    users: [...users.rows],
    deletedUsers: [...tenant.deletedUsers.rows],
    userChanges: tenant.userChanges.snapshot,
    revocations: [...tenant.revocations],
    applications: [...applications.rows],
    consents: [...tenant.consents],
    redeemedCodes: [...tenant.redeemedCodes],
    deviceSignIns: [...tenant.deviceSignIns],
    endedSessions: [...tenant.endedSessions],
    faults: [...tenant.faults],
    directoryAudits: tenant.directoryAudits.snapshot,
    signInLog: tenant.signInLog.snapshot,
    signInActivities: [...tenant.signInActivities],
  }
}

export function restoreTenant(snapshot: TenantSnapshot): Tenant {
  const { definition, settings, clock, users, applications } = snapshot
  return {
    definition,
    settings,
    clock,
    users: new Collection(nameOf, users),
    deletedUsers: new Collection(nameOf, snapshot.deletedUsers),
    userChanges: new UserChanges(snapshot.userChanges),
    revocations: new Map(snapshot.revocations),
    applications: new Collection(application => application.appId, applications),
    consents: new Map(snapshot.consents),
    redeemedCodes: new Map(snapshot.redeemedCodes),
    deviceSignIns: new Map(snapshot.deviceSignIns),
    endedSessions: new Map(snapshot.endedSessions),
    faults: new Map(snapshot.faults),
    directoryAudits: new BoundedList(MOST_AUDITS, snapshot.directoryAudits),
    signInLog: new BoundedList(MOST_SIGN_INS, snapshot.signInLog),
    signInActivities: new Map(snapshot.signInActivities),
  }
}

function nameOf({ userPrincipalName }: User): string {
  return userPrincipalName
}

/** The instant before which the user's sign-in sessions are not valid: the last revocation, or the user's creation. */
export function validFrom(tenant: Tenant, user: User): Mark {
  return validAfter(revocationsOf(tenant, user), user)
}

/** The same, of a user whose revocations are known. */
export function validAfter(revocations: readonly Revocation[], user: User): Mark {
  return revocations.at(-1) ?? { at: Date.parse(user.createdDateTime), position: 0 }
}

const NONE: readonly Revocation[] = []

/** Oldest first. */
export function revocationsOf({ revocations }: Tenant, { id }: User): readonly Revocation[] {
  return revocations.get(id) ?? NONE
}

/** The revocations that count against the user's credentials. */
export function revocationsAgainst(tenant: Tenant, user: User): readonly Revocation[] {
  return reachOfRevocation(user) === 'everything' ? revocationsOf(tenant, user) : NONE
}
