// graph.batch.run: what comes of the parts of a batch, in both versions and for both kinds of caller.
import t from 'tap'
import { batch, json, partsOf, reading, revoking, statusesOf } from '../support/batch.ts'
import { ids, upn } from '../support/contoso.ts'
import {
  control,
  graph,
  NOON,
  tokenFor,
  understudyAtNoon,
  understudyFor,
} from '../support/understudy.ts'

const scopes = ['User.Read', 'User.Read.All', 'User.RevokeSessions.All']
const DATA =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'
const selected = `/users/${ids.adele}?$select=id,signInSessionsValidFromDateTime`

t.test('a batch', async t => {
  for (const version of ['v1.0', 'beta']) {
    for (const kind of ['user', 'application']) {
      t.test(
        `of ${version} revokes for ${kind === 'user' ? 'a' : 'an'} ${kind}, and reads what has changed`,
        async t => {
          const { understudy } = await understudyAtNoon(t)
          const request = kind === 'user' ? { user: 'admin', scopes } : { roles: scopes.slice(1) }
          const token = await tokenFor(understudy, request)
          const parts = [revoking('1', ids.adele), { ...reading('2', selected), dependsOn: ['1'] }]
          const reply = await batch(understudy, token, parts, { version })
          t.equal(reply.headers.get('content-type'), 'application/json')
          const root = `https://graph.microsoft.com/${version}/$metadata`
          const headers = {
            'Cache-Control': 'no-cache',
            'x-ms-resource-unit': '1',
            'OData-Version': '4.0',
            'Content-Type': DATA,
          }
          t.same(partsOf(reply), [
            {
              id: '1',
              status: 200,
              headers: { ...headers, Location: 'https://graph.microsoft.com' },
              body: { '@odata.context': `${root}#Edm.Boolean`, value: true },
            },
            {
              id: '2',
              status: 200,
              headers,
              body: {
                '@odata.context': `${root}#users(id,signInSessionsValidFromDateTime)/$entity`,
                id: ids.adele,
                signInSessionsValidFromDateTime: `${NOON.toISOString().slice(0, 19)}Z`,
              },
            },
          ])
        },
      )
    }
  }

  t.test('knows the operations of its own version only', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { roles: ['User.RevokeSessions.All'] })
    const url = `/users/${ids.adele}/invalidateAllRefreshTokens`
    const part = { id: '1', method: 'POST', url, headers: json, body: {} }
    t.same(statusesOf(await batch(understudy, token, [part], { version: 'beta' })), [200])
    const [answer] = partsOf(await batch(understudy, token, [part]))
    t.match(answer, { status: 405, body: { error: { code: 'Request_BadRequest' } } })
  })

  t.test('is 200 though all its parts fail, each with an envelope of its own', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes: ['User.Read.All'] })
    const parts = [
      reading('a', `/users/${upn('nobody')}`),
      reading('b', '/nowhere'),
      revoking('c', ids.admin),
      reading('d', '/users?$top=0'),
      { ...revoking('e'), url: '/me' },
    ]
    const reply = await batch(understudy, token, parts)
    t.match(
      partsOf(reply).map(({ id, status, body }) => [id, status, Object(body).error.code]),
      [
        ['a', 404, 'Request_ResourceNotFound'],
        ['b', 400, 'BadRequest'],
        ['c', 403, 'Authorization_RequestDenied'],
        ['d', 400, 'Request_UnsupportedQuery'],
        ['e', 405, 'Request_BadRequest'],
      ],
    )
    const [notFound, unknown] = partsOf(reply)
    t.same(unknown?.headers, { 'Content-Type': 'application/json' }, 'of the gateway')
    t.same(
      notFound?.headers,
      {
        'Cache-Control': 'no-cache',
        'x-ms-resource-unit': '1',
        'Content-Type': 'application/json',
      },
      'of the directory',
    )
  })

  t.test(
    'has one request id for all its parts, and each may have its own client request id',
    async t => {
      const understudy = await understudyFor(t)
      const token = await tokenFor(understudy, { user: 'alex', scopes })
      const parts = [
        reading('1', '/nowhere'),
        { ...reading('2', '/nowhere'), headers: { 'Client-Request-Id': 'of the part' } },
      ]
      const own = { headers: { 'client-request-id': 'of the batch' } }
      const reply = await batch(understudy, token, parts, own)
      const inner = partsOf(reply).map(({ body }) => Object(body).error.innerError)
      t.match(inner, [
        { 'request-id': reply.headers.get('request-id'), 'client-request-id': 'of the batch' },
        { 'request-id': reply.headers.get('request-id'), 'client-request-id': 'of the part' },
      ])
    },
  )

  t.test('gives out addresses as they are outside of it', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { roles: ['User.Read.All'] })
    const [page] = partsOf(
      await batch(understudy, token, [reading('1', 'users?$top=2&$select=id')]),
    )
    const next: string = Object(page?.body)['@odata.nextLink']
    t.match(
      next,
      /^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?\$top=2&\$select=id&\$skiptoken=/,
    )
    const path = next.slice('https://graph.microsoft.com/v1.0'.length)
    t.match(partsOf(await batch(understudy, token, [reading('1', path)])), [
      { status: 200, body: { value: [{}, {}] } },
    ])
  })

  t.test('has no body for a part that answers without one', async t => {
    const understudy = await understudyFor(t)
    const body = { revocation: { successStatus: 204 } }
    await control(understudy, 'PATCH /_understudy/settings', { body })
    const token = await tokenFor(understudy, { user: 'adele', scopes })
    t.same(partsOf(await batch(understudy, token, [revoking('1')])), [
      { id: '1', status: 204, headers: { 'Cache-Control': 'no-cache', 'x-ms-resource-unit': '1' } },
    ])
  })

  const sameUsers = {
    'with the slash': `/users/${ids.adele}`,
    'without the slash': `users/${ids.adele}`,
    'by name': `/users/${upn('adele')}`,
    'as a key': `/users('${upn('adele')}')`,
    'as an encoded key': `users(%27${upn('adele')}%27)`,
    'with slashes too many': `//users//${ids.adele}/`,
    'with spaces in the query': `/users/${ids.adele}?$select=id, userPrincipalName`,
  }
  for (const [name, url] of Object.entries(sameUsers)) {
    t.test(`finds a user ${name}`, async t => {
      const understudy = await understudyFor(t)
      const token = await tokenFor(understudy, { roles: ['User.Read.All'] })
      const reply = await batch(understudy, token, [reading('1', url)])
      t.match(partsOf(reply), [{ status: 200, body: { userPrincipalName: upn('adele') } }])
    })
  }

  t.test('takes methods in any case, and actions by their qualified names', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'admin', scopes })
    const url = `users/${ids.adele}/microsoft.graph.revokeSignInSessions`
    const parts = [
      { ...revoking('1'), url, method: 'post' },
      { ...reading('2'), method: 'Get' },
    ]
    t.same(statusesOf(await batch(understudy, token, parts)), [200, 200])
  })

  t.test('reads the headers of each part, and lends it none of its own', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { roles: ['User.Read.All'] })
    const advanced = reading('1', "/users?$count=true&$filter=city ne 'Milan'")
    const eventual = { ConsistencyLevel: 'eventual' }
    const reply = await batch(
      understudy,
      token,
      [
        { ...advanced, headers: eventual },
        { ...advanced, id: '2' },
      ],
      { headers: eventual },
    )
    t.same(statusesOf(reply), [200, 400])
  })

  t.test('needs a token, and no permission', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes: [] })
    t.same(statusesOf(await batch(understudy, token, [reading('1')])), [403])
    const refused = await graph(understudy, 'POST /v1.0/$batch', { body: { requests: [] } })
    t.match(refused, { status: 401, json: { error: { message: 'Access token is empty.' } } })
  })

  t.test('holds no batches', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    const inner = { ...revoking('1'), url: '/$batch', body: { requests: [revoking('1')] } }
    const [answer] = partsOf(await batch(understudy, token, [inner]))
    t.match(answer, {
      status: 400,
      body: { error: { message: "Resource not found for the segment '$batch'." } },
    })
  })

  t.test('does not know the version as a segment', async t => {
    const understudy = await understudyFor(t)
    const token = await tokenFor(understudy, { user: 'alex', scopes })
    t.match(partsOf(await batch(understudy, token, [reading('1', '/v1.0/me')])), [
      { status: 400, body: { error: { message: "Resource not found for the segment 'v1.0'." } } },
    ])
  })

  const bodies = {
    'an object with nothing in it': [{}, json, 200],
    'an object with something in it': [{ force: true }, json, 400],
    'an object that is not said to be JSON': [{}, { 'Content-Type': 'text/plain' }, 400],
    'text that is said to be JSON': ['e30', json, 400],
    'bytes of another type': ['aGVsbG8', { 'Content-Type': 'image/jpeg' }, 400],
    'JSON of a named charset': [{}, { 'content-type': 'Application/JSON; charset=utf-8' }, 200],
  } as const
  for (const [name, [body, headers, status]] of Object.entries(bodies)) {
    t.test(`answers ${status} to an action whose body is ${name}`, async t => {
      const understudy = await understudyFor(t)
      const token = await tokenFor(understudy, { user: 'alex', scopes })
      const part = { ...revoking('1'), body, headers }
      t.same(statusesOf(await batch(understudy, token, [part])), [status])
    })
  }
})

t.test('a part that depends on others', async t => {
  const understudy = await understudyFor(t)
  const token = await tokenFor(understudy, { roles: ['User.Read.All', 'User.RevokeSessions.All'] })
  const good = (id: string, ...dependsOn: string[]) => ({
    ...reading(id, `/users/${ids.alex}`),
    dependsOn,
  })
  const bad = (id: string, ...dependsOn: string[]) => ({ ...reading(id, '/nowhere'), dependsOn })

  t.test('runs when all of them succeed, named in any case', async t => {
    const parts = [good('a'), good('b', 'A'), good('C', 'a', 'B'), good('d', 'c')]
    t.same(statusesOf(await batch(understudy, token, parts)), [200, 200, 200, 200])
  })

  t.test('is 424 when one of them fails, and so are those that depend on it', async t => {
    const parts = [good('1'), bad('2', '1'), good('3', '1', '2'), good('4', '3'), good('5', '1')]
    const reply = await batch(understudy, token, parts)
    t.same(statusesOf(reply), [200, 400, 424, 424, 200])
    t.match(partsOf(reply)[2], {
      id: '3',
      headers: { 'Content-Type': 'application/json' },
      body: {
        error: {
          code: 'FailedDependency',
          message: 'Failed Dependency',
          innerError: { 'request-id': reply.headers.get('request-id') },
        },
      },
    })
  })

  t.test('changes nothing when it does not run', async t => {
    const before = await graph(understudy, `GET /v1.0${selected}`, { token })
    const part = { ...revoking('2', ids.adele), dependsOn: ['1'] }
    t.same(statusesOf(await batch(understudy, token, [bad('1'), part])), [400, 424])
    const after = await graph(understudy, `GET /v1.0${selected}`, { token })
    t.same(after.json, before.json)
  })
})
