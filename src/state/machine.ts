// The deterministic machine: every change of state is a command, and applying the same commands gives the same state.
import { accountAppliers } from './accounts.ts'
import { Conflict } from './collection.ts'
import type { Appliers, Apply, Commands, CommandType, Outcomes } from './commands.ts'
import { remember } from './expiring.ts'
import { meet } from './faults.ts'
import { getTenant, getUser } from './named.ts'
import type { Mark } from './revocation.ts'
import { updateSettings } from './settings.ts'
import { withSignIn } from './sign-in-log.ts'
import type { DeviceSignIn } from './sign-ins.ts'
import { consentKey } from './sign-ins.ts'
import { restoreSnapshot, takeSnapshot } from './snapshots.ts'
import type { State } from './state.ts'
import { NotFound } from './state.ts'
import type { Tenant, TenantDefinition } from './tenant.ts'
import { createTenant } from './tenant.ts'

export type { Commands, CommandType, Outcomes } from './commands.ts'

/** A command in its place in the log; the mark is the command's own time, never the reader's clock. */
export interface Entry<T extends CommandType = CommandType> {
  readonly type: T
  readonly data: Commands[T]
  readonly mark: Mark
}

const appliers: Appliers<CommandType> = {
  ...accountAppliers,

  createTenant(state, { definition }) {
    assertFree(state, [definition.id, ...definition.domains])
    return putTenant(state, definition)
  },

  replaceTenant(state, { definition }) {
    assertFree(state, definition.domains, definition.id)
    return putTenant(state, definition)
  },

  removeTenant(state, { tenantId }) {
    state.remove(getTenant(state, tenantId))
    return undefined
  },

  resetTenant(state, { tenantId }) {
    return putTenant(state, getTenant(state, tenantId).definition)
  },

  setClock(state, { tenantId, clock }) {
    state.put({ ...getTenant(state, tenantId), clock })
    return undefined
  },

  takeSnapshot(state, { name, of }, mark) {
    const tenants = of === undefined ? [...state.tenants.values()] : [getTenant(state, of)]
    const snapshot = takeSnapshot(name, tenants, mark, of === undefined)
    state.snapshots.delete(name)
    state.snapshots.set(name, snapshot)
    return snapshot
  },

  addSnapshot(state, { snapshot }) {
    state.snapshots.delete(snapshot.name)
    state.snapshots.set(snapshot.name, snapshot)
    return undefined
  },

  removeSnapshot(state, { name }) {
    state.snapshots.delete(state.getSnapshot(name).name)
    return undefined
  },

  restoreSnapshot(state, { name, keepsClocks }, { at }) {
    restoreSnapshot(state, state.getSnapshot(name), at, keepsClocks)
    return undefined
  },

  planFault(state, { tenantId, faultId, plan, seed }) {
    const fault = { id: faultId, plan, seed, met: 0, struck: 0 }
    getTenant(state, tenantId).faults.set(faultId, fault)
    return fault
  },

  removeFaults(state, { tenantId, faultId }) {
    const { faults } = getTenant(state, tenantId)
    if (faultId === undefined) faults.clear()
    else if (!faults.delete(faultId)) throw new NotFound(`There is no fault '${faultId}'.`)
    return undefined
  },

  meetFault(state, { tenantId, faultId }) {
    const { faults } = getTenant(state, tenantId)
    const planned = faults.get(faultId)
    if (planned === undefined) return undefined
    const { fault, strikes } = meet(planned)
    faults.set(faultId, fault)
    return strikes ? fault : undefined
  },

  changeSettings(state, { tenantId, update }) {
    const tenant = getTenant(state, tenantId)
    const settings = updateSettings(tenant.settings, update)
    state.put({ ...tenant, settings })
    return settings
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

  recordSignIn(state, { tenantId, event }, { at, position }) {
    const { signInLog, signInActivities } = getTenant(state, tenantId)
    const record = { at, position, ...event }
    signInLog.add(record)
    if (event.user !== undefined) {
      const earlier = signInActivities.get(event.user.id)
      signInActivities.set(event.user.id, withSignIn(earlier, record))
    }
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

/** @throws Conflict when another tenant than `but` has one of these ids or domains */
function assertFree(state: State, keys: readonly string[], but?: string): void {
  const taken = keys.find(key => {
    const owner = state.findTenant(key)
    return owner !== undefined && owner.definition.id !== but
  })
  if (taken !== undefined) throw new Conflict(taken)
}

function putTenant(state: State, definition: TenantDefinition): Tenant {
  const tenant = createTenant(definition)
  state.put(tenant)
  return tenant
}
