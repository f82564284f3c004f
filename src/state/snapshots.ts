// Named snapshots of tenants. Records are never changed in place, so a snapshot is a copy of lists.
import type { Clock } from '../clock.ts'
import { Conflict } from './collection.ts'
import type { Mark } from './revocation.ts'
import type { State } from './state.ts'
import type { Tenant, TenantSnapshot } from './tenant.ts'
import { restoreTenant, snapshotTenant } from './tenant.ts'
import { clockShowing, nowIn } from './tenant-clock.ts'

export interface Snapshot {
  readonly name: string
  /** When and where in the log it was taken, by the machine's clock. */
  readonly taken: Mark
  /** Whether it is of all tenants there were. */
  readonly isWhole: boolean
  readonly tenants: readonly DatedTenant[]
}

export interface DatedTenant {
  readonly contents: TenantSnapshot
  /** The tenant's own time then, in milliseconds since the epoch. */
  readonly now: number
}

/** @param taken by the machine's clock */
export function takeSnapshot(
  name: string,
  tenants: readonly Tenant[],
  taken: Mark,
  isWhole: boolean,
): Snapshot {
  const machine: Clock = { now: () => taken.at }
  const dated = tenants.map(tenant => ({
    contents: snapshotTenant(tenant),
    now: nowIn(tenant, machine),
  }))
  return { name, taken, isWhole, tenants: dated }
}

/**
 * Puts the snapshot's tenants back; one of all tenants takes the place of everything.
 * @param machineNow milliseconds since the epoch
 * @param keepsClocks leaves the clocks of tenants that are there now as they are
 * @throws Conflict when another tenant has taken a domain meanwhile; then nothing has changed
 */
export function restoreSnapshot(
  state: State,
  { tenants, isWhole }: Snapshot,
  machineNow: number,
  keepsClocks: boolean,
): void {
  const restored = tenants.map(dated => {
    const current = state.tenants.get(dated.contents.definition.id)
    const tenant = restoreTenant(dated.contents)
    const { frozenAt } = dated.contents.clock
    const clock = clockShowing(dated.now, machineNow, frozenAt !== null)
    return { ...tenant, clock: (keepsClocks ? current?.clock : undefined) ?? clock }
  })
  if (!isWhole) assertDomainsFree(state, restored)
  else state.clear()
  for (const tenant of restored) state.put(tenant)
}

function assertDomainsFree(state: State, tenants: readonly Tenant[]): void {
  for (const { definition } of tenants) {
    const taken = definition.domains.find(domain => {
      const owner = state.findTenant(domain)
      return owner !== undefined && owner.definition.id !== definition.id
    })
    if (taken !== undefined) throw new Conflict(taken)
  }
}
