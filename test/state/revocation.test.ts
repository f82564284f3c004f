// The one rule of revocation, held to the documentation's table and to the plainest reading of everything that happened.
import fc from 'fast-check'
import t from 'tap'
import type { Mark } from '../../src/state/revocation.ts'
import { findRevocation, precedes, takesEffectAt } from '../../src/state/revocation.ts'
import {
  causes,
  endOf,
  everyCredential,
  instant,
  isRefused,
  isRefusedNaively,
  jumps,
  kinds,
  published,
  START,
  stories,
  timings,
} from './stories.ts'

t.test('what each cause revokes', async t => {
  const before = { at: START - 1, position: 1 }

  for (const cause of causes) {
    const revocation = { at: START, position: 2, cause }

    t.test(`is as documented for ${cause}`, async t => {
      const found = kinds.map(kind => [
        kind,
        isRefused(kind, before, [revocation], START, instant) ? 'revoked' : 'lives',
      ])
      t.same(Object.fromEntries(found), published[cause])
    })

    t.test(`is nothing that was issued after ${cause}`, async t => {
      for (const kind of kinds)
        t.notOk(isRefused(kind, { at: START, position: 2 }, [revocation], START, instant), kind)
    })
  }

  t.test('is named by the revocation that refuses, whatever came after it', async t => {
    const revocations = causes.map((cause, index) => ({ at: START, position: index + 2, cause }))
    const named = kinds.map(kind => [
      kind,
      findRevocation({ kind, issued: before }, revocations, START, instant)?.cause,
    ])
    t.same(Object.fromEntries(named), {
      passwordCookie: 'passwordReset',
      passwordToken: 'passwordReset',
      otherCookie: 'revocation',
      otherToken: 'passwordReset',
      confidentialToken: 'passwordReset',
      accessToken: 'passwordReset',
    })
  })
})

t.test('a credential', async t => {
  t.test('stands for ever when it was issued after the last revocation', async () => {
    fc.assert(
      fc.property(stories(jumps), timings, fc.nat(100_000), (story, timing, later) => {
        const { revocations } = story
        const issued = [{ at: endOf(story), position: revocations.length + 1 }]
        return everyCredential(
          { issued },
          (kind, mark) => !isRefused(kind, mark, revocations, mark.at + later, timing),
        )
      }),
    )
  })

  t.test('falls at once by all that come after it and reach it, where nothing delays', async () => {
    fc.assert(
      fc.property(stories(jumps), fc.integer({ min: -100_000, max: 100_000 }), (story, later) => {
        const { revocations } = story
        const now = endOf(story) + later
        return everyCredential(story, (kind, mark) => {
          const isBeforeOne = revocations.some(
            ({ position, cause }) =>
              position > mark.position && published[cause][kind] === 'revoked',
          )
          return isRefused(kind, mark, revocations, now, instant) === isBeforeOne
        })
      }),
    )
  })

  t.test('is judged by order where all of it is one millisecond', async () => {
    const inOneMillisecond = stories(fc.constant(0), ['revocation'])
    fc.assert(
      fc.property(inOneMillisecond, ({ issued, revocations }) =>
        everyCredential(
          { issued },
          (kind, mark) =>
            isRefused(kind, mark, revocations, START, instant) ===
            mark.position < revocations.length + 1,
        ),
      ),
    )
  })

  t.test('is judged as a naive reading of the whole story judges it', async () => {
    fc.assert(
      fc.property(stories(jumps), timings, jumps, (story, timing, later) => {
        const { revocations } = story
        const now = (revocations.at(-1)?.at ?? START) + later
        return everyCredential(
          story,
          (kind, mark) =>
            isRefused(kind, mark, revocations, now, timing) ===
            isRefusedNaively(kind, mark, revocations, now, timing),
        )
      }),
    )
  })

  t.test('is refused by the last revocation that has reached the surface', async t => {
    const revocations = [0, 1, 2].map(second => ({
      at: START + second * 1000,
      position: second + 2,
      cause: 'revocation' as const,
    }))
    const timing = { delaySeconds: 10, truncateToSeconds: false }
    const credential = { kind: 'passwordToken', issued: { at: START - 1, position: 1 } } as const
    const found = [9.999, 10, 11.999, 12, 99].map(
      seconds => findRevocation(credential, revocations, START + seconds * 1000, timing)?.position,
    )
    t.same(found, [undefined, 2, 3, 4, 4])
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

  t.test('comes before another by place, and by time where it has none', async t => {
    t.equal(precedes(at(999), at(1000, 1), instant), true)
    t.equal(precedes(at(1000), at(1000, 1), instant), true)
    t.equal(precedes(at(1001), at(1000, 1), instant), false)
    t.equal(precedes(at(1001, 1), at(1000, 2), instant), true)
    t.equal(precedes(at(1000, 1), at(1000, 2), instant), true)
    t.equal(precedes(at(1000, 2), at(1000, 2), instant), false)
    t.equal(precedes(at(999, 9), at(1000, 2), instant), false, 'a clock set back revokes nothing')
  })

  t.test('does not come before a revocation of the same second, where that is cut', async t => {
    t.equal(precedes(at(1000, 1), at(1999, 2), truncated), false)
    t.equal(precedes(at(999, 1), at(1999, 2), truncated), true)
    t.equal(precedes(at(2000, 1), at(1999, 2), truncated), true, 'the clock was set back')
    t.equal(precedes(at(999, 2), at(1999, 2), truncated), false, 'a clock set back revokes nothing')
    t.equal(precedes(at(999), at(1999, 1), truncated), true)
    t.equal(precedes(at(1000), at(1999, 1), truncated), false)
    t.equal(precedes(at(1000), at(2000, 1), truncated), true)
    t.equal(precedes(at(1000), at(1000, 1), truncated), false)
  })
})
