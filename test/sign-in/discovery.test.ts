// signIn.discovery.*: the documents by which clients find everything else, and whose addresses they hold.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { get } from 'node:https'
import { text } from 'node:stream/consumers'
import type { Test } from 'tap'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { DOMAIN, TENANT_ID } from '../support/contoso.ts'
import { LOGIN } from '../support/form-browser.ts'
import { refusalOf } from '../support/sign-in.ts'
import type { Reply } from '../support/understudy.ts'
import { understudyFor } from '../support/understudy.ts'
import { readReply } from '../support/wire.ts'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad'

const ask = async (understudy: Understudy, url: string, init?: RequestInit): Promise<Reply> =>
  readReply(await understudy.fetch(url, init))

const configurationOf = (understudy: Understudy, authority: string, origin = LOGIN) =>
  ask(understudy, `${origin}/${authority}/v2.0/.well-known/openid-configuration`)

/** Of the addresses in the document, and its issuer. */
async function addressesOf(understudy: Understudy, authority: string, origin: string) {
  const { json } = await configurationOf(understudy, authority, origin)
  const { token_endpoint, jwks_uri, issuer, userinfo_endpoint } = Object(json)
  return { token_endpoint, jwks_uri, issuer, userinfo_endpoint }
}

const addressesAt = (origin: string) => ({
  token_endpoint: `${origin}/${TENANT_ID}/oauth2/v2.0/token`,
  jwks_uri: `${origin}/${TENANT_ID}/discovery/v2.0/keys`,
  issuer: `${origin}/${TENANT_ID}/v2.0`,
  userinfo_endpoint: `${origin}/oidc/userinfo`,
})

t.test('signIn.discovery.getConfiguration', async t => {
  const understudy = await understudyFor(t)
  const base = `https://login.microsoftonline.com/${TENANT_ID}`

  t.test('gives the members of the real document, in its order', async t => {
    const { status, text } = await configurationOf(understudy, TENANT_ID)
    t.equal(status, 200)
    t.equal(
      text,
      `{"token_endpoint":"${base}/oauth2/v2.0/token",` +
        '"token_endpoint_auth_methods_supported":["client_secret_post","private_key_jwt","client_secret_basic"],' +
        `"jwks_uri":"${base}/discovery/v2.0/keys",` +
        '"response_modes_supported":["query","fragment","form_post"],' +
        '"subject_types_supported":["pairwise"],"id_token_signing_alg_values_supported":["RS256"],' +
        '"response_types_supported":["code","id_token","code id_token","id_token token"],' +
        '"scopes_supported":["openid","profile","email","offline_access"],' +
        `"issuer":"${base}/v2.0","request_uri_parameter_supported":false,` +
        '"userinfo_endpoint":"https://graph.microsoft.com/oidc/userinfo",' +
        `"authorization_endpoint":"${base}/oauth2/v2.0/authorize",` +
        `"device_authorization_endpoint":"${base}/oauth2/v2.0/devicecode",` +
        '"http_logout_supported":true,"frontchannel_logout_supported":true,' +
        `"end_session_endpoint":"${base}/oauth2/v2.0/logout",` +
        '"claims_supported":["sub","iss","cloud_instance_name","cloud_instance_host_name","cloud_graph_host_name",' +
        '"msgraph_host","aud","exp","iat","auth_time","acr","nonce","preferred_username","name","tid","ver",' +
        '"at_hash","c_hash","email"],' +
        `"kerberos_endpoint":"${base}/kerberos","tenant_region_scope":"NA",` +
        '"cloud_instance_name":"microsoftonline.com","cloud_graph_host_name":"graph.windows.net",' +
        '"msgraph_host":"graph.microsoft.com","rbac_url":"https://pas.windows.net"}',
    )
  })

  t.test('is the same document by the id and by a domain, in any case', async t => {
    const { text } = await configurationOf(understudy, TENANT_ID)
    for (const name of [TENANT_ID.toUpperCase(), DOMAIN, DOMAIN.toUpperCase()])
      t.equal((await configurationOf(understudy, name)).text, text, name)
  })

  for (const [name, issuerTenant] of [
    ['common', '{tenantid}'],
    ['organizations', '{tenantid}'],
    ['consumers', CONSUMERS],
  ] as const) {
    t.test(`carries the word in its addresses, for ${name}`, async t => {
      const { json } = await configurationOf(understudy, name)
      t.match(json, {
        token_endpoint: `${LOGIN}/${name}/oauth2/v2.0/token`,
        jwks_uri: `${LOGIN}/${name}/discovery/v2.0/keys`,
        authorization_endpoint: `${LOGIN}/${name}/oauth2/v2.0/authorize`,
        device_authorization_endpoint: `${LOGIN}/${name}/oauth2/v2.0/devicecode`,
        end_session_endpoint: `${LOGIN}/${name}/oauth2/v2.0/logout`,
        issuer: `${LOGIN}/${issuerTenant}/v2.0`,
        tenant_region_scope: null,
      })
    })
  }

  t.test('calls the tenant of personal accounts consumers', async t => {
    const { text } = await configurationOf(understudy, CONSUMERS)
    t.equal(text, (await configurationOf(understudy, 'consumers')).text)
  })

  t.test('may be read by any page, and be kept for a day', async t => {
    const { headers } = await configurationOf(understudy, TENANT_ID)
    const { date, connection, 'content-length': length, ...sent } = Object.fromEntries(headers)
    t.matchOnly(sent, {
      'cache-control': 'max-age=86400, private',
      'content-type': 'application/json; charset=utf-8',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, OPTIONS',
      p3p: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
      'x-ms-request-id': GUID,
      'x-ms-ests-server': /ProdSlices$/,
      'x-xss-protection': '0',
    })
  })

  t.test('binds no browser to https on its own machine', async t => {
    const { headers } = await configurationOf(understudy, TENANT_ID, 'http://localhost:4280')
    t.equal(headers.get('strict-transport-security'), null)
  })

  t.test('lets any page ask beforehand', async t => {
    const url = `${LOGIN}/common/v2.0/.well-known/openid-configuration`
    const headers = { origin: 'http://anywhere.example', 'access-control-request-method': 'GET' }
    const { status, headers: sent } = await ask(understudy, url, { method: 'OPTIONS', headers })
    t.equal(status, 200)
    t.equal(sent.get('access-control-allow-origin'), '*')
    t.equal(sent.get('access-control-allow-methods'), 'GET, OPTIONS')
  })

  t.test('refuses a tenant there is not, for any page to read and none to keep', async t => {
    const reply = await configurationOf(understudy, 'fabrikam.com')
    t.same(refusalOf(reply), [400, 'invalid_tenant', 90002])
    t.match(Object(reply.json).error_description, "AADSTS90002: Tenant 'fabrikam.com' not found. ")
    t.equal(reply.headers.get('access-control-allow-origin'), '*')
    t.equal(reply.headers.get('cache-control'), 'no-store, no-cache')
  })
})

t.test('the addresses that are given out', async t => {
  for (const origin of ['http://localhost:4280', 'http://127.0.0.1:1234', 'http://[::1]:80']) {
    t.test(`begin as the request did, at ${origin}`, async t => {
      const understudy = await understudyFor(t)
      const shown = new URL(origin).origin
      t.same(await addressesOf(understudy, DOMAIN, origin), addressesAt(shown))
    })
  }

  t.test('begin with http or with https, by which the port was reached', async t => {
    const understudy = await understudyFor(t)
    const url = await listen(t, understudy)
    const secure = url.replace('http:', 'https:')
    t.same(pick(await (await fetch(documentAt(url))).json()), addressesAt(url))
    t.same(pick(await readSecurely(understudy, documentAt(secure))), addressesAt(secure))
  })

  t.test('begin with the public address, whatever the request came in by', async t => {
    const understudy = await understudyFor(t, { publicUrl: 'https://sign-in.example' })
    for (const origin of ['https://sign-in.example', 'http://localhost:4280', LOGIN])
      t.same(
        await addressesOf(understudy, 'contoso.onmicrosoft.com', origin),
        addressesAt('https://sign-in.example'),
      )
  })
})

const documentAt = (origin: string) => `${origin}/${DOMAIN}/v2.0/.well-known/openid-configuration`

function pick(document: unknown) {
  const { token_endpoint, jwks_uri, issuer, userinfo_endpoint } = Object(document)
  return { token_endpoint, jwks_uri, issuer, userinfo_endpoint }
}

/** On a port of its own, with a certificate kept in the test's folder. */
async function listen(t: Test, understudy: Understudy): Promise<string> {
  const before = process.env.XDG_CACHE_HOME
  process.env.XDG_CACHE_HOME = t.testdir()
  t.teardown(() => {
    if (before === undefined) delete process.env.XDG_CACHE_HOME
    else process.env.XDG_CACHE_HOME = before
  })
  return understudy.listen({ port: 0 })
}

async function readSecurely(understudy: Understudy, url: string): Promise<unknown> {
  const ca = await readFile(understudy.certificate?.authorityPath ?? '', 'utf8')
  const [response] = await once(get(url, { ca, agent: false }), 'response')
  return JSON.parse(await text(response))
}
