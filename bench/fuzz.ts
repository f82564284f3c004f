// A minute of random and adversarial query options: nothing fails, the event loop is never held, and nothing is left behind.
import type { FuzzFigures } from './children/fuzz-lists.ts'
import { Child } from './support/child.ts'
import type { Group } from './support/group.ts'
import { childProgram } from './support/places.ts'
import { series } from './support/series.ts'

const USERS = 100_000
const SECONDS = 60
const SECONDS_WHEN_QUICK = 10
const MEGABYTE = 1_000_000

export const fuzz: Group = async ({ quick, report }) => {
  const seconds = quick ? SECONDS_WHEN_QUICK : SECONDS
  report(`fuzz: ${seconds} seconds`)
  const child = new Child(childProgram('fuzz-lists'), {
    args: [String(USERS), String(seconds)],
    nodeOptions: ['--expose-gc'],
  })
  const { requests, failures, held, heapGrowthBytes } = await child.ask<FuzzFigures>()
  await child.stop()
  const count = requests.toLocaleString('en-US')
  return [
    {
      what: `lists with ${count} random queries: answers with 500 (of 100,000 users)`,
      ours: series('answers', [failures]),
      budget: { atMost: 0 },
    },
    {
      what: '  longest hold of the event loop',
      ours: series('ms', [held]),
      budget: { atMost: 50 },
    },
    {
      what: '  growth of the heap',
      ours: series('MB', [heapGrowthBytes / MEGABYTE]),
      budget: { atMost: 20 },
    },
  ]
}
