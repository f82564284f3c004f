// The running double against its contract, with Prism as the independent judge: as a proxy in front of the port, and in this process.
import type { Test } from 'tap'
import { openJunction, toDouble, underHost } from '../support/junction.ts'
import type { PrismJudge } from '../support/prism.ts'
import { prismJudge, startPrism } from '../support/prism.ts'
import type { Doubles } from './doubles.ts'
import { issueTokens, startDoubles } from './doubles.ts'
import type { Exchange } from './exchanges.ts'
import { exchangesOf } from './exchanges.ts'

/**
 * All exchanges under some of the addresses.
 * @param isMeant whether a path is one of them
 * @param chooseForProxy which of them go through the proxy; all that can when left out
 */
export async function testConformance(
  t: Test,
  isMeant: (path: string) => boolean,
  chooseForProxy = (exchanges: readonly Exchange[]) => exchanges,
): Promise<void> {
  const doubles = await startDoubles(t)

  t.test('keeps to the contract through prism proxy', async t => {
    const exchanges = exchangesOf(await issueTokens(doubles)).filter(({ path }) => isMeant(path))
    const listening = Object.entries(doubles).map(
      async ([name, double]) => [name, await double.listen({ port: 0, https: false })] as const,
    )
    const junction = await openJunction(t, Object.fromEntries(await Promise.all(listening)))
    const prism = await startPrism(t, junction)

    const chosen = chooseForProxy(exchanges.filter(({ isForProxy }) => isForProxy))
    for (const [id, own] of byOperation(chosen)) {
      t.test(id, async t => {
        const faults = await Promise.all(own.map(exchange => proxyFaults(prism, exchange)))
        t.same(faults.flat(), [])
      })
    }
  })

  t.test("keeps to the contract by Prism's validator", async t => {
    const judge = await prismJudge()
    // Some of them are good for one request only.
    const exchanges = exchangesOf(await issueTokens(doubles)).filter(({ path }) => isMeant(path))
    for (const [id, own] of byOperation(exchanges)) {
      t.test(id, async t => {
        const faults = await Promise.all(
          own.map(exchange => judgedFaults(doubles, judge, exchange)),
        )
        t.same(faults.flat(), [])
      })
    }
  })
}

/** One for each status of each operation. */
export function onePerStatus(exchanges: readonly Exchange[]): readonly Exchange[] {
  const byStatus = exchanges.map(one => [`${one.operationId} ${one.status}`, one] as const)
  return [...new Map(byStatus.reverse()).values()].reverse()
}

/** What was wrong with the answer that came through Prism: it must have left it as it was, and must not have answered itself. */
async function proxyFaults(
  prism: string,
  { path, init, ...exchange }: Exchange,
): Promise<string[]> {
  const { to, host, title } = exchange
  const headers = new Headers(init.headers)
  headers.set(toDouble, to)
  if (host !== undefined) headers.set(underHost, host)
  const response = await fetch(prism + path, { ...init, headers })
  const text = await response.text()
  const faults = statusFaults(exchange, response.status)
  const violations = response.headers.get('sl-violations')
  if (violations !== null) faults.push(`${title}: ${violations}`)
  if (text.includes('stoplight.io')) faults.push(`${title}: Prism answered itself: ${text}`)
  return faults
}

/** What was wrong with the answer that came without a port. */
async function judgedFaults(
  doubles: Doubles,
  judge: PrismJudge,
  exchange: Exchange,
): Promise<string[]> {
  const response = await doubles[exchange.to].fetch(addressOf(exchange), exchange.init)
  const { status, headers } = response
  const isJson = headers.get('content-type')?.includes('json') === true
  const body: unknown = isJson ? await response.json() : await response.text()
  const violations = judge(exchange.addressId, { status, headers, body })
  return [
    ...statusFaults(exchange, status),
    ...violations.map(violation => `${exchange.title}: ${violation}`),
  ]
}

function statusFaults(
  { title, status }: Pick<Exchange, 'title' | 'status'>,
  got: number,
): string[] {
  return got === status ? [] : [`${title}: answered ${got}`]
}

const productionOrigins = new Map<string | undefined, string>([
  ['graph', 'https://graph.microsoft.com'],
  ['signIn', 'https://login.microsoftonline.com'],
])

/** The production address of an exchange, or the one under the host it asks for. */
function addressOf({ operationId, host, path }: Exchange): string {
  if (host !== undefined) return `http://${host}${path}`
  const [surface] = operationId.split('.')
  return (productionOrigins.get(surface) ?? 'http://localhost:4280') + path
}

function byOperation(exchanges: readonly Exchange[]): Map<string, readonly Exchange[]> {
  const groups = new Map<string, Exchange[]>()
  for (const exchange of exchanges) {
    groups.set(exchange.operationId, [...(groups.get(exchange.operationId) ?? []), exchange])
  }
  return groups
}
