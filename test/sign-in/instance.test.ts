// signIn.discovery.getInstance and signIn.userRealm.get: what clients ask before they trust an authority, and before they send a password.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { DOMAIN, TENANT_ID } from '../support/contoso.ts'
import { LOGIN } from '../support/form-browser.ts'
import { refusalOf } from '../support/sign-in.ts'
import { understudyFor } from '../support/understudy.ts'
import { readReply } from '../support/wire.ts'

const PRODUCTION_CLOUD = {
  preferred_network: 'login.microsoftonline.com',
  preferred_cache: 'login.windows.net',
  aliases: [
    'login.microsoftonline.com',
    'login.windows.net',
    'login.microsoft.com',
    'sts.windows.net',
  ],
}

t.test('signIn.discovery.getInstance', async t => {
  const understudy = await understudyFor(t)
  const ask = async (query: Record<string, string>, origin = LOGIN) =>
    readReply(
      await understudy.fetch(`${origin}/common/discovery/instance?${new URLSearchParams(query)}`),
    )

  t.test('answers as the real one at the real address', async t => {
    const { status, text, headers } = await ask({
      'api-version': '1.1',
      authorization_endpoint: `${LOGIN}/${TENANT_ID}/oauth2/v2.0/authorize`,
    })
    t.equal(status, 200)
    t.equal(
      text,
      `{"tenant_discovery_endpoint":"https://login.microsoftonline.com/${TENANT_ID}/v2.0/.well-known/openid-configuration",` +
        '"api-version":"1.1","metadata":[' +
        '{"preferred_network":"login.microsoftonline.com","preferred_cache":"login.windows.net",' +
        '"aliases":["login.microsoftonline.com","login.windows.net","login.microsoft.com","sts.windows.net"]},' +
        '{"preferred_network":"login.partner.microsoftonline.cn","preferred_cache":"login.partner.microsoftonline.cn",' +
        '"aliases":["login.partner.microsoftonline.cn","login.chinacloudapi.cn"]},' +
        '{"preferred_network":"login.microsoftonline.de","preferred_cache":"login.microsoftonline.de",' +
        '"aliases":["login.microsoftonline.de"]},' +
        '{"preferred_network":"login.microsoftonline.us","preferred_cache":"login.microsoftonline.us",' +
        '"aliases":["login.microsoftonline.us","login.usgovcloudapi.net"]},' +
        '{"preferred_network":"login-us.microsoftonline.com","preferred_cache":"login-us.microsoftonline.com",' +
        '"aliases":["login-us.microsoftonline.com"]}]}',
    )
    t.equal(headers.get('access-control-allow-origin'), '*')
    t.equal(headers.get('cache-control'), 'max-age=86400, private')
  })

  t.test("knows the double's own host, with its port, as one by itself", async t => {
    const origin = 'http://localhost:4280'
    const { json } = await ask(
      { 'api-version': '1.1', authorization_endpoint: `${origin}/common/oauth2/v2.0/authorize` },
      origin,
    )
    const { metadata, tenant_discovery_endpoint: endpoint } = Object(json)
    t.equal(endpoint, `${origin}/common/v2.0/.well-known/openid-configuration`)
    t.same(metadata.slice(0, 2), [
      {
        preferred_network: 'localhost:4280',
        preferred_cache: 'localhost:4280',
        aliases: ['localhost:4280'],
      },
      PRODUCTION_CLOUD,
    ])
  })

  t.test('answers for the real hosts at its own, too', async t => {
    const { json } = await ask(
      { authorization_endpoint: 'https://login.windows.net/common/oauth2/v2.0/authorize' },
      'http://localhost:4280',
    )
    t.match(json, {
      tenant_discovery_endpoint:
        'https://login.windows.net/common/v2.0/.well-known/openid-configuration',
    })
  })

  for (const endpoint of [
    'https://login.example/common/oauth2/v2.0/authorize',
    'https://login.microsoftonline.com.example/common/oauth2/v2.0/authorize',
    'http://localhost:4281/common/oauth2/v2.0/authorize',
    'login.microsoftonline.com',
    '',
  ]) {
    t.test(`refuses '${endpoint}' as unknown`, async t => {
      const reply = await ask({ authorization_endpoint: endpoint })
      t.same(refusalOf(reply), [400, 'invalid_instance', 50049])
      t.equal(reply.headers.get('access-control-allow-origin'), '*')
    })
  }

  t.test('refuses to guess whom it is asked about', async t => {
    const reply = await ask({ 'api-version': '1.1' })
    t.same(refusalOf(reply), [400, 'invalid_request', 900144])
    t.match(Object(reply.json).error_description, "parameter: 'authorization_endpoint'. Trace ID")
  })
})

t.test('signIn.userRealm.get', async t => {
  const understudy = await understudyFor(t)

  t.test('says that accounts of a tenant here sign in here', async t => {
    for (const name of [`adele@${DOMAIN}`, `nobody@${DOMAIN.toUpperCase()}`]) {
      const { status, text } = await realmOf(understudy, name)
      t.equal(status, 200)
      t.equal(
        text,
        `{"ver":"1.0","account_type":"Managed","domain_name":"${DOMAIN}",` +
          '"cloud_instance_name":"microsoftonline.com","cloud_audience_urn":"urn:federation:MicrosoftOnline"}',
      )
    }
  })

  t.test('does not know other accounts, nor names without a domain', async t => {
    for (const name of ['adele@fabrikam.com', 'adele', DOMAIN]) {
      const { status, json } = await realmOf(understudy, name)
      t.equal(status, 200)
      t.same(json, {
        ver: '1.0',
        account_type: 'Unknown',
        cloud_instance_name: 'microsoftonline.com',
        cloud_audience_urn: 'urn:federation:MicrosoftOnline',
      })
    }
  })
})

async function realmOf(understudy: Understudy, name: string) {
  const path = `/common/userrealm/${encodeURIComponent(name)}?api-version=1.0`
  return readReply(await understudy.fetch(LOGIN + path))
}
