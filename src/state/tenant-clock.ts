// A tenant's own time: the machine's, moved or standing still.
import type { Clock } from '../clock.ts'
import type { State } from './state.ts'

/** How a tenant's time follows from the machine's. */
export interface TenantClock {
  /** By how much it is ahead, in milliseconds. Without meaning while it stands still. */
  readonly offset: number
  /** Where it stands still, in milliseconds since the epoch; null while it goes. */
  readonly frozenAt: number | null
}

export const machineTime: TenantClock = { offset: 0, frozenAt: null }

/** The tenant's time now, in milliseconds since the epoch. @param machine the machine's clock */
export function nowIn({ clock }: { readonly clock: TenantClock }, machine: Clock): number {
  return clock.frozenAt ?? machine.now() + clock.offset
}

/** The time in the tenant with this id; the machine's where there is none. @param machine the machine's clock */
export function timeIn(
  { tenants }: Pick<State, 'tenants'>,
  tenantId: string | undefined,
  machine: Clock,
): number {
  const tenant = tenantId === undefined ? undefined : tenants.get(tenantId)
  return tenant === undefined ? machine.now() : nowIn(tenant, machine)
}

/** A clock that shows `now` at the machine's instant `machineNow`, and goes on from there or stands still. */
export function clockShowing(now: number, machineNow: number, isFrozen: boolean): TenantClock {
  return { offset: now - machineNow, frozenAt: isFrozen ? now : null }
}
