// The deterministic machine: every change of state is a command, and applying the same commands gives the same state.
import { Conflict } from './collection.ts'
import type { Mark } from './revocation.ts'
import { addRevocation } from './revocation.ts'
import type { Settings, SettingsUpdate } from './settings.ts'
import { delaysOf, updateSettings } from './settings.ts'
import type { State } from './state.ts'
import { NotFound } from './state.ts'
import type { Tenant, TenantDefinition } from './tenant.ts'
import { createTenant } from './tenant.ts'
import { reachOfRevocation } from './users.ts'

/** What each command carries. Plain, serialisable values. */
export interface Commands {
  createTenant: { readonly definition: TenantDefinition }
  resetTenant: { readonly tenantId: string }
  changeSettings: { readonly tenantId: string; readonly update: SettingsUpdate }
  revokeSignInSessions: { readonly tenantId: string; readonly userId: string }
}

/** What each command gives back to who submitted it. */
export interface Outcomes {
  createTenant: Tenant
  resetTenant: Tenant
  changeSettings: Settings
  /** When the user's sessions are valid from now; undefined for a user whose sessions are not the tenant's. */
  revokeSignInSessions: Mark | undefined
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
    const { users, revocations, settings } = getTenant(state, tenantId)
    const user = users.find(userId)
    if (user === undefined)
      throw new NotFound(`There is no user '${userId}' in tenant '${tenantId}'.`)
    if (reachOfRevocation(user) === 'nothing') return undefined
    revocations.set(
      user.id,
      addRevocation(revocations.get(user.id) ?? [], mark, delaysOf(settings)),
    )
    return mark
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
