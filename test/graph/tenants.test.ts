// Several tenants in one double: each has its own users, revocations and settings.
import t from 'tap'
import type { FixtureDocument } from '../../src/fixtures/document.ts'
import { DOMAIN, fixtureFolder } from '../support/contoso.ts'
import { errors, isError } from '../support/graph-errors.ts'
import { idsOn, pageOf } from '../support/pages.ts'
import { statusOf } from '../support/revocation.ts'
import { control, graph, understudyAtNoon } from '../support/understudy.ts'

const OTHER = 'fabrikam.com'
const ada = '11111111-2222-4333-8444-000000000001'
const otherAda = '11111111-2222-4333-8444-00000000000a'
const bob = '11111111-2222-4333-8444-000000000002'
const eve = '11111111-2222-4333-8444-000000000003'

const documents: readonly FixtureDocument[] = [
  {
    tenant: { domains: [DOMAIN] },
    users: [
      { id: ada, userPrincipalName: 'ada' },
      { id: bob, userPrincipalName: 'bob' },
    ],
    applications: [{ displayName: 'App', type: 'spa' }],
  },
  {
    tenant: { domains: [OTHER] },
    users: [
      { id: otherAda, userPrincipalName: 'ada' },
      { id: eve, userPrincipalName: 'eve' },
    ],
    applications: [{ displayName: 'App', type: 'spa' }],
  },
]

t.test('two tenants', async t => {
  const { understudy } = await understudyAtNoon(t, { fixtures: fixtureFolder(t, ...documents) })
  const scopes = ['User.Read.All', 'User.RevokeSessions.All']
  const issue = async (tenant: string, user: string, claims = {}) => {
    const request = { user, scopes, capabilities: ['cp1'], claims }
    return (await understudy.issueToken(request, { tenant })).access_token
  }
  t.afterEach(() => understudy.reset())

  t.test('list their own users and no others', async t => {
    for (const [tenant, users] of [
      [DOMAIN, [ada, bob]],
      [OTHER, [otherAda, eve]],
    ] as const) {
      const page = await pageOf(understudy, '/v1.0/users', { token: await issue(tenant, 'ada') })
      t.same(idsOn([page]), users)
    }
  })

  t.test('do not find the users of one another', async t => {
    const token = await issue(DOMAIN, 'ada')
    for (const stranger of [eve, otherAda, `eve@${OTHER}`, `ada@${OTHER}`])
      t.equal(await statusOf(understudy, token, `GET /v1.0/users/${stranger}`), 404)
  })

  t.test('let nobody in by the tenant of another', async t => {
    const [, two] = understudy.tenants()
    const iss = `https://sts.windows.net/${two?.id}/`
    const halves = [{ tid: two?.id }, { iss }]
    for (const claims of halves) {
      const reply = await graph(understudy, 'GET /v1.0/me', {
        token: await issue(DOMAIN, 'bob', claims),
      })
      isError(t, reply, errors.issuer)
    }
    const token = await issue(DOMAIN, 'bob', { tid: two?.id, iss })
    isError(t, await graph(understudy, 'GET /v1.0/me', { token }), {
      ...errors.issuer,
      message: `The user account ${bob} does not exist in the ${two?.id} directory.`,
    })
  })

  t.test('revoke for their own users', async t => {
    const [here, there] = [await issue(DOMAIN, 'ada'), await issue(OTHER, 'ada')]
    t.equal(await statusOf(understudy, here, 'POST /v1.0/me/revokeSignInSessions'), 200)
    t.same([await statusOf(understudy, here), await statusOf(understudy, there)], [401, 200])
    await understudy.reset({ tenant: OTHER })
    t.equal(await statusOf(understudy, here), 401, 'a reset of the other changes nothing')
    await understudy.reset({ tenant: DOMAIN })
    t.equal(await statusOf(understudy, here), 200)
  })

  t.test('have settings of their own', async t => {
    const body = { permissions: 'off' }
    await control(understudy, `PATCH /_understudy/settings?tenant=${OTHER}`, { body })
    const revoke = (id: string) => `POST /v1.0/users/${id}/revokeSignInSessions` as const
    t.equal(await statusOf(understudy, await issue(DOMAIN, 'bob'), revoke(ada)), 403)
    t.equal(await statusOf(understudy, await issue(OTHER, 'eve'), revoke(otherAda)), 200)
  })
})
