// Putting tenants back to where they started.
import type { Log } from './log.ts'
import type { State } from './state.ts'

/**
 * Resets the tenant with this id or domain; without one, all of them.
 * Rejects with NotFound when there is no such tenant; then nothing has changed.
 */
export async function resetTenants(state: State, log: Log, idOrDomain?: string): Promise<void> {
  const tenants = idOrDomain ? [state.getTenant(idOrDomain)] : [...state.tenants.values()]
  for (const { definition } of tenants) await log.submit('resetTenant', { tenantId: definition.id })
}
