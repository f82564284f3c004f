// signIn.token.issue with grant_type=authorization_code: what a code is redeemed for, how often and for how long.
import t from 'tap'
import { ids, TENANT_ID } from '../support/contoso.ts'
import { LOGIN } from '../support/form-browser.ts'
import {
  claimsOf,
  device,
  redeemCode,
  refresh,
  refusalOf,
  signIn,
  tokensOf,
  USUAL_SCOPE,
  web,
} from '../support/sign-in.ts'
import { graph, understudyAtNoon } from '../support/understudy.ts'
import { withCode } from './with-code.ts'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const JWT = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/
const SEALED = /^1\.[\w-]{100,}$/
const MINUTE = 60

t.test('a code', async t => {
  t.test('is redeemed for tokens, in the order of the real answer', async t => {
    const { redeem } = await withCode(t)
    const { status, json, text } = await redeem({ client_info: '1' })
    t.equal(status, 200, text)
    t.same(Object.keys(Object(json)), [
      'token_type',
      'scope',
      'expires_in',
      'ext_expires_in',
      'access_token',
      'refresh_token',
      'id_token',
      'client_info',
    ])
    const { expires_in: lifetime, ...others } = Object(json)
    t.matchOnly(others, {
      token_type: 'Bearer',
      scope: 'email openid profile User.Read User.RevokeSessions.All',
      ext_expires_in: lifetime,
      access_token: JWT,
      refresh_token: SEALED,
      id_token: JWT,
      client_info: Buffer.from(`{"uid":"${ids.adele}","utid":"${TENANT_ID}"}`).toString(
        'base64url',
      ),
    })
  })

  t.test('is answered with the headers of the real answer', async t => {
    const { redeem } = await withCode(t)
    const { headers } = await redeem()
    const { date, connection, 'content-length': length, ...sent } = Object.fromEntries(headers)
    t.matchOnly(sent, {
      'cache-control': 'no-store, no-cache',
      pragma: 'no-cache',
      expires: '-1',
      'content-type': 'application/json; charset=utf-8',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      p3p: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
      'x-ms-request-id': GUID,
      'x-ms-ests-server': /ProdSlices$/,
      'x-ms-clitelem': '1,0,0,,',
      'x-xss-protection': '0',
    })
  })

  t.test('gives tokens that Microsoft Graph takes', async t => {
    const { understudy, redeem } = await withCode(t)
    const { access_token: token } = tokensOf(await redeem())
    t.match((await graph(understudy, 'GET /v1.0/me', { token })).json, { id: ids.adele })
  })

  t.test('gives what the scope asks for, and no more', async t => {
    for (const [scope, members] of [
      ['User.Read', { refresh_token: false, id_token: false }],
      ['openid User.Read', { refresh_token: false, id_token: true }],
      ['offline_access User.Read', { refresh_token: true, id_token: false }],
    ] as const) {
      const { redeem } = await withCode(t, web, { scope })
      const { json } = await redeem()
      t.match(json, { access_token: JWT }, scope)
      t.equal('refresh_token' in Object(json), members.refresh_token, scope)
      t.equal('id_token' in Object(json), members.id_token, scope)
      t.notOk('client_info' in Object(json), scope)
    }
  })

  t.test('is for what was asked for, unless its redemption names something else', async t => {
    const { understudy, redeem } = await withCode(t, device)
    const scope = `api://${web.appId}/access_as_user`
    const { code } = await signIn(understudy, device)
    const other = tokensOf(await redeemCode(understudy, device, code, { scope }))
    t.equal(claimsOf(other.access_token).aud, web.appId)
    t.notOk('refresh_token' in other)
    const { access_token: token } = tokensOf(await redeem({ scope: '' }))
    t.match(claimsOf(token).scp, / User\.Read /)
  })

  t.test('can be redeemed once, and what it was redeemed for goes on', async t => {
    const { understudy, redeem } = await withCode(t)
    const tokens = tokensOf(await redeem())
    for (let times = 0; times < 2; times += 1)
      t.same(refusalOf(await redeem()), [400, 'invalid_grant', 54005])
    tokensOf(await refresh(understudy, web, tokens.refresh_token))
    const { access_token: token } = tokens
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
  })

  t.test('lasts for ten minutes', async t => {
    const early = await withCode(t)
    early.clock.advance(10 * MINUTE - 0.001)
    t.equal((await early.redeem()).status, 200)
    const late = await withCode(t)
    late.clock.advance(10 * MINUTE)
    t.same(refusalOf(await late.redeem()), [400, 'invalid_grant', 70008])
  })

  t.test('is refused after that, redeemed or not', async t => {
    const { clock, redeem } = await withCode(t)
    tokensOf(await redeem())
    clock.advance(10 * MINUTE)
    t.same(refusalOf(await redeem()), [400, 'invalid_grant', 70008])
  })

  t.test('is taken at every name of its tenant', async t => {
    for (const authority of [TENANT_ID, TENANT_ID.toUpperCase(), 'common', 'organizations']) {
      const { redeem } = await withCode(t)
      t.equal((await redeem({}, { authority })).status, 200, authority)
    }
  })

  t.test('is no code when it is something else', async t => {
    const { understudy, redeem } = await withCode(t)
    const tokens = tokensOf(await redeem())
    for (const [code, number] of [
      ['garbage', 9002313],
      ['1.', 9002313],
      [tokens.access_token, 9002313],
      [tokens.refresh_token, 70000],
      [undefined, 900144],
      ['', 900144],
    ] as const) {
      const reply = await redeemCode(understudy, web, code)
      t.equal(refusalOf(reply)[2], number, `${code?.slice(0, 20)}`)
    }
  })
})

t.test('the id token of a code', async t => {
  t.test('has the nonce and the session of the authorization request', async t => {
    const { understudy } = await understudyAtNoon(t)
    const answer = await signIn(understudy, web, { parameters: { nonce: 'n-0S6_WzA2Mj' } })
    const { id_token: token } = tokensOf(await redeemCode(understudy, web, answer.code))
    t.match(claimsOf(token), {
      nonce: 'n-0S6_WzA2Mj',
      sid: answer.session_state,
      aud: web.appId,
      iss: `${LOGIN}/${TENANT_ID}/v2.0`,
    })
    t.notOk('c_hash' in claimsOf(token))
  })

  t.test('has no nonce where the request had none', async t => {
    const { redeem } = await withCode(t, web, { scope: USUAL_SCOPE })
    t.notOk('nonce' in claimsOf(tokensOf(await redeem()).id_token))
  })
})
