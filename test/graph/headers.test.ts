// The headers of the Graph surface: all of them, on every kind of answer.
import t from 'tap'
import { bareChallenge } from '../support/graph-errors.ts'
import type { Reply } from '../support/understudy.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const DATA =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

/** On every answer. */
const gateway = {
  'request-id': GUID,
  'client-request-id': GUID,
  'strict-transport-security': 'max-age=31536000',
  vary: 'Accept-Encoding',
  'x-ms-ags-diagnostic':
    /^\{"ServerInfo":\{"DataCenter":".+","Slice":".+","Ring":".+","ScaleUnit":".+","RoleInstance":".+"\}\}$/,
}
/** On what the directory behind the gateway answers. */
const directory = { ...gateway, 'cache-control': 'no-cache', 'x-ms-resource-unit': /^[1235]$/ }
const data = { ...directory, 'content-type': DATA, 'odata-version': '4.0' }
const error = { 'content-type': 'application/json' }

/** Those of HTTP itself, which are the server's business. */
const TRANSPORT = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
])

function headersOf({ headers }: Reply): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !TRANSPORT.has(name)))
}

t.test('the headers of the Graph surface', async t => {
  const understudy = await understudyFor(t)
  const token = await tokenFor(understudy, {
    user: 'admin',
    scopes: ['User.Read.All', 'User.RevokeSessions.All'],
  })
  const powerless = await tokenFor(understudy, { user: 'adele', scopes: ['openid'] })
  const users = '/v1.0/users/alex@contoso.onmicrosoft.com'

  const kinds = [
    { title: 'an entity', line: 'GET /v1.0/me', token, status: 200, headers: data },
    { title: 'a collection', line: 'GET /beta/users', token, status: 200, headers: data },
    {
      title: 'an action',
      line: `POST ${users}/revokeSignInSessions`,
      token,
      status: 200,
      headers: { ...data, location: 'https://graph.microsoft.com' },
    },
    {
      title: 'a 400',
      line: 'GET /v1.0/me?$select=nickname',
      token,
      status: 400,
      headers: { ...gateway, ...error },
    },
    {
      title: 'a 400 of no operation',
      line: 'GET /v1.0/nothing',
      token,
      status: 400,
      headers: { ...gateway, ...error },
    },
    {
      title: 'a 401',
      line: 'GET /v1.0/me',
      token: '',
      status: 401,
      headers: { ...gateway, ...error, 'www-authenticate': bareChallenge },
    },
    {
      title: 'a 401 of no operation',
      line: 'GET /v1.0/nothing',
      token: '',
      status: 401,
      headers: { ...gateway, ...error, 'www-authenticate': bareChallenge },
    },
    {
      title: 'a 403',
      line: 'GET /v1.0/users',
      token: powerless,
      status: 403,
      headers: { ...directory, ...error },
    },
    {
      title: 'a 404',
      line: 'GET /v1.0/users/nobody',
      token,
      status: 404,
      headers: { ...directory, ...error },
    },
    {
      title: 'a 405',
      line: 'DELETE /v1.0/me',
      token,
      status: 405,
      headers: { ...directory, ...error },
    },
  ] as const

  for (const { title, line, headers, status, ...call } of kinds) {
    t.test(`are all there, and no others, on ${title}`, async t => {
      const reply = await graph(understudy, line, call)
      t.equal(reply.status, status)
      t.match(headersOf(reply), headers)
      t.strictSame(Object.keys(headersOf(reply)).sort(), Object.keys(headers).sort())
    })
  }

  t.test('say nothing of a body where there is none', async t => {
    const body = { revocation: { successStatus: 204 } }
    await control(understudy, 'PATCH /_understudy/settings', { body })
    const reply = await graph(understudy, `POST ${users}/revokeSignInSessions`, { token })
    t.equal(reply.status, 204)
    t.strictSame(Object.keys(headersOf(reply)).sort(), Object.keys(directory).sort())
  })

  t.test('echo the id the caller gave its request, in headers and errors', async t => {
    const headers = { 'client-request-id': 'order 66' }
    for (const call of [{ token, headers }, { headers }]) {
      const reply = await graph(understudy, 'GET /v1.0/me', call)
      t.equal(reply.headers.get('client-request-id'), 'order 66')
      t.match(reply.headers.get('request-id'), GUID)
      if (reply.status === 200) continue
      t.match(reply.json, {
        error: {
          innerError: {
            'client-request-id': 'order 66',
            'request-id': reply.headers.get('request-id'),
          },
        },
      })
    }
  })

  t.test('give the request id twice where the caller gave none', async t => {
    for (const name of ['client-request-id', 'x-ms-client-request-id']) {
      const value = name === 'client-request-id' ? '' : 'mine'
      const { headers } = await graph(understudy, 'GET /v1.0/me', {
        token,
        headers: { [name]: value },
      })
      t.equal(headers.get('client-request-id'), headers.get('request-id'))
      t.notOk(headers.has('x-ms-client-request-id'))
    }
  })

  t.test('name every request anew', async t => {
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => graph(understudy, 'GET /v1.0/me', { token })),
    )
    t.equal(new Set(replies.map(({ headers }) => headers.get('request-id'))).size, 10)
  })
})
