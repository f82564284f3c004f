// Lists of users: whether finding, sorting and counting a million takes longer than a thousand, and how long the event loop is held.
import type { ListFigures } from './children/list-users.ts'
import { Child } from './support/child.ts'
import type { Group } from './support/group.ts'
import { childProgram } from './support/places.ts'
import type { Row } from './support/report.ts'
import { repeat, series } from './support/series.ts'

const ROUNDS = 3
const FEW = 1_000
const MANY = 1_000_000

export const lists: Group = async ({ quick, report }) => {
  report('lists: making the users')
  const options = { nodeOptions: ['--expose-gc'] }
  const few = new Child(childProgram('list-users'), { ...options, args: [String(FEW)] })
  const many = new Child(childProgram('list-users'), { ...options, args: [String(MANY)] })
  const rounds = await repeat(quick ? 1 : ROUNDS, async () => {
    const figures = { few: await few.ask<ListFigures>(), many: await many.ask<ListFigures>() }
    report(`lists: ${JSON.stringify(figures.many)}`)
    return figures
  })
  await Promise.all([few.stop(), many.stop()])
  const every = (
    unit: Row['ours']['unit'],
    size: 'few' | 'many',
    of: (one: ListFigures) => number,
  ) =>
    series(
      unit,
      rounds.map(round => of(round[size])),
    )
  const names = Object.keys(rounds[0]?.many.times ?? {})
  return [
    ...names.map(name => ({
      what: `${name}, 1,000,000 users against 1,000`,
      ours: every('ms', 'many', ({ times }) => times[name] ?? Number.NaN),
      peer: every('ms', 'few', ({ times }) => times[name] ?? Number.NaN),
    })),
    {
      what: 'longest hold of the event loop among 1,000,000, one list at a time',
      ours: every('ms', 'many', ({ held }) => held),
      budget: { atMost: 50 },
    },
    {
      what: '  sixteen lists at a time',
      ours: every('ms', 'many', ({ heldTogether }) => heldTogether),
      budget: { atMost: 50 },
    },
    {
      what: 'resident memory for each of 1,000,000 users',
      ours: every('bytes', 'many', one => one.residentBytesPerUser),
    },
    {
      what: '  and for its places in the indexes that the lists above have made',
      ours: every('bytes', 'many', one => one.indexBytesPerUser),
    },
  ]
}
