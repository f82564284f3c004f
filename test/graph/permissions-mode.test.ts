// What the setting `permissions` changes: as documented, as observed, or off.
import t from 'tap'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { upn } from '../support/contoso.ts'
import { control, graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

interface Situation {
  readonly title: string
  readonly line: `${string} /${string}`
  readonly as: TokenRequest
  /** The status in each mode. */
  readonly documented: number
  readonly observed: number
  readonly off: number
}

const revokeOwn = 'POST /v1.0/me/revokeSignInSessions'
const revokeAdele = `POST /v1.0/users/${upn('adele')}/revokeSignInSessions` as const
const asWith = (scope: string, user: string): TokenRequest => ({ user, scopes: [scope] })
const revoking = (user: string) => asWith('User.RevokeSessions.All', user)
const asDirectory = asWith('Directory.AccessAsUser.All', 'admin')

const statuses = (documented: number, observed: number, off: number) => ({
  documented,
  observed,
  off,
})
const situations: readonly Situation[] = [
  {
    title: 'a user without a role revokes for itself',
    line: revokeOwn,
    as: revoking('adele'),
    ...statuses(200, 403, 200),
  },
  {
    title: 'the same by its name',
    line: revokeAdele,
    as: revoking('adele'),
    ...statuses(200, 403, 200),
  },
  {
    title: 'one with a role that does not revoke',
    line: revokeOwn,
    as: revoking('passwordadmin'),
    ...statuses(200, 403, 200),
  },
  {
    title: 'one with a role that revokes',
    line: revokeOwn,
    as: revoking('helpdesk'),
    ...statuses(200, 200, 200),
  },
  {
    title: 'a user without a role revokes for another',
    line: revokeAdele,
    as: revoking('alex'),
    ...statuses(403, 403, 200),
  },
  {
    title: 'Directory.AccessAsUser.All alone, for oneself',
    line: revokeOwn,
    as: asDirectory,
    ...statuses(403, 200, 200),
  },
  {
    title: 'Directory.AccessAsUser.All alone, for another',
    line: revokeAdele,
    as: asDirectory,
    ...statuses(403, 200, 200),
  },
  {
    title: 'Directory.AccessAsUser.All alone, to read',
    line: 'GET /v1.0/users',
    as: asDirectory,
    ...statuses(403, 403, 200),
  },
  {
    title: 'no scope, to read',
    line: 'GET /v1.0/users',
    as: { user: 'alex', scopes: [] },
    ...statuses(403, 403, 200),
  },
  {
    title: 'no scope, to revoke',
    line: revokeOwn,
    as: { user: 'alex', scopes: [] },
    ...statuses(403, 403, 200),
  },
  {
    title: 'no application role',
    line: revokeAdele,
    as: { roles: [] },
    ...statuses(403, 403, 200),
  },
  {
    title: 'an application where there has to be a user',
    line: revokeOwn,
    as: { roles: ['User.RevokeSessions.All'] },
    ...statuses(400, 400, 400),
  },
  {
    title: 'a spoilt token',
    line: 'GET /v1.0/me',
    as: { user: 'admin', signature: 'invalid' },
    ...statuses(401, 401, 401),
  },
  {
    title: 'somebody who does not exist',
    line: 'GET /v1.0/users/nobody',
    as: asWith('User.Read.All', 'admin'),
    ...statuses(404, 404, 404),
  },
]

t.test('the setting permissions', async t => {
  for (const mode of ['documented', 'observed', 'off'] as const) {
    t.test(`decides as ${mode}, whether it is given at the start or set later`, async t => {
      const { understudy: started } = await understudyAtNoon(t, { permissions: mode })
      const { understudy: changed } = await understudyAtNoon(t)
      await control(changed, 'PATCH /_understudy/settings', { body: { permissions: mode } })
      for (const understudy of [started, changed]) {
        for (const { title, line, as, [mode]: status } of situations) {
          const token = await tokenFor(understudy, as)
          t.equal((await graph(understudy, line, { token })).status, status, title)
        }
      }
    })
  }
})
