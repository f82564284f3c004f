// A revocation while requests are under way: each is wholly before it or wholly after it, and nothing of before is worth anything afterwards.
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import t from 'tap'
import { DOMAIN, ids } from '../support/contoso.ts'
import { answerOf, errorOf } from '../support/form-browser.ts'
import { authorizeUrl, redeemCode, refresh, tokensOf, web } from '../support/sign-in.ts'
import {
  automaticUnderstudy,
  changeSettings,
  quickTokens,
  refusal,
} from '../support/sign-in-flow.ts'
import {
  acts,
  adminToken,
  claims,
  exchange,
  isDead,
  numbers,
  revoke,
  signedIn,
} from '../support/under-way.ts'
import { graph } from '../support/understudy.ts'
import { readReply } from '../support/wire.ts'

/** Does something when the event loop has turned so many times. */
async function after<T>(turns: number, act: () => Promise<T>): Promise<T> {
  for (const _ of numbers(turns)) await setImmediate()
  return act()
}

t.test('A revocation', async t => {
  for (const [name, act] of Object.entries(acts)) {
    t.test(`is wholly before or wholly after, at whatever turn it comes: ${name}`, async t => {
      const { understudy } = await automaticUnderstudy(t)
      const token = await adminToken(understudy)
      const wasBefore = new Set<boolean>()
      for (const turns of numbers(12)) {
        for (const [actAfter, revokeAfter] of [
          [0, turns],
          [turns, 0],
        ] as const) {
          const before = await signedIn(understudy)
          const [answer] = await Promise.all([
            after(actAfter, () => act(understudy, before, 0)),
            after(revokeAfter, () => revoke(understudy, token)),
          ])
          t.ok(await isDead(understudy, answer), `${actAfter} and ${revokeAfter} turns`)
          wasBefore.add('html' in answer ? 'code' in answerOf(answer) : answer.status === 200)
        }
      }
      t.equal(wasBefore.size, 2, 'both have been seen')
    })
  }

  t.test('leaves nothing alive of many requests under way, in whatever order', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const token = await adminToken(understudy)
    const turns = fc.nat(12)
    const plan = fc.record({
      acts: fc.array(fc.tuple(fc.constantFrom(...Object.values(acts)), turns), {
        minLength: 2,
        maxLength: 6,
      }),
      revokeAfter: turns,
    })
    await fc.assert(
      fc.asyncProperty(plan, async ({ acts, revokeAfter }) => {
        const before = await signedIn(understudy, acts.length)
        const [{ status }, ...answers] = await Promise.all([
          after(revokeAfter, () => revoke(understudy, token)),
          ...acts.map(([act, count], index) => after(count, () => act(understudy, before, index))),
        ])
        const dead = await Promise.all(answers.map(answer => isDead(understudy, answer)))
        const silent = await before.browser.open(authorizeUrl(web, { prompt: 'none' }))
        return status === 200 && dead.every(Boolean) && errorOf(silent)[1] === 'AADSTS50132'
      }),
      { numRuns: 20 },
    )
  })

  t.test('that takes effect later ends what was renewed until then', async t => {
    const { understudy, clock } = await automaticUnderstudy(t)
    const delaySeconds = { graph: 10, token: 10, session: 10 }
    await changeSettings(understudy, { revocation: { delaySeconds } })
    const before = await signedIn(understudy)
    await revoke(understudy, await adminToken(understudy))
    clock.advance(9)
    const renewed = [
      await refresh(understudy, web, before.refreshToken),
      await redeemCode(understudy, web, before.codes[0]),
      await exchange(understudy, before),
    ].map(tokensOf)
    const { code } = answerOf(await before.browser.open(authorizeUrl(web, { prompt: 'none' })))
    clock.advance(1)
    for (const { refresh_token: refreshToken } of renewed)
      t.match(refusal(await refresh(understudy, web, refreshToken)), / 50173$/)
    t.match(refusal(await redeemCode(understudy, web, code)), / 50173$/)
    const silent = await before.browser.open(authorizeUrl(web, { prompt: 'none' }))
    t.equal(errorOf(silent)[1], 'AADSTS50132')
  })

  t.test('leaves nothing alive over a port either', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const url = await understudy.listen({ port: 0, https: false })
    const token = await adminToken(understudy)
    for (const count of [1, 5, 20]) {
      const { refresh_token: refreshToken = '' } = await quickTokens(understudy, web)
      const body = new URLSearchParams({
        ...web.fields,
        ...claims,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      })
      const renew = async () =>
        readReply(await fetch(`${url}/${DOMAIN}/oauth2/v2.0/token`, { method: 'POST', body }))
      const path = `${url}/v1.0/users/${ids.adele}/revokeSignInSessions`
      const headers = { authorization: `Bearer ${token}` }
      const [{ status }, ...answers] = await Promise.all([
        fetch(path, { method: 'POST', headers }),
        ...numbers(count).map(renew),
      ])
      t.equal(status, 200)
      for (const answer of answers) t.ok(await isDead(understudy, answer))
    }
  })

  t.test('does not touch who signs in afterwards', async t => {
    const { understudy } = await automaticUnderstudy(t)
    const token = await adminToken(understudy)
    for (const _ of numbers(5)) {
      await revoke(understudy, token)
      const tokens = await quickTokens(understudy, web, claims)
      t.equal((await refresh(understudy, web, tokens.refresh_token)).status, 200)
      t.equal((await graph(understudy, 'GET /v1.0/me', { token: tokens.access_token })).status, 200)
    }
  })
})
