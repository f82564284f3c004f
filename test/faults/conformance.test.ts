// Planned failures against the contract, with Prism as the independent judge.
import t from 'tap'
import { issueTokens, startDoubles } from '../contract/doubles.ts'
import type { Exchange } from '../contract/exchanges.ts'
import { exchangesOf } from '../contract/exchanges.ts'
import { planFault } from '../support/faults.ts'
import { prismJudge } from '../support/prism.ts'

const origins = {
  graph: 'https://graph.microsoft.com',
  signIn: 'https://login.microsoftonline.com',
}
const statuses = [400, 401, 403, 404, 405, 409, 412, 423, 429, 500, 502, 503, 504, 599]

t.test('every failure that can be planned', async t => {
  const doubles = await startDoubles(t)
  const judge = await prismJudge(true)
  const exchanges = onePerOperation(exchangesOf(await issueTokens(doubles)).filter(isGood))
  for (const status of statuses) {
    t.test(`with status ${status} is one that the contract declares`, async t => {
      const { id } = await planFault(doubles.plain, { status, retryAfterSeconds: 0.5 })
      for (const exchange of exchanges) {
        const { addressId, path, init } = exchange
        const response = await doubles.plain.fetch(origins[surfaceOf(exchange)] + path, init)
        const { headers } = response
        const isJson = headers.get('content-type')?.includes('json') === true
        const body: unknown = isJson ? await response.json() : await response.text()
        const judged = judge(addressId, { status: response.status, headers, body })
        t.same([response.status, judged], [status, []], addressId)
      }
      await doubles.plain.fetch(`http://localhost:4280/_understudy/faults/${id}`, {
        method: 'DELETE',
      })
    })
  }
})

/** One that would succeed, for each operation of Graph and of the sign-in surface. */
function isGood({ operationId, status, to, host }: Exchange): boolean {
  return !operationId.startsWith('control.') && status < 400 && to === 'plain' && host === undefined
}

/** In each version: a failure takes no notice of what else was asked. */
function onePerOperation(exchanges: readonly Exchange[]): readonly Exchange[] {
  const first = new Map<string, Exchange>()
  for (const exchange of exchanges) {
    const key = `${exchange.operationId} ${exchange.path.split('/', 2)[1]}`
    if (!first.has(key)) first.set(key, exchange)
  }
  return [...first.values()]
}

function surfaceOf({ operationId }: Exchange): 'graph' | 'signIn' {
  return operationId.startsWith('graph.') ? 'graph' : 'signIn'
}
