// The `scope` parameter, read: which permissions of which resource.
import fc from 'fast-check'
import t from 'tap'
import type { ScopeRequest } from '../../src/tokens/scopes.ts'
import { isOpenIdScope, parseScope, parseScopes, sortScopes } from '../../src/tokens/scopes.ts'

const GRAPH = 'https://graph.microsoft.com'
const GUID = '00000003-0000-0000-c000-000000000000'

const read = (openId: readonly string[], rest: Partial<ScopeRequest> = {}) => ({
  openId: new Set(openId),
  resource: undefined,
  permissions: [],
  isDefault: false,
  ...rest,
})

t.test('parseScopes', async t => {
  const rows: readonly (readonly [string, object])[] = [
    ['', read([])],
    ['openid profile email offline_access', read(['openid', 'profile', 'email', 'offline_access'])],
    ['User.Read', read([], { permissions: ['User.Read'] })],
    [' User.Read  openid User.Read ', read(['openid'], { permissions: ['User.Read'] })],
    ['User.Read user.read', read([], { permissions: ['User.Read', 'user.read'] })],
    [`${GRAPH}/User.Read`, read([], { resource: GRAPH, permissions: ['User.Read'] })],
    [`${GRAPH}//User.Read`, read([], { resource: GRAPH, permissions: ['User.Read'] })],
    [`${GUID}/.default`, read([], { resource: GUID, isDefault: true })],
    ['.default', read([], { isDefault: true })],
    [`openid ${GRAPH}/.default`, read(['openid'], { resource: GRAPH, isDefault: true })],
    ['api://orders/a/b', read([], { resource: 'api://orders/a', permissions: ['b'] })],
    ['urn:orders/read', read([], { resource: 'urn:orders', permissions: ['read'] })],
    [`${GRAPH}/openid`, read([], { resource: GRAPH, permissions: ['openid'] })],
    ['Openid', read([], { permissions: ['Openid'] })],
  ]
  for (const [text, expected] of rows)
    t.test(`reads '${text}'`, async t => t.strictSame(parseScopes(text), expected))

  for (const [text, scope] of [
    ['User/Read', 'User/Read'],
    ['openid User.Read/', 'User.Read/'],
    ['a"b', 'a"b'],
    ['é', 'é'],
    ['a\tb', 'a\tb'],
    ['/User.Read', '/User.Read'],
    ['.default User.Read', '.default User.Read'],
    [`${GRAPH}/.default ${GRAPH}/User.Read`, `${GRAPH}/.default ${GRAPH}/User.Read`],
  ] as const) {
    t.test(`finds '${text}' malformed, and says where`, async t => {
      t.same(parseScopes(text), { mistake: 'malformed', scope })
    })
  }

  for (const text of [
    `User.Read ${GRAPH}/User.Read`,
    `${GRAPH}/User.Read ${GUID}/User.Read`,
    'api://a/x api://b/y openid',
    `${GRAPH}/.default api://a/.default`,
  ])
    t.test(`finds more than one resource in '${text}'`, async t => {
      t.same(parseScopes(text), { mistake: 'severalResources', scope: text })
    })

  t.test('forgets nothing and adds nothing', async t => {
    const name = fc.stringMatching(/^[A-Z][A-Za-z.]{1,10}$/)
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 6 }), fc.boolean(), (names, isNamed) => {
        const prefix = isNamed ? `${GRAPH}/` : ''
        const parsed = parseScopes(names.map(one => prefix + one).join(' '))
        return 'mistake' in parsed ? false : names.join() === parsed.permissions.join()
      }),
    )
    t.pass()
  })
})

t.test('parseScope', async t => {
  t.test('parts a scope at its last slash', async t => {
    t.same(parseScope('read'), { resource: undefined, permission: 'read' })
    t.same(parseScope('api://a/read'), { resource: 'api://a', permission: 'read' })
    t.same(parseScope(`${GUID}/read`), { resource: GUID, permission: 'read' })
    for (const text of ['', '/', 'a/b', 'https://a/', 'not a url/read'])
      t.equal(parseScope(text), undefined)
  })
})

t.test('sortScopes', async t => {
  t.test('goes by the letters, whatever their case, and names each once', async t => {
    t.same(sortScopes(['User.Read', 'profile', 'openid', 'email', 'Mail.Read', 'openid']), [
      'email',
      'Mail.Read',
      'openid',
      'profile',
      'User.Read',
    ])
    t.same(sortScopes(['a_b', 'aB', 'a.b', 'Ab-']), ['a.b', 'a_b', 'aB', 'Ab-'])
    t.same(sortScopes(['b', 'B', 'a']), ['a', 'b', 'B'])
    t.same(sortScopes(['B', 'b', 'a']), ['a', 'B', 'b'])
    t.same(sortScopes([]), [])
  })
})

t.test('isOpenIdScope', async t => {
  t.test('knows the four, to the letter', async t => {
    for (const scope of ['openid', 'profile', 'email', 'offline_access']) t.ok(isOpenIdScope(scope))
    for (const scope of ['OpenID', 'address', 'phone', '', 'User.Read'])
      t.notOk(isOpenIdScope(scope))
  })
})
