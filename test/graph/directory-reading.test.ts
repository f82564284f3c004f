// Directory roles, applications, permission grants and the organization, as far as an admin screen reads them.
import t from 'tap'
import { clients, DOMAIN, ids, TENANT_ID, upn } from '../support/contoso.ts'
import { errors, isError, notFound } from '../support/graph-errors.ts'
import { auditor, listed } from '../support/logs.ts'
import { authorizeUrl, device } from '../support/sign-in.ts'
import { signInThroughPages } from '../support/sign-in-pages.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10'
const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000'
const WEB_SERVICE_PRINCIPAL = 'c1f5b3d7-6a28-4e94-b0c3-9d8e7f6a5b03'

const notForPersonalAccounts = {
  status: 400,
  code: 'BadRequest',
  message: 'This API is not supported for MSA accounts',
}

t.test('an admin screen', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, auditor)
  const one = async (path: string) => (await graph(understudy, `GET /v1.0/${path}`, { token })).json

  t.test('finds who has which directory role', async t => {
    const filter = `$filter=roleDefinitionId eq '${GLOBAL_ADMINISTRATOR}'`
    const path = 'v1.0/roleManagement/directory/roleAssignments'
    t.same(await listed(understudy, `${path}?${filter}&$select=id,principalId,directoryScopeId`), [
      {
        id: 'lAPpYvVpN0KRkAEhdxReED6cGm9XCypNnEE_Xo17GhA-1',
        principalId: ids.admin,
        directoryScopeId: '/',
      },
    ])
    const found = await one(
      'roleManagement/directory/roleAssignments/lAPpYvVpN0KRkAEhdxReED6cGm9XCypNnEE_Xo17GhA-1',
    )
    t.match(found, { principalId: ids.admin, roleDefinitionId: GLOBAL_ADMINISTRATOR })
  })

  t.test('finds the roles there are, and those that are activated', async t => {
    const path = 'v1.0/roleManagement/directory/roleDefinitions'
    const all = await listed(understudy, path)
    t.equal(all.length, 28)
    const activated = await listed(understudy, 'v1.0/directoryRoles')
    t.ok(activated.length < all.length)
    const key = `directoryRoles(roleTemplateId='${GLOBAL_ADMINISTRATOR}')`
    t.match(await one(key), { displayName: 'Global Administrator', description: /^Can manage all/ })
    const { id } = Object(await one(key))
    t.match(await one(`directoryRoles/${id}`), { roleTemplateId: GLOBAL_ADMINISTRATOR })
    t.match(await one(`roleManagement/directory/roleDefinitions/${GLOBAL_ADMINISTRATOR}`), {
      isBuiltIn: true,
      rolePermissions: [
        { allowedResourceActions: ['microsoft.directory/users/invalidateAllRefreshTokens'] },
      ],
    })
  })

  t.test('finds an application by its id, by its client id and by a filter', async t => {
    const byClientId = await one(`applications(appId='${clients.web}')`)
    t.match(byClientId, {
      appId: clients.web,
      displayName: 'Web app',
      signInAudience: 'AzureADMultipleOrgs',
      web: { redirectUris: ['http://localhost:3000/auth/callback'] },
      spa: { redirectUris: [] },
      api: { oauth2PermissionScopes: [{ value: 'access_as_user', type: 'User' }] },
      appRoles: [{ value: 'Orders.Process' }],
    })
    t.same(await one(`applications/${Object(byClientId).id}`), byClientId)
    const filter = "$filter=startsWith(displayName,'Web')&$select=appId"
    t.same(await listed(understudy, `v1.0/applications?${filter}`), [{ appId: clients.web }])
    const reply = await graph(understudy, `GET /v1.0/applications/${clients.web}`, { token })
    isError(t, reply, notFound(clients.web))
  })

  t.test('never sees a secret', async t => {
    const { text } = await graph(understudy, 'GET /v1.0/applications', { token })
    t.match(text, /"hint":"web"/)
    t.notMatch(text, /web-secret|daemon-secret/)
  })

  t.test('finds what an application asks for', async t => {
    t.match(await one(`applications(appId='${clients.daemon}')?$select=requiredResourceAccess`), {
      requiredResourceAccess: [
        {
          resourceAppId: GRAPH_APP_ID,
          resourceAccess: [
            { id: '77f3a031-c388-4f99-b373-dc68676a979e', type: 'Role' },
            { id: 'df021288-bdef-4463-88db-98f22de89214', type: 'Role' },
          ],
        },
        { resourceAppId: clients.web, resourceAccess: [{ type: 'Role' }] },
      ],
    })
  })

  t.test('finds Microsoft Graph among the service principals', async t => {
    const found = await one(`servicePrincipals(appId='${GRAPH_APP_ID}')`)
    t.match(found, {
      displayName: 'Microsoft Graph',
      appOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
      appRoles: [{ value: 'User.RevokeSessions.All', id: '77f3a031-c388-4f99-b373-dc68676a979e' }],
    })
    const own = await one(`servicePrincipals/${WEB_SERVICE_PRINCIPAL}`)
    t.match(own, { appId: clients.web, servicePrincipalType: 'Application' })
  })

  t.test('finds what clients have consent for', async t => {
    const filter = `$filter=clientId eq '${WEB_SERVICE_PRINCIPAL}'`
    const [grant, ...others] = await listed(understudy, `v1.0/oauth2PermissionGrants?${filter}`)
    t.same(others, [])
    t.match(grant, {
      clientId: WEB_SERVICE_PRINCIPAL,
      consentType: 'AllPrincipals',
      principalId: null,
      scope: 'openid profile email offline_access User.Read User.RevokeSessions.All',
    })
    t.match(await one(`oauth2PermissionGrants/${Object(grant).id}`), {
      consentType: 'AllPrincipals',
    })
  })

  t.test('finds what a user has consented to', async t => {
    const url = authorizeUrl(device, { scope: 'User.ReadBasic.All' })
    const person = { login: upn('adele'), password: 'adele-Passw0rd!' }
    await signInThroughPages(understudy.fetch.bind(understudy), url, person)
    const path = "v1.0/oauth2PermissionGrants?$filter=consentType eq 'Principal'"
    t.match(await listed(understudy, path), [
      { principalId: ids.adele, scope: 'User.ReadBasic.All', id: /^[\w-]{64}$/ },
    ])
  })

  t.test('finds the tenant, as a B2C one where it has local accounts', async t => {
    t.match(await one(`organization/${TENANT_ID}`), {
      displayName: 'Contoso',
      tenantType: 'AAD B2C',
      verifiedDomains: [{ name: DOMAIN, isDefault: true, isInitial: true }],
    })
    isError(
      t,
      await graph(understudy, `GET /v1.0/organization/${GRAPH_APP_ID}`, { token }),
      notFound(GRAPH_APP_ID),
    )
  })
})

t.test('what is read of the directory', async t => {
  const { understudy } = await understudyAtNoon(t)
  const scopes = ['User.Read', 'Directory.Read.All']
  const reading = async (user: string, path: string, granted = scopes) =>
    graph(understudy, `GET /v1.0/${path}`, {
      token: await tokenFor(understudy, { user, scopes: granted }),
    })

  t.test('is little of the tenant with User.Read alone', async t => {
    const { json } = await reading('adele', 'organization', ['User.Read'])
    t.match(json, { value: [{ id: TENANT_ID, displayName: 'Contoso', tenantType: null }] })
  })

  t.test('is everything but the roles for a guest', async t => {
    for (const path of ['applications', 'servicePrincipals', 'oauth2PermissionGrants'])
      t.equal((await reading(ids.guest, path)).status, 200, path)
    for (const path of ['directoryRoles', 'roleManagement/directory/roleAssignments'])
      isError(t, await reading(ids.guest, path), errors.denied)
  })

  t.test('is the same for a B2C customer as for a member', async t => {
    for (const path of ['directoryRoles', 'applications', 'organization'])
      t.equal((await reading(ids.customer, path)).text, (await reading('adele', path)).text, path)
  })

  t.test(
    'is nothing for a personal account, which has no applications of its own either',
    async t => {
      for (const path of ['directoryRoles', 'servicePrincipals', 'organization'])
        isError(t, await reading(ids.personal, path), notForPersonalAccounts)
      t.same(Object((await reading(ids.personal, 'applications')).json).value, [])
    },
  )
})
