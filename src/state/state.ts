// Everything the double knows: its tenants, and snapshots of them. Changed by commands only (machine.ts), read by anyone.
import { nearest } from '../nearest.ts'
import type { Snapshot } from './snapshots.ts'
import type { Tenant, TenantSnapshot } from './tenant.ts'
import { restoreTenant, snapshotTenant } from './tenant.ts'

/** Everything that a state holds, plain. */
export interface StateSnapshot {
  readonly tenants: readonly TenantSnapshot[]
  /** Those that were asked for by name. */
  readonly snapshots: readonly Snapshot[]
}

/** Something was named that is not there. The message says what there is instead. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

export class State {
  readonly #tenants = new Map<string, Tenant>()
  /** Ids by domain. */
  readonly #domains = new Map<string, string>()
  /** By name, in the order they were taken. */
  readonly snapshots = new Map<string, Snapshot>()

  /** By id, in the order they were made; the first is the default. */
  get tenants(): ReadonlyMap<string, Tenant> {
    return this.#tenants
  }

  /** Adds a tenant, or puts it in the place of the one with its id. Its domains must be free. */
  put(tenant: Tenant): void {
    const { id, domains } = tenant.definition
    const earlier = this.#tenants.get(id)
    if (earlier?.definition !== tenant.definition) {
      for (const domain of earlier?.definition.domains ?? []) this.#domains.delete(domain)
      for (const domain of domains) this.#domains.set(domain, id)
    }
    this.#tenants.set(id, tenant)
  }

  remove({ definition: { id, domains } }: Tenant): void {
    for (const domain of domains) this.#domains.delete(domain)
    this.#tenants.delete(id)
  }

  /** Forgets all tenants. */
  clear(): void {
    this.#tenants.clear()
    this.#domains.clear()
  }

  /** The tenant with this id or domain, in any case; without one, the default tenant. */
  findTenant(idOrDomain?: string): Tenant | undefined {
    if (!idOrDomain) return this.#tenants.values().next().value
    const wanted = idOrDomain.toLowerCase()
    return this.#tenants.get(wanted) ?? this.#tenants.get(this.#domains.get(wanted) ?? '')
  }

  /**
   * The tenant with this id or domain, in any case; without one, the default tenant.
   * @throws NotFound naming the nearest, or some
   */
  getTenant(idOrDomain?: string): Tenant {
    const tenant = this.findTenant(idOrDomain)
    if (tenant !== undefined) return tenant
    const initial = [...this.#tenants.values()].map(({ definition }) => definition.domains[0])
    const advice = suggest(idOrDomain ?? '', [...this.#domains.keys()], initial)
    throw new NotFound(`There is no tenant '${idOrDomain ?? 'to default to'}'. ${advice}`)
  }

  /** @throws NotFound naming the nearest, or some */
  getSnapshot(name: string): Snapshot {
    const snapshot = this.snapshots.get(name)
    if (snapshot !== undefined) return snapshot
    throw new NotFound(
      `There is no snapshot '${name}'. ${suggest(name, [...this.snapshots.keys()])}`,
    )
  }

  /** Plain data from which `restore` makes the same state. */
  snapshot(): StateSnapshot {
    return {
      tenants: [...this.#tenants.values()].map(snapshotTenant),
      snapshots: [...this.snapshots.values()],
    }
  }

  /** Puts a snapshot in the place of everything. Throws Conflict when it contradicts itself; then nothing has changed. */
  restore({ tenants, snapshots }: StateSnapshot): void {
    const restored = tenants.map(restoreTenant)
    this.clear()
    for (const tenant of restored) this.put(tenant)
    this.snapshots.clear()
    for (const snapshot of snapshots) this.snapshots.set(snapshot.name, snapshot)
  }
}

const MOST_NAMED = 10

/** A sentence on what there is instead of what was named. @param listed those to list when none is near */
export function suggest(wanted: string, known: readonly string[], listed = known): string {
  const meant = nearest(wanted, known)
  if (meant !== undefined) return `Did you mean '${meant}'?`
  if (listed.length === 0) return 'There is none.'
  const more = listed.length > MOST_NAMED ? ` and ${listed.length - MOST_NAMED} more` : ''
  return `There are: ${listed.slice(0, MOST_NAMED).join(', ')}${more}.`
}
