// The cache of verified tokens: what it keeps, and that it is bounded.
import fc from 'fast-check'
import t from 'tap'
import { Recent } from '../src/recent.ts'

const steps = fc.array(
  fc.record({ act: fc.constantFrom('set', 'get'), key: fc.integer({ min: 0, max: 30 }) }),
  { maxLength: 200 },
)
const capacities = fc.integer({ min: 1, max: 8 })

t.test('a cache of recent values', async t => {
  t.test('gives what was set last under a key, or nothing', async t => {
    const cache = new Recent<string, number>(2)
    t.equal(cache.get('a'), undefined)
    cache.set('a', 1)
    cache.set('a', 2)
    t.equal(cache.get('a'), 2)
    t.equal(cache.get('b'), undefined)
  })

  t.test('never gives a value that was replaced', async () => {
    fc.assert(
      fc.property(capacities, steps, (capacity, steps) => {
        const cache = new Recent<number, number>(capacity)
        const all = new Map<number, number>()
        return steps.every(({ act, key }, index) => {
          if (act === 'set') {
            cache.set(key, index)
            all.set(key, index)
          }
          const found = cache.get(key)
          return found === undefined || found === all.get(key)
        })
      }),
    )
  })

  t.test('keeps what was set or found last, as many as its capacity', async () => {
    fc.assert(
      fc.property(capacities, steps, fc.nat(7), (capacity, steps, back) => {
        const cache = new Recent<number, number>(capacity)
        const used: number[] = []
        for (const { act, key } of steps) {
          if (act === 'set') cache.set(key, key)
          else if (cache.get(key) === undefined) continue
          used.push(key)
        }
        const distinct = [...new Set(used.reverse())].slice(0, capacity)
        const wanted = distinct[back % Math.max(distinct.length, 1)]
        return wanted === undefined || cache.get(wanted) === wanted
      }),
      { numRuns: 1000 },
    )
  })

  t.test('keeps at most twice its capacity, however much is set', async t => {
    const cache = new Recent<number, number>(50)
    for (let key = 0; key < 10_000; key += 1) cache.set(key, key)
    let kept = 0
    for (let key = 0; key < 10_000; key += 1) if (cache.get(key) !== undefined) kept += 1
    t.ok(kept >= 50 && kept <= 100, `${kept}`)
  })

  t.test('keeps what is asked for again and again', async t => {
    const cache = new Recent<number, number>(10)
    cache.set(-1, -1)
    for (let key = 0; key < 1000; key += 1) {
      cache.set(key, key)
      if (cache.get(-1) !== -1) t.fail(`lost after ${key}`)
    }
  })
})
