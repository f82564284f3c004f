// What a token must hold: each permission that suffices, alone, and none of the others. The modes are in permissions-mode.test.ts.
import type { Test } from 'tap'
import t from 'tap'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { ids, upn } from '../support/contoso.ts'
import { errors, isError } from '../support/graph-errors.ts'
import type { Reply } from '../support/understudy.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

type Line = `${string} /${string}`

const adele = `/users/${upn('adele')}` as const

const read = [
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]
const revoke = [
  'User.RevokeSessions.All',
  'User.ReadWrite.All',
  'Directory.ReadWrite.All',
  'AgentIdUser.ReadWrite.All',
  'AgentIdUser.ReadWrite.IdentityParentedBy',
]
const invalidate = ['User.RevokeSessions.All', 'User.ReadWrite', 'Directory.ReadWrite.All']

interface Operation {
  readonly lines: readonly Line[]
  readonly scopes: readonly string[]
  /** Absent where there has to be a user. */
  readonly roles?: readonly string[]
}

const operations: readonly Operation[] = [
  { lines: ['GET /v1.0/me', 'GET /beta/me'], scopes: ['User.Read', 'User.ReadWrite', ...read] },
  { lines: ['GET /v1.0/users', 'GET /beta/users'], scopes: read, roles: read },
  { lines: [`GET /v1.0${adele}`, `GET /beta${adele}`], scopes: read, roles: read },
  {
    lines: [
      'POST /v1.0/me/revokeSignInSessions',
      'POST /beta/me/microsoft.graph.revokeSignInSessions',
    ],
    scopes: revoke,
  },
  {
    lines: [
      `POST /v1.0${adele}/revokeSignInSessions`,
      `POST /beta${adele}/microsoft.graph.revokeSignInSessions`,
    ],
    scopes: revoke,
    roles: revoke,
  },
  { lines: ['POST /beta/me/invalidateAllRefreshTokens'], scopes: invalidate },
  {
    lines: [`POST /beta${adele}/invalidateAllRefreshTokens`],
    scopes: invalidate,
    roles: ['User.RevokeSessions.All', 'Directory.ReadWrite.All'],
  },
]

const everyPermission = [
  ...new Set([...read, ...revoke, ...invalidate, 'User.Read']),
  'User.EnableDisableAccount.All',
  'Directory.AccessAsUser.All',
  'AuditLog.Read.All',
  'openid',
  'user.read.all',
  'User.RevokeSessions',
]

/** A 403 as the directory answers it. */
function isDenied(t: Test, reply: Reply): void {
  isError(t, reply, errors.denied)
  t.equal(reply.headers.get('cache-control'), 'no-cache')
  t.equal(reply.headers.get('x-ms-resource-unit'), '1')
  t.notOk(reply.headers.has('www-authenticate'))
}

t.test('the permissions of an operation', async t => {
  const { understudy } = await understudyAtNoon(t)
  const send = async (line: Line, request: TokenRequest) =>
    graph(understudy, line, { token: await tokenFor(understudy, request) })
  const issueEach = (toRequest: (permission: string) => TokenRequest) =>
    Promise.all(
      everyPermission.map(async permission => ({
        permission,
        token: await tokenFor(understudy, toRequest(permission)),
      })),
    )
  const delegated = await issueEach(scope => ({ user: 'admin', scopes: [scope] }))
  const appOnly = await issueEach(role => ({ roles: [role] }))

  /** Those of the tokens that are let in; each must be let in or denied. */
  async function sufficient(line: Line, tokens: typeof delegated): Promise<readonly string[]> {
    const found: string[] = []
    for (const { permission, token } of tokens) {
      const { status } = await graph(understudy, line, { token })
      if (status === 200) found.push(permission)
      else if (status !== 403) throw new Error(`${permission} is answered ${status}`)
    }
    return found
  }

  for (const { lines, scopes, roles } of operations) {
    for (const line of lines) {
      t.test(`are any one of its scopes, and no other: ${line}`, async t => {
        t.strictSame((await sufficient(line, delegated)).toSorted(), scopes.toSorted())
        isDenied(t, await send(line, { user: 'admin', scopes: [] }))
      })

      if (roles === undefined) continue
      t.test(`are any one of its application roles, and no other: ${line}`, async t => {
        t.strictSame((await sufficient(line, appOnly)).toSorted(), roles.toSorted())
        isDenied(t, await send(line, { roles: [] }))
      })
    }
  }

  t.test('may be one of many', async t => {
    const scopes = ['openid', 'profile', 'User.Read.All', 'email']
    t.equal((await send('GET /v1.0/users', { user: 'adele', scopes })).status, 200)
    isDenied(t, await send('GET /v1.0/users', { user: 'adele', scopes: ['openid', 'profile'] }))
  })

  t.test('count for what they are: scopes for a user, roles for an application', async t => {
    const permission = 'User.Read.All'
    const withRoles = { user: 'admin', scopes: ['openid'], claims: { roles: [permission] } }
    isDenied(t, await send('GET /v1.0/users', withRoles))
    isDenied(t, await send('GET /v1.0/users', { roles: [], claims: { scp: permission } }))
  })

  t.test('are needed of a Global Administrator too', async t => {
    isDenied(
      t,
      await send(`POST /v1.0${adele}/revokeSignInSessions`, {
        user: 'admin',
        scopes: read.slice(0, 2),
      }),
    )
  })
})

t.test('a user that reads itself among others', async t => {
  const { understudy } = await understudyAtNoon(t)
  const itself = [ids.adele, ids.adele.toUpperCase(), upn('adele'), upn('ADELE')]

  for (const scope of ['User.Read', 'User.ReadWrite']) {
    t.test(`needs only ${scope}, and may read nobody else by it`, async t => {
      const token = await tokenFor(understudy, { user: 'adele', scopes: [scope] })
      for (const name of itself) {
        const reply = await graph(understudy, `GET /v1.0/users/${name}?$select=id`, { token })
        t.match(reply, { status: 200, json: { id: ids.adele } })
      }
      for (const name of [ids.alex, upn('alex'), upn('nobody'), 'nobody', ids.personal])
        isDenied(t, await graph(understudy, `GET /v1.0/users/${name}`, { token }))
      isDenied(t, await graph(understudy, 'GET /v1.0/users', { token }))
      const action = `POST /v1.0/users/${ids.adele}/revokeSignInSessions` as const
      isDenied(t, await graph(understudy, action, { token }))
    })
  }
})

t.test('an application on its own', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { roles: ['User.RevokeSessions.All'] })

  t.test('needs no directory role, whoever is the target', async t => {
    for (const target of ['adele', 'helpdesk', 'admin']) {
      const line = `POST /v1.0/users/${upn(target)}/revokeSignInSessions` as const
      t.equal((await graph(understudy, line, { token })).status, 200)
    }
  })

  t.test('is not read as a user whose id it claims', async t => {
    const claims = { oid: ids.adele, scp: 'User.Read' }
    const disguised = await tokenFor(understudy, { roles: [], claims })
    isError(t, await graph(understudy, 'GET /v1.0/me', { token: disguised }), errors.meWithoutUser)
    isDenied(t, await graph(understudy, `GET /v1.0${adele}`, { token: disguised }))
  })
})
