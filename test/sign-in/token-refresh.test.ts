// signIn.token.issue with grant_type=refresh_token: what a refresh token gives, to whom, and for how long.
import type { Test } from 'tap'
import t from 'tap'
import { clients } from '../support/contoso.ts'
import type { TestClient } from '../support/sign-in.ts'
import {
  claimsOf,
  device,
  OWN_API,
  obtainTokens,
  refresh,
  refusalOf,
  spa,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import { graph, understudyAtNoon } from '../support/understudy.ts'

const HOUR = 3600
const DAY = 24 * HOUR

async function withTokens(
  t: Test,
  client: TestClient = web,
  parameters: Record<string, string | undefined> = {},
) {
  const { understudy, clock } = await understudyAtNoon(t)
  const tokens = await obtainTokens(understudy, client, { parameters })
  const renew = (token = tokens.refresh_token, fields = {}, request = {}) =>
    refresh(understudy, client, token, fields, request)
  return { understudy, clock, tokens, renew }
}

t.test('a refresh token', async t => {
  t.test('gives what its code gave, and in the same order', async t => {
    const { understudy, tokens, renew } = await withTokens(t)
    const renewed = tokensOf(await renew())
    t.same(Object.keys(renewed), Object.keys(tokens))
    t.equal(renewed.scope, tokens.scope)
    const { access_token: token } = renewed
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
  })

  t.test('gives another one each time, and goes on itself', async t => {
    const { tokens, renew } = await withTokens(t)
    const seen = new Set([tokens.refresh_token])
    let last = tokens.refresh_token
    for (let times = 1; times <= 5; times += 1) {
      last = tokensOf(await renew(last)).refresh_token
      seen.add(last)
      seen.add(tokensOf(await renew(tokens.refresh_token)).refresh_token)
      t.equal(seen.size, 1 + 2 * times)
    }
  })

  t.test('gives another one even where offline_access is not asked for again', async t => {
    const { renew } = await withTokens(t)
    const renewed = tokensOf(await renew(undefined, { scope: 'User.Read' }))
    t.same(Object.keys(renewed), [
      'token_type',
      'scope',
      'expires_in',
      'ext_expires_in',
      'access_token',
      'refresh_token',
    ])
    tokensOf(await renew(renewed.refresh_token))
  })

  t.test('is for any resource that the client has consent for', async t => {
    const { tokens, renew } = await withTokens(t, device)
    const scope = `${OWN_API}/access_as_user`
    const other = tokensOf(await renew(undefined, { scope }))
    t.equal(other.scope, scope)
    t.match(claimsOf(other.access_token), { aud: clients.web, ver: '2.0' })
    t.equal(claimsOf(tokensOf(await renew(other.refresh_token)).access_token).aud, clients.web)
    t.equal(tokensOf(await renew()).scope, tokens.scope)
    const back = tokensOf(await renew(other.refresh_token, { scope: 'User.Read' }))
    t.equal(claimsOf(back.access_token).ver, '1.0')
  })

  t.test('gives id tokens of the same sign-in', async t => {
    const claims = '{"id_token":{"auth_time":null}}'
    const { clock, tokens, renew } = await withTokens(t, web, { nonce: 'n', claims })
    clock.advance(HOUR)
    const before = claimsOf(tokens.id_token)
    const after = claimsOf(tokensOf(await renew(undefined, { claims })).id_token)
    for (const name of ['sid', 'sub', 'oid', 'auth_time', 'aud', 'iss'])
      t.equal(after[name], before[name], name)
    t.equal(after.iat, Number(before.iat) + HOUR)
    t.notOk('nonce' in after)
  })

  t.test('is taken at every name of its tenant', async t => {
    const { renew } = await withTokens(t)
    for (const authority of ['common', 'organizations'])
      t.equal((await renew(undefined, {}, { authority })).status, 200, authority)
  })

  t.test('is its client’s alone, and only of a client that says who it is', async t => {
    const { understudy, tokens, renew } = await withTokens(t)
    t.same(refusalOf(await refresh(understudy, device, tokens.refresh_token)), [
      400,
      'invalid_grant',
      70000,
    ])
    for (const secret of [undefined, 'wrong'])
      t.equal((await renew(undefined, { client_secret: secret })).status, 401)
    tokensOf(await renew())
  })

  t.test('is none when it is something else', async t => {
    const { understudy, tokens } = await withTokens(t)
    for (const [token, number] of [
      ['garbage', 9002313],
      [tokens.id_token, 9002313],
      [
        tokens.refresh_token?.replace(/(?<=^.{50})./, letter => (letter === 'A' ? 'B' : 'A')),
        70000,
      ],
      [undefined, 900144],
      ['', 900144],
    ] as const)
      t.equal(refusalOf(await refresh(understudy, web, token))[2], number, `${token?.slice(0, 20)}`)
  })
})

t.test('a refresh token that is not used', async t => {
  const refused = [400, 'invalid_grant', 700082, 'bad_token']

  t.test('ends after ninety days, and says since when', async t => {
    const { clock, renew } = await withTokens(t)
    clock.advance(90 * DAY - 0.001)
    t.equal((await renew()).status, 200)
    clock.advance(0.001)
    const reply = await renew()
    t.same(refusalOf(reply), refused)
    t.match(
      Object(reply.json).error_description,
      'AADSTS700082: The refresh token has expired due to inactivity. The token was issued on 2026-08-13T12:00:00.2500000Z and was inactive for 90.00:00:00. Trace ID: ',
    )
  })

  t.test('leaves its successors alive for ninety days more', async t => {
    const { clock, tokens, renew } = await withTokens(t)
    let last = tokens.refresh_token
    for (let times = 0; times < 5; times += 1) {
      clock.advance(89 * DAY)
      last = tokensOf(await renew(last)).refresh_token
    }
    t.same(refusalOf(await renew()), refused)
    clock.advance(90 * DAY)
    t.same(refusalOf(await renew(last)), refused)
  })
})

t.test('a refresh token of a single-page app', async t => {
  const refused = [400, 'invalid_grant', 700084, 'bad_token']

  t.test('says how long it has left, which renewal does not extend', async t => {
    const { clock, tokens, renew } = await withTokens(t, spa)
    t.same(Object.keys(tokens), [
      'token_type',
      'scope',
      'expires_in',
      'ext_expires_in',
      'access_token',
      'refresh_token',
      'refresh_token_expires_in',
      'id_token',
    ])
    t.equal(tokens.refresh_token_expires_in, DAY)
    clock.advance(HOUR)
    const second = tokensOf(await renew())
    t.equal(second.refresh_token_expires_in, 23 * HOUR)
    clock.advance(22 * HOUR + 0.5)
    const third = tokensOf(await renew(second.refresh_token))
    t.equal(third.refresh_token_expires_in, HOUR - 1)
    clock.advance(HOUR - 0.501)
    t.equal(tokensOf(await renew(third.refresh_token)).refresh_token_expires_in, 0)
    clock.advance(0.001)
    for (const token of [tokens, second, third])
      t.same(refusalOf(await renew(token.refresh_token)), refused)
  })

  t.test('says when it was issued, once it has ended', async t => {
    const { clock, renew } = await withTokens(t, spa)
    clock.advance(DAY)
    t.match(
      Object((await renew()).json).error_description,
      'AADSTS700084: The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on 2026-08-13T12:00:00.2500000Z. Trace ID: ',
    )
  })

  t.test('is for pages only', async t => {
    const { understudy, tokens } = await withTokens(t, spa)
    const asProgram = { ...spa, headers: {} }
    const reply = await refresh(understudy, asProgram, tokens.refresh_token)
    t.same(refusalOf(reply), [400, 'invalid_request', 9002327])
  })

  t.test('begins a new day with a new sign-in only', async t => {
    const { understudy, clock } = await withTokens(t, spa)
    clock.advance(DAY)
    const again = await obtainTokens(understudy, spa)
    t.equal(again.refresh_token_expires_in, DAY)
  })
})

t.test('a refresh token of another client', async t => {
  t.test('does not say when it ends', async t => {
    for (const client of [web, device]) {
      const { tokens } = await withTokens(t, client)
      t.notOk('refresh_token_expires_in' in tokens)
    }
  })
})
