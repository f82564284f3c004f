// Cross-origin access to the Graph surface, on every kind of answer: a page must be able to read a claims challenge.
import t from 'tap'
import type { Reply } from '../support/understudy.ts'
import { graph, tokenFor, understudyFor } from '../support/understudy.ts'

const origin = { origin: 'https://app.example' }
const asked = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'authorization,content-type,client-request-id',
}

t.test('a page of another origin', async t => {
  const understudy = await understudyFor(t)
  const request = { user: 'adele', scopes: ['User.Read', 'User.RevokeSessions.All'] }
  const token = await tokenFor(understudy, request)
  const revoked = await tokenFor(understudy, { ...request, capabilities: ['cp1'] })
  await graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token: revoked })
  const exposed = ({ headers }: Reply) =>
    headers.get('access-control-expose-headers')?.toLowerCase().split(/, */) ?? []

  const kinds = [
    ['a success', 'GET /v1.0/me', token, 200],
    ['an action', 'POST /v1.0/me/revokeSignInSessions', token, 200],
    ['a claims challenge', 'GET /v1.0/me', revoked, 401],
    ['a 401', 'GET /beta/me', 'opaque', 401],
    ['a 400', 'GET /v1.0/me?$select=nickname', token, 400],
    ['an unknown address', 'GET /v1.0/nothing', token, 400],
    ['a 403', 'GET /v1.0/users', token, 403],
    ['a 405', 'DELETE /v1.0/me', token, 405],
    ['an address that cannot be read', 'GET /v1.0/users/%zz', token, 400],
  ] as const

  for (const [title, line, sent, status] of kinds) {
    t.test(`may read ${title}, WWW-Authenticate included`, async t => {
      const reply = await graph(understudy, line, { token: sent, headers: origin })
      t.equal(reply.status, status)
      t.equal(reply.headers.get('access-control-allow-origin'), '*')
      t.notOk(reply.headers.has('access-control-allow-credentials'))
      for (const name of ['www-authenticate', 'request-id', 'client-request-id', 'location'])
        t.ok(exposed(reply).includes(name), name)
    })

    t.test(`is what the headers on ${title} are for: others see none`, async t => {
      const { headers } = await graph(understudy, line, { token: sent })
      t.notOk([...headers.keys()].some(name => name.startsWith('access-control-')))
    })
  }

  t.test('reads the challenge itself', async t => {
    const { headers } = await graph(understudy, 'GET /v1.0/me', { token: revoked, headers: origin })
    t.match(headers.get('www-authenticate'), /error="insufficient_claims", claims="/)
  })

  for (const path of ['/v1.0/me', '/beta/users/x/revokeSignInSessions', '/v1.0/nothing'] as const) {
    t.test(`may ask without a token whether it may call ${path}`, async t => {
      const reply = await graph(understudy, `OPTIONS ${path}`, { headers: { ...origin, ...asked } })
      t.equal(reply.status, 204)
      t.equal(reply.text, '')
      t.equal(reply.headers.get('access-control-allow-origin'), '*')
      const methods = reply.headers.get('access-control-allow-methods')?.split(/, */) ?? []
      for (const method of ['GET', 'POST']) t.ok(methods.includes(method), method)
      const allowed = reply.headers.get('access-control-allow-headers')
      t.equal(allowed, asked['access-control-request-headers'])
      t.match(reply.headers.get('vary'), /Access-Control-Request-Headers/i)
      t.ok(exposed(reply).includes('www-authenticate'))
    })
  }

  t.test('may ask without naming headers', async t => {
    const headers = { ...origin, 'access-control-request-method': 'GET' }
    const reply = await graph(understudy, 'OPTIONS /v1.0/me', { headers })
    t.equal(reply.status, 204)
    t.notOk(reply.headers.has('access-control-allow-headers'))
  })

  t.test('is not asking where it only sends OPTIONS', async t => {
    t.equal((await graph(understudy, 'OPTIONS /v1.0/me', { headers: origin })).status, 401)
    t.equal((await graph(understudy, 'OPTIONS /v1.0/me', { headers: origin, token })).status, 405)
  })
})
