// What the library costs a test: creating a double, resetting it, adding a tenant. Each round is a fresh process.
import type { InProcessFigures } from './children/in-process.ts'
import { Child } from './support/child.ts'
import type { Group } from './support/group.ts'
import { childProgram } from './support/places.ts'
import type { Budget, Row } from './support/report.ts'
import { repeat, series } from './support/series.ts'

const ROUNDS = 9

export const inProcess: Group = async ({ report }) => {
  report('in process')
  const rounds = await repeat(ROUNDS, measure)
  const row = (what: string, value: (round: InProcessFigures) => number, budget?: Budget): Row => ({
    what,
    ours: series('ms', rounds.map(value)),
    ...(budget !== undefined && { budget }),
  })
  const createBudget = { atMost: 20 }
  const budget = { atMost: 1 }
  return [
    row('import the library', ({ load }) => load),
    row('create a double, first in the process', ({ create }) => create.first, createBudget),
    row('create a double, again', ({ create }) => create.again, createBudget),
    row(
      'create a double, wait for its keys, issue a token, answer GET /v1.0/me',
      ({ firstAnswer }) => firstAnswer,
    ),
    row('reset, first in the process', ({ reset }) => reset.first, budget),
    row('reset, again', ({ reset }) => reset.again, budget),
    row('add a tenant, first in the process', ({ tenant }) => tenant.first, budget),
    row('add a tenant, again', ({ tenant }) => tenant.again, budget),
  ]
}

async function measure(): Promise<InProcessFigures> {
  const child = new Child(childProgram('in-process'))
  try {
    return await child.ask<InProcessFigures>()
  } finally {
    await child.stop()
  }
}
