// Whether revoking takes longer among many users: through the log alone, and through the whole server.
import type autocannon from 'autocannon'
import type { RevokingFigures } from './children/revoke-users.ts'
import { Child } from './support/child.ts'
import type { Bench, Group } from './support/group.ts'
import { load } from './support/load.ts'
import { childProgram } from './support/places.ts'
import type { Row } from './support/report.ts'
import { repeat, series } from './support/series.ts'
import type { Server } from './support/servers.ts'
import { startOurs } from './support/servers.ts'
import { issueToken } from './support/tokens.ts'

const ROUNDS = 9
const FEW = 1_000
const MANY = 1_000_000
/** On each connection, so that many different users are revoked in turn. */
const USERS_PER_CONNECTION = 500

const budget = { atMost: 1.25 }

export const revocation: Group = async bench => [
  ...(await throughTheLog(bench)),
  await overHttp(bench),
]

async function throughTheLog({ report }: Bench): Promise<Row[]> {
  report('revocation through the log: making the users')
  const options = { nodeOptions: ['--expose-gc'] }
  const few = new Child(childProgram('revoke-users'), { ...options, args: [String(FEW)] })
  const many = new Child(childProgram('revoke-users'), { ...options, args: [String(MANY)] })
  const round = async () => ({
    few: await few.ask<RevokingFigures>(),
    many: await many.ask<RevokingFigures>(),
  })
  await round()
  report('revocation through the log: measuring')
  const rounds = await repeat(ROUNDS, round)
  await Promise.all([few.stop(), many.stop()])
  const times = (size: 'few' | 'many') =>
    series(
      'µs',
      rounds.map(figures => figures[size].microsecondsPerRevocation),
    )
  return [
    {
      what: 'revoke a random user through the log, 1,000,000 users against 1,000',
      ours: times('many'),
      peer: times('few'),
    },
    {
      what: 'resident memory for each made-up user, of 1,000,000',
      ours: series(
        'bytes',
        rounds.map(({ many: { residentBytesPerUser } }) => residentBytesPerUser),
      ),
    },
  ]
}

async function overHttp({ quick, report }: Bench): Promise<Row> {
  report('revocation over http: making the users')
  const few = await prepare(FEW)
  const many = await prepare(MANY)
  const duration = quick ? 0.7 : 1
  const round = async () => ({ few: await few(duration), many: await many(duration) })
  await round()
  const rounds = await repeat(ROUNDS, async () => {
    const figures = await round()
    report(`revocation over http in µs: ${JSON.stringify(figures, rounded)}`)
    return figures
  })
  return {
    what: 'revoke a random user over http, 1,000,000 users against 1,000',
    ours: series(
      'µs',
      rounds.map(figures => figures.many),
    ),
    peer: series(
      'µs',
      rounds.map(figures => figures.few),
    ),
    budget,
  }
}

/** Starts a server; gives what measures microseconds for each revocation over some seconds. */
async function prepare(users: number): Promise<(duration: number) => Promise<number>> {
  const server = await startOurs({ args: ['--generate-users', String(users)] })
  const token = await issueToken(server.origin, {
    user: 'admin',
    scopes: ['User.RevokeSessions.All'],
  })
  return async duration => 1e6 / (await revokeRandomly(server, token, users, duration))
}

async function revokeRandomly(
  server: Server,
  token: string,
  users: number,
  duration: number,
): Promise<number> {
  const figures = await load(server, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    setupClient: client =>
      client.setRequests(Array.from({ length: USERS_PER_CONNECTION }, () => revoke(users))),
    duration,
  })
  return figures.requestsPerSecond
}

function revoke(users: number): autocannon.Request {
  const number = String(Math.floor(Math.random() * users)).padStart(6, '0')
  return { path: `/v1.0/users/user${number}@contoso.onmicrosoft.com/revokeSignInSessions` }
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value) : value
}
