// A tenant's requests as server-sent events. https://html.spec.whatwg.org/multipage/server-sent-events.html
import type { Entry } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { toView } from './recorded-request.ts'

const HEARTBEAT_MILLISECONDS = 15_000
/** Puts the head of the answer on its way before there is an event. */
const OPENING = ': following\n\n'
const HEARTBEAT = ': nothing new\n\n'

export interface Following {
  readonly matches: (entry: Entry) => boolean
  /** The sequence after which to begin; from now on when left out. */
  readonly after?: number | undefined
  /** How long to follow; until nobody reads any more when left out. */
  readonly milliseconds?: number | undefined
}

/**
 * The text of the stream, piece by piece. What is not read yet stays in the journal, which is bounded: who reads slower than requests come
 * in for long misses the oldest. Ends when the tenant or the journal does.
 */
export function streamEvents(
  journal: Journal,
  tenantId: string,
  following: Following,
): AsyncIterableIterator<string> {
  const bell = new Bell()
  const unsubscribe = journal.subscribe(tenantId, {
    recorded: entry => following.matches(entry) && bell.ring(),
    ended: () => bell.end(),
  })
  const deadline =
    following.milliseconds === undefined
      ? undefined
      : setTimeout(() => bell.end(), following.milliseconds).unref()
  // What comes from here on belongs to the stream, though nobody reads it yet.
  const start = Math.min(following.after ?? journal.lastSequence, journal.lastSequence)
  const events = follow(journal, tenantId, { ...following, after: start }, bell)
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next: () => events.next(),
    // A generator that waits would only end when it goes on.
    return: () => {
      clearTimeout(deadline)
      unsubscribe()
      bell.end()
      return events.return(undefined)
    },
  }
}

async function* follow(
  journal: Journal,
  tenantId: string,
  { matches, after, milliseconds }: Following & { readonly after: number },
  bell: Bell,
): AsyncGenerator<string, undefined> {
  let last = after
  yield OPENING
  while (true) {
    for (const entry of journal.list(tenantId, last)) {
      last = entry.sequence
      if (matches(entry)) yield toEvent(entry)
    }
    if (milliseconds === 0 || bell.isOver) return undefined
    if (!(await bell.heard(HEARTBEAT_MILLISECONDS))) yield HEARTBEAT
  }
}

function toEvent(entry: Entry): string {
  return `id: ${entry.sequence}\nevent: request\ndata: ${JSON.stringify(toView(entry))}\n\n`
}

/** Wakes the one who waits. */
class Bell {
  isOver = false
  #hasRung = false
  #wake: (() => void) | undefined

  ring(): void {
    this.#hasRung = true
    this.#wake?.()
  }

  end(): void {
    this.isOver = true
    this.ring()
  }

  /** Whether it has rung since the last time, or does before the time is over. */
  async heard(milliseconds: number): Promise<boolean> {
    if (!this.#hasRung) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, milliseconds).unref()
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.#wake = undefined
    }
    const hasRung = this.#hasRung
    this.#hasRung = false
    return hasRung
  }
}
