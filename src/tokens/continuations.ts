// What continues a query: given to clients as an opaque token, and read when they come back with it.

/** A round of asking which users were changed. */
export interface UsersDelta {
  readonly tenantId: string
  /** Of the round, in milliseconds since the epoch. */
  readonly startedAt: number
  /** As it was asked for at first. */
  readonly select?: string
  /** Only these users, by id in lower case; all when left out. */
  readonly ids?: readonly string[]
  /** The place in the log after which changes are asked for. */
  readonly since: number
}

/** A page of a round that is not the first. */
export interface UsersDeltaPage extends UsersDelta {
  /** `all`: the first round, which gives everybody, from a position on. `changes`: those after a place in the log. */
  readonly gives: 'all' | 'changes'
  readonly after: number
}
