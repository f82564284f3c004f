// The tokens a test asks for: what they hold when it says nothing, and what it can change.
import { decodeJwt, decodeProtectedHeader } from 'jose'
import t from 'tap'
import { NotFound } from '../../src/state/state.ts'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { clients, DOMAIN, fixtureFolder, ids, TENANT_ID, upn } from '../support/contoso.ts'
import { NOON, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const OPAQUE = /^[\w.-]{20,}$/
const noon = Math.floor(NOON.getTime() / 1000)

t.test('an access token', async t => {
  const { understudy, clock } = await understudyAtNoon(t)
  const claimsOf = async (request: TokenRequest) => decodeJwt(await tokenFor(understudy, request))

  t.test('for a user has the claims of the real one', async t => {
    const claims = await claimsOf({ user: 'adele', scopes: ['openid', 'User.Read'] })
    const { exp = 0, ...others } = claims
    t.matchStrict(others, {
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${TENANT_ID}/`,
      iat: noon,
      nbf: noon,
      acct: 0,
      acr: /^[01]$/,
      aio: OPAQUE,
      amr: ['pwd'],
      app_displayname: 'Single-page app',
      appid: clients.spa,
      appidacr: '0',
      family_name: 'Vance',
      given_name: 'Adele',
      idtyp: 'user',
      ipaddr: /^[0-9.]+$/,
      name: 'Adele Vance',
      oid: ids.adele,
      platf: '5',
      puid: /^[0-9A-F]{16}$/,
      rh: /^0\.[\w-]+\.$/,
      scp: 'openid User.Read',
      sub: OPAQUE,
      tenant_region_scope: /^[A-Z]{2}$/,
      tid: TENANT_ID,
      unique_name: upn('adele'),
      upn: upn('adele'),
      uti: /^[\w-]{22}$/,
      ver: '1.0',
      wids: ['b79fbf4d-3ef9-4689-8143-76b194e85509'],
      xms_idrel: '1 12',
      xms_st: { sub: OPAQUE },
      xms_tcdt: Date.parse('2024-01-15T08:00:00Z') / 1000,
      xms_tdbr: /^[A-Z]{2}$/,
    })
    t.equal(Object.keys(others).length, 33, 'and no others')
    t.ok(exp > noon)
  })

  t.test('for an application has the claims of the real one', async t => {
    const { exp = 0, ...others } = await claimsOf({})
    t.matchStrict(others, {
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${TENANT_ID}/`,
      iat: noon,
      nbf: noon,
      aio: OPAQUE,
      app_displayname: 'Nightly sync',
      appid: clients.daemon,
      appidacr: '1',
      idp: `https://sts.windows.net/${TENANT_ID}/`,
      idtyp: 'app',
      oid: 'c1f5b3d7-6a28-4e94-b0c3-9d8e7f6a5b01',
      rh: /^0\.[\w-]+\.$/,
      roles: ['User.RevokeSessions.All', 'User.Read.All'],
      sub: 'c1f5b3d7-6a28-4e94-b0c3-9d8e7f6a5b01',
      tenant_region_scope: /^[A-Z]{2}$/,
      tid: TENANT_ID,
      uti: /^[\w-]{22}$/,
      ver: '1.0',
      xms_tcdt: Date.parse('2024-01-15T08:00:00Z') / 1000,
    })
    t.equal(Object.keys(others).length, 19, 'and no others')
    t.ok(exp > noon)
  })

  t.test('has the header of the real one, with a nonce of its own', async t => {
    const [one, other] = await Promise.all(
      [1, 2].map(async () => decodeProtectedHeader(await tokenFor(understudy, { user: 'adele' }))),
    )
    t.strictSame(Object.keys(one ?? {}).sort(), ['alg', 'kid', 'nonce', 'typ', 'x5t'])
    t.match(one, { typ: 'JWT', alg: 'RS256', nonce: /^[\w-]{43}$/, x5t: one?.kid })
    t.not(one?.nonce, other?.nonce)
    t.equal(one?.kid, other?.kid)
  })

  t.test('says who the user is: role, guest, gaps in the profile', async t => {
    t.match(await claimsOf({ user: 'admin' }), {
      acct: 0,
      wids: ['62e90394-69f5-4237-9190-012177145e10', 'b79fbf4d-3ef9-4689-8143-76b194e85509'],
    })
    const guest = await claimsOf({ user: 'grace_fabrikam.com#EXT#' })
    t.match(guest, { acct: 1, upn: upn('grace_fabrikam.com#EXT#') })
    const nameless = await claimsOf({ user: 'helpdesk' })
    t.notOk('family_name' in nameless || 'given_name' in nameless)
    t.equal(nameless.name, 'Helpdesk')
  })

  t.test(
    'is for the user by id, by name, and by what stands before the @, in any case',
    async t => {
      for (const user of [ids.adele, ids.adele.toUpperCase(), upn('adele'), upn('ADELE'), 'Adele'])
        t.match(await claimsOf({ user }), { oid: ids.adele })
    },
  )

  t.test('is of the client that is asked for, with what it has consent for', async t => {
    for (const [type, appidacr] of [
      ['spa', '0'],
      ['device', '0'],
      ['web', '1'],
    ] as const) {
      const client = clients[type]
      t.match(await claimsOf({ user: 'adele', client }), {
        appid: client,
        appidacr,
        scp: 'openid profile email offline_access User.Read User.RevokeSessions.All',
      })
    }
    const web = await claimsOf({ client: clients.web.toUpperCase() })
    t.match(web, { appid: clients.web, idtyp: 'app' })
    t.same(web.roles, ['User.Read.All'])
  })

  t.test('holds the permissions that are asked for, and no others', async t => {
    t.equal((await claimsOf({ user: 'adele', scopes: ['b', 'a'] })).scp, 'b a')
    t.equal((await claimsOf({ user: 'adele', scopes: [] })).scp, '')
    t.same((await claimsOf({ roles: ['b', 'a'] })).roles, ['b', 'a'])
    t.notOk('roles' in (await claimsOf({ roles: [] })))
    t.notOk('roles' in (await claimsOf({ user: 'adele', roles: ['a'] })))
    t.notOk('scp' in (await claimsOf({ scopes: ['a'] })))
  })

  t.test('repeats the capabilities as they were declared', async t => {
    t.matchStrict(await claimsOf({ user: 'adele', capabilities: ['CP1'] }), {
      xms_cc: ['CP1'],
      xms_ssm: '1',
    })
    const other = await claimsOf({ user: 'adele', capabilities: ['cp2'] })
    t.same([other.xms_cc, other.xms_ssm], [['cp2'], undefined])
    t.notOk('xms_cc' in (await claimsOf({ user: 'adele', capabilities: [] })))
  })

  t.test('is for another audience where one is asked for', async t => {
    t.equal((await claimsOf({ user: 'adele', audience: 'api://other' })).aud, 'api://other')
  })

  t.test('takes any claim that is put over its own; null takes one away', async t => {
    const overrides = { upn: 'eve@evil.example', ipaddr: null, wids: [], extra: { a: [1] }, exp: 5 }
    const claims = await claimsOf({ user: 'adele', claims: overrides })
    t.match(claims, { upn: 'eve@evil.example', extra: { a: [1] }, exp: 5, name: 'Adele Vance' })
    t.same(claims.wids, [])
    t.notOk('ipaddr' in claims)
  })

  t.test('comes in an OAuth token response whose expires_in is its own', async t => {
    const response = await understudy.issueToken({ user: 'adele' })
    t.strictSame(Object.keys(response).sort(), ['access_token', 'expires_in', 'token_type'])
    const { exp = 0, iat = 0 } = decodeJwt(response.access_token)
    t.same([response.token_type, response.expires_in], ['Bearer', exp - iat])
  })

  t.test('has an id of its own', async t => {
    const all = await Promise.all(Array.from({ length: 20 }, () => claimsOf({ user: 'adele' })))
    t.equal(new Set(all.map(({ uti }) => uti)).size, 20)
    t.notOk(all.some(({ uti }) => GUID.test(String(uti))))
  })

  t.test('follows the clock', async t => {
    clock.advance(3600)
    t.match(await claimsOf({ user: 'adele' }), { iat: noon + 3600, nbf: noon + 3600 })
    clock.advance(-3600)
  })

  t.test('whose signature is asked to be invalid differs in nothing else', async t => {
    const seed = 'the same'
    const [{ understudy: one }, { understudy: other }] = [
      await understudyAtNoon(t, { seed }),
      await understudyAtNoon(t, { seed }),
    ]
    const good = (await tokenFor(one, { user: 'adele' })).split('.')
    const bad = (await tokenFor(other, { user: 'adele', signature: 'invalid' })).split('.')
    t.same(bad.slice(0, 2), good.slice(0, 2))
    t.not(bad[2], good[2])
    t.equal(bad[2]?.length, good[2]?.length)
  })
})

t.test('a token that cannot be made', async t => {
  const { understudy } = await understudyAtNoon(t)
  const message = async (request: TokenRequest) => {
    const error = await understudy.issueToken(request).catch((error: unknown) => error)
    if (error instanceof NotFound) return error.message
    throw new Error('It was made.', { cause: error })
  }

  t.test('says which user or client it did not find, and which there are', async t => {
    t.match(await message({ user: 'nobody' }), `no user 'nobody' in ${DOMAIN}`)
    t.match(await message({ user: 'nobody' }), upn('admin'))
    t.match(await message({ client: 'none' }), `no client 'none' in ${DOMAIN}`)
    t.match(await message({ client: 'none' }), clients.spa)
  })

  t.test('says so where a tenant has no client to default to', async t => {
    const fixtures = fixtureFolder(t, {
      tenant: { domains: [DOMAIN] },
      users: [{ userPrincipalName: 'ada' }],
    })
    const { understudy: bare } = await understudyAtNoon(t, { fixtures })
    await t.rejects(bare.issueToken({ user: 'ada' }), NotFound)
    await t.rejects(bare.issueToken(), NotFound)
    await t.rejects(bare.issueToken({}, { tenant: 'fabrikam.com' }), NotFound)
  })
})
