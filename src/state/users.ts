// A user as stored: the properties of Microsoft Graph under their own names, and what only the double needs to know.
import type { components } from '../contract/generated.ts'

type GraphUser = components['schemas']['user']

/** Graph's properties that are stored; the instants of validity follow from the tenant's revocations. */
export type UserProperties = Omit<
  Required<GraphUser>,
  '@odata.context' | 'refreshTokensValidFromDateTime' | 'signInSessionsValidFromDateTime'
>

/**
 * - `work`: a member of the tenant, or a guest when `userType` says so
 * - `b2cLocal`: a local account of an Azure AD B2C tenant
 * - `personal`: a personal Microsoft account; it is no object of the directory, so nobody but itself can reach it
 */
export type AccountType = 'work' | 'b2cLocal' | 'personal'

export type UserDefinition = Readonly<UserProperties> & {
  readonly accountType: AccountType
  readonly password: string
  /** Template ids of directory roles. */
  readonly roles: readonly string[]
}

export type User = UserDefinition

/**
 * What revoking reaches. `nothing`: guests sign in at their home tenant. `timestamp`: a B2C local account's instant moves, but its
 * credentials go on.
 * @see https://learn.microsoft.com/graph/api/user-revokesigninsessions
 */
export function reachOfRevocation(user: User): 'everything' | 'timestamp' | 'nothing' {
  if (user.userType === 'Guest') return 'nothing'
  return user.accountType === 'b2cLocal' ? 'timestamp' : 'everything'
}

/** The wire form of an instant: UTC, whole seconds. */
export function toDateTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
