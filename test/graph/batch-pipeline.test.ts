// graph.batch.run: each part goes the way of a request of its own, through authentication, planned failures and preferences to the journal.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { batch, partsOf, reading, revoking, statusesOf } from '../support/batch.ts'
import { clients, ids, TENANT_ID, upn } from '../support/contoso.ts'
import { listFaults, planFault, sleeplessly } from '../support/faults.ts'
import { errors } from '../support/graph-errors.ts'
import { claimsOf } from '../support/sign-in.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'

const scopes = ['User.Read', 'User.Read.All', 'User.RevokeSessions.All']

async function recorded(understudy: Understudy) {
  const { json } = await control(understudy, 'GET /_understudy/requests')
  return Object(json).requests
}

t.test('the token of a batch', async t => {
  t.test('is judged anew before each part: what revokes its user ends the rest', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes, capabilities: ['cp1'] })
    const parts = [reading('1'), revoking('2'), reading('3'), reading('4', '/nowhere')]
    const reply = await batch(understudy, token, parts)
    t.same(statusesOf(reply), [200, 200, 401, 401])
    const [, , refused] = partsOf(reply)
    t.match(refused, {
      headers: {
        'Content-Type': 'application/json',
        'WWW-Authenticate': /error="insufficient_claims", claims="/,
      },
      body: { error: { code: errors.revoked.code, message: errors.revoked.message } },
    })
    t.equal((await batch(understudy, token, parts)).status, 401, 'and the next batch')
  })

  t.test('goes on where its client knows no claims challenges', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    t.same(statusesOf(await batch(understudy, token, [revoking('1'), reading('2')])), [200, 200])
  })

  t.test('is that of every part, whatever a part has itself', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    const other = await tokenFor(understudy, { user: 'admin', scopes })
    const own = {
      authorization: `Bearer ${other}`,
      Host: 'evil.example',
      Origin: 'https://a.example',
    }
    const [answer] = partsOf(await batch(understudy, token, [{ ...reading('1'), headers: own }]))
    t.match(answer, { status: 200, body: { userPrincipalName: upn('alex') } })
    t.match(answer?.body, { '@odata.context': /^https:\/\/graph\.microsoft\.com\// })
  })
})

t.test('a planned failure', async t => {
  t.test('strikes the part that it is for, with its headers', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    const operationId = 'graph.users.get'
    await planFault(understudy, { operationId, status: 429, retryAfterSeconds: 2.128, times: 1 })
    const parts = [1, 2, 3].map(n => reading(String(n), n === 1 ? '/me' : `/users/${ids.alex}`))
    const reply = await batch(understudy, token, parts)
    t.same(statusesOf(reply), [200, 429, 200])
    t.match(partsOf(reply)[1], {
      headers: {
        'Retry-After': '2.128',
        'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${clients.spa}/${TENANT_ID}`,
        'x-ms-throttle-information': 'ResourceUnitLimitExceeded',
        'x-ms-throttle-limit-percentage': '1.8',
      },
      body: { error: { code: 'TooManyRequests', innerError: { status: '429' } } },
    })
  })

  t.test('of the batch itself lets no part run', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    const { id } = await planFault(understudy, { operationId: 'graph.batch.run', status: 503 })
    t.equal((await batch(understudy, token, [reading('1')])).status, 503)
    t.match(await recorded(understudy), [{ operationId: 'graph.batch.run', fault: id }])
  })

  t.test('counts the batch and every part of it', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    await planFault(understudy, { surface: 'graph', status: 503, after: 2 })
    t.same(statusesOf(await batch(understudy, token, [reading('1'), reading('2')])), [200, 503])
  })

  t.test('holds back the whole, and each part in its turn', async t => {
    const { sleep, slept } = sleeplessly()
    const understudy = await understudyFor(t, {}, { sleep })
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    await planFault(understudy, { operationId: 'graph.me.get', delayMilliseconds: 70 })
    t.same(statusesOf(await batch(understudy, token, [reading('1'), reading('2')])), [200, 200])
    t.same(slept, [70, 70])
  })

  t.test(
    'that resets the connection of a part resets that of the batch; what is behind it does not run',
    async t => {
      const understudy = await understudyFor(t)
      const token = await tokenFor(understudy, { user: 'alex', scopes })
      await planFault(understudy, { operationId: 'graph.users.get', connection: 'reset' })
      const parts = [reading('1'), reading('2', `/users/${ids.alex}`), revoking('3')]
      await t.rejects(batch(understudy, token, parts), { cause: { code: 'ECONNRESET' } })
      t.match(
        (await recorded(understudy)).map(({ operationId = '', status = 0 }) => [
          operationId,
          status,
        ]),
        [
          ['graph.me.get', 200],
          ['graph.users.get', null],
          ['graph.batch.run', null],
        ],
      )
    },
  )

  t.test('that cuts the answer to a part cuts that of the batch, when all is done', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    await planFault(understudy, { operationId: 'graph.me.get', connection: 'truncate' })
    const parts = [reading('1'), revoking('2')]
    await t.rejects(batch(understudy, token, parts), { message: 'terminated' })
    t.match(await recorded(understudy), [
      { operationId: 'graph.me.get' },
      { operationId: 'graph.me.revokeSignInSessions', status: 200 },
      { operationId: 'graph.batch.run', status: 200 },
    ])
  })

  t.test('is told of where it struck', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    const { id } = await planFault(understudy, { operationId: 'graph.me.get', status: 500 })
    await batch(understudy, token, [reading('1'), reading('2')])
    t.match(await listFaults(understudy), [{ id, met: 2, struck: 2 }])
  })
})

t.test('a part that prefers an answer', async t => {
  t.test('gets it, and its neighbours do not', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    const preferring = (id: string, Prefer: string) => ({ ...reading(id), headers: { Prefer } })
    const parts = [preferring('1', 'code=403'), reading('2'), preferring('3', 'code=299')]
    const reply = await batch(understudy, token, parts)
    t.same(statusesOf(reply), [403, 200, 400])
    t.match(partsOf(reply)[0], { headers: { 'Preference-Applied': 'code=403' } })
  })
})

t.test('the record of requests', async t => {
  t.test('shows each part in its turn, and then the batch, under one id', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    const parts = [
      { ...reading('1'), headers: { 'client-request-id': 'my-own' } },
      reading('2', '/user'),
      { ...reading('3', `/users/${upn('adele')}?$select=id`), dependsOn: ['2'] },
    ]
    const { headers } = await batch(understudy, token, parts)
    const [me, nowhere, skipped, whole, ...others] = await recorded(understudy)
    t.same(others, [])
    for (const entry of [me, nowhere, skipped, whole])
      t.match(entry, {
        id: headers.get('request-id'),
        surface: 'graph',
        tenant: TENANT_ID,
        user: upn('alex'),
        client: clients.spa,
        credential: { kind: 'accessToken', id: claimsOf(token).uti },
      })
    t.match(me, {
      operationId: 'graph.me.get',
      method: 'GET',
      path: '/v1.0/me',
      status: 200,
      correlationId: 'my-own',
    })
    t.match(nowhere, { path: '/v1.0/user', status: 400, errorCode: 'BadRequest', hint: /users/ })
    t.notOk('operationId' in nowhere)
    t.match(skipped, {
      operationId: 'graph.users.get',
      path: `/v1.0/users/${upn('adele')}?$select=id`,
      status: 424,
      errorCode: 'FailedDependency',
    })
    t.match(whole, {
      operationId: 'graph.batch.run',
      method: 'POST',
      path: '/v1.0/$batch',
      status: 200,
    })
  })

  t.test('says why a part was refused', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes: ['User.Read'] })
    await batch(understudy, token, [revoking('1')])
    t.match((await recorded(understudy))[0], {
      operationId: 'graph.me.revokeSignInSessions',
      status: 403,
      refusal: { check: 'permission' },
      hint: /User\.RevokeSessions\.All/,
    })
  })
})

t.test('a batch by way of a port', async t => {
  t.test('gives out the addresses of that port', async t => {
    const understudy = await understudyFor(t)
    const url = await understudy.listen({ port: 0, https: false })
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    const response = await fetch(`${url}/beta/$batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ requests: [reading('1')] }),
    })
    const { responses } = Object(await response.json())
    t.match(responses, [{ body: { '@odata.context': `${url}/beta/$metadata#users/$entity` } }])
  })

  t.test('of a version that has no operations for it is nowhere', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes: ['openid'] })
    t.not((await graph(understudy, 'POST /oidc/$batch', { token, body: {} })).status, 200)
  })
})
