// The commands by which state changes: what each carries, and what it gives back to who submitted it.
import type { Act } from './acts.ts'
import type { Fault, FaultPlan } from './faults.ts'
import type { Mark, RevocationCause } from './revocation.ts'
import type { Settings, SettingsUpdate } from './settings.ts'
import type { SignInEvent } from './sign-in-log.ts'
import type { DeviceSignIn, Ended, SignIn } from './sign-ins.ts'
import type { Snapshot } from './snapshots.ts'
import type { State } from './state.ts'
import type { Tenant, TenantDefinition } from './tenant.ts'
import type { TenantClock } from './tenant-clock.ts'
import type { NewUser, User, UserPatch } from './users.ts'

/** What each command carries. Plain, serialisable values. */
export interface Commands {
  createTenant: { readonly definition: TenantDefinition }
  /** The tenant of that id starts anew with this definition; it is made when there is none. */
  replaceTenant: { readonly definition: TenantDefinition }
  removeTenant: { readonly tenantId: string }
  resetTenant: { readonly tenantId: string }
  setClock: { readonly tenantId: string; readonly clock: TenantClock }
  /** Of all tenants, when no id is given. */
  takeSnapshot: { readonly name: string; readonly of?: string }
  addSnapshot: { readonly snapshot: Snapshot }
  removeSnapshot: { readonly name: string }
  restoreSnapshot: { readonly name: string; readonly keepsClocks: boolean }
  planFault: {
    readonly tenantId: string
    readonly faultId: string
    readonly plan: FaultPlan
    readonly seed: number
  }
  /** All of them, when no id is given. */
  removeFaults: { readonly tenantId: string; readonly faultId?: string }
  /** A request came that the planned failure matches. */
  meetFault: { readonly tenantId: string; readonly faultId: string }
  changeSettings: { readonly tenantId: string; readonly update: SettingsUpdate }
  revokeSignInSessions: UserOfTenant & Acted
  createUser: Acted & { readonly tenantId: string; readonly user: NewUser }
  updateUser: UserOfTenant &
    Acted & {
      readonly changes: UserPatch
      readonly newPassword?: NewPassword
    }
  /** The user can be restored for a time; a personal account, which is no object of the directory, cannot. */
  deleteUser: UserOfTenant & Acted
  /** By the id of a user that was deleted; under another user principal name, where one is given. */
  restoreUser: UserOfTenant & Acted & { readonly userPrincipalName?: string }
  /** Takes a user that was deleted out for good, by their id. */
  purgeUser: UserOfTenant & Acted
  recordSignIn: { readonly tenantId: string; readonly event: SignInEvent }
  /** The user's own consent; what was consented to before stays. */
  grantConsent: UserOfTenant & { readonly clientId: string; readonly scopes: readonly string[] }
  redeemAuthorizationCode: Ended & { readonly tenantId: string; readonly codeId: string }
  startDeviceSignIn: Omit<DeviceSignIn, 'status' | 'signIn'> & {
    readonly tenantId: string
    readonly userCode: string
  }
  /** Without a sign-in, it is declined. */
  decideDeviceSignIn: {
    readonly tenantId: string
    readonly userCode: string
    readonly signIn?: SignIn
  }
  redeemDeviceCode: { readonly tenantId: string; readonly userCode: string }
  endSession: Ended & { readonly tenantId: string; readonly sessionId: string }
}

interface UserOfTenant {
  readonly tenantId: string
  readonly userId: string
}

interface Acted {
  /** Whose act it is; left out for what is done through the control surface. */
  readonly act?: Act
}

export interface NewPassword {
  readonly password: string
  /** By which it is decided what the change revokes. */
  readonly cause: Exclude<RevocationCause, 'revocation'>
}

/** By the same names. */
export interface Outcomes {
  createTenant: Tenant
  replaceTenant: Tenant
  removeTenant: undefined
  resetTenant: Tenant
  setClock: undefined
  takeSnapshot: Snapshot
  addSnapshot: undefined
  removeSnapshot: undefined
  restoreSnapshot: undefined
  planFault: Fault
  removeFaults: undefined
  /** The planned failure, when it strikes. */
  meetFault: Fault | undefined
  changeSettings: Settings
  /** When the user's sessions are valid from now; undefined for a user whose sessions are not the tenant's. */
  revokeSignInSessions: Mark | undefined
  createUser: User
  updateUser: User
  deleteUser: undefined
  restoreUser: User
  purgeUser: undefined
  recordSignIn: undefined
  grantConsent: undefined
  /** Whether this was the first time. */
  redeemAuthorizationCode: boolean
  startDeviceSignIn: undefined
  /** Whether it was still to be decided. */
  decideDeviceSignIn: boolean
  /** The sign-in, the first time after it was approved. */
  redeemDeviceCode: SignIn | undefined
  endSession: undefined
}

export type CommandType = keyof Commands

/** What a command does to the state. */
export type Apply<T extends CommandType> = (
  state: State,
  data: Commands[T],
  mark: Mark,
) => Outcomes[T]

/** For some of the commands, what each does. */
export type Appliers<T extends CommandType> = { readonly [Type in T]: Apply<Type> }
