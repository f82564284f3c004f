// Grants per second, against the signatures alone of the tokens that they issue, made by one thread with nothing else to do.
import type autocannon from 'autocannon'
import type { SigningFigures } from './children/signatures.ts'
import { Child } from './support/child.ts'
import type { Tokens } from './support/code-flow.ts'
import { getTokens, refresh, roundTrip, signInAutomatically } from './support/code-flow.ts'
import type { Bench, Group } from './support/group.ts'
import { load } from './support/load.ts'
import { childProgram } from './support/places.ts'
import type { Budget, Row } from './support/report.ts'
import type { Unit } from './support/series.ts'
import { repeat, series } from './support/series.ts'
import type { Server } from './support/servers.ts'
import { startOurs } from './support/servers.ts'

interface Subject {
  readonly name: string
  readonly load: Omit<autocannon.Options, 'url'>
  /** How many of the load's requests make one grant. */
  readonly requests: number
  /** Those that one grant issues. */
  readonly signed: readonly string[]
  readonly budget?: Budget
}

interface Figures {
  readonly perSecond: number
  /** Microseconds. */
  readonly processorTime: number
}

interface Round {
  readonly ours: Figures
  readonly peer: Figures
}

const ROUNDS = 9
/** For each subject before any is measured: at a thousand grants per second it takes the compiler that long to know them. */
const WARM_UP_SECONDS = 6
const WITH_ID_TOKEN = 'openid profile offline_access User.Read'
const WITHOUT_ID_TOKEN = 'offline_access User.Read'

/** Signing is what takes the time; everything else together may take a fifth. */
const budget = { atLeast: 0.8 }

export const signIn: Group = async bench => {
  const server = await startOurs()
  await signInAutomatically(server.origin)
  const subjects = await prepare(server)
  for (const { name, load: options } of subjects) {
    bench.report(`${name}: warming up`)
    await load(server, { ...options, duration: WARM_UP_SECONDS })
  }
  const rows: Row[] = []
  for (const subject of subjects) rows.push(...(await measure(subject, server, bench)))
  return rows
}

async function prepare({ origin }: Server): Promise<readonly Subject[]> {
  const withIdToken = await getTokens(origin, WITH_ID_TOKEN)
  const withoutIdToken = await getTokens(origin, WITHOUT_ID_TOKEN)
  return [
    {
      name: 'refresh grant for an access token and an id token',
      load: refresh(withIdToken.refresh_token, WITH_ID_TOKEN),
      requests: 1,
      signed: signedOf(withIdToken),
      budget,
    },
    {
      name: 'refresh grant for an access token',
      load: refresh(withoutIdToken.refresh_token, WITHOUT_ID_TOKEN),
      requests: 1,
      signed: signedOf(withoutIdToken),
      budget,
    },
    {
      name: 'authorization code, from the request for it to an access token and an id token',
      load: { setupClient: client => client.setRequests(roundTrip(WITH_ID_TOKEN)) },
      requests: 2,
      signed: signedOf(withIdToken),
    },
  ]
}

async function measure(
  { name, load: options, requests, signed, budget }: Subject,
  server: Server,
  { quick, report }: Bench,
): Promise<Row[]> {
  const signatures = new Child(childProgram('signatures'), { args: signed.map(signingInputLength) })
  const duration = quick ? 0.7 : 1.5
  const rounds = await repeat(ROUNDS, async (): Promise<Round> => {
    const figures = {
      ours: await underLoad(server, { ...options, duration }, requests),
      peer: await signing(signatures),
    }
    report(`${name}: ${describe(figures.ours)}; signatures alone: ${describe(figures.peer)}`)
    return figures
  })
  await signatures.stop()
  const pair = (unit: Unit, value: (figures: Figures) => number) => ({
    ours: series(
      unit,
      rounds.map(({ ours }) => value(ours)),
    ),
    peer: series(
      unit,
      rounds.map(({ peer }) => value(peer)),
    ),
  })
  return [
    {
      what: `${name}, against ${signed.length === 1 ? 'its signature' : 'their signatures'} alone`,
      ...pair('/s', ({ perSecond }) => perSecond),
      ...(budget !== undefined && { budget }),
    },
    {
      what: '  processor time for each',
      ...pair('µs', ({ processorTime }) => processorTime),
    },
  ]
}

async function underLoad(
  server: Server,
  options: Omit<autocannon.Options, 'url'>,
  requests: number,
): Promise<Figures> {
  const { requestsPerSecond, processorTimePerRequest } = await load(server, options)
  return {
    perSecond: requestsPerSecond / requests,
    processorTime: processorTimePerRequest * requests,
  }
}

async function signing(signatures: Child): Promise<Figures> {
  const { setsPerSecond, processorTimePerSet } = await signatures.ask<SigningFigures>()
  return { perSecond: setsPerSecond, processorTime: processorTimePerSet }
}

function signedOf({ access_token: accessToken, id_token: idToken }: Tokens): readonly string[] {
  return idToken === undefined ? [accessToken] : [accessToken, idToken]
}

/** Of header and payload with the dot between them. */
function signingInputLength(token: string): string {
  return String(token.lastIndexOf('.'))
}

function describe({ perSecond, processorTime }: Figures): string {
  return `${Math.round(perSecond)}/s, ${processorTime.toFixed(1)} µs each`
}
