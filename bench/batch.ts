// Revocations per second in batches of twenty, against single calls.
import type { Bench, Group } from './support/group.ts'
import { load } from './support/load.ts'
import type { Row } from './support/report.ts'
import { repeat, series } from './support/series.ts'
import { startOurs } from './support/servers.ts'
import { issueToken } from './support/tokens.ts'

const ROUNDS = 9
const PER_BATCH = 20
const PATH = '/users/adele@contoso.onmicrosoft.com/revokeSignInSessions'
const body = JSON.stringify({
  requests: Array.from({ length: PER_BATCH }, (_, index) => ({
    id: String(index + 1),
    method: 'POST',
    url: PATH,
    headers: { 'Content-Type': 'application/json' },
    body: {},
  })),
})

export const batch: Group = async ({ quick, report }: Bench): Promise<Row[]> => {
  const server = await startOurs()
  const scopes = ['User.RevokeSessions.All']
  const token = await issueToken(server.origin, { user: 'admin', scopes })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  await assertRevokes(server.origin, headers)
  const under = (path: string, duration: number, sent: string) =>
    load(server, { method: 'POST', path, headers, body: sent, duration })
  const round = async (duration: number) => ({
    batches: await under('/v1.0/$batch', duration, body),
    single: await under(`/v1.0${PATH}`, duration, '{}'),
  })
  report('revocations in batches: warming up')
  await round(quick ? 1 : 4)
  const rounds = await repeat(ROUNDS, () => round(quick ? 0.7 : 1.5))
  return [
    {
      what: 'revocations per second in batches of 20, against single calls',
      ours: series(
        '/s',
        rounds.map(({ batches }) => batches.requestsPerSecond * PER_BATCH),
      ),
      peer: series(
        '/s',
        rounds.map(({ single }) => single.requestsPerSecond),
      ),
    },
    {
      what: '  processor time for each revocation',
      ours: series(
        'µs',
        rounds.map(({ batches }) => batches.processorTimePerRequest / PER_BATCH),
      ),
      peer: series(
        'µs',
        rounds.map(({ single }) => single.processorTimePerRequest),
      ),
    },
  ]
}

/** The load generator does not look into an answer. @throws Error unless every part revokes */
async function assertRevokes(origin: string, headers: Record<string, string>): Promise<void> {
  const response = await fetch(`${origin}/v1.0/$batch`, { method: 'POST', headers, body })
  const { responses = [] } = Object(await response.json())
  const revoked = responses.filter(({ status = 0 }) => status === 200)
  if (revoked.length !== PER_BATCH)
    throw new Error(`Only ${revoked.length} parts were revocations.`)
}
