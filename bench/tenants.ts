// What a tenant of its own costs a test, alone and among a thousand others; and what memory is left of a thousand that came and went.
import type { Usage } from './children/probe.ts'
import type { TenantFigures } from './children/tenants.ts'
import { Child } from './support/child.ts'
import type { Group } from './support/group.ts'
import { exchange } from './support/http.ts'
import { childProgram } from './support/places.ts'
import type { Row } from './support/report.ts'
import { repeat, series } from './support/series.ts'
import { startOurs } from './support/servers.ts'

const ROUNDS = 5
const MANY = 1_000
const TIMES_BEFORE = 4
const MEGABYTE = 1_000_000
const names = ['create', 'reset', 'snapshot', 'restore', 'remove'] as const

export const tenants: Group = async ({ report }) => {
  const rows: Row[] = []
  for (const [others, where] of [
    [0, 'beside the default one'],
    [MANY, `among ${MANY.toLocaleString('en-US')}`],
  ] as const) {
    report(`tenants, ${where}`)
    const rounds = await repeat(ROUNDS, () => measure(others))
    for (const name of names)
      rows.push({
        what: `${name} a tenant ${where}`,
        ours: series(
          'ms',
          rounds.map(round => round[name]),
        ),
        budget: { atMost: 1 },
      })
  }
  return [...rows, ...(await measureMemory(report))]
}

async function measure(others: number): Promise<TenantFigures> {
  const child = new Child(childProgram('tenants'), { args: [String(others)] })
  try {
    return await child.ask<TenantFigures>()
  } finally {
    await child.stop()
  }
}

async function measureMemory(report: (line: string) => void): Promise<readonly Row[]> {
  const server = await startOurs({ nodeOptions: ['--expose-gc'] })
  // The first fill of caches is no growth: a few thousand tokens are remembered as verified.
  for (let time = 0; time < TIMES_BEFORE; time++) await comeAndGo(server.origin, MANY)
  const before = await server.process.ask<Usage>()
  report(`memory of ${MANY} tenants`)
  await comeAndGo(server.origin, MANY)
  const after = await server.process.ask<Usage>()
  await server.process.stop()
  const count = MANY.toLocaleString('en-US')
  const growth = (what: 'residentBytes' | 'heapBytes') =>
    series('MB', [(after[what] - before[what]) / MEGABYTE])
  return [
    {
      what: `growth of the heap when ${count} tenants came and went`,
      ours: growth('heapBytes'),
      // The caches' own ups and downs; a tenant that stayed would be ten times as much.
      budget: { atMost: 5 },
    },
    { what: '  of resident memory', ours: growth('residentBytes'), budget: { atMost: 20 } },
  ]
}

/** All of them there at once, each used, then all of them gone. */
async function comeAndGo(origin: string, count: number): Promise<void> {
  const domains: string[] = []
  while (domains.length < count) {
    const { domain } = JSON.parse(await control(origin, 'POST', '/tenants', {}))
    domains.push(domain)
    const { access_token: token } = JSON.parse(
      await control(origin, 'POST', `/tokens?tenant=${domain}`, { user: 'adele' }),
    )
    const headers = { authorization: `Bearer ${token}` }
    const { status } = await exchange(origin, { method: 'GET', path: '/v1.0/me', headers })
    if (status !== 200) throw new Error(`A token was answered with ${status}.`)
    await control(origin, 'POST', `/users/adele/revoke?tenant=${domain}`)
  }
  for (const domain of domains) await control(origin, 'DELETE', `/tenants/${domain}`)
}

async function control(
  origin: string,
  method: 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<string> {
  const { status, text } = await exchange(origin, {
    method,
    path: `/_understudy${path}`,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`)
  return text
}
