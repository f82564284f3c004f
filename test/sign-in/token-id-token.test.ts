// Id tokens as clients get them: which claims they have, by scope, by client and by account.
import { createHash } from 'node:crypto'
import t from 'tap'
import { clients, ids, TENANT_ID, upn } from '../support/contoso.ts'
import { answerOf, Browser, LOGIN } from '../support/form-browser.ts'
import {
  authorizeUrl,
  browserOf,
  claimsOf,
  device,
  obtainTokens,
  passPages,
  redeemCode,
  refresh,
  spa,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import { graph, NOON, understudyAtNoon } from '../support/understudy.ts'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const OPAQUE = /^[\w.-]{20,}$/
const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad'
const noon = Math.floor(NOON.getTime() / 1000)

t.test('an id token', async t => {
  const { understudy } = await understudyAtNoon(t)
  const claimsFor = async (scope: string, client = web, user = 'adele') =>
    claimsOf((await obtainTokens(understudy, client, { user, parameters: { scope } })).id_token)

  t.test('has the claims of the real one', async t => {
    const claims = await claimsFor('openid profile email')
    t.matchOnly(claims, {
      aud: clients.web,
      iss: `${LOGIN}/${TENANT_ID}/v2.0`,
      iat: noon,
      nbf: noon,
      exp: noon + 3600,
      aio: OPAQUE,
      email: upn('adele'),
      name: 'Adele Vance',
      oid: ids.adele,
      preferred_username: upn('adele'),
      rh: OPAQUE,
      sid: GUID,
      sub: /^[\w-]{43}$/,
      tid: TENANT_ID,
      uti: /^[\w-]{22}$/,
      ver: '2.0',
    })
  })

  t.test('says no more than the scopes allow', async t => {
    const bare = [
      'aud',
      'iss',
      'iat',
      'nbf',
      'exp',
      'aio',
      'oid',
      'rh',
      'sid',
      'sub',
      'tid',
      'uti',
      'ver',
    ]
    const extra = async (scope: string, user?: string) =>
      Object.keys(await claimsFor(scope, web, user)).filter(name => !bare.includes(name))
    t.same(await extra('openid'), [])
    t.same(await extra('openid profile'), ['name', 'preferred_username'])
    t.same(await extra('openid email'), ['email'])
    t.same(await extra('openid email', 'helpdesk'), [], 'Helpdesk has no address.')
  })

  t.test('names a person to each client by another subject, always the same', async t => {
    const [one, two] = [await claimsFor('openid'), await claimsFor('openid')]
    t.equal(one.sub, two.sub)
    t.not((await claimsFor('openid', device)).sub, one.sub)
    t.not((await claimsFor('openid', web, 'alex')).sub, one.sub)
    t.not(one.uti, two.uti)
  })

  t.test('has the subject that the access token for Microsoft Graph tells of', async t => {
    const tokens = await obtainTokens(understudy, spa)
    t.equal(Object(claimsOf(tokens.access_token).xms_st).sub, claimsOf(tokens.id_token).sub)
  })

  t.test('says that a guest is one', async t => {
    const { id_token: token } = await obtainTokens(understudy, web, {
      user: 'grace@fabrikam.com',
      parameters: { claims: '{"id_token":{"acct":null}}' },
    })
    t.equal(claimsOf(token).acct, 1)
  })

  t.test('beside a code has its hash', async t => {
    const browser = await browserOf(understudy, { user: 'adele' })
    const request = { response_type: 'code id_token', nonce: 'n' }
    const { code = '', id_token: token } = answerOf(await browser.open(authorizeUrl(web, request)))
    const hash = createHash('sha256').update(code).digest().subarray(0, 16).toString('base64url')
    t.match(claimsOf(token), { c_hash: hash, nonce: 'n' })
    t.notOk('at_hash' in claimsOf(token))
    const { id_token: second } = tokensOf(await redeemCode(understudy, web, code))
    t.equal(claimsOf(second).sub, claimsOf(token).sub)
    const alone = { response_type: 'id_token', nonce: 'n' }
    const { id_token: only } = answerOf(await browser.open(authorizeUrl(web, alone)))
    t.notOk('c_hash' in claimsOf(only))
  })

  t.test('has the issuer of the address by which it was asked for', async t => {
    const origin = 'http://localhost:4280'
    const browser = new Browser(understudy)
    const first = await browser.open(authorizeUrl(web, {}, TENANT_ID, origin))
    const { code } = answerOf(await passPages(browser, first))
    const { id_token: token } = tokensOf(await redeemCode(understudy, web, code, {}, { origin }))
    t.equal(claimsOf(token).iss, `${origin}/${TENANT_ID}/v2.0`)
  })
})

t.test('a personal account', async t => {
  const { understudy } = await understudyAtNoon(t)
  const person = { user: 'pat@outlook.com' }

  for (const authority of ['common', 'consumers']) {
    t.test(`is one of the consumers’ tenant, to a client that asks at ${authority}`, async t => {
      const tokens = await obtainTokens(understudy, spa, {
        ...person,
        authority,
        fields: { client_info: '1' },
      })
      t.match(claimsOf(tokens.id_token), {
        tid: CONSUMERS,
        iss: `${LOGIN}/${CONSUMERS}/v2.0`,
        oid: ids.personal,
        preferred_username: 'pat@outlook.com',
      })
      t.equal(
        Buffer.from(tokens.client_info ?? '', 'base64url').toString(),
        `{"uid":"${ids.personal}","utid":"${CONSUMERS}"}`,
      )
      const { access_token: token } = tokens
      t.match((await graph(understudy, 'GET /v1.0/me', { token })).json, { id: ids.personal })
      const reply = await refresh(understudy, spa, tokens.refresh_token, {}, { authority })
      t.equal(claimsOf(tokensOf(reply).id_token).tid, CONSUMERS)
    })
  }
})
