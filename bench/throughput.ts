// Requests per second of authorised, checked, stateful answers, against Fastify sending the same bytes unasked, and against `prism mock`.
import { writeFoldedContract } from './support/folded-contract.ts'
import type { Bench, Group } from './support/group.ts'
import type { Answer, Request } from './support/http.ts'
import { exchange } from './support/http.ts'
import type { LoadFigures } from './support/load.ts'
import { load } from './support/load.ts'
import type { Row } from './support/report.ts'
import type { Unit } from './support/series.ts'
import { repeat, series } from './support/series.ts'
import type { Server } from './support/servers.ts'
import { startBare, startOurs, startPrism } from './support/servers.ts'
import { issueToken } from './support/tokens.ts'

interface Subject {
  readonly name: string
  readonly request: Request
  /** The path as Fastify writes it. */
  readonly url: string
  /** A member of the right answer's body that any of the servers must have sent. */
  readonly member: string
}

type ServerName = 'ours' | 'bare' | 'prism' | 'silentPrism'
type Servers = Readonly<Record<ServerName, Server>>
type Round = Readonly<Record<ServerName, LoadFigures>>

/** Many short ones: what disturbs the machine for a moment then spoils few of them. */
const ROUNDS = 9
const budgets = { bare: { atLeast: 0.7 }, prism: { atLeast: 15 } }
/** Written by Node.js itself on every answer. */
const OWN_HEADERS = new Set(['connection', 'content-length', 'date', 'keep-alive'])

export const throughput: Group = async bench => {
  const ours = await startOurs()
  const subjects = await prepare(ours)
  const bare = await startBare(await Promise.all(subjects.map(subject => can(ours, subject))))
  const contract = writeFoldedContract(bench.folder)
  const prism = await startPrism(contract, 'info')
  const silentPrism = await startPrism(contract, 'silent')
  const servers = { ours, bare, prism, silentPrism }
  const rows: Row[] = []
  for (const subject of subjects) rows.push(...(await measure(subject, servers, bench)))
  return rows
}

/** The requests: an administrator revokes for a member, and a member whose client knows claims challenges reads itself. */
async function prepare({ origin }: Server): Promise<readonly Subject[]> {
  const admin = await issueToken(origin, { user: 'admin', scopes: ['User.RevokeSessions.All'] })
  const alex = await issueToken(origin, {
    user: 'alex',
    scopes: ['User.Read'],
    capabilities: ['cp1'],
  })
  return [
    {
      name: 'POST /v1.0/users/{id}/revokeSignInSessions',
      request: {
        method: 'POST',
        path: '/v1.0/users/adele@contoso.onmicrosoft.com/revokeSignInSessions',
        headers: { authorization: `Bearer ${admin}`, accept: 'application/json' },
      },
      url: '/v1.0/users/:id/revokeSignInSessions',
      member: 'value',
    },
    {
      name: 'GET /v1.0/me',
      request: {
        method: 'GET',
        path: '/v1.0/me',
        headers: { authorization: `Bearer ${alex}`, accept: 'application/json' },
      },
      url: '/v1.0/me',
      member: 'userPrincipalName',
    },
  ]
}

/** Our own answer, to be sent by the bare server. */
async function can({ origin }: Server, { request, url, member }: Subject) {
  const answer = await exchange(origin, request)
  assertRight(answer, member)
  const headers = Object.fromEntries(
    Object.entries(answer.headers).filter(([name]) => !OWN_HEADERS.has(name)),
  )
  return { method: request.method, url, headers, text: answer.text }
}

async function measure(
  subject: Subject,
  servers: Servers,
  { quick, report }: Bench,
): Promise<Row[]> {
  const seconds = quick ? 0.7 : 1.5
  const texts = {
    ours: await firstText(servers.ours, subject),
    bare: await firstText(servers.bare, subject),
    prism: await firstText(servers.prism, subject),
    silentPrism: await firstText(servers.silentPrism, subject),
  }
  if (texts.ours !== texts.bare) throw new Error('The bare server sends other bytes than ours.')
  const under = (name: ServerName, duration: number) =>
    load(servers[name], { ...subject.request, duration, expectBody: texts[name] })
  // So much slower that half the time tells as much.
  const round = async (duration: number) => ({
    ours: await under('ours', duration),
    bare: await under('bare', duration),
    prism: await under('prism', duration / 2),
    silentPrism: await under('silentPrism', duration / 2),
  })

  report(`${subject.name}: warming up`)
  await round(4)
  const rounds = await repeat(ROUNDS, async () => {
    const figures = await round(seconds)
    for (const [name, figure] of Object.entries(figures))
      report(`${subject.name}, ${name}: ${describe(figure)}`)
    return figures
  })
  return [
    ...rowsAgainst('bare', 'bare Fastify', subject, rounds),
    ...rowsAgainst('prism', 'prism mock', subject, rounds),
    ...rowsAgainst('silentPrism', 'prism mock, silent', subject, rounds),
  ]
}

function rowsAgainst(
  peer: keyof typeof budgets | 'silentPrism',
  peerName: string,
  { name }: Subject,
  rounds: readonly Round[],
): Row[] {
  const pair = (unit: Unit, value: (figures: LoadFigures) => number) => ({
    ours: series(
      unit,
      rounds.map(({ ours }) => value(ours)),
    ),
    peer: series(
      unit,
      rounds.map(round => value(round[peer])),
    ),
  })
  return [
    {
      what: `${name}, against ${peerName}`,
      ...pair('/s', figures => figures.requestsPerSecond),
      ...(peer !== 'silentPrism' && { budget: budgets[peer] }),
    },
    {
      what: '  processor time for each request',
      ...pair('µs', figures => figures.processorTimePerRequest),
    },
  ]
}

async function firstText({ origin }: Server, { request, member }: Subject): Promise<string> {
  const answer = await exchange(origin, request)
  assertRight(answer, member)
  return answer.text
}

function assertRight({ status, text }: Answer, member: string): void {
  if (status !== 200) throw new Error(`Expected 200, got ${status}: ${text}`)
  const body: unknown = JSON.parse(text)
  if (typeof body !== 'object' || body === null || !(member in body))
    throw new Error(`Expected a body with '${member}', got: ${text}`)
}

function describe({ requestsPerSecond, processorTimePerRequest, busy }: LoadFigures): string {
  const percent = Math.round(busy * 100)
  return `${Math.round(requestsPerSecond)}/s, ${processorTimePerRequest.toFixed(1)} µs each, process ${percent} % busy`
}
