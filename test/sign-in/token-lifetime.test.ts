// signIn.token.issue: how long tokens live, what makes them live longer, and that a seed settles it.
import type { Test } from 'tap'
import t from 'tap'
import { randomIds } from '../../src/ids.ts'
import { drawLifetime } from '../../src/tokens/lifetimes.ts'
import { clients, upn } from '../support/contoso.ts'
import { answerOf, Browser } from '../support/form-browser.ts'
import {
  askToken,
  authorizeUrl,
  CAPABLE,
  claimsOf,
  device,
  OWN_API,
  obtainTokens,
  redeemCode,
  refresh,
  tokensOf,
} from '../support/sign-in.ts'
import { control, graph, NOON, understudyAtNoon } from '../support/understudy.ts'

const HOUR = 3600
const password = {
  grant_type: 'password',
  username: upn('adele'),
  password: 'adele-Passw0rd!',
  scope: 'openid offline_access User.Read',
}
const seeds = Array.from({ length: 24 }, (_, index) => `seed ${index}`)

async function tokensBySeed(t: Test, seed: string, fields: Record<string, string> = {}) {
  const { understudy } = await understudyAtNoon(t, { seed })
  return tokensOf(await askToken(understudy, device, { ...password, ...fields }))
}

t.test('an access token', async t => {
  t.test('lives for sixty to ninety minutes', async t => {
    const lifetimes = new Set<number>()
    for (const seed of seeds) {
      const tokens = await tokensBySeed(t, seed)
      const { iat = 0, exp = 0 } = claimsOf(tokens.access_token)
      t.equal(iat, Math.floor(NOON.getTime() / 1000))
      t.equal(tokens.expires_in, exp - iat)
      t.equal(tokens.ext_expires_in, tokens.expires_in)
      t.ok(tokens.expires_in >= HOUR && tokens.expires_in <= 1.5 * HOUR, `${tokens.expires_in}`)
      t.notOk('refresh_in' in tokens)
      lifetimes.add(tokens.expires_in)
    }
    t.ok(lifetimes.size > seeds.length / 2)
  })

  t.test(
    'lives for twenty to twenty-eight hours when its client understands challenges',
    async t => {
      const lifetimes = new Set<number>()
      for (const seed of seeds) {
        const tokens = await tokensBySeed(t, seed, { claims: CAPABLE })
        const { iat = 0, exp = 0 } = claimsOf(tokens.access_token)
        t.equal(tokens.expires_in, exp - iat)
        t.ok(
          tokens.expires_in >= 20 * HOUR && tokens.expires_in <= 28 * HOUR,
          `${tokens.expires_in}`,
        )
        t.equal(tokens.refresh_in, Math.floor(tokens.expires_in / 2))
        lifetimes.add(tokens.expires_in)
      }
      t.ok(lifetimes.size > seeds.length / 2)
    },
  )

  t.test('lives as long as is drawn, from the least to the most', async t => {
    const least = { ...randomIds, integer: (from: number) => from }
    const most = { ...randomIds, integer: (_: number, to: number) => to }
    t.same([drawLifetime(least, []), drawLifetime(most, [])], [HOUR, 1.5 * HOUR])
    t.same([drawLifetime(least, ['CP1']), drawLifetime(most, ['cp1'])], [20 * HOUR, 28 * HOUR])
  })

  t.test('says after how long to renew it behind how long it lives', async t => {
    t.same(Object.keys(await tokensBySeed(t, 'order', { claims: CAPABLE })).slice(0, 5), [
      'token_type',
      'scope',
      'expires_in',
      'ext_expires_in',
      'refresh_in',
    ])
  })

  t.test('for an application lives no longer, whatever its client understands', async t => {
    const scope = `${OWN_API}/access_as_user`
    const tokens = await tokensBySeed(t, 'api', { scope, claims: CAPABLE })
    t.ok(tokens.expires_in <= 1.5 * HOUR)
    t.notOk('xms_cc' in claimsOf(tokens.access_token))
    t.equal(claimsOf(tokens.access_token).aud, clients.web)
  })

  t.test('is taken by Microsoft Graph until its last second is over', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const { access_token: token, expires_in: lifetime } = await obtainTokens(understudy, device)
    const status = async () => (await graph(understudy, 'GET /v1.0/me', { token })).status
    clock.advance(lifetime - 0.251)
    t.equal(await status(), 200)
    clock.advance(0.001)
    t.equal(await status(), 401)
  })
})

t.test('an id token', async t => {
  t.test('lives for an hour', async t => {
    const { exp = 0, iat = 0, nbf } = claimsOf((await tokensBySeed(t, 'id')).id_token)
    t.same([exp - iat, nbf], [HOUR, iat])
  })
})

t.test('a seed', async t => {
  /** Everything that two doubles answer on the way to tokens and on, as text. */
  async function answers(t: Test, seed: string) {
    const { understudy, clock } = await understudyAtNoon(t, { seed })
    await control(understudy, 'PATCH /_understudy/settings', { body: { signIn: 'automatic' } })
    const browser = new Browser(understudy)
    const page = await browser.open(authorizeUrl(device, { state: 'st' }))
    const redeemed = await redeemCode(understudy, device, answerOf(page).code, { claims: CAPABLE })
    clock.advance(60)
    const renewed = await refresh(understudy, device, tokensOf(redeemed).refresh_token)
    const refused = await refresh(understudy, device, 'garbage')
    return [page.location, ...browser.cookies.values(), redeemed.text, renewed.text, refused.text]
  }

  t.test('and a clock settle every byte of every answer', async t => {
    t.same(await answers(t, 'one'), await answers(t, 'one'))
  })

  t.test('of its own makes another double', async t => {
    const [one, other] = [await answers(t, 'one'), await answers(t, 'other')]
    for (const [index, answer] of one.entries()) t.not(answer, other[index])
  })
})
