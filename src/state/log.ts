// The one door through which state changes. The embedded log applies each command at once, in memory.
import type { Clock } from '../clock.ts'
import type { Commands, CommandType, Outcomes } from './machine.ts'
import { apply } from './machine.ts'
import type { Mark } from './revocation.ts'
import type { State } from './state.ts'

export interface Log {
  /**
   * Puts a command into the log and gives its outcome once it is applied.
   * Rejects with NotFound or Conflict when the command fails; then nothing has changed.
   */
  submit<T extends CommandType>(type: T, data: Commands[T]): Promise<Outcomes[T]>
  /** Now, after everything that has been applied: what a credential issued at this moment carries. */
  mark(): Mark
}

export class MemoryLog implements Log {
  readonly #state: State
  readonly #clock: Clock
  #position = 0

  constructor(state: State, clock: Clock) {
    this.#state = state
    this.#clock = clock
  }

  async submit<T extends CommandType>(type: T, data: Commands[T]): Promise<Outcomes[T]> {
    const mark = { at: this.#clock.now(), position: this.#position + 1 }
    // A command that fails takes its place all the same, as it would in a log on disk.
    this.#position = mark.position
    return apply(this.#state, { type, data, mark })
  }

  mark(): Mark {
    return { at: this.#clock.now(), position: this.#position }
  }
}
