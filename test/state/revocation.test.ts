// The one rule of revocation, held to the plainest reading of everything that happened.
import fc from 'fast-check'
import t from 'tap'
import type { Mark } from '../../src/state/revocation.ts'
import { findRevocation, precedes, takesEffectAt } from '../../src/state/revocation.ts'
import { instant, isRefused, isRefusedNaively, pauses, START, stories, timings } from './stories.ts'

t.test('a credential', async t => {
  t.test('stands for ever when it was issued after the last revocation', async () => {
    fc.assert(
      fc.property(stories(), timings, fc.nat(100_000), ({ issued, revocations }, timing, later) => {
        const last = revocations.at(-1)
        const mark = {
          at: Math.max(last?.at ?? 0, issued.at(-1)?.at ?? 0),
          position: revocations.length - 1,
        }
        return !isRefused(mark, revocations, mark.at + later, timing)
      }),
    )
  })

  t.test(
    'never stands when it was issued before any revocation, where nothing delays them',
    async () => {
      fc.assert(
        fc.property(stories(), fc.nat(100_000), ({ issued, revocations }, later) => {
          const now = Math.max(...revocations.map(({ at }) => at)) + later
          return issued.every(mark => {
            const isBeforeOne = revocations.some(({ position }) => position > mark.position)
            return isRefused(mark, revocations, now, instant) === isBeforeOne
          })
        }),
      )
    },
  )

  t.test('is judged by order where all of it is one millisecond', async () => {
    fc.assert(
      fc.property(stories(fc.constant(0)), ({ issued, revocations }) =>
        issued.every(
          mark =>
            isRefused(mark, revocations, START, instant) === mark.position < revocations.length - 1,
        ),
      ),
    )
  })

  t.test('is judged as a naive reading of the whole story judges it', async () => {
    fc.assert(
      fc.property(stories(), timings, pauses, ({ issued, revocations }, timing, later) => {
        const now = (revocations.at(-1)?.at ?? START) + later
        return issued.every(
          mark =>
            isRefused(mark, revocations, now, timing) ===
            isRefusedNaively(mark, revocations, now, timing),
        )
      }),
    )
  })

  t.test('is refused by the last revocation that has reached the surface', async t => {
    const revocations = [0, 1, 2].map(second => ({
      at: START + second * 1000,
      position: second + 1,
    }))
    const timing = { delaySeconds: 10, truncateToSeconds: false }
    const issued = { at: START - 1, position: 0 }
    const found = [9.999, 10, 11.999, 12, 99].map(
      seconds => findRevocation(issued, revocations, START + seconds * 1000, timing)?.position,
    )
    t.same(found, [undefined, 1, 2, 3, 3])
  })
})

t.test('an instant', async t => {
  const at = (milliseconds: number, position = 0): Mark => ({ at: milliseconds, position })
  const truncated = { delaySeconds: 0, truncateToSeconds: true }

  t.test('takes effect after the delay of the surface', async t => {
    for (const [delaySeconds, milliseconds] of [
      [0, 0],
      [0.5, 500],
      [600, 600_000],
    ] as const)
      t.equal(takesEffectAt(at(7), { ...instant, delaySeconds }), 7 + milliseconds)
  })

  t.test('comes before another by time, and by place within a millisecond', async t => {
    t.equal(precedes(at(999), at(1000), instant), true)
    t.equal(precedes(at(1000), at(999), instant), false)
    t.equal(precedes(at(1000, 1), at(1000, 2), instant), true)
    t.equal(precedes(at(1000, 2), at(1000, 2), instant), false)
    t.equal(precedes(at(999, 9), at(1000, 2), instant), true, 'the place alone says nothing')
  })

  t.test('comes before all of the second that a revocation is cut to', async t => {
    t.equal(precedes(at(999), at(1999, 1), truncated), true)
    t.equal(precedes(at(1000), at(1999, 1), truncated), false)
    t.equal(precedes(at(1000), at(2000, 1), truncated), true)
    t.equal(precedes(at(1000), at(1000, 1), truncated), false)
  })
})
