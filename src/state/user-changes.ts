// Which users were changed since when: what a delta query asks.

/** Of users that are gone for good nothing else is left; more than these are forgotten, oldest first. */
const MOST_GONE = 10_000

export interface UserChange {
  /** Place in the log of the latest change. */
  readonly position: number
  /** `changed`: deleted, and can be restored. `deleted`: for good. */
  readonly removed?: 'changed' | 'deleted'
  /** Place in the log of the creation or the restoration, where there was one. */
  readonly added?: number
  /** By property, the place in the log of its latest change. */
  readonly properties: Readonly<Record<string, number>>
}

export interface UserChangesSnapshot {
  readonly changes: readonly (readonly [string, UserChange])[]
  readonly gone: readonly (readonly [string, UserChange])[]
  readonly forgottenUntil: number
}

/** By user id. What a tenant started with is no change; nor is a revocation, which is remembered elsewhere. */
export class UserChanges {
  readonly #changes: Map<string, UserChange>
  readonly #gone: Map<string, UserChange>
  #forgottenUntil: number

  constructor(snapshot: UserChangesSnapshot = { changes: [], gone: [], forgottenUntil: 0 }) {
    this.#changes = new Map(snapshot.changes)
    this.#gone = new Map(snapshot.gone)
    this.#forgottenUntil = snapshot.forgottenUntil
  }

  /** Whoever asks for what came after an earlier place in the log than this may miss something. */
  get forgottenUntil(): number {
    return this.#forgottenUntil
  }

  get snapshot(): UserChangesSnapshot {
    return {
      changes: [...this.#changes],
      gone: [...this.#gone],
      forgottenUntil: this.#forgottenUntil,
    }
  }

  /** What became of a user, if anything did. */
  get(userId: string): UserChange | undefined {
    return this.#changes.get(userId) ?? this.#gone.get(userId)
  }

  /** The users that were changed after a place in the log, in any order. */
  since(position: number): readonly (readonly [string, UserChange])[] {
    return [...this.#changes, ...this.#gone].filter(([, change]) => change.position > position)
  }

  added(userId: string, position: number): void {
    this.#gone.delete(userId)
    this.#changes.set(userId, { position, added: position, properties: {} })
  }

  updated(userId: string, properties: readonly string[], position: number): void {
    const earlier = this.#changes.get(userId)
    const changed = Object.fromEntries(properties.map(name => [name, position]))
    const all = { ...earlier?.properties, ...changed }
    this.#changes.set(userId, { ...earlier, position, properties: all })
  }

  /** Deleted, and can be restored. */
  removed(userId: string, position: number): void {
    this.#changes.set(userId, { position, removed: 'changed', properties: {} })
  }

  gone(userId: string, position: number): void {
    this.#changes.delete(userId)
    this.#gone.set(userId, { position, removed: 'deleted', properties: {} })
    if (this.#gone.size <= MOST_GONE) return
    for (const [oldest, change] of this.#gone) {
      this.#gone.delete(oldest)
      this.#forgottenUntil = Math.max(this.#forgottenUntil, change.position)
      break
    }
  }
}
