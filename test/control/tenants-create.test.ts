// control.tenants.create
import type { Test } from 'tap'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import type { TenantView } from '../../src/control/tenants.ts'
import { clients, DOMAIN, ids, TENANT_ID } from '../support/contoso.ts'
import { isProblem, sendText } from '../support/problem.ts'
import { TAILSPIN, twoTenants } from '../support/two-tenants.ts'
import { control, graph, understudyFor } from '../support/understudy.ts'

const CREATE = 'POST /_understudy/tenants'

/** Makes a tenant that must be possible to make. */
async function create(t: Test, understudy: Understudy, body?: object): Promise<TenantView> {
  const reply = await control(understudy, CREATE, { body })
  t.equal(reply.status, 201, reply.text)
  return Object(reply.json)
}

t.test('control.tenants.create', async t => {
  t.test('gives all that a test signs in with, and where the tenant is', async t => {
    const understudy = await understudyFor(t)
    const reply = await control(understudy, CREATE)
    t.equal(reply.status, 201)
    const tenant: TenantView = Object(reply.json)
    t.match(tenant, {
      displayName: 'Contoso',
      domain: /^contoso-[0-9a-f]{12}\.onmicrosoft\.com$/,
      authority: `http://localhost:4280/${tenant.id}`,
    })
    t.not(tenant.id, TENANT_ID)
    const adele = tenant.users.find(user => user.userPrincipalName === `adele@${tenant.domain}`)
    t.match(adele, { password: 'adele-Passw0rd!', userType: 'Member' })
    const [daemon] = tenant.applications
    t.match(daemon, { displayName: 'Nightly sync', secret: 'daemon-secret' })
    t.not(daemon?.appId, clients.daemon)
    const location = reply.headers.get('location')
    t.equal(location, `/_understudy/tenants/${tenant.id}`)
    const again = await control(understudy, `GET /_understudy/tenants/${tenant.id}`)
    t.same(again.json, tenant)
  })

  t.test('leaves the default tenant the default', async t => {
    const understudy = await understudyFor(t)
    await create(t, understudy)
    const { tenants } = Object((await control(understudy, 'GET /_understudy/tenants')).json)
    t.equal(tenants.length, 2)
    t.equal(tenants[0].id, TENANT_ID)
    t.equal((await understudy.issueToken({ user: ids.adele })).token_type, 'Bearer')
  })

  t.test('makes one in which people sign in, revoke and are revoked alone', async t => {
    const understudy = await understudyFor(t)
    const { id, users } = await create(t, understudy)
    const adele = users.find(({ userPrincipalName }) => userPrincipalName.startsWith('adele@'))
    const scopes = ['User.Read.All', 'User.RevokeSessions.All']
    const request = { user: 'adele', scopes, capabilities: ['cp1'] }
    const issue = async (tenant: string) =>
      (await understudy.issueToken(request, { tenant })).access_token
    const [own, other] = [await issue(id), await issue(DOMAIN)]
    const me = await graph(understudy, 'GET /v1.0/me', { token: own })
    t.match(me.json, { id: adele?.id, userPrincipalName: adele?.userPrincipalName })
    await graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token: own })
    t.equal((await graph(understudy, 'GET /v1.0/me', { token: own })).status, 401)
    t.equal((await graph(understudy, 'GET /v1.0/me', { token: other })).status, 200)
    const stranger = await graph(understudy, `GET /v1.0/users/${adele?.id}`, { token: other })
    t.equal(stranger.status, 404, 'nor is its user in another directory')
  })

  t.test('takes the fixture that is named', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    t.equal((await create(t, understudy)).displayName, 'Fabrikam')
    for (const from of ['2-tailspin', 'tailspin.onmicrosoft.com', TAILSPIN]) {
      const { domain, users } = await create(t, understudy, { from })
      t.match(domain, /^tailspin-[0-9a-f]{12}\.onmicrosoft\.com$/)
      t.match(users, [{ userPrincipalName: `tony@${domain}`, password: 'tony-Passw0rd!' }])
    }
  })

  t.test('takes the settings that the server was started with', async t => {
    const understudy = await understudyFor(t, { permissions: 'observed' })
    const { id } = await create(t, understudy)
    const settings = await control(understudy, `GET /_understudy/settings?tenant=${id}`)
    t.match(settings.json, { permissions: 'observed' })
  })

  t.test('makes the same tenant for the same seed, on any server', async t => {
    const [one, other] = [await understudyFor(t), await understudyFor(t, { seed: 'x' })]
    const tenant = await create(t, one, { seed: 7 })
    t.same(await create(t, other, { seed: 7 }), tenant)
    t.not((await create(t, one, { seed: 8 })).id, tenant.id)
  })

  t.test('starts with what is to be otherwise, and starts with it again by a reset', async t => {
    const understudy = await understudyFor(t)
    const tenant = await create(t, understudy, {
      generateUsers: 2,
      overrides: {
        displayName: 'Shop',
        domain: 'shop.example',
        settings: { permissions: 'off' },
        users: [{ userPrincipalName: 'adele', roles: ['Global Reader'] }],
        applications: [{ displayName: 'Single-page app', appId: clients.spa }],
      },
    })
    t.match(tenant, { displayName: 'Shop', domain: 'shop.example' })
    const change = { body: { permissions: 'documented' } }
    await control(understudy, 'PATCH /_understudy/settings?tenant=shop.example', change)
    await control(understudy, 'POST /_understudy/reset?tenant=shop.example')
    const settings = await control(understudy, 'GET /_understudy/settings?tenant=shop.example')
    t.match(settings.json, { permissions: 'off' })
    const now: TenantView = Object(
      (await control(understudy, 'GET /_understudy/tenants/shop.example')).json,
    )
    t.same(now, tenant)
    t.match(
      now.users.find(user => user.userPrincipalName === 'adele@shop.example'),
      { roles: ['Global Reader'] },
    )
    t.ok(now.applications.some(({ appId }) => appId === clients.spa))
    const request = { user: 'user000001', scopes: ['User.Read'] }
    t.ok(await understudy.issueToken(request, { tenant: 'shop.example' }))
  })
})

t.test('control.tenants.create, refused', async t => {
  const understudy = await understudyFor(t)
  await control(understudy, CREATE, { body: { seed: 7 } })
  const look = async () => (await control(understudy, 'GET /_understudy/tenants')).json
  const before = await look()
  const isUnchanged = async (t: Test) => t.same(await look(), before)

  t.test('when the tenant of the seed is there already, until it is removed', async t => {
    isProblem(t, await control(understudy, CREATE, { body: { seed: 7 } }), 409, {
      detail: /There is a tenant '[0-9a-f-]{36}' already/,
    })
    await isUnchanged(t)
    const fresh = await understudyFor(t)
    const { id } = await create(t, fresh, { seed: 7 })
    await control(fresh, `DELETE /_understudy/tenants/${id}`)
    t.equal((await create(t, fresh, { seed: 7 })).id, id)
  })

  t.test('when the domain is taken, in any case', async t => {
    const body = { overrides: { domain: 'CONTOSO.onmicrosoft.com' } }
    isProblem(t, await control(understudy, CREATE, { body }), 409, { detail: new RegExp(DOMAIN) })
    await isUnchanged(t)
  })

  t.test('when there is no such fixture, naming the nearest', async t => {
    const reply = await control(understudy, CREATE, { body: { from: 'contsoo' } })
    isProblem(t, reply, 404, { detail: /'contsoo'\. Did you mean 'contoso'\?/ })
    await isUnchanged(t)
  })

  const malformed: readonly (readonly [body: unknown, pointer: string])[] = [
    [[], ''],
    [{ form: 'contoso' }, '/form'],
    [{ from: '' }, '/from'],
    [{ seed: '7' }, '/seed'],
    [{ seed: 1.5 }, '/seed'],
    [{ seed: -1 }, '/seed'],
    [{ generateUsers: -1 }, '/generateUsers'],
    [{ overrides: { domain: 'no domain' } }, '/overrides/domain'],
    [{ overrides: { displayName: '' } }, '/overrides/displayName'],
    [{ overrides: { settings: { permissions: 'lax' } } }, '/overrides/settings/permissions'],
    [{ overrides: { users: [{}] } }, '/overrides/users/0/userPrincipalName'],
    [user({ roles: ['Global Reader', 'Global Admin'] }), '/overrides/users/0/roles/1'],
    [user({ colour: 'red' }), '/overrides/users/0/colour'],
    [user({ accountEnabled: 'no' }), '/overrides/users/0/accountEnabled'],
    [user({ identities: [{}] }), '/overrides/users/0/identities/0/signInType'],
    [user({ id: TENANT_ID.slice(1) }), '/overrides/users/0/id'],
    [application({ type: 'native' }), '/overrides/applications/0/type'],
    [application({ redirectUris: ['a b'] }), '/overrides/applications/0/redirectUris/0'],
    [application({ secret: 'x' }), '/overrides/applications/0/secret'],
    [{ overrides: { applications: [{ displayName: 'New' }] } }, '/overrides/applications/0/type'],
    [
      { overrides: { users: [{ userPrincipalName: 'nia' }, { userPrincipalName: 'NIA' }] } },
      '/overrides/users/1/userPrincipalName',
    ],
  ]
  for (const [body, pointer] of malformed) {
    t.test(`when it is malformed, naming the place: ${JSON.stringify(body)}`, async t => {
      const reply = await control(understudy, CREATE, { body })
      isProblem(t, reply, 400, { errors: [{ in: 'body', pointer, detail: /./ }] })
      await isUnchanged(t)
    })
  }

  t.test('when the body is not JSON', async t => {
    isProblem(t, await sendText(understudy, CREATE, '{'), 400)
    isProblem(t, await sendText(understudy, CREATE, '{}', { 'content-type': 'text/plain' }), 415)
    await isUnchanged(t)
  })
})

function user(members: object) {
  return { overrides: { users: [{ userPrincipalName: 'adele', ...members }] } }
}

function application(members: object) {
  return { overrides: { applications: [{ displayName: 'Single-page app', ...members }] } }
}
