// What was asked of each tenant and what it answered, bounded, for tests to look at and to wait for.
import type { Clock } from '../clock.ts'
import type { CommandType } from '../state/commands.ts'
import type { State } from '../state/state.ts'
import { nowIn } from '../state/tenant-clock.ts'
import type { Entry } from './entry.ts'
import type { Follower } from './tenant-journal.ts'
import { TenantJournal } from './tenant-journal.ts'

/** How many requests are kept for each tenant when nobody says. */
export const USUAL_LIMIT = 1000

/** How a wait ended. */
export type Waited = 'came' | 'late' | 'ended'

export interface Wait {
  readonly matches: (entry: Entry) => boolean
  /** Of those kept and those to come. */
  readonly count: number
  /** Those up to this sequence do not count. */
  readonly after?: number | undefined
  readonly milliseconds: number
  /** Registers what ends the wait early, and gives what takes that back. */
  readonly onDeparture?: (leave: () => void) => () => void
}

export class Journal {
  readonly #state: State
  readonly #clock: Clock
  readonly #limit: number
  readonly #journals = new Map<string, TenantJournal>()
  #sequence = 0
  #isClosed = false

  /** @param limit how many requests are kept for each tenant; 0 keeps none, and nobody is told of any */
  constructor(state: State, clock: Clock, limit = USUAL_LIMIT) {
    this.#state = state
    this.#clock = clock
    this.#limit = limit
  }

  get isOn(): boolean {
    return this.#limit > 0
  }

  /** Of the request that was recorded last. */
  get lastSequence(): number {
    return this.#sequence
  }

  /** The time in a tenant, or in the default one for what names none. */
  nowIn(tenantId: string | undefined): number {
    const tenant = this.#state.tenants.get(tenantId ?? '') ?? this.#state.findTenant()
    return tenant === undefined ? this.#clock.now() : nowIn(tenant, this.#clock)
  }

  /** Keeps a request, with its tenant's or, where it names none, with the default tenant's. One whose tenant has gone is not kept. */
  record(entry: Entry): void {
    if (this.#limit === 0) return
    entry.sequence = ++this.#sequence
    const tenantId = entry.tenantId ?? this.#state.findTenant()?.definition.id
    if (tenantId === undefined || !this.#state.tenants.has(tenantId)) return
    this.#of(tenantId).add(entry)
  }

  /** Those kept of a tenant with a greater sequence, the oldest first. */
  list(tenantId: string, after = 0): readonly Entry[] {
    return this.#journals.get(tenantId)?.after(after) ?? []
  }

  /** Forgets the requests of a tenant; who follows it goes on. */
  clear(tenantId: string): void {
    this.#journals.get(tenantId)?.clear()
  }

  /** Forgets a tenant that is no more, and tells who follows it. */
  forget(tenantId: string): void {
    end(this.#journals.get(tenantId))
    this.#journals.delete(tenantId)
  }

  /** Follows a command that was applied: a tenant that starts anew has been asked nothing, and one that is gone is not remembered. */
  applied(type: CommandType, tenantId: string | undefined): void {
    if (type === 'restoreSnapshot') this.#forgetThoseGone()
    else if (tenantId === undefined) return
    else if (type === 'resetTenant' || type === 'replaceTenant') this.clear(tenantId)
    else if (type === 'removeTenant') this.forget(tenantId)
  }

  /** Has a follower told of every request of a tenant from now on, until the function that it gives is called. */
  subscribe(tenantId: string, follower: Follower): () => void {
    if (this.#isClosed) {
      follower.ended()
      return () => {}
    }
    const { followers } = this.#of(tenantId)
    followers.add(follower)
    return () => followers.delete(follower)
  }

  /** Until there are as many as were asked for. */
  wait(tenantId: string, wait: Wait): Promise<Waited> {
    const { matches, count, after, milliseconds, onDeparture } = wait
    let missing = count - this.list(tenantId, after).filter(matches).length
    if (missing <= 0) return Promise.resolve('came')
    if (milliseconds <= 0) return Promise.resolve('late')
    return new Promise(resolve => {
      const ends: (() => void)[] = []
      const stop = (outcome: Waited) => {
        for (const end of ends) end()
        resolve(outcome)
      }
      const timer = setTimeout(stop, milliseconds, 'late')
      ends.push(() => clearTimeout(timer))
      const follower = {
        recorded: (entry: Entry) => {
          if (matches(entry) && --missing === 0) stop('came')
        },
        ended: () => stop('ended'),
      }
      ends.push(this.subscribe(tenantId, follower))
      if (onDeparture !== undefined) ends.push(onDeparture(follower.ended))
    })
  }

  /** Ends everything that follows or waits. */
  close(): void {
    this.#isClosed = true
    for (const journal of this.#journals.values()) end(journal)
  }

  #of(tenantId: string): TenantJournal {
    const known = this.#journals.get(tenantId)
    if (known !== undefined) return known
    const made = new TenantJournal(this.#limit)
    this.#journals.set(tenantId, made)
    return made
  }

  #forgetThoseGone(): void {
    for (const tenantId of this.#journals.keys())
      if (!this.#state.tenants.has(tenantId)) this.forget(tenantId)
  }
}

function end(journal: TenantJournal | undefined): void {
  for (const follower of [...(journal?.followers ?? [])]) follower.ended()
}
