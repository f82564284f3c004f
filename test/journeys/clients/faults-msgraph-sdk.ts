// @microsoft/msgraph-sdk (Kiota): what it makes of each kind of failure. docs/faults.md says the same in a table.
import { AzureIdentityAuthenticationProvider } from '@microsoft/kiota-authentication-azure'
import { createGraphServiceClient, GraphRequestAdapter } from '@microsoft/msgraph-sdk'
import '@microsoft/msgraph-sdk-users'
import t from 'tap'
import { graphUrl, rejection } from '../../support/journey-client.ts'
import { appToken, planFault } from '../../support/journey-faults.ts'

const operationId = 'graph.users.list'
const token = await appToken()

async function countUsers(): Promise<number | undefined> {
  const credential = { getToken: async () => ({ token, expiresOnTimestamp: 8.64e15 }) }
  const hosts = new Set(['localhost'])
  const provider = new AzureIdentityAuthenticationProvider(credential, ['x'], undefined, hosts)
  const adapter = new GraphRequestAdapter(provider)
  adapter.baseUrl = graphUrl
  const client = createGraphServiceClient(adapter)
  const page = await client.users.get({ queryParameters: { top: 1, select: ['id'] } })
  return page?.value?.length
}

t.test('@microsoft/msgraph-sdk', async t => {
  for (const status of [429, 503, 504]) {
    t.test(`tries again after ${status}, as soon as Retry-After says`, async t => {
      const plan = { operationId, status, retryAfterSeconds: 0, times: 1 }
      const { met } = await planFault(t, plan)
      t.equal(await countUsers(), 1)
      t.equal(await met(), 2)
    })
  }

  t.test('gives up after three more tries, with an ODataError', async t => {
    const { met } = await planFault(t, { operationId, status: 429, retryAfterSeconds: 0 })
    t.match(await rejection(countUsers()), {
      responseStatusCode: 429,
      errorEscaped: { code: 'TooManyRequests' },
      message: 'Please retry again later.',
    })
    t.equal(await met(), 4)
  })

  const refusals = [
    [500, 'InternalServerError', 'Internal Server Error'],
    [502, 'BadGateway', 'Bad Gateway'],
    [423, 'Locked', 'Locked'],
    [412, 'PreconditionFailed', 'Precondition Failed'],
    [409, 'Conflict', 'Conflict'],
    [403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
  ] as const
  for (const [status, code, message] of refusals) {
    t.test(`throws an ODataError at once after ${status}`, async t => {
      const { met } = await planFault(t, { operationId, status, retryAfterSeconds: 0 })
      t.match(await rejection(countUsers()), {
        responseStatusCode: status,
        errorEscaped: { code },
        message,
      })
      t.equal(await met(), 1)
    })
  }

  t.test('waits for an answer that is held back', async t => {
    await planFault(t, { operationId, delayMilliseconds: 20 })
    t.equal(await countUsers(), 1)
  })

  const broken = [
    ['reset', 'fetch failed'],
    ['truncate', 'terminated'],
  ] as const
  for (const [connection, message] of broken) {
    t.test(`passes on what fetch throws after ${connection}, and does not try again`, async t => {
      const { met } = await planFault(t, { operationId, connection })
      t.match(await rejection(countUsers()), { name: 'TypeError', message })
      t.equal(await met(), 1)
    })
  }
})
