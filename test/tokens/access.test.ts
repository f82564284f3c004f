// What a client is given access to: which resource a name means, what lacks consent, and what is granted in which words.
import t from 'tap'
import { toTenantDefinition } from '../../src/fixtures/definition.ts'
import { defaultSettings } from '../../src/state/settings.ts'
import { consentKey } from '../../src/state/sign-ins.ts'
import { createTenant } from '../../src/state/tenant.ts'
import {
  applicationAccess,
  delegatedAccess,
  findResource,
  missingConsent,
} from '../../src/tokens/access.ts'
import { parseScopes } from '../../src/tokens/scopes.ts'

const GRAPH = 'https://graph.microsoft.com'
const GRAPH_ID = '00000003-0000-0000-c000-000000000000'
const CLIENT = '11111111-0000-4000-8000-000000000000'
const ORDERS = '22222222-0000-4000-8000-000000000000'

const isOwnOrigin = (origin: string) => origin === 'http://localhost:4280'

/** A client with consent for some of everything, an API, and two users. */
function makeTenant() {
  const tenant = createTenant(
    toTenantDefinition(
      {
        tenant: { domains: ['one.example'] },
        users: [{ userPrincipalName: 'ada' }, { userPrincipalName: 'bob' }],
        applications: [
          {
            appId: CLIENT,
            displayName: 'Client',
            type: 'web',
            exposed: { scopes: ['own'] },
            consented: {
              scopes: ['openid', 'User.Read', `${GRAPH}/Mail.Read`, `api://${ORDERS}/read`],
              roles: [
                'User.Read.All',
                `${ORDERS}/Orders.Process`,
                'https://orders.example/Orders.Audit',
              ],
            },
          },
          {
            appId: ORDERS,
            displayName: 'Orders',
            type: 'web',
            identifierUris: ['https://orders.example', 'urn:orders'],
            exposed: { scopes: ['read', 'write'], roles: ['Orders.Process', 'Orders.Audit'] },
          },
        ],
      },
      { settings: defaultSettings, generatedUsers: 0 },
    ),
  )
  const [ada, bob] = tenant.users.rows
  const client = tenant.applications.find(CLIENT)
  if (ada === undefined || bob === undefined || client === undefined) throw new Error('No tenant.')
  return { tenant, client, ada, bob }
}

/** An access request of Ada's, or of whoever is named. */
function asked(scope: string, made = makeTenant(), user = made.ada) {
  const request = parseScopes(scope)
  if ('mistake' in request) throw new Error(request.mistake)
  const resource = findResource(made.tenant, request.resource, isOwnOrigin)
  if (resource === undefined) throw new Error('No resource.')
  return { tenant: made.tenant, client: made.client, user, request, resource }
}

t.test('findResource', async t => {
  const { tenant } = makeTenant()
  const find = (name: string | undefined) => {
    const found = findResource(tenant, name, isOwnOrigin)
    return found && [found.kind, found.audience]
  }

  t.test('knows Microsoft Graph by each of its names, and by none', async t => {
    t.same(find(undefined), ['graph', GRAPH_ID])
    t.same(find(GRAPH), ['graph', GRAPH])
    t.same(find(GRAPH.toUpperCase()), ['graph', GRAPH])
    t.same(find(GRAPH_ID), ['graph', GRAPH_ID])
    t.same(find('http://localhost:4280'), ['graph', 'http://localhost:4280'])
  })

  t.test(
    'knows an application by its id and by each of its URIs, and names it by its id',
    async t => {
      for (const name of [
        ORDERS,
        ORDERS.toUpperCase(),
        `api://${ORDERS}`,
        'https://orders.example',
        'urn:orders',
      ])
        t.same(find(name), ['application', ORDERS], name)
    },
  )

  t.test('knows no others', async t => {
    for (const name of [
      '',
      'https://graph.microsoft.us',
      'http://localhost:4281',
      'https://orders.example/',
      'HTTPS://orders.example',
      'orders',
      `urn:${ORDERS}`,
    ])
      t.equal(find(name), undefined, name)
  })
})

t.test('missingConsent', async t => {
  for (const [scope, missing] of [
    ['openid profile', []],
    ['User.Read Mail.Read', []],
    [`${GRAPH_ID}/Mail.Read`, []],
    ['http://localhost:4280/User.Read', []],
    ['User.Read Mail.Send', ['Mail.Send']],
    [`${GRAPH}/Mail.Send`, ['Mail.Send']],
    [`${GRAPH}/.default`, []],
    ['https://orders.example/read', []],
    [`${ORDERS}/read ${ORDERS}/write`, [`api://${ORDERS}/write`]],
    ['urn:orders/.default', []],
    [`${CLIENT}/own`, []],
    [`api://${CLIENT}/.default`, []],
  ] as const)
    t.test(`of '${scope}' is ${missing.length === 0 ? 'nothing' : missing.join()}`, async t => {
      t.same(missingConsent(asked(scope)), missing)
    })

  t.test('of .default is itself where there is consent for nothing', async t => {
    const made = makeTenant()
    const client = { ...made.client, consented: { scopes: ['openid'], roles: [] } }
    t.same(missingConsent({ ...asked(`${GRAPH}/.default`, made), client }), ['.default'])
    t.same(missingConsent({ ...asked('urn:orders/.default', made), client }), [
      `api://${ORDERS}/.default`,
    ])
  })

  t.test("counts a user's own consent to that client, and nobody else's", async t => {
    const made = makeTenant()
    made.tenant.consents.set(consentKey(made.ada.id, CLIENT), [
      'Mail.Send',
      `api://${ORDERS}/write`,
    ])
    made.tenant.consents.set(consentKey(made.bob.id, ORDERS), ['Mail.Send'])
    t.same(missingConsent(asked('Mail.Send', made)), [])
    t.same(missingConsent(asked('https://orders.example/write', made)), [])
    t.same(missingConsent(asked('Mail.Send', made, made.bob)), ['Mail.Send'])
  })
})

t.test('delegatedAccess', async t => {
  const granted = (scope: string) => {
    const { scopes, granted } = delegatedAccess(asked(scope))
    return { scopes: scopes.join(' '), granted: granted.join(' ') }
  }

  for (const [scope, scopes, words] of [
    ['User.Read', 'Mail.Read openid User.Read', 'Mail.Read openid User.Read'],
    [
      'profile offline_access User.Read',
      'Mail.Read openid profile User.Read',
      'Mail.Read openid profile User.Read',
    ],
    [
      `${GRAPH}/User.Read`,
      'Mail.Read openid User.Read',
      `openid ${GRAPH}/Mail.Read ${GRAPH}/User.Read`,
    ],
    [
      `${GRAPH}/.default`,
      'Mail.Read openid User.Read',
      `openid ${GRAPH}/Mail.Read ${GRAPH}/User.Read ${GRAPH}/.default`,
    ],
    ['.default', 'Mail.Read openid User.Read', 'Mail.Read openid User.Read .default'],
    ['urn:orders/read openid', 'read', 'urn:orders/read'],
    [`${ORDERS}/.default`, 'read', `${ORDERS}/read ${ORDERS}/.default`],
    [`${CLIENT}/own`, 'own', `${CLIENT}/own`],
  ] as const)
    t.test(`of '${scope}' is all with consent, in its words`, async t => {
      t.same(granted(scope), { scopes, granted: words })
    })

  t.test('says which of OpenID Connect was asked for', async t => {
    t.same(
      [...delegatedAccess(asked('email User.Read offline_access')).openId],
      ['email', 'offline_access'],
    )
  })
})

t.test('applicationAccess', async t => {
  const { tenant, client } = makeTenant()

  for (const [name, roles] of [
    [GRAPH, ['User.Read.All']],
    ['http://localhost:4280', ['User.Read.All']],
    [ORDERS, ['Orders.Process', 'Orders.Audit']],
    [CLIENT, []],
  ] as const)
    t.test(`on ${name} is ${roles.join(' ') || 'nothing'}`, async t => {
      const resource = findResource(tenant, name, isOwnOrigin)
      t.same(resource && applicationAccess(client, resource), roles)
    })
})
