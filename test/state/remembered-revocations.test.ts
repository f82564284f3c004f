// What is kept of a user's revocations: enough to judge as all of them would, and no more than that needs.
import fc from 'fast-check'
import t from 'tap'
import type { Revocation } from '../../src/state/revocation.ts'
import { addRevocation } from '../../src/state/revocation.ts'
import {
  causes,
  delays,
  everyCredential,
  instant,
  isRefused,
  isRefusedNaively,
  jumps,
  pauses,
  START,
  stories,
  tell,
  timings,
} from './stories.ts'

interface Remembered {
  /** All that has been revoked by then, and when the last of it was. */
  readonly all: readonly Revocation[]
  readonly now: number
  readonly kept: readonly Revocation[]
  readonly keptBefore: readonly Revocation[]
}

/** Each list that a user would have had. */
function remembered(
  revocations: readonly Revocation[],
  delaysSeconds: readonly number[],
): readonly Remembered[] {
  const steps: Remembered[] = []
  let kept: readonly Revocation[] = []
  for (const [index, added] of revocations.entries()) {
    const keptBefore = kept
    kept = addRevocation(kept, added, delaysSeconds)
    steps.push({ all: revocations.slice(0, index + 1), now: added.at, kept, keptBefore })
  }
  return steps
}

/** Of each cause, one for each second, or shortest delay, that the longest reaches into, and the last one before. */
function mostRemembered(...delaysSeconds: readonly number[]): number {
  const delayed = delaysSeconds.filter(delay => delay > 0)
  if (delayed.length === 0) return causes.length
  return causes.length * (Math.ceil(Math.max(...delayed) / Math.min(1, ...delayed)) + 2)
}

t.test('the revocations that are remembered', async t => {
  t.test(
    'judge every credential at every later time as all of them would, or a second later',
    async () => {
      fc.assert(
        fc.property(stories(), timings, delays, pauses, (story, timing, other, later) =>
          remembered(story.revocations, [timing.delaySeconds, other]).every(({ all, now, kept }) =>
            everyCredential(story, (kind, mark) => {
              const compact = isRefused(kind, mark, kept, now + later, timing)
              if (compact) return isRefusedNaively(kind, mark, all, now + later, timing)
              return !isRefusedNaively(kind, mark, all, now + later - 1000, timing)
            }),
          ),
        ),
        { numRuns: 300 },
      )
    },
  )

  t.test('never give back a credential that was refused', async () => {
    fc.assert(
      fc.property(stories(), timings, delays, (story, timing, other) =>
        remembered(story.revocations, [timing.delaySeconds, other]).every(
          ({ now, kept, keptBefore }) =>
            everyCredential(
              story,
              (kind, mark) =>
                !isRefused(kind, mark, keptBefore, now, timing) ||
                isRefused(kind, mark, kept, now, timing),
            ),
        ),
      ),
      { numRuns: 500 },
    )
  })

  t.test('judge exactly as all of them would where none share a second', async () => {
    const apart = fc.constantFrom(1000, 1001, 1999, 2000, 2499, 2500, 2501, 9999)
    fc.assert(
      fc.property(stories(apart), timings, delays, pauses, (story, timing, other, later) =>
        remembered(story.revocations, [timing.delaySeconds, other]).every(({ all, now, kept }) =>
          everyCredential(
            story,
            (kind, mark) =>
              isRefused(kind, mark, kept, now + later, timing) ===
              isRefusedNaively(kind, mark, all, now + later, timing),
          ),
        ),
      ),
      { numRuns: 300 },
    )
  })

  t.test('judge exactly where nothing delays them, and are then one of each cause', async () => {
    fc.assert(
      fc.property(stories(jumps), story =>
        remembered(story.revocations, [0]).every(
          ({ all, now, kept }) =>
            kept.length === new Set(all.map(({ cause }) => cause)).size &&
            everyCredential(
              story,
              (kind, mark) =>
                isRefused(kind, mark, kept, now, instant) ===
                isRefusedNaively(kind, mark, all, now, instant),
            ),
        ),
      ),
    )
  })

  t.test('keep of each cause what they would keep were there no other', async () => {
    fc.assert(
      fc.property(stories(), delays, delays, ({ revocations }, ...delaysSeconds) => {
        const kept = remembered(revocations, delaysSeconds).at(-1)?.kept ?? []
        return causes.every(cause => {
          const ofCause = (one: Revocation) => one.cause === cause
          const alone = remembered(revocations.filter(ofCause), delaysSeconds).at(-1)?.kept ?? []
          return JSON.stringify(kept.filter(ofCause)) === JSON.stringify(alone)
        })
      }),
    )
  })

  t.test(
    'end with the last one, in their order, and are no more than the longest delay has of the shortest',
    async () => {
      const event = fc.record({ what: fc.constantFrom(...causes), after: jumps })
      const crowded = fc.array(event, { minLength: 100, maxLength: 200 })
      fc.assert(
        fc.property(crowded.map(tell), delays, delays, ({ revocations }, one, other) =>
          remembered(revocations, [one, other]).every(
            ({ all, kept }) =>
              kept.at(-1) === all.at(-1) &&
              kept.every((mark, index) => mark.position > (kept[index - 1]?.position ?? 0)) &&
              kept.length <= mostRemembered(one, other),
          ),
        ),
        { numRuns: 50 },
      )
    },
  )

  t.test('do not change the list they were added to', async t => {
    const before: readonly Revocation[] = [{ at: START, position: 1, cause: 'revocation' }]
    const copy = structuredClone(before)
    for (const cause of causes) {
      for (const delay of [0, 1, 600]) {
        const after = addRevocation(before, { at: START + 1, position: 2, cause }, [delay])
        t.same(before, copy)
        t.not(after, before)
      }
    }
  })
})
