// What a test does with a double besides calling it: the operations of the control surface under the names by which tests read well.
import type { components } from '../contract/generated.ts'
import type { Input } from '../contract/operations.ts'
import type {
  ControlClient,
  ControlInput,
  ControlOperationId,
  ControlResult,
} from './control-client.ts'
import { readEvents } from './event-stream.ts'

type Schemas = components['schemas']

export type RecordedRequest = Schemas['recordedRequest']
export type Fault = Schemas['fault']
export type FaultPlan = Schemas['faultPlan']
export type Snapshot = Schemas['snapshot']
export type SnapshotDocument = Schemas['snapshotDocument']
export type Explanation = Schemas['explanation']
export type Settings = Schemas['settings']
export type SettingsUpdate = Schemas['settingsUpdate']
export type UserUpdate = Schemas['userUpdate']
export type TokenRequest = Schemas['tokenRequest']
export type TokenResponse = Schemas['tokenResponse']
export type ClockReading = Schemas['clock']

/** Which requests are meant; all of them when left out. */
export type RequestQuery = Omit<Input<'control.requests.list'>['query'], 'tenant' | 'waitSeconds'>

export interface WaitOptions extends RequestQuery {
  /** How many to wait for. 1 when left out. */
  readonly count?: number
  /** 5 when left out. */
  readonly timeoutSeconds?: number
}

const WAIT_SECONDS = 5

/** The tenant's own time, which everything follows that expires or is stamped. */
export interface ClockControl {
  get(): Promise<ClockReading>
  /** Has it go on from `now`. */
  set(now: Date | string): Promise<ClockReading>
  /** Backwards when negative. */
  advance(seconds: number): Promise<ClockReading>
  /** Has it stand still, where it is or at `now`. */
  freeze(now?: Date | string): Promise<ClockReading>
  /** Has it show the machine's time again. */
  reset(): Promise<void>
}

/** Planned failures. */
export interface FaultControl {
  create(plan: FaultPlan): Promise<Fault>
  list(): Promise<readonly Fault[]>
  remove(id: string): Promise<void>
  /** Calls all of them off. */
  clear(): Promise<void>
}

/** Everything rejects with ControlError when the double refuses, and with TypeError when it cannot be reached. */
export class Controls {
  readonly #client: ControlClient
  /** Id or domain; the default tenant when undefined. */
  readonly #tenant: string | undefined

  constructor(client: ControlClient, tenant?: string) {
    this.#client = client
    this.#tenant = tenant
  }

  /** Any operation of the control surface, by its id. */
  call<Id extends ControlOperationId>(id: Id, input: ControlInput<Id>): Promise<ControlResult<Id>> {
    return this.#client.call(id, input)
  }

  get clock(): ClockControl {
    const update = (body: Schemas['clockUpdate']) =>
      this.#client.call('control.clock.update', { query: this.#query, body })
    return {
      get: () => this.#client.call('control.clock.get', { query: this.#query }),
      set: now => update({ now: toInstant(now), frozen: false }),
      advance: seconds => update({ advanceSeconds: seconds }),
      freeze: now => update({ ...(now !== undefined && { now: toInstant(now) }), frozen: true }),
      reset: async () => {
        await this.#client.call('control.clock.reset', { query: this.#query })
      },
    }
  }

  get faults(): FaultControl {
    const client = this.#client
    const query = this.#query
    return {
      create: plan => client.call('control.faults.create', { query, body: plan }),
      list: async () => (await client.call('control.faults.list', { query })).faults,
      remove: async id => {
        await client.call('control.faults.remove', { path: { fault: id }, query })
      },
      clear: async () => {
        await client.call('control.faults.clear', { query })
      },
    }
  }

  /** What was asked of the tenant and what it answered, the oldest first. */
  async requests(query: RequestQuery = {}): Promise<readonly RecordedRequest[]> {
    const { requests } = await this.#client.call('control.requests.list', {
      query: { ...query, ...this.#query },
    })
    return requests
  }

  /** Those that match, as soon as there are `count`. Rejects with ControlError, which says what came closest, when they do not come in time. */
  async waitFor({
    timeoutSeconds = WAIT_SECONDS,
    ...query
  }: WaitOptions = {}): Promise<readonly RecordedRequest[]> {
    const { requests } = await this.#client.call('control.requests.list', {
      query: { ...query, waitSeconds: timeoutSeconds, ...this.#query },
    })
    return requests
  }

  async clearRequests(): Promise<void> {
    await this.#client.call('control.requests.clear', { query: this.#query })
  }

  /**
   * Requests as they come, until the signal is aborted or the loop is left.
   * @param options.after the sequence after which to begin; now, when left out
   */
  async *events(
    query: Omit<Input<'control.events.stream'>['query'], 'tenant'> = {},
    { after, signal }: { readonly after?: number; readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<RecordedRequest> {
    const response = await this.#client.request(
      'control.events.stream',
      { query: { ...query, ...this.#query } },
      {
        headers: {
          accept: 'text/event-stream',
          ...(after !== undefined && { 'last-event-id': String(after) }),
        },
        ...(signal !== undefined && { signal }),
      },
    )
    if (response.body === null) return
    for await (const data of readEvents(response.body)) {
      // What the server sends, it has held to the contract.
      const request: RecordedRequest = JSON.parse(data)
      yield request
    }
  }

  /** Revokes a user's sign-in sessions, as an administrator does. @param user id, user principal name, or the part of it before the @ */
  async revoke(user: string): Promise<void> {
    await this.#client.call('control.users.revoke', { path: { userId: user }, query: this.#query })
  }

  /** Disables or enables a user, or sets the password. */
  async updateUser(user: string, update: UserUpdate): Promise<void> {
    const path = { userId: user }
    await this.#client.call('control.users.update', { path, query: this.#query, body: update })
  }

  async removeUser(user: string): Promise<void> {
    await this.#client.call('control.users.remove', { path: { userId: user }, query: this.#query })
  }

  issueToken(request: TokenRequest = {}): Promise<TokenResponse> {
    return this.#client.call('control.tokens.issue', { query: this.#query, body: request })
  }

  /** Why a token, code or cookie is accepted or refused now. @param target whom its operations would act upon */
  explain(token: string, target?: string): Promise<Explanation> {
    const body = { token, ...(target !== undefined && { target }) }
    return this.#client.call('control.tokens.explain', { body })
  }

  /** The settings, after the update when there is one. */
  settings(update?: SettingsUpdate): Promise<Settings> {
    return update === undefined
      ? this.#client.call('control.settings.get', { query: this.#query })
      : this.#client.call('control.settings.update', { query: this.#query, body: update })
  }

  /** Puts it back to where it started. */
  async reset(): Promise<void> {
    await this.#client.call('control.state.reset', { query: this.#query })
  }

  /** Takes a snapshot, in the place of one of the same name. */
  snapshot(name: string): Promise<Snapshot> {
    const body = { name, ...this.#query }
    return this.#client.call('control.snapshots.create', { body })
  }

  /** Puts everything back to where it was when the snapshot was taken; the clock too, unless it is to be kept. */
  async restore(name: string, options: Schemas['restoreRequest'] = {}): Promise<void> {
    const path = { snapshot: name }
    await this.#client.call('control.snapshots.restore', { path, body: options })
  }

  /** For the query of an operation. */
  get #query(): { readonly tenant?: string } {
    return this.#tenant === undefined ? {} : { tenant: this.#tenant }
  }
}

function toInstant(instant: Date | string): string {
  return typeof instant === 'string' ? instant : instant.toISOString()
}
