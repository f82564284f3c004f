// What survives each write through Microsoft Graph: each against its row of the table, for every kind of credential.
import type { Test } from 'tap'
import t from 'tap'
import { ids, upn } from '../support/contoso.ts'
import { graph, tokenFor } from '../support/understudy.ts'
import { allScopes, asWriter } from '../support/users.ts'
import { byPasswordChange, byReset, byRevocation, withoutAccount } from './fates.ts'
import type { Fates, Held } from './held-credentials.ts'
import { acts, allLive, holdCredentials } from './held-credentials.ts'

type Line = `${string} /${string}`
type Act = (t: Test, held: Held) => Promise<void>

const NEW_PASSWORD = 'new-Passw0rd!'

const byApplication =
  (lineOf: (user: string) => Line, body?: object): Act =>
  async (t, { understudy, user }) => {
    const { status, text } = await asWriter(understudy, lineOf(user), body)
    t.ok(status < 300, text)
  }

const patch = (body: object) => byApplication(user => `PATCH /v1.0/users/${user}`, body)
const remove = byApplication(user => `DELETE /v1.0/users/${user}`)

const byAdministrator =
  (body: object): Act =>
  async (t, { understudy, user }) => {
    const token = await tokenFor(understudy, { user: 'admin', scopes: allScopes })
    t.equal((await graph(understudy, `PATCH /v1.0/users/${user}`, { token, body })).status, 204)
  }

/** With a token that is not among those whose fate is asked for. */
const changesOwn: Act = async (t, { understudy, user }) => {
  const users = understudy.tenants().flatMap(tenant => tenant.users)
  const account = users.find(({ id, userPrincipalName }) => [id, userPrincipalName].includes(user))
  const token = await tokenFor(understudy, { user: account?.id ?? '', scopes: allScopes })
  const body = { currentPassword: account?.password, newPassword: NEW_PASSWORD }
  t.equal((await graph(understudy, 'POST /v1.0/me/changePassword', { token, body })).status, 204)
}

const restore: Act = async (t, held) => {
  await remove(t, held)
  held.clock.advance(60)
  const id = held.user.includes('@') ? ids.adele : held.user
  await byApplication(() => `POST /v1.0/directory/deletedItems/${id}/restore`)(t, held)
}

const inTurn =
  (...several: readonly Act[]): Act =>
  async (t, held) => {
    for (const act of several) {
      await act(t, held)
      held.clock.advance(1)
    }
  }

const reset = { passwordProfile: { password: NEW_PASSWORD } }

const table: Readonly<Record<string, readonly [Act, Fates]>> = {
  'the user changes the password': [changesOwn, byPasswordChange],
  'an application resets the password': [patch(reset), byReset],
  'an administrator resets the password': [byAdministrator(reset), byReset],
  'a new password is asked for at the next sign-in': [
    patch({ passwordProfile: { forceChangePasswordNextSignIn: true } }),
    allLive,
  ],
  'the account is disabled by an application': [
    patch({ accountEnabled: false }),
    withoutAccount(50057),
  ],
  'the account is disabled by an administrator': [
    byAdministrator({ accountEnabled: false }),
    withoutAccount(50057),
  ],
  'the account is disabled and enabled again': [
    inTurn(patch({ accountEnabled: false }), patch({ accountEnabled: true })),
    allLive,
  ],
  'the account is disabled with a new password, and enabled again': [
    inTurn(patch({ accountEnabled: false, ...reset }), patch({ accountEnabled: true })),
    byReset,
  ],
  'the user is deleted': [remove, withoutAccount(50034)],
  'the user is deleted and restored': [restore, allLive],
  'the user is deleted and restored after a revocation': [
    inTurn((_, held) => acts.adminRevokes(held), restore),
    byRevocation,
  ],
  'the password is changed, and the user deleted and restored': [
    inTurn(changesOwn, restore),
    byPasswordChange,
  ],
  'the profile is updated': [patch({ jobTitle: 'Director', mobilePhone: '1' }), allLive],
  'the mail address changes': [patch({ mail: 'other@example.com' }), allLive],
}

t.test('a write through Microsoft Graph', async t => {
  for (const [happens, [act, expected]] of Object.entries(table)) {
    t.test(`leaves what it should: ${happens}`, async t => {
      const held = await holdCredentials(t)
      await act(t, held)
      t.strictSame(await held.fates(), expected)
      t.strictSame(await held.fates(), expected, 'Asking does not change it.')
    })
  }

  t.test('leaves everything when the user is given another name', async t => {
    const held = await holdCredentials(t)
    const body = { userPrincipalName: upn('adele.vance') }
    t.equal((await asWriter(held.understudy, `PATCH /v1.0/users/${ids.adele}`, body)).status, 204)
    t.strictSame(await held.fates(), allLive)
  })

  t.test('leaves everything when it fails', async t => {
    const held = await holdCredentials(t)
    const line = `PATCH /v1.0/users/${ids.adele}` as const
    for (const body of [
      { accountEnabled: false, userPrincipalName: upn('alex') },
      { ...reset, shoeSize: 44 },
      { passwordProfile: { password: 'simple' } },
    ])
      t.equal((await asWriter(held.understudy, line, body)).status, 400)
    t.strictSame(await held.fates(), allLive)
  })

  const kinds = [
    ['a guest', { user: 'grace@fabrikam.com', userId: ids.guest }],
    ['a customer with a local account', { user: 'bianca@example.com', userId: ids.customer }],
  ] as const
  for (const [who, options] of kinds) {
    for (const [happens, act, expected] of [
      ['changes the password', changesOwn, allLive],
      ['is given another', patch(reset), allLive],
      ['is disabled', patch({ accountEnabled: false }), withoutAccount(50057)],
      ['is deleted', remove, withoutAccount(50034)],
      ['is deleted and restored', restore, allLive],
    ] as const) {
      t.test(`leaves what it should of ${who} who ${happens}`, async t => {
        const held = await holdCredentials(t, options)
        await act(t, held)
        t.strictSame(await held.fates(), expected)
      })
    }
  }
})
