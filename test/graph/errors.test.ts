// Every pair of code and message that the operations of Microsoft Graph can meet once a token is accepted. The 401s are in authenticate.test.ts.
import t from 'tap'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { ids } from '../support/contoso.ts'
import type { ExpectedError } from '../support/graph-errors.ts'
import {
  errors,
  isError,
  notFound,
  unknownProperty,
  unknownSegment,
} from '../support/graph-errors.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const admin: TokenRequest = { user: 'admin', scopes: ['User.Read.All', 'User.RevokeSessions.All'] }
const app: TokenRequest = { roles: ['User.Read.All', 'User.RevokeSessions.All'] }
const adele = '/v1.0/users/adele@contoso.onmicrosoft.com'

interface Situation {
  readonly title: string
  readonly line: `${string} /${string}`
  /** An administrator with every permission when left out. */
  readonly as?: TokenRequest
  readonly error: ExpectedError
}

const nobody = '11111111-2222-4333-8444-555555555555'

const situations: readonly Situation[] = [
  ...(
    [
      'GET /v1.0/me',
      'GET /beta/me',
      'POST /v1.0/me/revokeSignInSessions',
      'POST /beta/me/revokeSignInSessions',
      'POST /beta/me/microsoft.graph.invalidateAllRefreshTokens',
    ] as const
  ).map(line => ({
    title: 'an app-only token where there has to be a user',
    line,
    as: app,
    error: errors.meWithoutUser,
  })),
  {
    title: 'an app-only token without any role where there has to be a user',
    line: 'GET /v1.0/me',
    as: { roles: [] },
    error: errors.meWithoutUser,
  },
  {
    title: 'a scope that is not enough',
    line: 'GET /v1.0/users',
    as: { user: 'admin', scopes: ['User.Read'] },
    error: errors.denied,
  },
  {
    title: 'a role of an application that is not enough',
    line: `POST ${adele}/revokeSignInSessions`,
    as: { roles: ['User.Read.All'] },
    error: errors.denied,
  },
  {
    title: 'a token without any permission',
    line: 'GET /v1.0/me',
    as: { user: 'admin', claims: { scp: null } },
    error: errors.denied,
  },
  {
    title: 'a directory role that is not enough',
    line: `POST ${adele}/revokeSignInSessions`,
    as: { ...admin, user: 'reader' },
    error: errors.denied,
  },
  {
    title: 'a target beyond the directory role',
    line: `POST /v1.0/users/${ids.admin}/revokeSignInSessions`,
    as: { ...admin, user: 'helpdesk' },
    error: errors.denied,
  },
  {
    title: 'a target that does not exist, for who could revoke for nobody',
    line: `POST /v1.0/users/${nobody}/revokeSignInSessions`,
    as: { ...admin, user: 'megan' },
    error: errors.denied,
  },
  {
    title: 'a user that does not exist, for who may read only itself',
    line: `GET /v1.0/users/${nobody}`,
    as: { user: 'adele', scopes: ['User.Read'] },
    error: errors.denied,
  },
  {
    title: 'a user that does not exist',
    line: `GET /v1.0/users/${nobody}`,
    error: notFound(nobody),
  },
  {
    title: 'a user that does not exist, for an application',
    line: `POST /v1.0/users/${nobody}/revokeSignInSessions`,
    as: app,
    error: notFound(nobody),
  },
  {
    title: 'a user that does not exist, under the older name of the action',
    line: `POST /beta/users/${nobody}/invalidateAllRefreshTokens`,
    error: notFound(nobody),
  },
  { title: 'a segment nobody knows', line: 'GET /v1.0/xyz', error: unknownSegment('xyz') },
  { title: 'the same by POST', line: 'POST /v1.0/xyz', error: unknownSegment('xyz') },
  { title: 'a segment behind it', line: 'GET /v1.0/xyz/abc', error: unknownSegment('xyz') },
  { title: 'a property as a segment', line: 'GET /v1.0/me/mail', error: unknownSegment('mail') },
  { title: 'one of a user', line: `GET ${adele}/manager`, error: unknownSegment('manager') },
  { title: 'one far behind', line: `POST ${adele}/a/b/c`, error: unknownSegment('a') },
  { title: 'the version alone', line: 'GET /beta', error: unknownSegment('') },
  { title: 'an action in another case', line: 'GET /beta/Me', error: unknownSegment('Me') },
  {
    title: 'an action of beta by GET',
    line: 'GET /v1.0/me/invalidateAllRefreshTokens',
    error: unknownSegment('invalidateAllRefreshTokens'),
  },
  { title: 'an entity by POST', line: 'POST /v1.0/me', error: errors.method },
  { title: 'an entity by PUT', line: `PUT ${adele}`, error: errors.method },
  { title: 'an entity by DELETE', line: 'DELETE /beta/me', error: errors.method },
  { title: 'an entity by OPTIONS', line: 'OPTIONS /v1.0/me', error: errors.method },
  { title: 'a collection by PUT', line: 'PUT /v1.0/users', error: errors.method },
  { title: 'an action by GET', line: 'GET /v1.0/me/revokeSignInSessions', error: errors.method },
  {
    title: 'a qualified action by GET',
    line: `GET ${adele}/microsoft.graph.revokeSignInSessions`,
    error: errors.method,
  },
  { title: 'an action nobody knows', line: 'POST /v1.0/me/revoke', error: errors.method },
  {
    title: 'one of a user, qualified',
    line: `POST ${adele}/microsoft.graph.revoke`,
    error: errors.method,
  },
  {
    title: 'an action of beta in v1.0',
    line: `POST ${adele}/invalidateAllRefreshTokens`,
    error: errors.method,
  },
  {
    title: 'a property nobody knows',
    line: `GET ${adele}?$select=x`,
    error: unknownProperty('x'),
  },
]

t.test('Microsoft Graph answers', async t => {
  const { understudy } = await understudyAtNoon(t)

  for (const { title, line, as = admin, error } of situations) {
    t.test(`${error.status} ${error.code} to ${title}: ${line}`, async t => {
      const reply = await graph(understudy, line, { token: await tokenFor(understudy, as) })
      isError(t, reply, error)
      t.notOk(reply.headers.has('www-authenticate'))
    })
  }

  t.test('404 without a code where a personal account revokes', async t => {
    const token = await tokenFor(understudy, { ...admin, user: 'pat@outlook.com' })
    for (const path of [
      '/v1.0/me/revokeSignInSessions',
      '/v1.0/me/microsoft.graph.revokeSignInSessions',
      '/beta/me/invalidateAllRefreshTokens?x=1',
      `/v1.0/users/${ids.personal}/revokeSignInSessions`,
    ]) {
      isError(t, await graph(understudy, `POST /${path.slice(1)}`, { token }), {
        status: 404,
        code: '',
        message: `No HTTP resource was found that matches the request URI 'https://graph.microsoft.com${path}'.`,
      })
    }
  })

  t.test('405 to HEAD too, without a body', async t => {
    const token = await tokenFor(understudy, admin)
    const response = await understudy.fetch('https://graph.microsoft.com/v1.0/me', {
      method: 'HEAD',
      headers: { authorization: `Bearer ${token}` },
    })
    t.equal(response.status, 405)
    t.equal(await response.text(), '')
  })

  t.test('400 to an address that cannot be read, and does not blame the body', async t => {
    const token = await tokenFor(understudy, admin)
    for (const key of ['%zz', '%E0%A4%A', '%ff']) {
      const { status, json } = await graph(understudy, `GET /v1.0/users/${key}`, { token })
      t.equal(status, 400)
      t.match(json, { error: { code: 'BadRequest' } })
      t.notMatch(json, { error: { message: /payload/ } })
    }
  })

  t.test('404 to a name that is longer than any', async t => {
    const token = await tokenFor(understudy, admin)
    const name = 'a'.repeat(2000)
    isError(t, await graph(understudy, `GET /v1.0/users/${name}`, { token }), notFound(name))
  })
})
