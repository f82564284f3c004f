// control.tenants.*
import t from 'tap'
import { clients, ids, TENANT_ID, upn } from '../support/contoso.ts'
import { isProblem } from '../support/problem.ts'
import { FABRIKAM, FABRIKAM_CLIENT, TAILSPIN, twoTenants } from '../support/two-tenants.ts'
import { control, understudyFor } from '../support/understudy.ts'

t.test('control.tenants.list', async t => {
  t.test('shows the built-in tenant with all that a test signs in with', async t => {
    const reply = await control(await understudyFor(t), 'GET /_understudy/tenants')
    t.equal(reply.status, 200)
    const [contoso, ...others] = Object(reply.json).tenants
    t.same(others, [])
    t.match(contoso, {
      id: TENANT_ID,
      displayName: 'Contoso',
      domain: 'contoso.onmicrosoft.com',
      authority: `http://localhost:4280/${TENANT_ID}`,
    })
    t.ok(contoso.users.length >= 20, 'there are users enough for paging')
    const shown = (id: string) => contoso.users.find((user: { id: string }) => user.id === id)
    t.same(shown(ids.admin), {
      id: ids.admin,
      userPrincipalName: upn('admin'),
      password: 'admin-Passw0rd!',
      userType: 'Member',
      roles: ['Global Administrator'],
    })
    t.match(shown(ids.guest), { userType: 'Guest', roles: [] })
    t.same(contoso.applications[0], {
      appId: clients.daemon,
      displayName: 'Nightly sync',
      type: 'daemon',
      secret: 'daemon-secret',
      redirectUris: [],
    })
    t.notOk('secret' in contoso.applications[1], 'a public client has no secret to show')
  })

  t.test('shows the tenants of a fixture folder in the order of its files', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    const reply = await control(understudy, 'GET /_understudy/tenants')
    t.match(Object(reply.json).tenants, [
      {
        id: FABRIKAM,
        displayName: 'Fabrikam',
        domain: 'fabrikam.onmicrosoft.com',
        users: [
          {
            userPrincipalName: 'grace@fabrikam.onmicrosoft.com',
            password: 'grace-secret',
            roles: ['User Administrator', 'Global Reader'],
          },
          { userPrincipalName: 'henry@fabrikam.com', userType: 'Guest', roles: [] },
        ],
        applications: [
          { appId: FABRIKAM_CLIENT, type: 'spa', redirectUris: ['http://localhost:3000'] },
          { displayName: 'Batch job', secret: 'batch-secret' },
        ],
      },
      {
        id: TAILSPIN,
        displayName: 'tailspin.onmicrosoft.com',
        users: [{ userPrincipalName: 'tony@tailspin.onmicrosoft.com' }],
        applications: [{ displayName: 'Tower' }],
      },
    ])
  })

  t.test('leaves out the users that were made up', async t => {
    const plain = await control(await understudyFor(t), 'GET /_understudy/tenants')
    const crowded = await understudyFor(t, { generateUsers: 50 })
    t.same((await control(crowded, 'GET /_understudy/tenants')).json, plain.json)
  })

  t.test('gives authorities at the origin by which it was asked', async t => {
    const understudy = await understudyFor(t)
    const origins = { 'http://127.0.0.1:99': 'http://127.0.0.1:99', ...productionOrigin }
    for (const [asked, given] of Object.entries(origins)) {
      const response = await understudy.fetch(`${asked}/_understudy/tenants`)
      const [{ authority }] = Object(await response.json()).tenants
      t.equal(authority, `${given}/${TENANT_ID}`)
    }
  })

  t.test('refuses a query parameter it does not have', async t => {
    const reply = await control(await understudyFor(t), 'GET /_understudy/tenants?tenant=x')
    isProblem(t, reply, 400, { errors: [{ in: 'query', pointer: 'tenant' }] })
  })
})

const productionOrigin = { 'https://graph.microsoft.com': 'https://graph.microsoft.com' }
