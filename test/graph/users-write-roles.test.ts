// Which directory role does what to whom: the published tables, actor by actor and target by target, through the surface.
import t from 'tap'
import type { FixtureDocument } from '../../src/fixtures/document.ts'
import { isRoleName, roleIds } from '../../src/state/directory-roles.ts'
import { DOMAIN, fixtureFolder, upn } from '../support/contoso.ts'
import { graph, tokenFor, understudyFor } from '../support/understudy.ts'
import { allScopes } from '../support/users.ts'

const everyRole = Object.keys(roleIds).filter(isRoleName)
const NONE = 'no role'
const PROTECTED = 'role-assignable group'
const everybody = [NONE, ...everyRole, PROTECTED]

const least = ['Directory Readers', 'Guest Inviter', 'Password Administrator']
const readers = [
  'Message Center Reader',
  'Reports Reader',
  'Usage Summary Reports Reader',
  'User Experience Success Manager',
]
const authentication = [NONE, ...least, ...readers, 'Authentication Administrator']
const helpdesk = [NONE, ...least, ...readers, 'Helpdesk Administrator']
const users = [...helpdesk, 'User Administrator', 'Groups Administrator']

/** @see https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions */
const sensitive = {
  'Authentication Administrator': authentication,
  'User Administrator': users,
  'Privileged Authentication Administrator': everybody,
  'Global Administrator': everybody,
  'Partner Tier2 Support': everybody,
}
const resetting = {
  ...sensitive,
  'Helpdesk Administrator': helpdesk,
  'Password Administrator': [NONE, ...least],
  'Partner Tier1 Support': [NONE],
}
const writing = { ...sensitive, 'Directory Writers': [NONE], 'Partner Tier1 Support': [NONE] }
const basic = Object.fromEntries(
  [...Object.keys(writing), 'Intune Administrator'].map(role => [role, everybody]),
)

type Reach = Readonly<Record<string, readonly string[]>>

/** By what is written. */
const table: Readonly<Record<string, readonly [object, Reach]>> = {
  accountEnabled: [{ accountEnabled: true }, writing],
  passwordProfile: [{ passwordProfile: { forceChangePasswordNextSignIn: true } }, resetting],
  businessPhones: [{ businessPhones: ['1'] }, resetting],
  mobilePhone: [{ mobilePhone: '1' }, resetting],
  otherMails: [{ otherMails: [] }, resetting],
  onPremisesImmutableId: [{ onPremisesImmutableId: 'x' }, sensitive],
  employeeLeaveDateTime: [{ employeeLeaveDateTime: null }, { 'Global Administrator': everybody }],
  jobTitle: [{ jobTitle: 'x' }, basic],
}

const slug = (name: string) => name.toLowerCase().replaceAll(' ', '-')
const actors = [NONE, ...everyRole]
const directory: FixtureDocument = {
  tenant: { domains: [DOMAIN] },
  applications: [{ displayName: 'App', type: 'spa' }],
  users: [
    ...actors.flatMap(name => {
      const roles = isRoleName(name) ? [name] : []
      return [
        { userPrincipalName: `actor-${slug(name)}`, roles },
        { userPrincipalName: slug(name), roles },
      ]
    }),
    { userPrincipalName: slug(PROTECTED) },
  ],
  groups: [{ displayName: 'Protected', isAssignableToRole: true, members: [slug(PROTECTED)] }],
}

t.test('a directory role', async t => {
  const understudy = await understudyFor(t, { fixtures: fixtureFolder(t, directory) })
  const tokenOf = (actor: string) =>
    tokenFor(understudy, { user: `actor-${slug(actor)}`, scopes: allScopes })

  for (const [property, [body, reach]] of Object.entries(table)) {
    t.test(`writes ${property} of whom it reaches, and of nobody else`, async t => {
      for (const actor of actors) {
        const token = await tokenOf(actor)
        const reached: string[] = []
        // Who holds nothing is refused by whoever it is.
        for (const target of reach[actor] === undefined ? [NONE, actor] : everybody) {
          const line = `PATCH /v1.0/users/${upn(slug(target))}` as const
          const { status } = await graph(understudy, line, { token, body })
          if (status === 204) reached.push(target)
          else if (status !== 403) throw new Error(`${actor} is answered ${status}`)
        }
        t.strictSame(reached.toSorted(), [...(reach[actor] ?? [])].toSorted(), actor)
      }
    })
  }

  const deleting = { ...sensitive, 'Partner Tier1 Support': [NONE] }
  const purging = { 'User Administrator': users, 'Global Administrator': everybody }
  const acts = {
    'deletes users': [deleting, [], (id: string) => `DELETE /v1.0/users/${id}`],
    'restores users': [
      deleting,
      ['DELETE'],
      (id: string) => `POST /v1.0/directory/deletedItems/${id}/restore`,
    ],
    'deletes users for good': [
      purging,
      ['DELETE'],
      (id: string) => `DELETE /v1.0/directory/deletedItems/${id}`,
    ],
  } as const

  for (const [does, [reach, first, lineOf]] of Object.entries(acts)) {
    t.test(`${does} whom it reaches, and nobody else`, async t => {
      const top = await tokenOf('Global Administrator')
      const idOf = async (target: string) => {
        const line = `GET /v1.0/users/${upn(slug(target))}?$select=id` as const
        return String(Object((await graph(understudy, line, { token: top })).json).id)
      }
      for (const actor of [
        'User Administrator',
        'Partner Tier1 Support',
        'Directory Writers',
        NONE,
      ]) {
        const reached: string[] = []
        for (const target of everybody) {
          const id = await idOf(target)
          for (const method of first)
            await graph(understudy, `${method} /v1.0/users/${id}`, { token: top })
          const [method = '', path = ''] = lineOf(id).split(' /')
          const { status } = await graph(understudy, `${method} /${path}`, {
            token: await tokenOf(actor),
          })
          if (status < 300) reached.push(target)
          await understudy.reset()
        }
        const expected: Reach = reach
        t.strictSame(reached.toSorted(), [...(expected[actor] ?? [])].toSorted(), actor)
      }
    })
  }

  t.test('creates users, or does not', async t => {
    const creating: string[] = []
    for (const [index, actor] of actors.entries()) {
      const name = `new${index}`
      const body = {
        accountEnabled: true,
        displayName: name,
        mailNickname: name,
        userPrincipalName: upn(name),
        passwordProfile: { password: 'cameron-Passw0rd!' },
      }
      const { status } = await graph(understudy, 'POST /v1.0/users', {
        token: await tokenOf(actor),
        body,
      })
      if (status === 201) creating.push(actor)
    }
    t.same(creating.toSorted(), [
      'Directory Writers',
      'Global Administrator',
      'Partner Tier1 Support',
      'Partner Tier2 Support',
      'User Administrator',
    ])
  })

  t.test('is needed before it is said whether there is such a user', async t => {
    for (const [actor, expected] of [
      [NONE, 403],
      ['Helpdesk Administrator', 403],
      ['User Administrator', 404],
    ] as const) {
      const token = await tokenOf(actor)
      const reply = await graph(understudy, `DELETE /v1.0/users/${upn('nobody')}`, { token })
      t.equal(reply.status, expected, actor)
    }
  })
})
