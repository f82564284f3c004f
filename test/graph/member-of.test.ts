// The groups and directory roles that a user is a member of: directly and through others, and what of them a token may read.
import type { Test } from 'tap'
import t from 'tap'
import type { FixtureDocument } from '../../src/fixtures/document.ts'
import { roleIds } from '../../src/state/directory-roles.ts'
import { fixtureFolder } from '../support/contoso.ts'
import { errors, isError } from '../support/graph-errors.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const fixture: FixtureDocument = {
  tenant: { domains: ['fabrikam.com'] },
  users: [
    { userPrincipalName: 'ada', roles: ['Reports Reader'] },
    { userPrincipalName: 'gus', userType: 'Guest' },
    { userPrincipalName: 'eve' },
  ],
  applications: [
    {
      displayName: 'App',
      type: 'spa',
    },
  ],
  groups: [
    { displayName: 'Staff', members: ['Desk'] },
    {
      displayName: 'Desk',
      isAssignableToRole: true,
      roles: ['Helpdesk Administrator'],
      members: ['ada'],
      owners: ['eve'],
    },
    { displayName: 'Others', members: ['eve'] },
  ],
}

const scopes = ['User.Read', 'Directory.Read.All']

async function fabrikam(t: Test, permissions: readonly string[] = scopes) {
  const { understudy } = await understudyAtNoon(t, { fixtures: fixtureFolder(t, fixture) })
  const token = await tokenFor(understudy, { user: 'ada', scopes: [...permissions] })
  const read = (path: `/${string}`, headers: Readonly<Record<string, string>> = {}) =>
    graph(understudy, `GET ${path}`, { token, headers })
  const names = async (path: `/${string}`) => {
    const { json, text } = await read(path)
    const value: readonly { displayName: string }[] | undefined = Object(json).value
    if (value === undefined) throw new Error(text)
    return value.map(({ displayName }) => displayName)
  }
  return { understudy, read, names }
}

t.test('memberOf', async t => {
  t.test('gives the groups and the roles that a user is in directly', async t => {
    const { names } = await fabrikam(t)
    for (const version of ['v1.0', 'beta'])
      for (const path of ['me', 'users/ada@fabrikam.com'])
        t.strictSame(await names(`/${version}/${path}/memberOf`), ['Desk', 'Reports Reader'])
    t.strictSame(
      await names('/v1.0/users/eve@fabrikam.com/memberOf'),
      ['Others'],
      'owners are none',
    )
    t.strictSame(await names('/v1.0/users/gus@fabrikam.com/memberOf'), [])
  })

  t.test('gives those through other groups as well, when it is transitive', async t => {
    const { names } = await fabrikam(t)
    for (const path of ['me', 'users/ada@fabrikam.com'])
      t.strictSame(await names(`/v1.0/${path}/transitiveMemberOf`), [
        'Staff',
        'Desk',
        'Reports Reader',
        'Helpdesk Administrator',
      ])
  })

  t.test('says of each what it is', async t => {
    const { read } = await fabrikam(t)
    const { json } = await read('/v1.0/me/memberOf')
    t.match(json, {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#directoryObjects',
      value: [
        {
          '@odata.type': '#microsoft.graph.group',
          displayName: 'Desk',
          isAssignableToRole: true,
          securityEnabled: true,
          mailEnabled: false,
        },
        {
          '@odata.type': '#microsoft.graph.directoryRole',
          displayName: 'Reports Reader',
          roleTemplateId: roleIds['Reports Reader'],
        },
      ],
    })
    const { json: roles } = await read('/v1.0/directoryRoles')
    const [, role]: { id: string }[] = Object(json).value
    const known: { id: string }[] = Object(roles).value
    t.ok(known.some(({ id }) => id === role?.id))
  })

  t.test('tells no more than type and id of what the token may not read', async t => {
    const { read } = await fabrikam(t, ['User.Read'])
    const { status, json } = await read('/v1.0/me/memberOf?$select=id,displayName,groupTypes')
    t.equal(status, 200)
    const found: { id: unknown; displayName: unknown }[] = Object(json).value
    t.equal(found.length, 2)
    for (const { id, displayName } of found) {
      t.match(id, /^[0-9a-f-]{36}$/)
      t.equal(displayName, null)
    }
  })

  t.test('is not for other users with what suffices for oneself', async t => {
    const { read } = await fabrikam(t, ['User.Read'])
    t.equal((await read('/v1.0/users/ada@fabrikam.com/memberOf')).status, 200)
    for (const name of ['eve', 'nobody'])
      isError(t, await read(`/v1.0/users/${name}@fabrikam.com/memberOf`), errors.denied)
  })

  t.test('is selected, counted, filtered and paged as other lists are', async t => {
    const { read } = await fabrikam(t)
    const eventual = { ConsistencyLevel: 'eventual' }
    const filtered = await read(
      "/v1.0/me/transitiveMemberOf?$count=true&$filter=startsWith(displayName,'st')&$select=displayName",
      eventual,
    )
    t.strictSame(filtered.json, {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#directoryObjects(displayName)',
      '@odata.count': 1,
      value: [{ '@odata.type': '#microsoft.graph.group', displayName: 'Staff' }],
    })
    const first = await read('/v1.0/me/transitiveMemberOf?$top=3')
    const next = String(Object(first.json)['@odata.nextLink']).replace(/^https:\/\/[^/]+\//, '')
    t.equal(Object(first.json).value.length, 3)
    t.equal(Object((await read(`/${next}`)).json).value.length, 1)
  })

  t.test('gives those of one type by a cast, each with its own properties alone', async t => {
    const { read, names } = await fabrikam(t)
    for (const namespace of ['microsoft.graph', 'graph'])
      for (const path of ['v1.0/me', 'beta/me', 'v1.0/users/ada@fabrikam.com']) {
        const cast = (list: string, type: string) => names(`/${path}/${list}/${namespace}.${type}`)
        t.strictSame(await cast('memberOf', 'group'), ['Desk'])
        t.strictSame(await cast('memberOf', 'directoryRole'), ['Reports Reader'])
        t.strictSame(await cast('transitiveMemberOf', 'group'), ['Staff', 'Desk'])
        t.strictSame(await cast('transitiveMemberOf', 'directoryRole'), [
          'Reports Reader',
          'Helpdesk Administrator',
        ])
      }
    const { json: groups } = await read(
      '/v1.0/me/memberOf/microsoft.graph.group?$select=displayName',
    )
    t.strictSame(groups, {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#groups(displayName)',
      value: [{ displayName: 'Desk' }],
    })
    const { json: roles } = await read('/v1.0/me/memberOf/microsoft.graph.directoryRole')
    const { json: known } = await read('/v1.0/directoryRoles')
    const held: readonly object[] = Object(roles).value
    t.equal(
      Object(roles)['@odata.context'],
      'https://graph.microsoft.com/v1.0/$metadata#directoryRoles',
    )
    t.strictSame(
      held,
      Object(known).value.filter(
        (role: { displayName: string }) => role.displayName === 'Reports Reader',
      ),
    )
  })

  t.test('knows no cast to what nobody is a member of', async t => {
    const { read } = await fabrikam(t)
    const { status, json } = await read('/v1.0/me/memberOf/microsoft.graph.user')
    t.equal(status, 400)
    t.match(json, { error: { code: 'BadRequest', message: /microsoft\.graph\.user/ } })
  })

  t.test('tells no more than ids of what a cast leads to and the token may not read', async t => {
    const { read } = await fabrikam(t, ['User.Read'])
    for (const [type, select] of [
      ['group', 'id,displayName,groupTypes'],
      ['directoryRole', 'id,displayName,roleTemplateId'],
    ]) {
      const { json } = await read(`/v1.0/me/memberOf/microsoft.graph.${type}?$select=${select}`)
      const [found]: readonly { id: unknown; displayName: unknown; roleTemplateId?: unknown }[] =
        Object(json).value
      t.match(found?.id, /^[0-9a-f-]{36}$/)
      t.equal(found?.displayName, null)
      t.equal(found?.roleTemplateId ?? null, null)
    }
  })

  t.test('is searched and sorted, by an advanced query', async t => {
    const { read } = await fabrikam(t)
    const eventual = { ConsistencyLevel: 'eventual' }
    const names = async (query: string) => {
      const { json } = await read(`/v1.0/me/transitiveMemberOf${query}`, eventual)
      return Object(json).value.map((found: { displayName: string }) => found.displayName)
    }
    t.strictSame(await names('?$search="displayName:staff"'), ['Staff'])
    t.strictSame(await names('/microsoft.graph.group?$count=true&$orderby=displayName'), [
      'Desk',
      'Staff',
    ])
    t.strictSame(
      await names(
        `/microsoft.graph.directoryRole?$count=true&$filter=roleTemplateId eq '${roleIds['Reports Reader']}'`,
      ),
      ['Reports Reader'],
    )
    t.strictSame(
      await names(
        '/microsoft.graph.group?$count=true&$filter=isAssignableToRole eq true and securityEnabled eq true',
      ),
      ['Desk'],
    )
    for (const query of ['$orderby=displayName', '$search="displayName:staff"'])
      t.equal(
        (await read(`/v1.0/me/transitiveMemberOf/microsoft.graph.group?${query}`)).status,
        400,
      )
  })

  t.test('gives members the roles of their groups in tokens and in what they may do', async t => {
    const { understudy } = await fabrikam(t)
    const token = await tokenFor(understudy, { user: 'ada', scopes: ['User.RevokeSessions.All'] })
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    t.ok(payload.wids.includes(roleIds['Helpdesk Administrator']))
    const revoke = async (name: string) =>
      (
        await graph(understudy, `POST /v1.0/users/${name}@fabrikam.com/revokeSignInSessions`, {
          token,
        })
      ).status
    t.equal(await revoke('gus'), 200)
    t.equal(await revoke('eve'), 403, 'an owner of a group that roles can be assigned to')
  })
})
