// Long work in short slices: between two turns of the event loop, whatever goes through many records, or makes a long answer of them, holds
// it for a few milliseconds together, however many requests there are.
import { stopwatch } from './clock.ts'

/** Milliseconds. */
const SHARE = 4

/** When work on records began in this turn of the loop. */
let began: number | undefined
let last: Promise<void> = Promise.resolve()

/** Whether the share of this turn is used up, so that work should wait for `nextTurn`. */
export function isShareSpent(): boolean {
  const now = stopwatch()
  if (began === undefined) {
    began = now
    endTurn()
  }
  return now - began >= SHARE
}

/** Waits for a turn of one's own, behind all who wait already. */
export function nextTurn(): Promise<void> {
  last = last.then(passTurn)
  return last
}

/** Makes something of each member of a list, letting others have their turns in between. */
export async function mapInTurns<T, Made>(
  list: readonly T[],
  make: (item: T) => Made,
): Promise<Made[]> {
  const made: Made[] = []
  for (const item of list) {
    made.push(make(item))
    if (isShareSpent()) await nextTurn()
  }
  return made
}

function passTurn(): Promise<void> {
  return new Promise(resolve => {
    setImmediate(() => {
      began = stopwatch()
      endTurn()
      resolve()
    })
  })
}

/** The loop may have nothing else to stay for. */
function endTurn(): void {
  setImmediate(() => {
    began = undefined
  }).unref()
}
