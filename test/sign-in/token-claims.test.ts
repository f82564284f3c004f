// signIn.token.issue: the `claims` parameter, by which clients say what they understand and what they want to be told.
import type { Test } from 'tap'
import t from 'tap'
import { ids, upn } from '../support/contoso.ts'
import {
  askToken,
  CAPABLE,
  claimsOf,
  device,
  obtainTokens,
  refresh,
  refusalOf,
  tokensOf,
} from '../support/sign-in.ts'
import { graph, understudyAtNoon } from '../support/understudy.ts'

const capabilities = (...values: unknown[]) =>
  JSON.stringify({ access_token: { xms_cc: { values } } })

/** A client that asks with name and password, and claims. */
async function asking(t: Test) {
  const { understudy, clock } = await understudyAtNoon(t)
  const reply = (claims: string | undefined, scope = 'openid User.Read') =>
    askToken(understudy, device, {
      grant_type: 'password',
      username: upn('adele'),
      password: 'adele-Passw0rd!',
      scope,
      claims,
    })
  const accessClaims = async (claims: string | undefined) =>
    claimsOf(tokensOf(await reply(claims)).access_token)
  const idClaims = async (claims: string | undefined, scope?: string) =>
    claimsOf(tokensOf(await reply(claims, scope)).id_token)
  return { understudy, clock, reply, accessClaims, idClaims }
}

t.test('a capability', async t => {
  const { accessClaims } = await asking(t)

  for (const [values, understands] of [
    [['cp1'], true],
    [['CP1'], true],
    [['Cp1', 'other'], true],
    [['other', 'cp1'], true],
    [['other'], false],
    [['cp10'], false],
  ] as const) {
    t.test(`comes back as it was said: ${values}`, async t => {
      const {
        xms_cc: said,
        xms_ssm: ssm,
        exp = 0,
        iat = 0,
      } = await accessClaims(capabilities(...values))
      t.same(said, values)
      t.equal(ssm, understands ? '1' : undefined)
      t.equal(exp - iat >= 20 * 3600, understands)
    })
  }

  t.test('that is none is left out', async t => {
    for (const claims of [
      undefined,
      '',
      '{}',
      capabilities(),
      capabilities(1, null, {}),
      '{"access_token":null}',
      '{"access_token":{"xms_cc":null}}',
      '{"access_token":{"xms_cc":{"values":"cp1"}}}',
      '{"access_token":{"xms_cc":["cp1"]}}',
      '{"access_token":["xms_cc"]}',
      '{"id_token":{"xms_cc":{"values":["cp1"]}}}',
    ]) {
      const said = await accessClaims(claims)
      t.notOk('xms_cc' in said || 'xms_ssm' in said, claims ?? 'nothing')
    }
    t.same((await accessClaims(capabilities('cp1', 1))).xms_cc, ['cp1'])
  })
})

t.test('a demand', async t => {
  t.test('of a challenge is met by whatever is issued then', async t => {
    const { understudy, clock, accessClaims, reply } = await asking(t)
    const { access_token: stale } = tokensOf(await reply(CAPABLE))
    clock.advance(1)
    const steady = tokensOf(await reply(undefined))
    const revoke = { token: steady.access_token }
    t.equal((await graph(understudy, 'POST /v1.0/me/revokeSignInSessions', revoke)).status, 200)
    clock.advance(1)
    const challenged = await graph(understudy, 'GET /v1.0/me', { token: stale })
    t.equal(challenged.status, 401)
    const [, encoded = ''] =
      /claims="([^"]+)"/.exec(challenged.headers.get('www-authenticate') ?? '') ?? []
    const { access_token: demand } = JSON.parse(Buffer.from(encoded, 'base64').toString())
    const answer = JSON.stringify({ access_token: { ...demand, xms_cc: { values: ['CP1'] } } })
    const renewed = await accessClaims(answer)
    t.ok(Number(renewed.nbf) >= Number(demand.nbf.value))
    t.same(renewed.xms_cc, ['CP1'])
    const { access_token: token } = tokensOf(await reply(answer))
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
  })

  t.test('that nobody knows is ignored', async t => {
    const { accessClaims, idClaims } = await asking(t)
    const claims =
      '{"access_token":{"polids":{"essential":true,"values":["x"]},"acrs":{"essential":true,"value":"c1"}},"userinfo":{"x":null},"id_token":{"made_up":{"essential":true}}}'
    t.same(Object.keys(await accessClaims(claims)), Object.keys(await accessClaims(undefined)))
    t.same(Object.keys(await idClaims(claims)), Object.keys(await idClaims(undefined)))
  })

  t.test('that cannot be read is refused, by every grant that reads it', async t => {
    const { understudy, reply } = await asking(t)
    const { refresh_token: token } = await obtainTokens(understudy, device)
    for (const claims of ['{', 'cp1', '[]', '"x"', 'null', '1', '{"access_token":}']) {
      t.same(refusalOf(await reply(claims)), [400, 'invalid_request', 9002313], claims)
      t.same(
        refusalOf(await refresh(understudy, device, token, { claims })),
        [400, 'invalid_request', 9002313],
        claims,
      )
    }
  })
})

t.test('what a client says when it begins', async t => {
  t.test('counts when it redeems the code, unless it says something else then', async t => {
    const { understudy } = await understudyAtNoon(t)
    const redeemed = async (atFirst: string, then?: string) =>
      obtainTokens(understudy, device, {
        parameters: { claims: atFirst },
        fields: { claims: then },
      })
    t.same(claimsOf((await redeemed(capabilities('CP1'))).access_token).xms_cc, ['CP1'])
    t.same(claimsOf((await redeemed(capabilities('CP1'), CAPABLE)).access_token).xms_cc, ['cp1'])
    const wanted = '{"id_token":{"upn":null}}'
    t.equal(claimsOf((await redeemed(wanted)).id_token).upn, upn('adele'))
    const both = await redeemed(wanted, CAPABLE)
    t.equal(claimsOf(both.id_token).upn, upn('adele'))
    t.same(claimsOf(both.access_token).xms_cc, ['cp1'])
  })

  t.test('does not count when it renews: it says so each time', async t => {
    const { understudy } = await understudyAtNoon(t)
    const { refresh_token: token } = await obtainTokens(understudy, device, {
      parameters: { claims: CAPABLE },
    })
    const renewed = async (claims?: string) =>
      claimsOf(tokensOf(await refresh(understudy, device, token, { claims })).access_token).xms_cc
    t.equal(await renewed(), undefined)
    t.same(await renewed(capabilities('CP1')), ['CP1'])
  })
})

t.test('a claim of the id token', async t => {
  const { idClaims } = await asking(t)
  const noon = Date.UTC(2026, 7, 13, 12) / 1000

  for (const [name, value] of [
    ['acct', 0],
    ['auth_time', noon],
    ['ctry', 'US'],
    ['email', upn('adele')],
    ['family_name', 'Vance'],
    ['given_name', 'Adele'],
    ['upn', upn('adele')],
  ] as const) {
    t.test(`is there when it is asked for: ${name}`, async t => {
      for (const wish of ['null', '{"essential":true}'])
        t.equal((await idClaims(`{"id_token":{"${name}":${wish}}}`))[name], value)
      t.notOk(name in (await idClaims(undefined)))
    })
  }

  t.test('cannot be bent by asking for it', async t => {
    const bent = `{"id_token":{"oid":{"value":"${ids.admin}"},"__proto__":null,"constructor":null}}`
    const claims = await idClaims(bent)
    t.equal(claims.oid, ids.adele)
    t.same(Object.keys(claims), Object.keys(await idClaims(undefined)))
  })
})
