// Commands on a user's account: its beginning, its properties, its password, its end and its return, its own consent.
import t from 'tap'
import { Conflict } from '../../src/state/collection.ts'
import { consentKey } from '../../src/state/sign-ins.ts'
import { NotFound } from '../../src/state/state.ts'
import { revocationsAgainst, validFrom } from '../../src/state/tenant.ts'
import { getUser } from '../../src/state/tenant-users.ts'
import { newAccount } from '../../src/state/users.ts'
import { applyNow, guid, START, twoTenants } from './commands.ts'

const tenantId = guid(1)
const ada = { tenantId, userId: guid(7) }
/** For how long a deleted user can be restored. */
const RETENTION = 30 * 24 * 3600 * 1000
const mark = { at: START, position: 9 }

t.test('createUser', async t => {
  const user = { ...newAccount, id: guid(5), userPrincipalName: 'new@one.example' }

  t.test('adds the user as of the time of the command', async t => {
    const state = twoTenants()
    const created = applyNow(state, 'createUser', { tenantId, user })
    const now = '2026-08-13T12:00:00Z'
    t.same(created, { ...user, createdDateTime: now, lastPasswordChangeDateTime: now })
    const tenant = state.getTenant(tenantId)
    for (const name of [guid(5), 'NEW@one.example']) t.equal(tenant.users.find(name), created)
    t.equal(validFrom(tenant, created).at, Date.parse('2026-08-13T12:00:00Z'))
    t.equal(state.getTenant(guid(2)).users.find(guid(5)), undefined)
  })

  t.test('fails where the id or the name is taken, and changes nothing', async t => {
    const state = twoTenants()
    const before = structuredClone(state.snapshot())
    for (const taken of [{ id: guid(7) }, { userPrincipalName: 'ADA@one.example' }])
      t.throws(
        () => applyNow(state, 'createUser', { tenantId, user: { ...user, ...taken } }),
        Conflict,
      )
    t.same(state.snapshot(), before)
  })
})

t.test('updateUser', async t => {
  t.test('changes what is said, and nothing else', async t => {
    const state = twoTenants()
    const tenant = state.getTenant(tenantId)
    const before = getUser(tenant, 'ada')
    const after = applyNow(state, 'updateUser', {
      ...ada,
      changes: { accountEnabled: false, displayName: null },
    })
    t.same(after, { ...before, accountEnabled: false, displayName: null })
    for (const name of [guid(7), 'ada@one.example']) t.equal(tenant.users.find(name), after)
    t.equal(tenant.revocations.size, 0, 'the account is refused for itself')
    const back = { accountEnabled: true, displayName: before.displayName }
    t.same(applyNow(state, 'updateUser', { ...ada, changes: back }), before)
    t.equal(state.getTenant(guid(2)).users.find(guid(7))?.accountEnabled, true)
  })

  t.test('finds the account by its user principal name, in any case', async t => {
    const state = twoTenants()
    const data = { tenantId, userId: 'ADA@one.example', changes: { accountEnabled: false } }
    t.equal(applyNow(state, 'updateUser', data).id, guid(7))
  })

  t.test('gives another name, under which alone the user is found from then on', async t => {
    const state = twoTenants()
    const { users } = state.getTenant(tenantId)
    const changes = { userPrincipalName: 'lovelace@one.example' }
    const after = applyNow(state, 'updateUser', { ...ada, changes })
    t.equal(users.find('Lovelace@one.example'), after)
    t.equal(users.find('ada@one.example'), undefined)
    t.equal(users.find(guid(7)), after)
  })

  t.test('fails where the name is taken, and changes nothing', async t => {
    const state = twoTenants()
    const before = structuredClone(state.snapshot())
    const changes = { userPrincipalName: 'GUS@one.example' }
    const newPassword = { password: 'new', cause: 'passwordReset' } as const
    t.throws(() => applyNow(state, 'updateUser', { ...ada, changes, newPassword }), Conflict)
    t.same(state.snapshot(), before)
  })

  for (const cause of ['passwordChange', 'passwordReset'] as const) {
    t.test(`sets the password and when it was, and revokes by ${cause}`, async t => {
      const state = twoTenants()
      const tenant = state.getTenant(tenantId)
      const before = getUser(tenant, 'ada')
      const newPassword = { password: 'new', cause }
      const after = applyNow(state, 'updateUser', { ...ada, changes: {}, newPassword })
      t.same(after, {
        ...before,
        password: 'new',
        lastPasswordChangeDateTime: '2026-08-13T12:00:00Z',
      })
      t.equal(getUser(tenant, 'ada'), after)
      t.same(revocationsAgainst(tenant, after), [{ ...mark, cause }])
      t.same(validFrom(tenant, after), { ...mark, cause })
      t.equal(state.getTenant(guid(2)).revocations.size, 0)
    })
  }

  t.test('leaves a revocation of everything in force', async t => {
    const state = twoTenants()
    const tenant = state.getTenant(tenantId)
    applyNow(state, 'revokeSignInSessions', ada, { at: START, position: 3 })
    const newPassword = { password: 'new', cause: 'passwordChange' } as const
    const data = { ...ada, changes: {}, newPassword }
    const after = applyNow(state, 'updateUser', data, { at: START + 1, position: 4 })
    t.same(revocationsAgainst(tenant, after), [
      { at: START, position: 3, cause: 'revocation' },
      { at: START + 1, position: 4, cause: 'passwordChange' },
    ])
  })

  t.test('revokes nothing of a guest, and only moves the instant of a B2C account', async t => {
    const state = twoTenants()
    const tenant = state.getTenant(tenantId)
    const newPassword = { password: 'new', cause: 'passwordReset' } as const
    const change = (userId: string) =>
      applyNow(state, 'updateUser', { tenantId, userId, changes: {}, newPassword })
    const guest = change(guid(8))
    t.match(guest, { password: 'new', lastPasswordChangeDateTime: '2026-08-13T12:00:00Z' })
    t.equal(tenant.revocations.size, 0)
    const local = change(guid(9))
    t.same(revocationsAgainst(tenant, local), [])
    t.same(validFrom(tenant, local), { ...mark, cause: 'passwordReset' })
  })
})

t.test('deleteUser', async t => {
  t.test('takes the one user out, by whatever name, and leaves the others', async t => {
    const state = twoTenants()
    const { users } = state.getTenant(tenantId)
    const others = [...users.rows].filter(({ id }) => id !== guid(7))
    t.equal(applyNow(state, 'deleteUser', { tenantId, userId: 'Ada@one.example' }), undefined)
    for (const name of [guid(7), 'ada@one.example']) t.equal(users.find(name), undefined)
    t.same([...users.rows], others)
    for (const user of others) t.equal(users.find(user.userPrincipalName), user)
    t.ok(state.getTenant(guid(2)).users.find(guid(7)))
  })

  t.test('is not found a second time', async t => {
    const state = twoTenants()
    applyNow(state, 'deleteUser', ada)
    t.throws(() => applyNow(state, 'deleteUser', ada), NotFound)
  })

  t.test('keeps the user to be restored, under a name that is free for others', async t => {
    const state = twoTenants()
    const tenant = state.getTenant(tenantId)
    const before = getUser(tenant, 'ada')
    applyNow(state, 'deleteUser', ada)
    t.same(tenant.deletedUsers.find(guid(7)), {
      ...before,
      userPrincipalName: `${guid(7).replaceAll('-', '')}ada@one.example`,
      deletedDateTime: '2026-08-13T12:00:00Z',
    })
    const user = { ...newAccount, id: guid(5), userPrincipalName: 'ada@one.example' }
    t.ok(applyNow(state, 'createUser', { tenantId, user }))
  })

  t.test('takes out for good those whose time to be restored is over', async t => {
    const state = twoTenants()
    const { deletedUsers } = state.getTenant(tenantId)
    applyNow(state, 'deleteUser', ada)
    const gus = { tenantId, userId: guid(8) }
    applyNow(state, 'deleteUser', gus, { at: START + RETENTION - 1000, position: 10 })
    t.strictSame(
      [...deletedUsers.rows].map(({ id }) => id),
      [guid(7), guid(8)],
    )
    const cy = { tenantId, userId: guid(9) }
    applyNow(state, 'deleteUser', cy, { at: START + RETENTION, position: 11 })
    t.strictSame(
      [...deletedUsers.rows].map(({ id }) => id),
      [guid(8), guid(9)],
    )
  })
})

t.test('restoreUser', async t => {
  t.test('gives the user back as it was, revocations and consents included', async t => {
    const state = twoTenants()
    const tenant = state.getTenant(tenantId)
    applyNow(state, 'revokeSignInSessions', ada)
    applyNow(state, 'grantConsent', { ...ada, clientId: guid(6), scopes: ['User.Read'] })
    const before = getUser(tenant, 'ada')
    const held = [[...tenant.revocations], [...tenant.consents]]
    applyNow(state, 'deleteUser', ada)
    t.same(applyNow(state, 'restoreUser', ada), before)
    t.same(getUser(tenant, 'ada'), before)
    t.equal(tenant.deletedUsers.size, 0)
    t.same([[...tenant.revocations], [...tenant.consents]], held)
  })

  t.test('fails where the name has been taken meanwhile, and changes nothing', async t => {
    const state = twoTenants()
    applyNow(state, 'deleteUser', ada)
    const user = { ...newAccount, id: guid(5), userPrincipalName: 'ADA@one.example' }
    applyNow(state, 'createUser', { tenantId, user })
    const before = structuredClone(state.snapshot())
    t.throws(() => applyNow(state, 'restoreUser', ada), Conflict)
    t.same(state.snapshot(), before)
  })

  t.test('finds nobody who was not deleted, or whose time is over', async t => {
    const state = twoTenants()
    t.throws(() => applyNow(state, 'restoreUser', ada), NotFound)
    applyNow(state, 'deleteUser', ada)
    const late = { at: START + RETENTION, position: 10 }
    t.throws(() => applyNow(state, 'restoreUser', ada, late), NotFound)
    t.ok(applyNow(state, 'restoreUser', ada, { at: START + RETENTION - 1000, position: 10 }))
  })
})

t.test('purgeUser', async t => {
  t.test("forgets the user's revocations and consents, and nobody else's", async t => {
    const state = twoTenants()
    const tenant = state.getTenant(tenantId)
    const [client] = tenant.applications.rows
    if (client === undefined) throw new Error('The tenant has an application.')
    const ownedElsewhere = guid(6)
    for (const userId of [guid(7), guid(9)]) {
      applyNow(state, 'revokeSignInSessions', { tenantId, userId })
      for (const clientId of [client.appId, ownedElsewhere])
        applyNow(state, 'grantConsent', { tenantId, userId, clientId, scopes: ['User.Read'] })
    }
    applyNow(state, 'deleteUser', ada)
    applyNow(state, 'purgeUser', ada)
    t.equal(tenant.deletedUsers.size, 0)
    t.strictSame([...tenant.revocations.keys()], [guid(9)])
    t.strictSame(
      [...tenant.consents.keys()],
      [consentKey(guid(9), client.appId), consentKey(guid(9), ownedElsewhere)],
    )
    t.throws(() => applyNow(state, 'restoreUser', ada), NotFound)
  })
})

t.test('grantConsent', async t => {
  const clientId = guid(6)

  t.test('adds to what was consented to before, each permission once', async t => {
    const state = twoTenants()
    const { consents } = state.getTenant(tenantId)
    applyNow(state, 'grantConsent', { ...ada, clientId, scopes: ['User.Read', 'openid'] })
    applyNow(state, 'grantConsent', { ...ada, clientId, scopes: ['Mail.Read', 'User.Read'] })
    t.strictSame(
      [...consents],
      [[consentKey(guid(7), clientId), ['User.Read', 'openid', 'Mail.Read']]],
    )
  })

  t.test("is one user's, for one client, in one tenant", async t => {
    const state = twoTenants()
    applyNow(state, 'grantConsent', { ...ada, clientId, scopes: ['User.Read'] })
    const { consents } = state.getTenant(tenantId)
    for (const key of [consentKey(guid(9), clientId), consentKey(guid(7), guid(5))])
      t.equal(consents.get(key), undefined)
    t.equal(state.getTenant(guid(2)).consents.size, 0)
  })

  t.test('does not change a snapshot that was taken before', async t => {
    const state = twoTenants()
    applyNow(state, 'grantConsent', { ...ada, clientId, scopes: ['User.Read'] })
    const snapshot = state.snapshot()
    const copy = structuredClone(snapshot)
    applyNow(state, 'grantConsent', { ...ada, clientId, scopes: ['openid'] })
    t.same(snapshot, copy)
  })

  t.test('is the same consent by whatever name of the user', async t => {
    const state = twoTenants()
    for (const userId of [guid(7), 'ada@one.example', 'ADA@ONE.example'])
      applyNow(state, 'grantConsent', { tenantId, userId, clientId, scopes: ['User.Read'] })
    const { consents } = state.getTenant(tenantId)
    t.strictSame([...consents], [[consentKey(guid(7), clientId), ['User.Read']]])
  })
})

t.test('a command on a user who is not there', async t => {
  const nobody = { tenantId, userId: guid(6) }

  t.test('fails, names the user, and changes nothing', async t => {
    const state = twoTenants()
    const before = structuredClone(state.snapshot())
    const expected = new NotFound(`There is no user '${guid(6)}' in tenant '${tenantId}'.`)
    const attempts = {
      revokeSignInSessions: () => applyNow(state, 'revokeSignInSessions', nobody),
      updateUser: () => applyNow(state, 'updateUser', { ...nobody, changes: {} }),
      deleteUser: () => applyNow(state, 'deleteUser', nobody),
      grantConsent: () =>
        applyNow(state, 'grantConsent', { ...nobody, clientId: guid(5), scopes: ['openid'] }),
    }
    for (const [type, attempt] of Object.entries(attempts)) t.throws(attempt, expected, type)
    t.same(state.snapshot(), before)
  })
})
