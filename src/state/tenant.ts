// One tenant: what it starts as, and what it is now.
import type { Application } from './applications.ts'
import { Collection } from './collection.ts'
import { generateUsers } from './generated-users.ts'
import type { Settings } from './settings.ts'
import type { User, UserDefinition } from './users.ts'
import { createUser } from './users.ts'

/** Everything a tenant starts with: plain, complete, and enough to start again from. */
export interface TenantDefinition {
  readonly id: string
  readonly displayName: string
  /** The initial domain first. */
  readonly domains: readonly [string, ...string[]]
  /** UTC, whole seconds. */
  readonly createdDateTime: string
  readonly settings: Settings
  readonly users: readonly UserDefinition[]
  /** How many users to make up besides. */
  readonly generatedUsers: number
  readonly applications: readonly Application[]
}

export interface Tenant {
  readonly definition: TenantDefinition
  readonly settings: Settings
  readonly users: Collection<User>
  readonly applications: Collection<Application>
}

/** What of a tenant can change, plain. */
export interface TenantSnapshot {
  readonly definition: TenantDefinition
  readonly settings: Settings
  readonly users: readonly User[]
  readonly applications: readonly Application[]
}

/** A tenant as it starts. Throws Conflict when two users or two applications share a key. */
export function createTenant(definition: TenantDefinition): Tenant {
  const { settings, applications } = definition
  const users = [...definition.users.map(createUser), ...generateUsers(definition)]
  return restoreTenant({ definition, settings, users, applications })
}

export function snapshotTenant({
  definition,
  settings,
  users,
  applications,
}: Tenant): TenantSnapshot {
  return { definition, settings, users: [...users.rows], applications: [...applications.rows] }
}

export function restoreTenant({
  definition,
  settings,
  users,
  applications,
}: TenantSnapshot): Tenant {
  return {
    definition,
    settings,
    users: new Collection(user => user.userPrincipalName, users),
    applications: new Collection(application => application.appId, applications),
  }
}
