// Planned failures of the Graph surface: their shape, whom they strike, and that nothing is half done.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { clients, TENANT_ID } from '../support/contoso.ts'
import { listFaults, planFault } from '../support/faults.ts'
import { graph, tokenFor, understudyFor } from '../support/understudy.ts'

const ME = 'GET /v1.0/me'
const scopes = ['User.Read', 'User.Read.All', 'User.RevokeSessions.All']

async function meOf(understudy: Understudy, user = 'adele', client?: string) {
  const request = { user, scopes, ...(client !== undefined && { client }) }
  return graph(understudy, ME, { token: await tokenFor(understudy, request) })
}

t.test('a failure that was planned for Graph', async t => {
  t.test("is Microsoft Graph's 429, with its headers", async t => {
    const understudy = await understudyFor(t)
    await planFault(understudy, { status: 429, retryAfterSeconds: 2.128 })
    const { status, headers, json } = await meOf(understudy, 'adele', clients.spa)
    t.equal(status, 429)
    t.same(Object.keys(Object(json).error), ['code', 'innerError', 'message'])
    t.match(json, {
      error: {
        code: 'TooManyRequests',
        innerError: {
          code: '429',
          date: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
          message: 'Please retry after',
          'request-id': headers.get('request-id'),
          status: '429',
        },
        message: 'Please retry again later.',
      },
    })
    t.same(
      [
        'retry-after',
        'x-ms-throttle-scope',
        'x-ms-throttle-information',
        'x-ms-throttle-limit-percentage',
        'x-ms-resource-unit',
      ].map(name => headers.get(name)),
      [
        '2.128',
        `Tenant_Application/ReadWrite/${clients.spa}/${TENANT_ID}`,
        'ResourceUnitLimitExceeded',
        '1.8',
        '1',
      ],
    )
  })

  t.test('has no Retry-After unless the plan has', async t => {
    const understudy = await understudyFor(t)
    await planFault(understudy, { status: 429 })
    t.notOk((await meOf(understudy)).headers.has('retry-after'))
  })

  const shapes = [
    [400, 'BadRequest', 'Bad Request'],
    [401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'],
    [403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
    [404, 'Request_ResourceNotFound', /^Resource 'me' does not exist/],
    [405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.'],
    [409, 'Conflict', 'Conflict'],
    [412, 'PreconditionFailed', 'Precondition Failed'],
    [423, 'Locked', 'Locked'],
    [500, 'InternalServerError', 'Internal Server Error'],
    [502, 'BadGateway', 'Bad Gateway'],
    [503, 'ServiceUnavailable', 'Service Unavailable'],
    [504, 'GatewayTimeout', 'Gateway Timeout'],
    [599, 'Status599', 'Status 599'],
  ] as const
  for (const [status, code, message] of shapes) {
    t.test(`is an error of the surface with status ${status}`, async t => {
      const understudy = await understudyFor(t)
      await planFault(understudy, { status, retryAfterSeconds: 0 })
      const reply = await meOf(understudy)
      t.equal(reply.status, status)
      t.match(reply.json, { error: { code, message, innerError: { 'request-id': /./ } } })
      t.equal(reply.headers.get('retry-after'), '0')
      t.equal(reply.headers.has('www-authenticate'), status === 401)
    })
  }

  t.test('has the code and the message that the plan gives it', async t => {
    const understudy = await understudyFor(t)
    await planFault(understudy, { status: 503, code: 'serviceNotAvailable', message: 'Gone home.' })
    t.match((await meOf(understudy)).json, {
      error: { code: 'serviceNotAvailable', message: 'Gone home.' },
    })
  })

  t.test('strikes once somebody was let in, and nobody else', async t => {
    const understudy = await understudyFor(t)
    await planFault(understudy, { surface: 'graph', status: 503 })
    t.equal((await graph(understudy, ME)).status, 401)
    const poor = await tokenFor(understudy, { user: 'adele', scopes: ['openid'] })
    t.equal((await graph(understudy, ME, { token: poor })).status, 403)
    t.match(await listFaults(understudy), [{ met: 0 }])
    t.equal((await meOf(understudy)).status, 503)
  })

  t.test('leaves alone what the operation would have changed', async t => {
    const understudy = await understudyFor(t)
    for (const plan of [{ status: 503 }, { connection: 'reset' }] as const) {
      await planFault(understudy, {
        operationId: 'graph.me.revokeSignInSessions',
        ...plan,
        times: 1,
      })
      const token = await tokenFor(understudy, { user: 'adele', scopes, capabilities: ['cp1'] })
      const revoke = () => graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token })
      if ('status' in plan) t.equal((await revoke()).status, 503)
      else await t.rejects(revoke(), { message: 'fetch failed' })
      t.equal((await graph(understudy, ME, { token })).status, 200)
    }
  })

  t.test('lets the operation do its work where only the answer is cut', async t => {
    const understudy = await understudyFor(t)
    const plan = { operationId: 'graph.me.revokeSignInSessions', connection: 'truncate' } as const
    await planFault(understudy, plan)
    const token = await tokenFor(understudy, { user: 'adele', scopes, capabilities: ['cp1'] })
    const revoke = graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token })
    await t.rejects(revoke, { name: 'TypeError', message: 'terminated' })
    t.equal((await graph(understudy, ME, { token })).status, 401)
  })
})
