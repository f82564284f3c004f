// signIn.discovery.getKeys: the keys by which clients verify what the double signs.
import { createHash, X509Certificate } from 'node:crypto'
import { createLocalJWKSet, jwtVerify } from 'jose'
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import type { PublishedKey } from '../../src/tokens/key-set.ts'
import { clients, DOMAIN, TENANT_ID } from '../support/contoso.ts'
import { LOGIN } from '../support/form-browser.ts'
import {
  askToken,
  daemon,
  OWN_API,
  obtainTokens,
  refusalOf,
  spa,
  tokensOf,
} from '../support/sign-in.ts'
import { NOON, understudyAtNoon } from '../support/understudy.ts'
import { readReply } from '../support/wire.ts'

const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad'

async function keysOf(understudy: Understudy, authority: string, origin = LOGIN) {
  const response = await understudy.fetch(`${origin}/${authority}/discovery/v2.0/keys`)
  const json: { readonly keys: PublishedKey[] } = JSON.parse(await response.text())
  return { response, json, key: json.keys[0] }
}

t.test('signIn.discovery.getKeys', async t => {
  const { understudy } = await understudyAtNoon(t)

  t.test('gives the one key with its members in the order of the real ones', async t => {
    const { response, json, key } = await keysOf(understudy, DOMAIN)
    t.equal(response.status, 200)
    t.same(Object.keys(json), ['keys'])
    t.equal(json.keys.length, 1)
    t.same(Object.keys(Object(key)), ['kty', 'use', 'kid', 'x5t', 'n', 'e', 'x5c', 'issuer'])
    t.match(key, {
      kty: 'RSA',
      use: 'sig',
      kid: /^[\w-]{27}$/,
      e: 'AQAB',
      issuer: `${LOGIN}/${TENANT_ID}/v2.0`,
    })
    t.equal(key?.x5t, key?.kid)
  })

  t.test('gives a certificate of that key, by whose thumbprint the key is named', async t => {
    const { x5c = [], x5t, n, e } = (await keysOf(understudy, DOMAIN)).key ?? {}
    t.equal(x5c.length, 1)
    const der = Buffer.from(x5c[0] ?? '', 'base64')
    t.equal(createHash('sha1').update(der).digest('base64url'), x5t)
    t.match(new X509Certificate(der).publicKey.export({ format: 'jwk' }), { n, e })
  })

  for (const [name, issuer] of [
    ['common', `${LOGIN}/{tenantid}/v2.0`],
    ['organizations', `${LOGIN}/{tenantid}/v2.0`],
    ['consumers', `${LOGIN}/${CONSUMERS}/v2.0`],
  ] as const) {
    t.test(`says whose tokens the key signs, for ${name}`, async t => {
      t.equal((await keysOf(understudy, name)).key?.issuer, issuer)
    })
  }

  t.test('is for pages of any origin, and refuses tenants there are not', async t => {
    const { response } = await keysOf(understudy, DOMAIN)
    t.equal(response.headers.get('access-control-allow-origin'), '*')
    t.equal(response.headers.get('cache-control'), 'max-age=86400, private')
    const unknown = await readReply(
      await understudy.fetch(`${LOGIN}/fabrikam.com/discovery/v2.0/keys`),
    )
    t.same(refusalOf(unknown), [400, 'invalid_tenant', 90002])
  })
})

t.test('a token', async t => {
  const { understudy } = await understudyAtNoon(t)
  const keys = createLocalJWKSet((await keysOf(understudy, 'common')).json)
  const options = { currentDate: NOON }

  t.test('verifies by the published keys: an id token', async t => {
    const { id_token: token = '' } = await obtainTokens(understudy, spa)
    const { protectedHeader } = await jwtVerify(token, keys, {
      ...options,
      issuer: `${LOGIN}/${TENANT_ID}/v2.0`,
      audience: clients.spa,
    })
    t.same(Object.keys(protectedHeader), ['typ', 'alg', 'kid'])
  })

  t.test('verifies by the published keys: an access token for an application', async t => {
    const reply = await askToken(understudy, daemon, {
      grant_type: 'client_credentials',
      scope: `${OWN_API}/.default`,
    })
    const { protectedHeader } = await jwtVerify(tokensOf(reply).access_token, keys, {
      ...options,
      issuer: `${LOGIN}/${TENANT_ID}/v2.0`,
      audience: clients.web,
    })
    t.same(Object.keys(protectedHeader), ['typ', 'alg', 'kid'])
  })

  t.test('verifies by the published keys: an access token for Microsoft Graph', async t => {
    const { access_token: token } = await obtainTokens(understudy, spa)
    const { protectedHeader } = await jwtVerify(token, keys, {
      ...options,
      issuer: `https://sts.windows.net/${TENANT_ID}/`,
    })
    t.same(Object.keys(protectedHeader), ['typ', 'nonce', 'alg', 'x5t', 'kid'])
    t.equal(protectedHeader.x5t, protectedHeader.kid)
  })

  t.test('does not verify once a claim of it is another', async t => {
    const { id_token: token = '' } = await obtainTokens(understudy, spa)
    const [header, payload = '', signature] = token.split('.')
    const claims = Buffer.from(payload, 'base64url')
      .toString()
      .replace('"ver":"2.0"', '"ver":"2.1"')
    const forged = [header, Buffer.from(claims).toString('base64url'), signature].join('.')
    await t.rejects(jwtVerify(forged, keys, options), {
      code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    })
  })
})
