// control.clock.*: what a tenant's clock shows, and what it cannot be made to show.
import t from 'tap'
import { isProblem } from '../support/problem.ts'
import { statusOf } from '../support/revocation.ts'
import { FABRIKAM, TAILSPIN, twoTenants } from '../support/two-tenants.ts'
import { control, tokenFor, understudyAtNoon, understudyFor } from '../support/understudy.ts'
import { moveClock } from '../support/worlds.ts'

const GET = 'GET /_understudy/clock'
const PATCH = 'PATCH /_understudy/clock'
const atNoon = { now: '2026-08-13T12:00:00.250Z', frozen: false, offsetSeconds: 0 }

t.test('control.clock.get', async t => {
  t.test("shows the machine's time at first, and goes with it", async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    t.same((await control(understudy, GET)).json, atNoon)
    clock.advance(1.5)
    t.same((await control(understudy, GET)).json, { ...atNoon, now: '2026-08-13T12:00:01.750Z' })
  })

  t.test('names the nearest tenant where there is none of that name', async t => {
    const understudy = await understudyFor(t)
    const reply = await control(understudy, `${GET}?tenant=contso.onmicrosoft.com`)
    isProblem(t, reply, 404, { detail: /Did you mean 'contoso\.onmicrosoft\.com'\?/ })
  })
})

t.test('control.clock.update', async t => {
  t.test('moves it by what was asked, however the time passes meanwhile', async t => {
    let now = Date.parse('2026-08-13T12:00:00Z')
    const understudy = await understudyFor(t, { clock: { now: () => now++ } })
    for (const offsetSeconds of [3600, 7200]) {
      const reply = await control(understudy, PATCH, { body: { advanceSeconds: 3600 } })
      t.match(reply.json, { offsetSeconds })
      t.match((await control(understudy, GET)).json, { offsetSeconds })
    }
  })

  t.test('sets the clock, which goes on from there', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const reply = await control(understudy, PATCH, { body: { now: '2026-08-14T14:00:00.5+02:00' } })
    t.same(reply.json, {
      now: '2026-08-14T12:00:00.500Z',
      frozen: false,
      offsetSeconds: 86_400.25,
    })
    clock.advance(60)
    t.match((await control(understudy, GET)).json, { now: '2026-08-14T12:01:00.500Z' })
  })

  t.test('advances it from where it is, backwards too, by fractions of a second', async t => {
    const { understudy } = await understudyAtNoon(t)
    t.equal(await moveClock(understudy, { advanceSeconds: 90 }), '2026-08-13T12:01:30.250Z')
    t.equal(await moveClock(understudy, { advanceSeconds: -3600 }), '2026-08-13T11:01:30.250Z')
    t.equal(await moveClock(understudy, { advanceSeconds: 0.125 }), '2026-08-13T11:01:30.375Z')
  })

  t.test('freezes it where it is, advances it all the same, and lets it go', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const { json } = await control(understudy, PATCH, { body: { frozen: true } })
    t.same(json, { ...atNoon, frozen: true })
    clock.advance(60)
    t.same((await control(understudy, GET)).json, { ...atNoon, frozen: true, offsetSeconds: -60 })
    t.equal(await moveClock(understudy, { advanceSeconds: 1 }), '2026-08-13T12:00:01.250Z')
    clock.advance(60)
    t.same((await control(understudy, PATCH, { body: { frozen: false } })).json, {
      now: '2026-08-13T12:00:01.250Z',
      frozen: false,
      offsetSeconds: -119,
    })
    clock.advance(1)
    t.match((await control(understudy, GET)).json, { now: '2026-08-13T12:00:02.250Z' })
  })

  t.test('sets, then advances, then freezes, in one go', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const body = { now: '2030-01-01T00:00:00Z', advanceSeconds: -1, frozen: true }
    t.equal(await moveClock(understudy, body), '2029-12-31T23:59:59.000Z')
    clock.advance(5)
    t.match((await control(understudy, GET)).json, { now: '2029-12-31T23:59:59.000Z' })
  })

  t.test("moves the one tenant's alone", async t => {
    const { understudy } = await understudyAtNoon(t, { fixtures: twoTenants(t) })
    await moveClock(understudy, { advanceSeconds: 60, frozen: true }, 'tailspin.onmicrosoft.com')
    t.same((await control(understudy, `${GET}?tenant=${FABRIKAM}`)).json, atNoon)
    const other = await control(understudy, `${GET}?tenant=${TAILSPIN}`)
    t.match(other.json, { frozen: true, offsetSeconds: 60 })
  })

  t.test('refuses what a clock cannot show, naming the member, and leaves it', async t => {
    const { understudy } = await understudyAtNoon(t)
    const refused: readonly (readonly [object, string])[] = [
      [{ now: 'noon' }, '/now'],
      [{ now: '2026-08-13' }, '/now'],
      [{ now: '2026-02-30T12:00:00Z' }, '/now'],
      [{ now: '2016-12-31T23:59:60Z' }, '/now'],
      [{ now: '1969-12-31T23:59:59Z' }, '/now'],
      [{ now: '1970-01-01T00:00:00+01:00' }, '/now'],
      [{ now: '2999-12-31T23:59:59-01:00' }, '/now'],
      [{ now: '3000-01-01T00:00:00Z' }, '/now'],
      [{ now: '1970-01-01T00:00:01Z', advanceSeconds: -2 }, '/advanceSeconds'],
      [{ now: '2999-12-31T23:59:59Z', advanceSeconds: 1 }, '/advanceSeconds'],
      [{ advanceSeconds: 315_576_001 }, '/advanceSeconds'],
      [{ advanceSeconds: -315_576_001 }, '/advanceSeconds'],
      [{ advanceSeconds: '60' }, '/advanceSeconds'],
      [{ frozen: 'yes' }, '/frozen'],
    ]
    for (const [body, pointer] of refused) {
      const reply = await control(understudy, PATCH, { body })
      isProblem(t, reply, 400, { errors: [{ in: 'body', pointer, detail: /./ }] })
    }
    isProblem(t, await control(understudy, PATCH, { body: {} }), 400)
    isProblem(t, await control(understudy, PATCH, { body: { later: 60 } }), 400)
    t.same((await control(understudy, GET)).json, atNoon)
  })

  t.test('shows the first and the last instant there are', async t => {
    const { understudy } = await understudyAtNoon(t)
    for (const now of ['1970-01-01T00:00:00.000Z', '2999-12-31T23:59:59.999Z'])
      t.equal(await moveClock(understudy, { now }), now)
  })

  t.test('lets tokens be issued at the first and the last instant, expired ones too', async t => {
    const { understudy } = await understudyAtNoon(t)
    for (const now of ['1970-01-01T00:00:00.000Z', '2999-12-31T23:59:59.999Z']) {
      await moveClock(understudy, { now })
      for (const [lifetimeSeconds, status] of [
        [60, 200],
        [-60, 401],
      ] as const) {
        const token = await tokenFor(understudy, { user: 'adele', lifetimeSeconds })
        t.equal(await statusOf(understudy, token), status)
      }
    }
  })
})

t.test('control.clock.reset', async t => {
  t.test("has the one tenant's clock show the machine's time again", async t => {
    const { understudy } = await understudyAtNoon(t, { fixtures: twoTenants(t) })
    for (const tenant of [FABRIKAM, TAILSPIN])
      await moveClock(understudy, { advanceSeconds: 60, frozen: true }, tenant)
    const reply = await control(understudy, `DELETE /_understudy/clock?tenant=${FABRIKAM}`)
    t.equal(reply.status, 204)
    t.same((await control(understudy, `${GET}?tenant=${FABRIKAM}`)).json, atNoon)
    t.match((await control(understudy, `${GET}?tenant=${TAILSPIN}`)).json, { frozen: true })
  })

  t.test('comes with a reset of the tenant', async t => {
    const { understudy } = await understudyAtNoon(t)
    await moveClock(understudy, { advanceSeconds: 60 })
    await control(understudy, 'POST /_understudy/reset')
    t.same((await control(understudy, GET)).json, atNoon)
  })
})
