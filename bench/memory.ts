// Resident memory before and after endless traffic: ever new tokens, revocations, refusals.
import type autocannon from 'autocannon'
import type { Usage } from './children/probe.ts'
import type { Group } from './support/group.ts'
import { send } from './support/load.ts'
import { series } from './support/series.ts'
import type { Server } from './support/servers.ts'
import { startOurs } from './support/servers.ts'
import { issueToken } from './support/tokens.ts'

const REQUESTS = 1_000_000
const REQUESTS_WHEN_QUICK = 100_000
const BATCH = 50_000
/** Issued anew for every batch. */
const TOKENS_PER_BATCH = 1_000
/** More than the server remembers: it keeps the last few thousand that it has verified. */
const TOKENS_AT_FIRST = 5_000
const CONNECTIONS = 10
const MEGABYTE = 1_000_000

const users = ['adele', 'alex', 'megan'] as const
const scopes = ['User.Read', 'User.RevokeSessions.All']

export const memory: Group = async ({ quick, report }) => {
  const server = await startOurs({ nodeOptions: ['--expose-gc'] })
  const requests = quick ? REQUESTS_WHEN_QUICK : REQUESTS
  // The first fill of caches and compiled code is no growth.
  await runBatch(server, TOKENS_AT_FIRST)
  const before = await server.process.ask<Usage>()
  for (let sent = 0; sent < requests; sent += BATCH) {
    await runBatch(server, TOKENS_PER_BATCH)
    const { residentBytes, heapBytes } = await server.process.ask<Usage>()
    report(
      `memory after ${sent + BATCH} requests: ${toMegabytes(residentBytes)} MB resident, ${toMegabytes(heapBytes)} MB heap`,
    )
  }
  const after = await server.process.ask<Usage>()
  await server.process.stop()
  const count = requests.toLocaleString('en-US')
  return [
    {
      what: `resident memory after ${count} requests, against before`,
      ours: series('MB', [after.residentBytes / MEGABYTE]),
      peer: series('MB', [before.residentBytes / MEGABYTE]),
    },
    {
      what: '  growth of resident memory',
      ours: series('MB', [(after.residentBytes - before.residentBytes) / MEGABYTE]),
      budget: { atMost: 20 },
    },
    {
      what: '  growth of the heap',
      ours: series('MB', [(after.heapBytes - before.heapBytes) / MEGABYTE]),
    },
  ]
}

/** @throws Error unless everything was answered, some of it with 200, some with 401 and nothing otherwise */
async function runBatch({ origin }: Server, tokenCount: number): Promise<void> {
  const tokens: string[] = []
  while (tokens.length < tokenCount) tokens.push(await issue(origin, tokens.length))
  const requests = tokens.map(requestsWith)
  let connection = 0
  const result = await send(origin, {
    connections: CONNECTIONS,
    amount: BATCH,
    setupClient: client => {
      const share = requests.filter((_, index) => index % CONNECTIONS === connection)
      connection += 1
      client.setRequests(share.flat())
    },
  })
  const statuses = Object.keys(result.statusCodeStats ?? {}).join(' ')
  if (statuses !== '200 401')
    throw new Error(`Expected answers of 200 and 401, got those of ${statuses}.`)
}

/** Every other one of a client that is challenged when its user has been revoked. */
function issue(origin: string, number: number): Promise<string> {
  const user = users[number % users.length] ?? users[0]
  return issueToken(origin, { user, scopes, capabilities: number % 2 === 0 ? ['cp1'] : [] })
}

/** What is done with one token. */
function requestsWith(token: string): autocannon.Request[] {
  const headers = { authorization: `Bearer ${token}` }
  const spoilt = { authorization: `Bearer ${token.slice(0, -20)}${'A'.repeat(20)}` }
  return [
    { path: '/v1.0/me', headers },
    { path: '/v1.0/me', headers: spoilt },
    { path: '/v1.0/me/revokeSignInSessions', method: 'POST', headers },
    { path: '/v1.0/me', headers },
    { path: '/v1.0/me', headers: { authorization: `Bearer ${token.slice(-40)}` } },
  ]
}

function toMegabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1)
}
