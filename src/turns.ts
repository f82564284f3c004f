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

/** Goes through a list, letting others have their turns between its members. */
export async function forEachInTurns<T>(
  list: readonly T[],
  visit: (item: T) => void,
): Promise<void> {
  for (const item of list) {
    visit(item)
    if (isShareSpent()) await nextTurn()
  }
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
