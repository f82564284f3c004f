// Commands on a user's account: enabled or not, its password, its end, its own consent.
import t from 'tap'
import { consentKey } from '../../src/state/sign-ins.ts'
import { NotFound } from '../../src/state/state.ts'
import { revocationsAgainst, validFrom } from '../../src/state/tenant.ts'
import { getUser } from '../../src/state/tenant-users.ts'
import { applyNow, guid, START, twoTenants } from './commands.ts'

const tenantId = guid(1)
const ada = { tenantId, userId: guid(7) }
const mark = { at: START, position: 9 }

t.test('setAccountEnabled', async t => {
  t.test('disables and enables the one account, and changes nothing else', async t => {
    const state = twoTenants()
    const before = structuredClone(state.snapshot())
    const disabled = applyNow(state, 'setAccountEnabled', { ...ada, accountEnabled: false })
    const tenant = state.getTenant(tenantId)
    t.equal(disabled.accountEnabled, false)
    for (const name of [guid(7), 'ada@one.example']) t.equal(tenant.users.find(name), disabled)
    t.equal(state.getTenant(guid(2)).users.find(guid(7))?.accountEnabled, true)
    t.equal(tenant.revocations.size, 0, 'the account is refused for itself')
    t.equal(
      applyNow(state, 'setAccountEnabled', { ...ada, accountEnabled: true }).accountEnabled,
      true,
    )
    t.same(state.snapshot(), before)
  })

  t.test('finds the account by its user principal name, in any case', async t => {
    const state = twoTenants()
    const data = { tenantId, userId: 'ADA@one.example', accountEnabled: false }
    t.equal(applyNow(state, 'setAccountEnabled', data).id, guid(7))
  })
})

t.test('setPassword', async t => {
  for (const cause of ['passwordChange', 'passwordReset'] as const) {
    t.test(`sets the password and when it was, and revokes by ${cause}`, async t => {
      const state = twoTenants()
      const tenant = state.getTenant(tenantId)
      const before = getUser(tenant, 'ada')
      const after = applyNow(state, 'setPassword', { ...ada, password: 'new', cause })
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
    const data = { ...ada, password: 'new', cause: 'passwordChange' } as const
    const after = applyNow(state, 'setPassword', data, { at: START + 1, position: 4 })
    t.same(revocationsAgainst(tenant, after), [
      { at: START, position: 3, cause: 'revocation' },
      { at: START + 1, position: 4, cause: 'passwordChange' },
    ])
  })

  t.test('revokes nothing of a guest, and only moves the instant of a B2C account', async t => {
    const state = twoTenants()
    const tenant = state.getTenant(tenantId)
    const change = (userId: string) =>
      applyNow(state, 'setPassword', { tenantId, userId, password: 'new', cause: 'passwordReset' })
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
    const others = users.rows.filter(({ id }) => id !== guid(7))
    t.equal(applyNow(state, 'deleteUser', { tenantId, userId: 'Ada@one.example' }), undefined)
    for (const name of [guid(7), 'ada@one.example']) t.equal(users.find(name), undefined)
    t.same(users.rows, others)
    for (const user of others) t.equal(users.find(user.userPrincipalName), user)
    t.ok(state.getTenant(guid(2)).users.find(guid(7)))
  })

  t.test('is not found a second time', async t => {
    const state = twoTenants()
    applyNow(state, 'deleteUser', ada)
    t.throws(() => applyNow(state, 'deleteUser', ada), NotFound)
  })

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
    t.strictSame([...tenant.revocations.keys()], [guid(9)])
    t.strictSame(
      [...tenant.consents.keys()],
      [consentKey(guid(9), client.appId), consentKey(guid(9), ownedElsewhere)],
    )
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
    const password = { password: 'new', cause: 'passwordChange' } as const
    const attempts = {
      revokeSignInSessions: () => applyNow(state, 'revokeSignInSessions', nobody),
      setAccountEnabled: () =>
        applyNow(state, 'setAccountEnabled', { ...nobody, accountEnabled: false }),
      setPassword: () => applyNow(state, 'setPassword', { ...nobody, ...password }),
      deleteUser: () => applyNow(state, 'deleteUser', nobody),
      grantConsent: () =>
        applyNow(state, 'grantConsent', { ...nobody, clientId: guid(5), scopes: ['openid'] }),
    }
    for (const [type, attempt] of Object.entries(attempts)) t.throws(attempt, expected, type)
    t.same(state.snapshot(), before)
  })
})
