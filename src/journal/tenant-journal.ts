// The requests of one tenant: the latest of them, in the order they were answered, and who is told of each.
import type { Entry } from './entry.ts'
import { overwrite } from './entry.ts'

/** Who is told of each request from now on. */
export interface Follower {
  recorded(entry: Entry): void
  /** Nothing more will come. */
  ended(): void
}

export class TenantJournal {
  readonly #limit: number
  /** From `#start` on, and round again. */
  #entries: Entry[] = []
  #start = 0
  readonly followers = new Set<Follower>()

  /** @param limit how many are kept */
  constructor(limit: number) {
    this.#limit = limit
  }

  add(entry: Entry): void {
    const oldest = this.#entries[this.#start]
    if (this.#entries.length < this.#limit || oldest === undefined) {
      this.#entries.push(entry)
    } else {
      overwrite(oldest, entry)
      this.#start = (this.#start + 1) % this.#limit
    }
    // Most of the time there is nobody, and making an iterator takes longer than asking.
    if (this.followers.size > 0) for (const follower of this.followers) follower.recorded(entry)
  }

  /** Copies of those kept with a greater sequence, the oldest first: an entry's place is taken by a later one. */
  after(sequence: number): Entry[] {
    const { length } = this.#entries
    const found: Entry[] = []
    for (let index = length - 1; index >= 0; index--) {
      const entry = this.#entries[(this.#start + index) % length]
      if (entry === undefined || entry.sequence <= sequence) break
      found.push({ ...entry })
    }
    return found.reverse()
  }

  clear(): void {
    this.#entries = []
    this.#start = 0
  }
}
