// The deterministic machine: every change of state is a command, and applying the same commands gives the same state.
import { Conflict } from './collection.ts'
import { remember } from './expiring.ts'
import type { Mark, RevocationCause } from './revocation.ts'
import { addRevocation } from './revocation.ts'
import type { Settings, SettingsUpdate } from './settings.ts'
import { delaysOf, updateSettings } from './settings.ts'
import type { DeviceSignIn, Ended, SignIn } from './sign-ins.ts'
import { consentKey } from './sign-ins.ts'
import type { State } from './state.ts'
import { NotFound } from './state.ts'
import type { Tenant, TenantDefinition } from './tenant.ts'
import { createTenant } from './tenant.ts'
import type { User } from './users.ts'
import { reachOfRevocation, toDateTime } from './users.ts'

/** What each command carries. Plain, serialisable values. */
export interface Commands {
  createTenant: { readonly definition: TenantDefinition }
  resetTenant: { readonly tenantId: string }
  changeSettings: { readonly tenantId: string; readonly update: SettingsUpdate }
  revokeSignInSessions: UserOfTenant
  setAccountEnabled: UserOfTenant & { readonly accountEnabled: boolean }
  setPassword: UserOfTenant & {
    readonly password: string
    readonly cause: Exclude<RevocationCause, 'revocation'>
  }
  deleteUser: UserOfTenant
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

/** What each command gives back to who submitted it. */
export interface Outcomes {
  createTenant: Tenant
  resetTenant: Tenant
  changeSettings: Settings
  /** When the user's sessions are valid from now; undefined for a user whose sessions are not the tenant's. */
  revokeSignInSessions: Mark | undefined
  setAccountEnabled: User
  setPassword: User
  deleteUser: undefined
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

/** A command in its place in the log; the mark is the command's own time, never the reader's clock. */
export interface Entry<T extends CommandType = CommandType> {
  readonly type: T
  readonly data: Commands[T]
  readonly mark: Mark
}

type Apply<T extends CommandType> = (state: State, data: Commands[T], mark: Mark) => Outcomes[T]

const appliers: { readonly [T in CommandType]: Apply<T> } = {
  createTenant(state, { definition }) {
    const taken = [definition.id, ...definition.domains].find(
      key => state.findTenant(key) !== undefined,
    )
    if (taken !== undefined) throw new Conflict(taken)
    const tenant = createTenant(definition)
    state.tenants.set(definition.id, tenant)
    return tenant
  },

  resetTenant(state, { tenantId }) {
    const tenant = createTenant(getTenant(state, tenantId).definition)
    state.tenants.set(tenantId, tenant)
    return tenant
  },

  changeSettings(state, { tenantId, update }) {
    const tenant = getTenant(state, tenantId)
    const settings = updateSettings(tenant.settings, update)
    state.tenants.set(tenantId, { ...tenant, settings })
    return settings
  },

  revokeSignInSessions(state, { tenantId, userId }, mark) {
    const tenant = getTenant(state, tenantId)
    return revoke(tenant, getUser(tenant, userId), 'revocation', mark)
  },

  setAccountEnabled(state, { tenantId, userId, accountEnabled }) {
    const tenant = getTenant(state, tenantId)
    return replaceUser(tenant, { ...getUser(tenant, userId), accountEnabled })
  },

  setPassword(state, { tenantId, userId, password, cause }, mark) {
    const tenant = getTenant(state, tenantId)
    const user = getUser(tenant, userId)
    revoke(tenant, user, cause, mark)
    const lastPasswordChangeDateTime = toDateTime(mark.at)
    return replaceUser(tenant, { ...user, password, lastPasswordChangeDateTime })
  },

  deleteUser(state, { tenantId, userId }) {
    const tenant = getTenant(state, tenantId)
    const user = getUser(tenant, userId)
    tenant.users.remove(user)
    tenant.revocations.delete(user.id)
    const ofUser = consentKey(user.id, '')
    for (const key of tenant.consents.keys())
      if (key.startsWith(ofUser)) tenant.consents.delete(key)
    return undefined
  },

  grantConsent(state, { tenantId, userId, clientId, scopes }) {
    const tenant = getTenant(state, tenantId)
    const { consents } = tenant
    const key = consentKey(getUser(tenant, userId).id, clientId)
    consents.set(key, [...new Set([...(consents.get(key) ?? []), ...scopes])])
    return undefined
  },

  redeemAuthorizationCode(state, { tenantId, codeId, expiresAt }, { at }) {
    const { redeemedCodes } = getTenant(state, tenantId)
    if (redeemedCodes.has(codeId)) return false
    remember(redeemedCodes, codeId, { expiresAt }, at)
    return true
  },

  startDeviceSignIn(state, { tenantId, userCode, ...asked }, { at }) {
    const { deviceSignIns } = getTenant(state, tenantId)
    remember(deviceSignIns, userCode, { ...asked, status: 'pending' }, at)
    return undefined
  },

  decideDeviceSignIn(state, { tenantId, userCode, signIn }) {
    const { deviceSignIns } = getTenant(state, tenantId)
    const asked = deviceSignIns.get(userCode)
    if (asked?.status !== 'pending') return false
    const decided: DeviceSignIn =
      signIn === undefined
        ? { ...asked, status: 'declined' }
        : { ...asked, status: 'approved', signIn }
    deviceSignIns.set(userCode, decided)
    return true
  },

  redeemDeviceCode(state, { tenantId, userCode }) {
    const { deviceSignIns } = getTenant(state, tenantId)
    const asked = deviceSignIns.get(userCode)
    if (asked?.status !== 'approved') return undefined
    deviceSignIns.set(userCode, { ...asked, status: 'redeemed' })
    return asked.signIn
  },

  endSession(state, { tenantId, sessionId, expiresAt }, { at }) {
    remember(getTenant(state, tenantId).endedSessions, sessionId, { expiresAt }, at)
    return undefined
  },
}

/**
 * Applies one command. Synchronous; reads neither the clock nor chance nor the network.
 * @throws NotFound or Conflict; then nothing has changed
 */
export function apply<T extends CommandType>(
  state: State,
  { type, data, mark }: Entry<T>,
): Outcomes[T] {
  const applier: Apply<T> = appliers[type]
  return applier(state, data, mark)
}

function getTenant(state: State, tenantId: string): Tenant {
  const tenant = state.tenants.get(tenantId)
  if (tenant === undefined) throw new NotFound(`There is no tenant '${tenantId}'.`)
  return tenant
}

function getUser({ users, definition }: Tenant, userId: string): User {
  const user = users.find(userId)
  if (user === undefined)
    throw new NotFound(`There is no user '${userId}' in tenant '${definition.id}'.`)
  return user
}

function replaceUser({ users }: Tenant, user: User): User {
  users.replace(user)
  return user
}

function revoke(
  { revocations, settings }: Tenant,
  user: User,
  cause: RevocationCause,
  mark: Mark,
): Mark | undefined {
  if (reachOfRevocation(user) === 'nothing') return undefined
  const earlier = revocations.get(user.id) ?? []
  revocations.set(user.id, addRevocation(earlier, { ...mark, cause }, delaysOf(settings)))
  return mark
}
