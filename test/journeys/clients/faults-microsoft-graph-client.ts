// @microsoft/microsoft-graph-client: what it makes of each kind of failure. docs/faults.md says the same in a table.
import { Client, GraphError } from '@microsoft/microsoft-graph-client'
import t from 'tap'
import { origin, rejection } from '../../support/journey-client.ts'
import { appToken, planFault } from '../../support/journey-faults.ts'

const operationId = 'graph.users.list'
const token = await appToken()

function listUsers(signal?: AbortSignal): Promise<{ readonly value: readonly unknown[] }> {
  const client = Client.init({
    authProvider: done => done(null, token),
    baseUrl: `${origin}/`,
    customHosts: new Set(['localhost']),
  })
  const request = client.api('/users').top(1).select('id')
  return (signal === undefined ? request : request.options({ signal })).get()
}

async function graphError(promise: Promise<unknown>): Promise<GraphError> {
  const error = await rejection(promise)
  if (!(error instanceof GraphError)) throw error
  return error
}

t.test('@microsoft/microsoft-graph-client', async t => {
  for (const status of [429, 503, 504]) {
    t.test(`tries again after ${status}, as soon as Retry-After says`, async t => {
      const plan = { operationId, status, retryAfterSeconds: 0, times: 1 }
      const { met } = await planFault(t, plan)
      t.equal((await listUsers()).value.length, 1)
      t.equal(await met(), 2)
    })
  }

  t.test('gives up after three more tries, with a GraphError', async t => {
    const { met } = await planFault(t, { operationId, status: 429, retryAfterSeconds: 0 })
    t.match(await graphError(listUsers()), {
      statusCode: 429,
      code: 'TooManyRequests',
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
    t.test(`throws a GraphError at once after ${status}`, async t => {
      const { met } = await planFault(t, { operationId, status, retryAfterSeconds: 0 })
      t.match(await graphError(listUsers()), { statusCode: status, code, message })
      t.equal(await met(), 1)
    })
  }

  t.test('waits for an answer that is held back', async t => {
    await planFault(t, { operationId, delayMilliseconds: 20 })
    t.equal((await listUsers()).value.length, 1)
  })

  t.test('throws a GraphError without a status after a reset, and does not try again', async t => {
    const { met } = await planFault(t, { operationId, connection: 'reset' })
    const error = await graphError(listUsers())
    t.match(error, { statusCode: -1, code: 'TypeError', message: 'fetch failed' })
    t.equal(await met(), 1)
  })

  t.test("throws a GraphError with the answer's status when its body is cut", async t => {
    const { met } = await planFault(t, { operationId, connection: 'truncate' })
    const error = await graphError(listUsers())
    t.match(error, { statusCode: 200, code: 'TypeError', message: 'terminated' })
    t.equal(await met(), 1)
  })

  t.test('waits for an answer that never comes, until it is aborted', async t => {
    await planFault(t, { operationId, connection: 'hang' })
    const error = await graphError(listUsers(AbortSignal.timeout(50)))
    t.match(error, { statusCode: -1, code: 'TimeoutError' })
  })
})
