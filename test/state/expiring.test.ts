// What need be remembered only until it expires: never forgotten before, not kept long after, never too many.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { remember } from '../../src/state/expiring.ts'

/** So many are remembered whether they have expired or not. */
const LEAST = 1_000
const START = Date.parse('2026-08-13T12:00:00.250Z')
/** As many as are remembered at once. */
const MOST = 100_000

type Entries = Map<string, { readonly expiresAt: number }>

/** Remembers so many, all at the start and to expire in a second. */
function filled(count: number): Entries {
  const entries: Entries = new Map()
  for (let index = 0; index < count; index++)
    remember(entries, String(index), { expiresAt: START + 1000 }, START)
  return entries
}

t.test('what is remembered until it expires', async t => {
  t.test('is what has not expired by then, oldest first, behind so many others', async () => {
    const pauses = fc.array(fc.constantFrom(0, 0, 1, 400, 999, 1000, 1001), { maxLength: 30 })
    fc.assert(
      fc.property(pauses, fc.constantFrom(1, 400, 1000, 3000), (pauses, lifetime) => {
        const entries = filled(LEAST)
        let now = START
        let expected = [...entries]
        for (const [index, pause] of pauses.entries()) {
          now += pause
          const value = { expiresAt: now + lifetime }
          remember(entries, `new ${index}`, value, now)
          expected.push([`new ${index}`, value])
          const surplus = expected.slice(0, expected.length - LEAST)
          const kept = surplus.filter(([, { expiresAt }]) => expiresAt > now)
          expected = [...kept, ...expected.slice(-LEAST)]
          if (!isDeepStrictEqual([...entries], expected)) return false
        }
        return true
      }),
    )
  })

  t.test('is at most a hundred thousand, of which the oldest goes first', async t => {
    const entries = filled(MOST)
    t.equal(entries.size, MOST)
    for (const name of ['one', 'two']) remember(entries, name, { expiresAt: START + 1000 }, START)
    t.equal(entries.size, MOST)
    t.strictSame([...entries.keys()].slice(0, 2), ['2', '3'])
    t.strictSame([...entries.keys()].slice(-2), ['one', 'two'])
  })

  t.test('is the newest and those just before it when all others have expired', async t => {
    const entries = filled(MOST)
    remember(entries, 'one', { expiresAt: START + 2000 }, START + 1000)
    t.equal(entries.size, LEAST)
    t.strictSame([...entries.keys()].slice(-2), [String(MOST - 1), 'one'])
  })

  t.test('is the newest again when it is remembered once more', async t => {
    const entries = filled(3)
    remember(entries, '0', { expiresAt: START + 2000 }, START + 500)
    t.strictSame([...entries.keys()], ['1', '2', '0'])
    remember(entries, 'one', { expiresAt: START + 2500 }, START + 1000)
    t.strictSame([...entries.keys()], ['1', '2', '0', 'one'])
  })

  t.test('is still there when the clock is set back to before it expired', async t => {
    const entries = filled(1)
    remember(entries, 'tomorrow', { expiresAt: START + 90_000_000 }, START + 86_400_000)
    remember(entries, 'today', { expiresAt: START + 1500 }, START + 500)
    t.strictSame([...entries.keys()], ['0', 'tomorrow', 'today'])
  })
})
