// The one door through which state changes. The embedded log applies each command at once, in memory.
import type { Clock } from '../clock.ts'
import type { Commands, CommandType, Outcomes } from './machine.ts'
import { apply } from './machine.ts'
import type { Mark } from './revocation.ts'
import type { State } from './state.ts'
import type { Tenant } from './tenant.ts'
import { nowIn } from './tenant-clock.ts'

export interface Log {
  /**
   * Puts a command into the log and gives its outcome once it is applied. Its time is that of the tenant it names; of a command that names
   * none, the machine's.
   * Rejects with NotFound or Conflict when the command fails; then nothing has changed.
   */
  submit<T extends CommandType>(type: T, data: Commands[T]): Promise<Outcomes[T]>
  /** Now in a tenant, after everything that has been applied: what a credential issued at this moment carries. */
  mark(tenant: Pick<Tenant, 'clock'>): Mark
  /** Has what is submitted from now on come after the positions of another log. */
  skipTo(position: number): void
}

/** Told of each command that was applied, and of the tenant it names or defines. */
export type Applied = (type: CommandType, tenantId: string | undefined) => void

export class MemoryLog implements Log {
  readonly #state: State
  readonly #clock: Clock
  readonly #applied: Applied
  #position = 0

  constructor(state: State, clock: Clock, applied: Applied = () => {}) {
    this.#state = state
    this.#clock = clock
    this.#applied = applied
  }

  async submit<T extends CommandType>(type: T, data: Commands[T]): Promise<Outcomes[T]> {
    const mark = { at: this.#timeOf(data), position: this.#position + 1 }
    // A command that fails takes its place all the same, as it would in a log on disk.
    this.#position = mark.position
    const outcome = apply(this.#state, { type, data, mark })
    this.#applied(type, tenantOf(data) ?? definedBy(data))
    return outcome
  }

  mark(tenant: Pick<Tenant, 'clock'>): Mark {
    return { at: nowIn(tenant, this.#clock), position: this.#position }
  }

  skipTo(position: number): void {
    this.#position = Math.max(this.#position, position)
  }

  #timeOf(data: object): number {
    const tenant = this.#state.tenants.get(tenantOf(data) ?? '')
    return tenant === undefined ? this.#clock.now() : nowIn(tenant, this.#clock)
  }
}

function tenantOf(data: object): string | undefined {
  return 'tenantId' in data && typeof data.tenantId === 'string' ? data.tenantId : undefined
}

function definedBy(data: object | Commands['createTenant']): string | undefined {
  return 'definition' in data ? data.definition.id : undefined
}
