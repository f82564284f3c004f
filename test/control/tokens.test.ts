// control.tokens.issue: a token as a test asks for it. What Graph makes of one is explain.test.ts.
import t from 'tap'
import { parseJws } from '../../src/tokens/jws.ts'
import { clients, ids, TENANT_ID, upn } from '../support/contoso.ts'
import { isProblem, sendText } from '../support/problem.ts'
import { FABRIKAM, FABRIKAM_CLIENT, TAILSPIN, twoTenants } from '../support/two-tenants.ts'
import type { Reply } from '../support/understudy.ts'
import { control, graph, understudyAtNoon, understudyFor } from '../support/understudy.ts'

const POST = 'POST /_understudy/tokens'

/** The claims of the token in an answer. */
function claimsIn(reply: Reply): Readonly<Record<string, unknown>> {
  return parseJws(Object(reply.json).access_token)?.payload ?? {}
}

t.test('control.tokens.issue', async t => {
  t.test('answers in the shape of a token response, not to be stored', async t => {
    const reply = await control(await understudyFor(t), POST, { body: { user: 'adele' } })
    t.equal(reply.status, 201)
    t.equal(reply.headers.get('cache-control'), 'no-store')
    t.same(Object.keys(Object(reply.json)).sort(), ['access_token', 'expires_in', 'token_type'])
    t.match(reply.json, { access_token: /^[\w-]+\.[\w-]+\.[\w-]+$/, token_type: 'Bearer' })
  })

  t.test('takes a user by id, by name in any case, or by what stands before the @', async t => {
    const understudy = await understudyFor(t)
    for (const user of [ids.adele, upn('adele'), upn('ADELE'), 'Adele', ids.adele.toUpperCase()]) {
      const claims = claimsIn(await control(understudy, POST, { body: { user } }))
      t.match(claims, { oid: ids.adele, upn: upn('adele'), idtyp: 'user', tid: TENANT_ID })
    }
  })

  t.test('issues what the client has consent for when no permissions are given', async t => {
    const understudy = await understudyFor(t)
    const delegated = claimsIn(await control(understudy, POST, { body: { user: 'adele' } }))
    t.match(delegated, { appid: clients.spa, scp: /\bUser\.Read\b/ })
    t.notOk('roles' in delegated)
    const appOnly = claimsIn(await control(understudy, POST, { body: {} }))
    t.match(appOnly, {
      idtyp: 'app',
      appid: clients.daemon,
      roles: ['User.RevokeSessions.All', 'User.Read.All'],
    })
    t.notOk('scp' in appOnly)
  })

  t.test('issues for the client, permissions, capabilities and audience it is told', async t => {
    const understudy = await understudyFor(t)
    const body = {
      user: 'alex',
      client: clients.web,
      scopes: ['User.Read', 'Mail.Read'],
      capabilities: ['cp1'],
      audience: 'https://example.com',
    }
    t.match(claimsIn(await control(understudy, POST, { body })), {
      oid: ids.alex,
      appid: clients.web,
      scp: 'User.Read Mail.Read',
      xms_cc: ['cp1'],
      aud: 'https://example.com',
    })
    const appOnly = { client: clients.web, roles: ['Directory.Read.All'] }
    t.match(claimsIn(await control(understudy, POST, { body: appOnly })), {
      appid: clients.web,
      roles: ['Directory.Read.All'],
    })
  })

  t.test('puts claims over its own, and takes away those that are null', async t => {
    const body = { user: 'adele', claims: { acr: '0', own: { deep: [1] }, name: null } }
    const claims = claimsIn(await control(await understudyFor(t), POST, { body }))
    t.match(claims, { acr: '0', own: { deep: [1] } })
    t.notOk('name' in claims)
  })

  t.test('lets a token live as long as it is told, or as the real ones do', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const now = Math.floor(clock.now() / 1000)
    const lifetime = async (body: object) => {
      const reply = await control(understudy, POST, { body: { user: 'adele', ...body } })
      const { exp } = claimsIn(reply)
      t.equal(Number(exp) - now, Object(reply.json).expires_in)
      return Number(exp) - now
    }
    for (const lifetimeSeconds of [1, 60, -1, -86400])
      t.equal(await lifetime({ lifetimeSeconds }), lifetimeSeconds)
    const ordinary = await lifetime({})
    t.ok(ordinary >= 60 * 60 && ordinary <= 90 * 60, 'sixty to ninety minutes')
    const long = await lifetime({ capabilities: ['CP1'] })
    t.ok(long >= 20 * 3600 && long <= 28 * 3600, 'twenty to twenty-eight hours with cp1')
  })

  t.test('gives a signature that Graph takes, or on demand one that it does not', async t => {
    const understudy = await understudyFor(t)
    for (const [signature, status] of [
      ['valid', 200],
      ['invalid', 401],
    ] as const) {
      const reply = await control(understudy, POST, { body: { user: 'adele', signature } })
      const token: string = Object(reply.json).access_token
      t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, status)
    }
  })

  t.test('looks in the tenant it is told, by id or domain, and nowhere else', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    const found = [
      ['', 'grace', FABRIKAM],
      ['', 'henry', FABRIKAM],
      ['?tenant=fabrikam.com', 'grace@fabrikam.onmicrosoft.com', FABRIKAM],
      [`?tenant=${TAILSPIN}`, 'tony', TAILSPIN],
    ] as const
    for (const [query, user, tid] of found)
      t.match(claimsIn(await control(understudy, `${POST}${query}`, { body: { user } })), { tid })
    isProblem(t, await control(understudy, POST, { body: { user: 'tony' } }), 404)
    const foreign = { user: 'tony', client: FABRIKAM_CLIENT }
    isProblem(t, await control(understudy, `${POST}?tenant=${TAILSPIN}`, { body: foreign }), 404)
  })
})

t.test('A refused request for a token', async t => {
  const understudy = await understudyFor(t)

  t.test('is a 404 that names what there is', async t => {
    const unknown = [
      ['', { user: 'zed' }, /'zed' in contoso\.onmicrosoft\.com.*adele|admin@contoso/],
      ['', { user: 'adele@fabrikam.com' }, /'adele@fabrikam\.com'.*@contoso/],
      ['', { client: 'spa' }, /'spa'.*2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b02 \(Single-page app\)/],
      ['?tenant=fabrikam.com', { user: 'adele' }, /'fabrikam\.com'.*contoso\.onmicrosoft\.com/],
    ] as const
    for (const [query, body, detail] of unknown)
      isProblem(t, await control(understudy, `${POST}${query}`, { body }), 404, { detail })
  })

  const malformed: readonly (readonly [body: unknown, pointer: string])[] = [
    [{ user: '' }, '/user'],
    [{ user: null }, '/user'],
    [{ client: 5 }, '/client'],
    [{ user: 'adele', scopes: 'User.Read' }, '/scopes'],
    [{ user: 'adele', scopes: ['User.Read', ''] }, '/scopes/1'],
    [{ roles: [null] }, '/roles/0'],
    [{ capabilities: 'cp1' }, '/capabilities'],
    [{ lifetimeSeconds: 0.5 }, '/lifetimeSeconds'],
    [{ lifetimeSeconds: '60' }, '/lifetimeSeconds'],
    [{ lifetimeSeconds: 1e12 }, '/lifetimeSeconds'],
    [{ audience: '' }, '/audience'],
    [{ claims: [] }, '/claims'],
    [{ signature: 'none' }, '/signature'],
    [{ username: 'adele' }, '/username'],
    [['adele'], ''],
  ]
  for (const [body, pointer] of malformed) {
    t.test(`names the place: ${JSON.stringify(body)}`, async t => {
      isProblem(t, await control(understudy, POST, { body }), 400, {
        errors: [{ in: 'body', pointer }],
      })
    })
  }

  t.test('is a 400 or a 415 for a body that cannot be read', async t => {
    isProblem(t, await control(understudy, POST), 400, { errors: [{ detail: 'is required' }] })
    isProblem(t, await sendText(understudy, POST, '{"user":adele}'), 400, { detail: /JSON/ })
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    isProblem(t, await sendText(understudy, POST, 'user=adele', form), 415)
  })

  t.test('is a 400 for a query parameter it does not have', async t => {
    const reply = await control(understudy, `${POST}?user=adele`, { body: {} })
    isProblem(t, reply, 400, { errors: [{ in: 'query', pointer: 'user', detail: /tenant/ }] })
  })
})
