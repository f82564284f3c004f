// What is kept of a user's revocations: enough to judge as all of them would, and no more than that needs.
import fc from 'fast-check'
import t from 'tap'
import type { Mark } from '../../src/state/revocation.ts'
import { addRevocation } from '../../src/state/revocation.ts'
import {
  delays,
  instant,
  isRefused,
  isRefusedNaively,
  pauses,
  START,
  stories,
  tell,
  timings,
} from './stories.ts'

/** Each list that a user would have had, with all that had been revoked by then. */
function remembered(revocations: readonly Mark[], delaysSeconds: readonly number[]) {
  const steps: { readonly all: readonly Mark[]; readonly kept: readonly Mark[] }[] = []
  let kept = revocations.slice(0, 1)
  for (const [index, added] of revocations.entries()) {
    if (index === 0) continue
    kept = [...addRevocation(kept, added, delaysSeconds)]
    steps.push({ all: revocations.slice(0, index + 1), kept })
  }
  return steps
}

/** One for each second, or shortest delay, that the longest reaches into, and the last one before. */
function mostRemembered(...delaysSeconds: readonly number[]): number {
  const delayed = delaysSeconds.filter(delay => delay > 0)
  if (delayed.length === 0) return 1
  return Math.ceil(Math.max(...delayed) / Math.min(1, ...delayed)) + 2
}

t.test('the revocations that are remembered', async t => {
  t.test(
    'judge every credential at every later time as all of them would, or a second later',
    async () => {
      fc.assert(
        fc.property(
          stories(),
          timings,
          delays,
          pauses,
          ({ issued, revocations }, timing, other, later) => {
            return remembered(revocations, [timing.delaySeconds, other]).every(({ all, kept }) => {
              const now = (all.at(-1)?.at ?? START) + later
              return issued.every(mark => {
                const compact = isRefused(mark, kept, now, timing)
                if (compact) return isRefusedNaively(mark, all, now, timing)
                return !isRefusedNaively(mark, all, now - 1000, timing)
              })
            })
          },
        ),
        { numRuns: 300 },
      )
    },
  )

  t.test('never give back a credential that was refused', async () => {
    fc.assert(
      fc.property(stories(), timings, delays, ({ issued, revocations }, timing, other) => {
        const steps = remembered(revocations, [timing.delaySeconds, other])
        return steps.every(({ all, kept }, index) => {
          const before = steps[index - 1]?.kept ?? revocations.slice(0, 1)
          const now = all.at(-1)?.at ?? START
          return issued.every(
            mark => !isRefused(mark, before, now, timing) || isRefused(mark, kept, now, timing),
          )
        })
      }),
      { numRuns: 500 },
    )
  })

  t.test('judge exactly as all of them would where none share a second', async () => {
    const apart = fc.constantFrom(1000, 1001, 1999, 2000, 2499, 2500, 2501, 9999)
    fc.assert(
      fc.property(stories(apart), timings, pauses, ({ issued, revocations }, timing, later) =>
        remembered(revocations, [timing.delaySeconds]).every(({ all, kept }) => {
          const now = (all.at(-1)?.at ?? START) + later
          return issued.every(
            mark => isRefused(mark, kept, now, timing) === isRefusedNaively(mark, all, now, timing),
          )
        }),
      ),
      { numRuns: 300 },
    )
  })

  t.test('judge exactly where nothing delays them, and are then one', async () => {
    fc.assert(
      fc.property(stories(), ({ issued, revocations }) =>
        remembered(revocations, [0]).every(({ all, kept }) => {
          const now = all.at(-1)?.at ?? START
          return (
            kept.length === 1 &&
            issued.every(
              mark =>
                isRefused(mark, kept, now, instant) === isRefusedNaively(mark, all, now, instant),
            )
          )
        }),
      ),
    )
  })

  t.test(
    'end with the last one, in their order, and are no more than the longest delay has of the shortest',
    async () => {
      const crowded = fc.array(fc.record({ what: fc.constant('revoke' as const), after: pauses }), {
        minLength: 100,
        maxLength: 200,
      })
      fc.assert(
        fc.property(crowded.map(tell), delays, delays, ({ revocations }, one, other) =>
          remembered(revocations, [one, other]).every(
            ({ all, kept }) =>
              kept.at(-1) === all.at(-1) &&
              kept.every((mark, index) => mark.position > (kept[index - 1]?.position ?? -1)) &&
              kept.length <= mostRemembered(one, other),
          ),
        ),
        { numRuns: 50 },
      )
    },
  )

  t.test('do not change the list they were added to', async t => {
    const before = [{ at: START, position: 1 }]
    for (const delay of [0, 1, 600]) {
      const after = addRevocation(before, { at: START + 1, position: 2 }, [delay])
      t.same(before, [{ at: START, position: 1 }])
      t.not(after, before)
    }
  })
})
