// A double as a whole, as a test drives it: its default tenant, tenants made for one test, and snapshots as files.
import type { components } from '../contract/generated.ts'
import type { ControlClient } from './control-client.ts'
import type { Snapshot, SnapshotDocument } from './controls.ts'
import { Controls } from './controls.ts'
import { TestTenant } from './test-tenant.ts'

export type NewTenant = components['schemas']['newTenant']

/** Snapshots of a tenant or of all, by name. They are taken by `snapshot`, and come back to by `restore`. */
export interface SnapshotControl {
  list(): Promise<readonly Snapshot[]>
  /** To be kept as a file, and uploaded again, to another server as well. */
  download(name: string): Promise<SnapshotDocument>
  upload(name: string, document: SnapshotDocument): Promise<Snapshot>
  remove(name: string): Promise<void>
}

/** What names no tenant is done to the default tenant; `reset`, `snapshot` and `restore` to all. */
export class ServerControls extends Controls {
  readonly #client: ControlClient

  constructor(client: ControlClient) {
    super(client)
    this.#client = client
  }

  /** Makes a tenant, like the fixture's, for one test. */
  async tenant(options: NewTenant = {}): Promise<TestTenant> {
    const view = await this.#client.call('control.tenants.create', { body: options })
    return new TestTenant(this.#client, view)
  }

  /** A tenant that is there. @param idOrDomain */
  async getTenant(idOrDomain: string): Promise<TestTenant> {
    const view = await this.#client.call('control.tenants.get', { path: { tenant: idOrDomain } })
    return new TestTenant(this.#client, view)
  }

  get snapshots(): SnapshotControl {
    const client = this.#client
    return {
      list: async () => (await client.call('control.snapshots.list', {})).snapshots,
      download: name => client.call('control.snapshots.get', { path: { snapshot: name } }),
      upload: (name, document) =>
        client.call('control.snapshots.put', { path: { snapshot: name }, body: document }),
      remove: async name => {
        await client.call('control.snapshots.remove', { path: { snapshot: name } })
      },
    }
  }
}
