// Who may revoke the sign-in sessions of whom: the published table, actor by actor and target by target, through the surface.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import type { FixtureDocument } from '../../src/fixtures/document.ts'
import type { RoleName } from '../../src/state/directory-roles.ts'
import { isRoleName, roleIds } from '../../src/state/directory-roles.ts'
import { DOMAIN, fixtureFolder, upn } from '../support/contoso.ts'
import { errors, isError, notFound } from '../support/graph-errors.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const scopes = ['User.RevokeSessions.All']
const everyRole = Object.keys(roleIds).filter(isRoleName)

const least = ['Directory Readers', 'Guest Inviter', 'Password Administrator']
const readers = [
  'Message Center Reader',
  'Reports Reader',
  'Usage Summary Reports Reader',
  'User Experience Success Manager',
]

/**
 * For each actor, the roles its targets may have besides none.
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions
 */
const reach: Readonly<Record<string, readonly string[]>> = {
  'Helpdesk Administrator': [...least, ...readers, 'Helpdesk Administrator'],
  'Authentication Administrator': [...least, ...readers, 'Authentication Administrator'],
  'User Administrator': [
    ...least,
    ...readers,
    'Helpdesk Administrator',
    'User Administrator',
    'Groups Administrator',
  ],
  'Privileged Authentication Administrator': everyRole,
  'Global Administrator': everyRole,
  'Partner Tier2 Support': everyRole,
  // They hold the right, but how far it reaches is not published: here, to who has no role.
  'Partner Tier1 Support': [],
  'Security Operator': [],
  'Directory Writers': [],
}

/** One user for each set of roles, named by their place: `actor3` has the roles of the third set, and so has `target3`. */
function directoryOf(sets: readonly (readonly RoleName[])[]): FixtureDocument {
  return {
    tenant: { domains: [DOMAIN] },
    applications: [{ displayName: 'App', type: 'spa' }],
    users: sets.flatMap((roles, index) => [
      { userPrincipalName: `actor${index}`, roles },
      { userPrincipalName: `target${index}`, roles },
    ]),
  }
}

async function statusOf(understudy: Understudy, actor: string, target: string): Promise<number> {
  const token = await tokenFor(understudy, { user: actor, scopes })
  const line = `POST /v1.0/users/${upn(target)}/revokeSignInSessions` as const
  return (await graph(understudy, line, { token })).status
}

t.test('a role', async t => {
  const fixtures = fixtureFolder(t, directoryOf([[], ...everyRole.map(role => [role])]))
  const { understudy } = await understudyAtNoon(t, { fixtures })

  const named = (row: number) => everyRole[row - 1] ?? 'no role'
  const rows = [0, ...everyRole.keys()].map((_, row) => row)

  /** The targets, by what they are, for whom an actor may revoke. */
  async function reachedBy(actor: string, targets: readonly number[]): Promise<readonly string[]> {
    const token = await tokenFor(understudy, { user: actor, scopes })
    const reached: string[] = []
    for (const row of targets) {
      const line = `POST /v1.0/users/${upn(`target${row}`)}/revokeSignInSessions` as const
      const { status } = await graph(understudy, line, { token })
      if (status === 200) reached.push(named(row))
      else if (status !== 403) throw new Error(`${actor} is answered ${status}`)
    }
    return reached
  }

  for (const [index, role] of everyRole.entries()) {
    const allowed = reach[role]
    const actor = `actor${index + 1}`
    if (allowed !== undefined) {
      t.test(`revokes for whom it may, and for no other: ${role}`, async t => {
        const reached = await reachedBy(actor, rows)
        t.strictSame(reached.toSorted(), ['no role', ...allowed].toSorted())
      })
      continue
    }
    t.test(`revokes for nobody: ${role}`, async t => {
      t.same(
        await reachedBy(actor, [0, index + 1, everyRole.indexOf('Global Administrator') + 1]),
        [],
      )
    })
  }

  t.test('none at all revokes for nobody', async t => t.same(await reachedBy('actor0', rows), []))

  t.test('whatever it is, lets everybody revoke for themselves', async t => {
    for (const row of rows)
      t.equal(await statusOf(understudy, `actor${row}`, `actor${row}`), 200, named(row))
  })
})

t.test('several roles', async t => {
  const sets: readonly (readonly RoleName[])[] = [
    [],
    ['Password Administrator', 'Helpdesk Administrator'],
    ['Reports Reader', 'Guest Inviter'],
    ['Reports Reader', 'Global Reader'],
    ['Helpdesk Administrator', 'Authentication Administrator'],
    ['Global Reader', 'Global Administrator'],
  ]
  const fixtures = fixtureFolder(t, directoryOf(sets))
  const { understudy } = await understudyAtNoon(t, { fixtures })
  const table = [
    ['actor1', 'target0', 200, 'one that revokes is enough'],
    ['actor3', 'target0', 403, 'none of them revokes'],
    ['actor1', 'target2', 200, 'all of the target are within reach'],
    ['actor1', 'target3', 403, 'one of the target is out of reach'],
    ['actor1', 'target4', 403, 'one of the target is out of reach'],
    ['actor1', 'target1', 200, 'they reach their own kind'],
    ['actor5', 'target5', 200, 'the highest of them counts'],
    ['actor4', 'target5', 403, 'the highest of the target counts'],
  ] as const
  for (const [actor, target, status, title] of table) {
    t.test(`answer ${status} where ${title}`, async t => {
      t.equal(await statusOf(understudy, actor, target), status)
    })
  }
})

t.test('the personas of the built-in tenant', async t => {
  const { understudy } = await understudyAtNoon(t)
  const targets = [
    'adele',
    'passwordadmin',
    'helpdesk',
    'authadmin',
    'useradmin',
    'reader',
    'admin',
  ]
  const table: Readonly<Record<string, readonly string[]>> = {
    admin: targets,
    useradmin: ['adele', 'passwordadmin', 'helpdesk', 'useradmin'],
    authadmin: ['adele', 'passwordadmin', 'authadmin'],
    helpdesk: ['adele', 'passwordadmin', 'helpdesk'],
    passwordadmin: ['passwordadmin'],
    reader: ['reader'],
    megan: [],
  }
  for (const [actor, reached] of Object.entries(table)) {
    t.test(`${actor} revokes for ${reached.join(', ') || 'nobody'}, and for no other`, async t => {
      for (const target of targets)
        t.equal(
          await statusOf(understudy, actor, target),
          reached.includes(target) ? 200 : 403,
          target,
        )
    })
  }

  t.test('helpdesk is told no with the real body, and nothing changes', async t => {
    const helpdesk = await tokenFor(understudy, { user: 'helpdesk', scopes })
    const admin = { user: 'admin', scopes: ['User.Read.All'], capabilities: ['cp1'] }
    await understudy.reset()
    const token = await tokenFor(understudy, admin)
    for (const version of ['v1.0', 'beta']) {
      const line = `POST /${version}/users/${upn('admin')}/revokeSignInSessions` as const
      isError(t, await graph(understudy, line, { token: helpdesk }), errors.denied)
    }
    const line = 'GET /v1.0/me?$select=signInSessionsValidFromDateTime'
    t.match(await graph(understudy, line, { token }), {
      status: 200,
      json: { signInSessionsValidFromDateTime: '2024-01-15T08:00:00Z' },
    })
  })

  t.test('helpdesk is told that somebody does not exist', async t => {
    const token = await tokenFor(understudy, { user: 'helpdesk', scopes })
    const reply = await graph(understudy, 'POST /v1.0/users/nobody/revokeSignInSessions', { token })
    isError(t, reply, notFound('nobody'))
  })
})
