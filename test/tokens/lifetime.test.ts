// How long a token lives: drawn as the real service draws it, or as a test asks for it; over already, if it asks for that.
import { decodeJwt } from 'jose'
import t from 'tap'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { NOON, understudyAtNoon } from '../support/understudy.ts'

const noon = Math.floor(NOON.getTime() / 1000)

t.test('the lifetime of a token', async t => {
  const { understudy } = await understudyAtNoon(t)
  const lifetimes = (request: TokenRequest) =>
    Promise.all(
      Array.from({ length: 40 }, async () => (await understudy.issueToken(request)).expires_in),
    )
  const isBetween = (least: number, most: number) => (seconds: number) =>
    seconds >= least && seconds <= most

  t.test('is drawn from 60 to 90 minutes', async t => {
    for (const request of [{ user: 'adele' }, {}, { user: 'adele', capabilities: ['cp2'] }]) {
      const drawn = await lifetimes(request)
      t.ok(drawn.every(isBetween(3600, 5400)), `${drawn}`)
      t.ok(new Set(drawn).size > 1)
    }
  })

  t.test('is drawn from 20 to 28 hours where the client declared cp1', async t => {
    const drawn = await lifetimes({ user: 'adele', capabilities: ['CP1'] })
    t.ok(drawn.every(isBetween(72_000, 100_800)), `${drawn}`)
    t.ok(new Set(drawn).size > 1)
  })

  t.test('is what is asked for', async t => {
    for (const lifetimeSeconds of [1, 60, 315_360_000]) {
      const { access_token, expires_in } = await understudy.issueToken({
        user: 'adele',
        lifetimeSeconds,
      })
      t.equal(expires_in, lifetimeSeconds)
      t.match(decodeJwt(access_token), { iat: noon, exp: noon + lifetimeSeconds })
    }
  })

  t.test('may be over: then the token was valid once', async t => {
    for (const lifetimeSeconds of [0, -1, -86_400, -315_360_000]) {
      const { access_token, expires_in } = await understudy.issueToken({
        user: 'adele',
        lifetimeSeconds,
      })
      t.equal(expires_in, lifetimeSeconds)
      const { iat = 0, nbf, exp = 0 } = decodeJwt(access_token)
      t.equal(exp, noon + lifetimeSeconds)
      t.ok(iat < exp)
      t.equal(nbf, iat)
    }
  })
})
