// signIn.token.issue with grant_type=client_credentials: what a client is given on its own.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { clients, TENANT_ID, upn } from '../support/contoso.ts'
import { LOGIN } from '../support/form-browser.ts'
import { revokes } from '../support/revocation.ts'
import type { TestClient } from '../support/sign-in.ts'
import {
  askToken,
  CAPABLE,
  claimsOf,
  daemon,
  device,
  OWN_API,
  refusalOf,
  spa,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import { graph, NOON, understudyAtNoon } from '../support/understudy.ts'

const GRAPH = 'https://graph.microsoft.com/.default'
const GRAPH_ID = '00000003-0000-0000-c000-000000000000'
const SERVICE_PRINCIPAL = 'c1f5b3d7-6a28-4e94-b0c3-9d8e7f6a5b01'
const OPAQUE = /^[\w.-]{20,}$/
const noon = Math.floor(NOON.getTime() / 1000)

const ask = (
  understudy: Understudy,
  scope: string | undefined,
  fields = {},
  client: TestClient = daemon,
  request = {},
) => askToken(understudy, client, { grant_type: 'client_credentials', scope, ...fields }, request)

t.test('client credentials', async t => {
  const { understudy } = await understudyAtNoon(t)

  t.test('give an access token and nothing else, whatever else is asked for', async t => {
    for (const fields of [{}, { client_info: '1', claims: CAPABLE }]) {
      const { status, json, headers } = await ask(understudy, GRAPH, fields)
      t.equal(status, 200)
      const { expires_in: lifetime } = Object(json)
      t.same(Object.keys(Object(json)), [
        'token_type',
        'expires_in',
        'ext_expires_in',
        'access_token',
      ])
      t.match(json, { token_type: 'Bearer', ext_expires_in: lifetime })
      t.ok(lifetime >= 3600 && lifetime <= 5400, `${lifetime}`)
      t.equal(headers.get('x-ms-clitelem'), '1,0,0,,')
      t.equal(headers.get('cache-control'), 'no-store, no-cache')
    }
  })

  t.test('give a token for Microsoft Graph with the claims of the real one', async t => {
    const tokens = tokensOf(await ask(understudy, GRAPH, { claims: CAPABLE }))
    t.matchOnly(claimsOf(tokens.access_token), {
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${TENANT_ID}/`,
      iat: noon,
      nbf: noon,
      exp: noon + tokens.expires_in,
      aio: OPAQUE,
      app_displayname: 'Nightly sync',
      appid: clients.daemon,
      appidacr: '1',
      idp: `https://sts.windows.net/${TENANT_ID}/`,
      idtyp: 'app',
      oid: SERVICE_PRINCIPAL,
      rh: OPAQUE,
      roles: ['User.RevokeSessions.All', 'User.Read.All'],
      sub: SERVICE_PRINCIPAL,
      tenant_region_scope: 'NA',
      tid: TENANT_ID,
      uti: /^[\w-]{22}$/,
      ver: '1.0',
      xms_tcdt: Date.UTC(2024, 0, 15, 8) / 1000,
    })
  })

  t.test('give a token for an application, in version 2.0, with its roles', async t => {
    const tokens = tokensOf(await ask(understudy, `${OWN_API}/.default`, { claims: CAPABLE }))
    const claims = claimsOf(tokens.access_token)
    t.matchOnly(claims, {
      aud: clients.web,
      iss: `${LOGIN}/${TENANT_ID}/v2.0`,
      iat: noon,
      nbf: noon,
      exp: noon + tokens.expires_in,
      aio: OPAQUE,
      azp: clients.daemon,
      azpacr: '1',
      oid: SERVICE_PRINCIPAL,
      rh: OPAQUE,
      roles: ['Orders.Process'],
      sub: SERVICE_PRINCIPAL,
      tid: TENANT_ID,
      uti: /^[\w-]{22}$/,
      ver: '2.0',
    })
  })

  t.test('give a token without roles where there are none', async t => {
    const { access_token: token } = tokensOf(await ask(understudy, `${OWN_API}/.default`, {}, web))
    t.notOk('roles' in claimsOf(token))
  })

  for (const [resource, audience] of [
    ['https://graph.microsoft.com', 'https://graph.microsoft.com'],
    ['https://graph.microsoft.com/', 'https://graph.microsoft.com'],
    ['HTTPS://GRAPH.microsoft.com', 'https://graph.microsoft.com'],
    [GRAPH_ID, GRAPH_ID],
    ['http://localhost:4280', 'http://localhost:4280'],
    ['https://127.0.0.1:9', 'https://127.0.0.1:9'],
  ] as const) {
    t.test(`give a token that Microsoft Graph takes, for ${resource}`, async t => {
      const { access_token: token } = tokensOf(await ask(understudy, `${resource}/.default`))
      t.match(claimsOf(token), { aud: audience, ver: '1.0', idtyp: 'app' })
      const line = `GET /v1.0/users/${upn('adele')}` as const
      t.equal((await graph(understudy, line, { token })).status, 200)
    })
  }

  t.test('give a token that Microsoft Graph does not take, for an application', async t => {
    for (const resource of [OWN_API, clients.web, OWN_API.toUpperCase().replace('API:', 'api:')]) {
      const { access_token: token } = tokensOf(await ask(understudy, `${resource}/.default`))
      t.equal(claimsOf(token).aud, clients.web)
      t.equal((await graph(understudy, 'GET /v1.0/users', { token })).status, 401)
    }
  })

  t.test('know no revocation', async t => {
    const { access_token: token } = tokensOf(await ask(understudy, GRAPH, { claims: CAPABLE }))
    t.equal((await graph(understudy, revokes(upn('adele')), { token })).status, 200)
    t.equal((await graph(understudy, revokes(upn('adele')), { token })).status, 200)
  })

  t.test('are refused without the one scope there may be', async t => {
    for (const [scope, refusal] of [
      [undefined, [400, 'invalid_request', 90014]],
      ['', [400, 'invalid_request', 90014]],
      ['User.Read.All', [400, 'invalid_scope', 1002012]],
      ['https://graph.microsoft.com/User.Read.All', [400, 'invalid_scope', 1002012]],
      ['openid', [400, 'invalid_scope', 1002012]],
      [`${GRAPH} ${OWN_API}/.default`, [400, 'invalid_scope', 70011]],
      [`${GRAPH} openid`, [400, 'invalid_scope', 70011]],
      ['https://nothing.example/.default', [400, 'invalid_resource', 500011]],
      ['https://evil.localhost.example/.default', [400, 'invalid_resource', 500011]],
      ['http://localhost:4280/path/.default', [400, 'invalid_resource', 500011]],
    ] as const)
      t.same(refusalOf(await ask(understudy, scope)), refusal, `${scope}`)
  })

  t.test('need a tenant, and a client that has a secret', async t => {
    for (const authority of ['common', 'organizations'])
      t.same(refusalOf(await ask(understudy, GRAPH, {}, web, { authority })), [
        400,
        'invalid_request',
        50059,
      ])
    for (const client of [spa, device])
      t.equal((await ask(understudy, GRAPH, {}, client)).status, 401)
  })
})
