// Revocations on a tenant's clock: how they are stamped and delayed by it, and that order and not time decides between them and credentials.
import t from 'tap'
import { ids } from '../support/contoso.ts'
import { capable, DAY, HOUR, started, untilJustBefore } from '../support/moved-clock.ts'
import { daemon as reader, revokes, statusOf, validFrom } from '../support/revocation.ts'
import { refresh, web } from '../support/sign-in.ts'
import { changeSettings, quickTokens, refusal } from '../support/sign-in-flow.ts'
import { control, graph, tokenFor } from '../support/understudy.ts'
import { moveClock } from '../support/worlds.ts'

t.test('a revocation', async t => {
  t.test("is stamped by the tenant's clock, in the directory and in the challenge", async t => {
    const { understudy } = await started(t)
    const token = await tokenFor(understudy, capable)
    await moveClock(understudy, { now: '2026-08-13T12:10:00.750Z' })
    await graph(understudy, revokes(ids.adele), { token: await tokenFor(understudy, reader) })
    t.equal(await validFrom(understudy, ids.adele), '2026-08-13T12:10:00Z')
    const { status, headers } = await graph(understudy, 'GET /v1.0/me', { token })
    t.equal(status, 401)
    const claims = /claims="([^"]+)"/.exec(headers.get('www-authenticate') ?? '')?.[1] ?? ''
    const nbf = Math.floor(Date.parse('2026-08-13T12:10:00.750Z') / 1000)
    t.match(JSON.parse(Buffer.from(claims, 'base64').toString()), {
      access_token: { nbf: { value: `${nbf}` } },
    })
  })

  t.test('reaches Graph after ten minutes of the clock, where it is to be realistic', async t => {
    const { understudy, advance } = await started(t)
    await changeSettings(understudy, { revocation: { preset: 'realistic' } })
    const token = await tokenFor(understudy, capable)
    await advance(2)
    await control(understudy, `POST /_understudy/users/${ids.adele}/revoke`)
    await advance(untilJustBefore(600))
    t.equal(await statusOf(understudy, token), 200)
    await advance(1)
    t.equal(await statusOf(understudy, token), 401)
  })

  t.test('is in force still when the clock is set back to before it', async t => {
    const { understudy, advance } = await started(t)
    const token = await tokenFor(understudy, { ...capable, lifetimeSeconds: DAY })
    const { refresh_token: refreshToken } = await quickTokens(understudy, web)
    await advance(HOUR)
    await control(understudy, `POST /_understudy/users/${ids.adele}/revoke`)
    await advance(-HOUR)
    t.equal(await statusOf(understudy, token), 401)
    t.equal(refusal(await refresh(understudy, web, refreshToken)), '400 invalid_grant 50173')
  })

  for (const truncateToSeconds of [false, true]) {
    const cut = truncateToSeconds ? ', cut to the second' : ''
    t.test(`revokes what was issued before the clock was set back${cut}`, async t => {
      const { understudy, advance } = await started(t)
      await changeSettings(understudy, { revocation: { truncateToSeconds } })
      await advance(10)
      const token = await tokenFor(understudy, { ...capable, lifetimeSeconds: DAY })
      const { refresh_token: refreshToken } = await quickTokens(understudy, web)
      await advance(-10)
      await control(understudy, `POST /_understudy/users/${ids.adele}/revoke`)
      await advance(10)
      t.equal(await statusOf(understudy, token), 401)
      t.equal(refusal(await refresh(understudy, web, refreshToken)), '400 invalid_grant 50173')
    })

    t.test(`leaves a sign-in that came after it, on a clock set back since${cut}`, async t => {
      const { understudy, advance } = await started(t)
      await changeSettings(understudy, { revocation: { truncateToSeconds } })
      await control(understudy, `POST /_understudy/users/${ids.adele}/revoke`)
      await advance(-DAY)
      const token = await tokenFor(understudy, capable)
      const { refresh_token: refreshToken } = await quickTokens(understudy, web)
      t.equal(await statusOf(understudy, token), 200)
      t.equal((await refresh(understudy, web, refreshToken)).status, 200)
    })
  }
})
