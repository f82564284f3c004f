// Revoking for accounts that are not members of the tenant: guests, B2C local accounts, personal accounts.
import t from 'tap'
import { ids, upn } from '../support/contoso.ts'
import { daemon, revokes, statusOf, validFrom, wholeSeconds } from '../support/revocation.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const cp1 = {
  scopes: ['User.Read', 'User.ReadWrite', 'User.RevokeSessions.All'],
  capabilities: ['cp1'],
}

t.test('an account of another kind', async t => {
  const { understudy, clock } = await understudyAtNoon(t)
  const application = await tokenFor(understudy, daemon)
  const revokeFor = async (id: string, user: string) => {
    const own = await tokenFor(understudy, { user, ...cp1 })
    clock.advance(60)
    return {
      own,
      statuses: [
        await statusOf(understudy, application, revokes(id)),
        await statusOf(
          understudy,
          application,
          `POST /beta/users/${id}/invalidateAllRefreshTokens`,
        ),
        await statusOf(understudy, own, 'POST /v1.0/me/revokeSignInSessions'),
        await statusOf(understudy, own, 'POST /beta/me/invalidateAllRefreshTokens'),
      ],
    }
  }

  t.test('answers 200 and stays as it was: a guest', async t => {
    const { own, statuses } = await revokeFor(ids.guest, upn('grace_fabrikam.com#EXT#'))
    t.same(statuses, [200, 200, 200, 200])
    t.equal(await validFrom(understudy, ids.guest), '2024-05-06T12:00:00Z')
    t.equal(await statusOf(understudy, own), 200)
  })

  t.test('answers 200 and moves its instant, but its tokens live: a B2C local account', async t => {
    const { own, statuses } = await revokeFor(ids.customer, ids.customer)
    t.same(statuses, [200, 200, 200, 200])
    t.equal(await validFrom(understudy, ids.customer), wholeSeconds(clock.now()))
    t.equal(await statusOf(understudy, own), 200)
  })

  t.test('knows no such action, and stays as it was: a personal account', async t => {
    const { own, statuses } = await revokeFor(ids.personal, 'pat@outlook.com')
    t.same(statuses, [404, 404, 404, 404])
    const line = 'GET /v1.0/me?$select=signInSessionsValidFromDateTime'
    t.match(await graph(understudy, line, { token: own }), {
      status: 200,
      json: { signInSessionsValidFromDateTime: '2024-01-15T08:00:00Z' },
    })
  })
})
