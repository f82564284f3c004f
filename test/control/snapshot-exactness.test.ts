// Snapshots under random histories: what was issued before one is worth after its restore what it was worth then, here and elsewhere.
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Test } from 'tap'
import t from 'tap'
import { SigningKeys } from '../../src/tokens/signing-keys.ts'
import type { Credential } from '../support/random-world.ts'
import { clients, isGood, steps, verdictsOf, World } from '../support/random-world.ts'
import { automaticUnderstudy, quickRedeem } from '../support/sign-in-flow.ts'
import { control, signingKeys } from '../support/understudy.ts'
import { carrySnapshot, restoreSnapshot, takeSnapshot } from '../support/worlds.ts'

/** Of the servers that the snapshots are carried to. */
const otherKeys = new SigningKeys()

async function world(t: Test, keys = signingKeys): Promise<World> {
  const { understudy, clock } = await automaticUnderstudy(t, { signingKeys: keys })
  return new World(understudy, clock)
}

function assertSame(actual: unknown, expected: unknown): void {
  if (isDeepStrictEqual(actual, expected)) return
  throw new Error(`${JSON.stringify(actual)}\nwas before\n${JSON.stringify(expected)}`)
}

/** Redeems each code for good. */
function redeemed(
  { understudy }: World,
  credentials: readonly Credential[],
): Promise<readonly boolean[]> {
  const codes = credentials.filter(({ kind }) => kind === 'code')
  return Promise.all(
    codes.map(async ({ text, client }) => {
      return (await quickRedeem(understudy, clients[client], text)).status === 200
    }),
  )
}

t.test('a snapshot', async t => {
  t.test('has every credential of before it worth after its restore what it was then', async t => {
    await fc.assert(
      fc.asyncProperty(steps, steps, async (before, after) => {
        const one = await world(t)
        await one.live(before)
        const credentials = [...one.credentials]
        const expected = await verdictsOf(one.understudy, credentials)
        const codes = expected.filter((_, index) => credentials[index]?.kind === 'code')
        await takeSnapshot(one.understudy, 'then')
        await one.live(after)
        await restoreSnapshot(one.understudy, 'then')
        assertSame(await verdictsOf(one.understudy, credentials), expected)
        assertSame(await redeemed(one, credentials), codes.map(isGood))
        await restoreSnapshot(one.understudy, 'then')
        assertSame(await verdictsOf(one.understudy, credentials), expected)
      }),
      { numRuns: 10 },
    )
  })

  t.test('has the same at another server, which goes on as the first would', async t => {
    await fc.assert(
      fc.asyncProperty(steps, steps, steps, async (before, elsewhere, after) => {
        const [one, two] = [await world(t), await world(t, otherKeys)]
        await one.live(before)
        const credentials = [...one.credentials]
        const expected = await verdictsOf(one.understudy, credentials)
        await takeSnapshot(one.understudy, 'then')
        await two.live(elsewhere)
        await carrySnapshot(one.understudy, two.understudy, 'then')
        await restoreSnapshot(two.understudy, 'then')
        assertSame(await verdictsOf(two.understudy, credentials), expected)
        for (const each of [one, two]) {
          each.credentials.splice(0, Number.POSITIVE_INFINITY, ...credentials)
          await each.live(after.filter(({ what }) => !issues.has(what)))
          await control(each.understudy, 'POST /_understudy/users/adele/revoke')
        }
        assertSame(
          await verdictsOf(two.understudy, credentials),
          await verdictsOf(one.understudy, credentials),
        )
      }),
      { numRuns: 10 },
    )
  })
})

t.test('a random history', async t => {
  t.test('has credentials of every kind, some good by its end and some not', async t => {
    const seen = new Set<string>()
    for (const history of fc.sample(steps, { seed: 1, numRuns: 40 })) {
      const one = await world(t)
      await one.live(history)
      const verdicts = await verdictsOf(one.understudy, one.credentials)
      for (const [index, { kind }] of one.credentials.entries())
        seen.add(`${kind} ${isGood(verdicts[index])}`)
    }
    const kinds = ['accessToken', 'code', 'cookie', 'deviceCode', 'refreshToken']
    t.strictSame([...seen].sort(), kinds.flatMap(kind => [`${kind} false`, `${kind} true`]).sort())
  })
})

/** Sign-outs are of browsers, which each world has its own of. */
const issues: ReadonlySet<string> = new Set(['issue', 'signIn', 'code', 'startDevice', 'signOut'])
