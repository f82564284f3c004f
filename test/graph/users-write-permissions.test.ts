// By which permissions what of a user is written, in the three modes: each alone, and none of the others.
import t from 'tap'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { ids, upn } from '../support/contoso.ts'
import { errors, isError } from '../support/graph-errors.ts'
import { control, graph, tokenFor, understudyAtNoon, understudyFor } from '../support/understudy.ts'
import { newMember } from '../support/users.ts'

type Line = `${string} /${string}`

const PASSWORD = { passwordProfile: { password: 'reset-Passw0rd!' } }
const broad = ['User.ReadUpdate.All', 'User.ReadWrite.All', 'Directory.ReadWrite.All']
const permissions = [
  ...broad,
  'User.ReadWrite',
  'User-Phone.ReadWrite.All',
  'User-Mail.ReadWrite.All',
  'User.ManageIdentities.All',
  'User-PasswordProfile.ReadWrite.All',
  'User.EnableDisableAccount.All',
  'User.EnableDisableAccount.All User.Read.All',
  'User-LifeCycleInfo.ReadWrite.All User.Read.All',
  'User.DeleteRestore.All',
  'User.RevokeSessions.All',
  'User.Read.All',
]
const identities = [
  {
    signInType: 'userPrincipalName',
    issuer: 'contoso.onmicrosoft.com',
    issuerAssignedId: upn('alex'),
  },
]
const LEAVE = { employeeLeaveDateTime: '2030-01-01T00:00:00Z' }

/** What suffices for an application. @see https://learn.microsoft.com/graph/api/user-update#permissions-for-specific-scenarios */
const table: readonly (readonly [Line, object | undefined, readonly string[]])[] = [
  [`PATCH /users/${ids.alex}`, { city: 'Oslo' }, broad],
  [`PATCH /users/${ids.alex}`, { mobilePhone: '1' }, [...broad, 'User-Phone.ReadWrite.All']],
  [`PATCH /users/${ids.alex}`, { businessPhones: ['1'] }, [...broad, 'User-Phone.ReadWrite.All']],
  [`PATCH /users/${ids.alex}`, { otherMails: [] }, [...broad, 'User-Mail.ReadWrite.All']],
  [
    `PATCH /users/${ids.alex}`,
    { accountEnabled: false },
    [...broad, 'User.EnableDisableAccount.All User.Read.All'],
  ],
  [`PATCH /users/${ids.alex}`, { accountEnabled: true, city: 'Oslo' }, broad],
  [`PATCH /users/${ids.alex}`, PASSWORD, ['User-PasswordProfile.ReadWrite.All']],
  [`PATCH /users/${ids.alex}`, { ...PASSWORD, city: 'Oslo' }, []],
  [`PATCH /users/${ids.alex}`, { identities }, ['User.ManageIdentities.All']],
  [`PATCH /users/${ids.alex}`, LEAVE, ['User-LifeCycleInfo.ReadWrite.All User.Read.All']],
  ['POST /users', newMember, ['User.ReadWrite.All', 'Directory.ReadWrite.All']],
  [`DELETE /users/${ids.alex}`, undefined, ['User.DeleteRestore.All', 'User.ReadWrite.All']],
]

t.test('an application', async t => {
  for (const [line, body, sufficient] of table) {
    t.test(`needs the permission for it: ${line} ${JSON.stringify(body)}`, async t => {
      const { understudy } = await understudyAtNoon(t)
      for (const version of ['v1.0', 'beta']) {
        const address = line.replace(' /', ` /${version}/`)
        const [method = '', path = ''] = address.split(' ')
        const granted: string[] = []
        for (const permission of permissions) {
          const token = await tokenFor(understudy, { roles: permission.split(' ') })
          const reply = await graph(understudy, `${method} /${path.slice(1)}`, { token, body })
          if (reply.status < 300) granted.push(permission)
          else isError(t, reply, errors.denied)
          await understudy.reset()
        }
        t.same(granted.toSorted(), sufficient.toSorted())
      }
    })
  }

  t.test('writes nothing of several properties unless it may write all', async t => {
    const understudy = await understudyFor(t)
    const roles = ['User-Phone.ReadWrite.All', 'User-Mail.ReadWrite.All']
    const token = await tokenFor(understudy, { roles })
    const patch = (body: object) =>
      graph(understudy, `PATCH /v1.0/users/${ids.alex}`, { token, body })
    t.equal((await patch({ mobilePhone: '1', otherMails: ['a@b.example'] })).status, 204)
    t.equal((await patch({ mobilePhone: '2', city: 'Oslo' })).status, 403)
  })
})

t.test('a user', async t => {
  const own: readonly (readonly [string, object, readonly string[]])[] = [
    ['me', { mobilePhone: '1' }, ['User.ReadWrite', ...broad, 'User-Phone.ReadWrite.All']],
    ['me', { aboutMe: 'x' }, ['User.ReadWrite', ...broad]],
    [`users/${ids.adele}`, { aboutMe: 'x' }, ['User.ReadWrite', ...broad]],
    ['me', { jobTitle: 'x' }, []],
    ['me', { accountEnabled: true }, []],
    ['me', PASSWORD, []],
    [`users/${ids.alex}`, { aboutMe: 'x' }, []],
  ]
  for (const [path, body, sufficient] of own) {
    t.test(`without a role tells of themselves only: ${path} ${JSON.stringify(body)}`, async t => {
      const { understudy } = await understudyAtNoon(t)
      const granted: string[] = []
      for (const permission of permissions) {
        const request = { user: 'adele', scopes: permission.split(' ') }
        const token = await tokenFor(understudy, request)
        const reply = await graph(understudy, `PATCH /v1.0/${path}`, { token, body })
        if (reply.status < 300) granted.push(permission)
        else isError(t, reply, errors.denied)
      }
      t.same(granted.toSorted(), sufficient.toSorted())
    })
  }

  t.test('who is an administrator does all as the user, but for identities', async t => {
    const understudy = await understudyFor(t)
    const scopes = ['Directory.AccessAsUser.All']
    const token = await tokenFor(understudy, { user: 'admin', scopes })
    const patch = (body: object) =>
      graph(understudy, `PATCH /v1.0/users/${ids.alex}`, { token, body })
    for (const body of [PASSWORD, LEAVE, { city: 'Oslo', accountEnabled: false }])
      t.equal((await patch(body)).status, 204)
    t.equal((await patch({ identities })).status, 403)
  })
})

t.test('the mode', async t => {
  const asUser = { user: 'admin', scopes: ['Directory.AccessAsUser.All'] }
  const create: Line = 'POST /v1.0/users'
  const remove: Line = `DELETE /v1.0/users/${ids.alex}`
  const disable: Line = `PATCH /v1.0/users/${ids.admin}`
  const app = { roles: ['User.ReadWrite.All'] }
  const cases: readonly (readonly [string, TokenRequest, Line, object | undefined, number[]])[] = [
    ['creating as the user', asUser, create, newMember, [403, 201, 201]],
    ['deleting as the user', asUser, remove, undefined, [403, 204, 204]],
    [
      'an application on an administrator',
      app,
      disable,
      { accountEnabled: false },
      [403, 204, 204],
    ],
    ['an application on what is not sensitive', app, disable, { city: 'Oslo' }, [204, 204, 204]],
    ['no permission', { roles: ['Mail.Read'] }, create, newMember, [403, 403, 201]],
    [
      'no role',
      { user: 'adele', scopes: ['User.ReadWrite.All'] },
      remove,
      undefined,
      [403, 403, 204],
    ],
  ]
  for (const [what, request, line, body, expected] of cases) {
    t.test(`decides: ${what}`, async t => {
      const statuses: number[] = []
      for (const mode of ['documented', 'observed', 'off'] as const) {
        const understudy = await understudyFor(t)
        await control(understudy, 'PATCH /_understudy/settings', { body: { permissions: mode } })
        const token = await tokenFor(understudy, request)
        statuses.push((await graph(understudy, line, { token, body })).status)
      }
      t.same(statuses, expected)
    })
  }
})
