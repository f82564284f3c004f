// Durations as they are typed.
import t from 'tap'
import { formatDuration, parseDuration, readDuration } from '../../src/cli/durations.ts'
import { UsageError } from '../../src/cli/usage-error.ts'

const readings: readonly (readonly [text: string, seconds: number])[] = [
  ['90', 90],
  ['90s', 90],
  ['1.5s', 1.5],
  ['15m', 900],
  ['2h30m', 9000],
  ['1d', 86_400],
  ['1d1h1m1s', 90_061],
  ['-1h', -3600],
  ['-60', -60],
  ['0', 0],
]

t.test('A duration', async t => {
  for (const [text, seconds] of readings)
    t.test(`is read: ${text}`, async t => {
      t.equal(readDuration(text), seconds)
    })

  for (const text of ['', '-', 'h', '1w', '30m2h', '1 h', '1h-', '1..5s', '2026-08-13'])
    t.test(`is not taken for one, and the refusal names it: '${text}'`, async t => {
      t.equal(readDuration(text), undefined)
      t.throws(
        () => parseDuration(text, '--lifetime'),
        new UsageError(
          `--lifetime must be a duration such as 90s, 15m, 2h30m or 1d, not '${text}'.`,
        ),
      )
    })

  t.test('is said in the units it was typed in, without its sign', async t => {
    t.equal(formatDuration(90_061), '1d 1h 1m 1s')
    t.equal(formatDuration(-5400), '1h 30m')
    t.equal(formatDuration(0.25), '0.25s')
    t.equal(formatDuration(0), '0s')
  })
})
