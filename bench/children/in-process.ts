// Times what a test does before and between its cases, once in a fresh process and then again when everything is warm.
import { readBuiltIn } from '../../src/fixtures/built-in.ts'
import { FixtureLibrary } from '../../src/fixtures/library.ts'
import { randomIds } from '../../src/ids.ts'
import { MemoryLog } from '../../src/state/log.ts'
import { State } from '../../src/state/state.ts'
import { library } from '../support/places.ts'
import { median } from '../support/series.ts'
import { answerParent } from './answering.ts'

type Library = typeof import('../../src/index.ts')

/** Milliseconds. */
export interface InProcessFigures {
  readonly load: number
  readonly create: Timing
  /** From nothing to a token and an answer for it, the keys waited for. */
  readonly firstAnswer: number
  readonly reset: Timing
  readonly tenant: Timing
}

export interface Timing {
  readonly first: number
  /** The median of many. */
  readonly again: number
}

const TIMES = 50

answerParent(async (): Promise<InProcessFigures> => {
  const started = performance.now()
  const { createUnderstudy, SigningKeys }: Library = await import(library.href)
  const load = performance.now() - started

  const beforeFirst = performance.now()
  const understudy = await createUnderstudy()
  const firstCreate = performance.now() - beforeFirst
  const { access_token: token } = await understudy.issueToken({ user: 'adele' })
  const answer = await understudy.fetch('https://graph.microsoft.com/v1.0/me', {
    headers: { authorization: `Bearer ${token}` },
  })
  const firstAnswer = performance.now() - beforeFirst
  if (answer.status !== 200) throw new Error(`The first answer was ${answer.status}.`)

  // Shared, as test files do: otherwise making keys on other threads would be what is measured.
  const signingKeys = new SigningKeys()
  await signingKeys.ready()
  return {
    load,
    create: { first: firstCreate, again: await again(() => createUnderstudy({ signingKeys })) },
    firstAnswer,
    reset: await timing(() => understudy.reset()),
    tenant: await timing(await tenantMaker()),
  }
})

/** A state with the built-in tenant, and what adds another like it, as the control surface does. */
async function tenantMaker(): Promise<() => Promise<unknown>> {
  const log = new MemoryLog(new State(), { now: () => Date.now() })
  const fixtures = new FixtureLibrary(readBuiltIn(), { settings: {}, generatedUsers: 0 })
  for (const { document } of fixtures.fixtures)
    await log.submit('createTenant', { definition: fixtures.define(document) })
  return () => log.submit('createTenant', { definition: fixtures.defineNew({}, randomIds) })
}

async function timing(work: () => Promise<unknown>): Promise<Timing> {
  return { first: await time(work), again: await again(work) }
}

async function again(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < TIMES; count++) times.push(await time(work))
  return median(times)
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
