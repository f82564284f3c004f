// Everything the double knows: its tenants. Changed by commands only (machine.ts), read by anyone.
import type { Tenant, TenantSnapshot } from './tenant.ts'
import { restoreTenant, snapshotTenant } from './tenant.ts'

/** Something was named that is not there. The message says what there is instead. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

export class State {
  /** By id, in the order they were made; the first is the default. */
  readonly tenants = new Map<string, Tenant>()

  /** The tenant with this id or domain, in any case; without one, the default tenant. */
  findTenant(idOrDomain?: string): Tenant | undefined {
    if (!idOrDomain) return this.tenants.values().next().value
    const wanted = idOrDomain.toLowerCase()
    const byId = this.tenants.get(wanted)
    if (byId !== undefined) return byId
    return [...this.tenants.values()].find(({ definition }) => definition.domains.includes(wanted))
  }

  /**
   * The tenant with this id or domain, in any case; without one, the default tenant.
   * @throws NotFound naming those there are
   */
  getTenant(idOrDomain?: string): Tenant {
    const tenant = this.findTenant(idOrDomain)
    if (tenant !== undefined) return tenant
    const domains = [...this.tenants.values()].map(({ definition }) => definition.domains[0])
    throw new NotFound(
      `There is no tenant '${idOrDomain ?? 'to default to'}'. There are: ${domains.join(', ')}.`,
    )
  }

  /** Plain data from which `restore` makes the same state. */
  snapshot(): readonly TenantSnapshot[] {
    return [...this.tenants.values()].map(snapshotTenant)
  }

  /** Puts a snapshot in the place of everything. */
  restore(snapshot: readonly TenantSnapshot[]): void {
    const restored = snapshot.map(restoreTenant)
    this.tenants.clear()
    for (const tenant of restored) this.tenants.set(tenant.definition.id, tenant)
  }
}
