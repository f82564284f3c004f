// Where the time comes from. Nothing else reads the system's clock.

/** Milliseconds since the epoch. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** Milliseconds since some instant, to tell how long something took; never set, never frozen. */
export function stopwatch(): number {
  return performance.now()
}

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  #now: number

  constructor(at: Date) {
    this.#now = at.getTime()
  }

  now(): number {
    return this.#now
  }

  advance(seconds: number): void {
    this.#now += seconds * 1000
  }
}
