// The cases of the operations that write users: each is done at every address, so that what is taken away is another each time.
import type { OperationIdOf } from '../../src/contract/operations.ts'
import { ids, upn } from '../support/contoso.ts'
import type { Case, Sent } from './cases.ts'
import { json, large, malformed, notSaidToBeJson } from './cases.ts'
import { commonErrors, selectErrors } from './common-graph-cases.ts'
import { DELETED, nextRemoved, nextUser } from './doubles.ts'

type Id = OperationIdOf<'graph'>
type Written = Extract<
  Id,
  | `graph.${'me' | 'users'}.${'changePassword' | 'create' | 'remove' | 'update'}`
  | `graph.deletedItems.${string}`
>

/** Of any body that is needed. */
const bodyErrors = (good: Sent): Case[] => [
  { ...good, status: 400, when: 'there is no body', headers: {}, body: '' },
  { ...good, status: 400, when: 'the body is no object', ...json([]) },
  { ...good, status: 400, when: 'the body is not said to be JSON', ...notSaidToBeJson },
  { ...good, status: 400, when: 'the body is not JSON', ...malformed },
  { ...good, status: 413, when: 'the body is large', ...large },
]

const changeErrors = (good: Sent): Case[] => [
  ...bodyErrors(good),
  { ...good, status: 400, when: 'the property is unknown', ...json({ shoeSize: 44 }) },
  { ...good, status: 400, when: 'the property is read-only', ...json({ id: ids.alex }) },
  { ...good, status: 400, when: 'a value is of another type', ...json({ mobilePhone: 7 }) },
]

const profile = { accountEnabled: true, displayName: 'Cameron White', mailNickname: 'cameron' }
const passwordProfile = { password: 'cameron-Passw0rd!' }
const taken = { ...profile, userPrincipalName: upn('adele'), passwordProfile }
let created = 0
const newUser = {
  headers: { 'content-type': 'application/json' },
  body: () =>
    JSON.stringify({ ...profile, passwordProfile, userPrincipalName: upn(`new${created++}`) }),
}
const local = (): object => ({
  identities: [
    {
      signInType: 'userName',
      issuer: 'contoso.onmicrosoft.com',
      issuerAssignedId: `customer${created++}`,
    },
  ],
  passwordPolicies: 'DisablePasswordExpiration',
  passwordProfile,
})

const create: readonly Case[] = [
  { status: 201, when: 'an application asks', token: 'app', ...newUser },
  { status: 201, when: 'an administrator asks', token: 'admin', ...newUser },
  {
    status: 201,
    when: 'it is a customer',
    token: 'app',
    ...newUser,
    body: () => JSON.stringify(local()),
  },
  { status: 400, when: 'the name is taken', token: 'app', ...json(taken) },
  {
    status: 400,
    when: 'a member is missing',
    token: 'app',
    ...json({ ...taken, displayName: undefined }),
  },
  {
    status: 400,
    when: 'the domain is not verified',
    token: 'app',
    ...json({ ...taken, userPrincipalName: 'cameron@fabrikam.com' }),
  },
  {
    status: 400,
    when: 'the password is simple',
    token: 'app',
    ...json({ ...taken, passwordProfile: { password: 'password' } }),
  },
  { status: 400, when: 'the account is personal', token: 'personal', ...json(taken) },
  ...changeErrors({ token: 'app' }),
  ...commonErrors({ ...json(taken) }, 'admin'),
  { status: 403, when: 'the caller has no directory role', token: 'member', ...json(taken) },
]

const phone = json({ mobilePhone: '+1 425 555 0142' })
const ownUpdate: readonly Case[] = [
  { status: 204, when: 'it is theirs to tell', token: 'member', ...phone },
  { status: 400, when: 'no user is signed in', token: 'app', ...phone },
  { status: 400, when: 'the account is personal', token: 'personal', ...phone },
  ...changeErrors({ token: 'member' }),
  ...commonErrors(phone, 'member'),
  { status: 403, when: 'it takes a role', token: 'member', ...json({ jobTitle: 'Director' }) },
]

const jobTitle = json({ jobTitle: 'Director' })
const update: readonly Case[] = [
  { status: 204, when: 'an application asks', token: 'app', userId: ids.alex, ...jobTitle },
  { status: 204, when: 'the user is a guest', token: 'admin', userId: ids.guest, ...jobTitle },
  { status: 204, when: 'it is oneself', token: 'member', userId: ids.adele, ...phone },
  {
    status: 204,
    when: 'the password is reset',
    token: 'admin',
    userId: upn('lee'),
    ...json({ passwordProfile }),
  },
  {
    status: 400,
    when: 'the name is taken',
    token: 'app',
    userId: ids.alex,
    ...json({ userPrincipalName: upn('adele') }),
  },
  ...changeErrors({ token: 'app', userId: ids.alex }),
  ...commonErrors({ userId: ids.alex, ...jobTitle }, 'admin'),
  { status: 403, when: 'it takes a role', token: 'member', userId: ids.alex, ...jobTitle },
  {
    status: 403,
    when: 'the permission is not for it',
    token: 'app',
    userId: ids.alex,
    ...json({ passwordProfile }),
  },
  {
    status: 403,
    when: 'an application may not disable an administrator',
    token: 'app',
    userId: ids.admin,
    ...json({ accountEnabled: false }),
  },
  { status: 404, when: 'there is no such user', token: 'app', userId: 'nobody', ...jobTitle },
  { status: 404, when: 'it is personal', token: 'app', userId: ids.personal, ...jobTitle },
]

const remove: readonly Case[] = [
  { status: 204, when: 'an application asks', token: 'app', userId: nextUser },
  { status: 204, when: 'an administrator asks', token: 'admin', userId: nextUser },
  { status: 400, when: 'there is a body', token: 'app', userId: 'nobody', ...json({}) },
  ...commonErrors({ userId: 'nobody' }, 'admin'),
  { status: 403, when: 'it takes a role', token: 'member', userId: ids.alex },
  { status: 403, when: 'the user outranks it', token: 'app', userId: ids.admin },
  { status: 404, when: 'there is no such user', token: 'app', userId: 'nobody' },
]

/** To what it is already: what follows may take the same for granted. */
const same = json({ currentPassword: 'adele-Passw0rd!', newPassword: 'adele-Passw0rd!' })
const wrong = json({ currentPassword: 'wrong-Passw0rd!', newPassword: 'adele-Passw0rd!' })
const simple = json({ currentPassword: 'adele-Passw0rd!', newPassword: 'password' })

const passwordChange = (good: Sent): readonly Case[] => [
  { ...good, status: 204, when: 'the password is right', token: 'member', ...same },
  { ...good, status: 400, when: 'the password is wrong', token: 'member', ...wrong },
  { ...good, status: 400, when: 'the new one is simple', token: 'member', ...simple },
  { ...good, status: 400, when: 'a member is missing', token: 'member', ...json({}) },
  ...bodyErrors({ ...good, token: 'member' }),
  ...commonErrors({ ...good, ...same }, 'member'),
]

const deleted: Sent = { path: { deletedItemId: DELETED } }
const neverDeleted: Sent = { path: { deletedItemId: ids.alex } }

export const userCases: Readonly<Record<Written, readonly Case[]>> = {
  'graph.me.update': ownUpdate,
  'graph.me.changePassword': [
    ...passwordChange({}),
    { status: 400, when: 'no user is signed in', token: 'app', ...same },
    { status: 404, when: 'the account is personal', token: 'personal', ...same },
  ],
  'graph.users.create': create,
  'graph.users.update': update,
  'graph.users.remove': remove,
  'graph.users.changePassword': [
    ...passwordChange({ userId: ids.adele }),
    { status: 403, when: 'no user is signed in', token: 'app', userId: ids.adele, ...same },
    { status: 403, when: 'it is of another', token: 'admin', userId: ids.adele, ...same },
    {
      status: 404,
      when: 'the account is personal',
      token: 'personal',
      userId: ids.personal,
      ...same,
    },
  ],
  'graph.deletedItems.listUsers': [
    { status: 200, when: 'all are asked for', token: 'app' },
    {
      status: 200,
      when: 'some properties are asked for',
      token: 'app',
      query: '?$select=id,deletedDateTime&$top=1',
    },
    { status: 400, when: 'the account is personal', token: 'personal' },
    { status: 400, when: 'the page is too large', token: 'app', query: '?$top=1000' },
    ...selectErrors({ token: 'app' }),
    ...commonErrors({}, 'admin'),
  ],
  'graph.deletedItems.get': [
    { ...deleted, status: 200, when: 'an application asks', token: 'app' },
    {
      ...deleted,
      status: 200,
      when: 'it selects',
      token: 'app',
      query: '?$select=deletedDateTime',
    },
    ...selectErrors({ ...deleted, token: 'app' }),
    ...commonErrors(deleted, 'admin'),
    { ...neverDeleted, status: 404, when: 'it was not deleted', token: 'app' },
  ],
  'graph.deletedItems.restore': [
    {
      path: { deletedItemId: nextRemoved },
      status: 200,
      when: 'an application asks',
      token: 'app',
    },
    { ...deleted, status: 400, when: 'the body is no object', token: 'app', ...json([]) },
    {
      ...deleted,
      status: 400,
      when: 'the new name is taken',
      token: 'app',
      ...json({ newUserPrincipalName: upn('adele') }),
    },
    { ...deleted, status: 413, when: 'the body is large', token: 'app', ...large },
    ...commonErrors(deleted, 'admin'),
    { ...deleted, status: 403, when: 'it takes a role', token: 'member' },
    { ...neverDeleted, status: 404, when: 'it was not deleted', token: 'app' },
  ],
  'graph.deletedItems.remove': [
    {
      path: { deletedItemId: nextRemoved },
      status: 204,
      when: 'an administrator asks',
      token: 'admin',
    },
    { ...deleted, status: 400, when: 'there is a body', token: 'admin', ...json({}) },
    ...commonErrors(deleted, 'admin'),
    { ...deleted, status: 403, when: 'an application asks', token: 'app' },
    { ...deleted, status: 403, when: 'it takes a role', token: 'member' },
    { ...neverDeleted, status: 404, when: 'it was not deleted', token: 'admin' },
  ],
}
