// control.snapshots.restore: what is put back, what is left alone, and where the clocks go on.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { DOMAIN, ids } from '../support/contoso.ts'
import { isProblem } from '../support/problem.ts'
import { validFrom } from '../support/revocation.ts'
import { twoTenants } from '../support/two-tenants.ts'
import { control, graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'
import { contentsOf, moveClock, restoreSnapshot, seenOf, takeSnapshot } from '../support/worlds.ts'

const FABRIKAM = 'fabrikam.onmicrosoft.com'
const TAILSPIN = 'tailspin.onmicrosoft.com'

t.test('control.snapshots.restore', async t => {
  const settings = { body: { permissions: 'off' } } as const
  const create = (understudy: Understudy, domain: string) =>
    control(understudy, 'POST /_understudy/tenants', { body: { overrides: { domain } } })

  t.test('of all tenants puts all back, and removes those that were made since', async t => {
    const { understudy } = await understudyAtNoon(t, { fixtures: twoTenants(t) })
    await takeSnapshot(understudy, 'all')
    const before = await seenOf(understudy, FABRIKAM, TAILSPIN)
    await control(understudy, `DELETE /_understudy/tenants/${FABRIKAM}`)
    await control(understudy, `PATCH /_understudy/settings?tenant=${TAILSPIN}`, settings)
    await moveClock(understudy, { advanceSeconds: 60 }, TAILSPIN)
    await create(understudy, 'new.example')
    t.equal((await restoreSnapshot(understudy, 'all')).status, 204)
    t.same(await seenOf(understudy, FABRIKAM, TAILSPIN), before)
    isProblem(t, await control(understudy, 'GET /_understudy/clock?tenant=new.example'), 404)
  })

  t.test('of one tenant leaves the others as they are', async t => {
    const { understudy } = await understudyAtNoon(t, { fixtures: twoTenants(t) })
    await takeSnapshot(understudy, 'one', TAILSPIN)
    const user = `POST /_understudy/users/tony/revoke?tenant=${TAILSPIN}` as const
    await control(understudy, user)
    await control(understudy, `PATCH /_understudy/settings?tenant=${FABRIKAM}`, settings)
    await create(understudy, 'new.example')
    const others = () => contentsOf(understudy, FABRIKAM, 'new.example')
    const before = await others()
    await restoreSnapshot(understudy, 'one')
    t.equal(await others(), before)
  })

  t.test('brings back a tenant that was removed since', async t => {
    const { understudy } = await understudyAtNoon(t)
    const token = await tokenFor(understudy, { user: 'adele' })
    await takeSnapshot(understudy, 'one', DOMAIN)
    await control(understudy, `DELETE /_understudy/tenants/${DOMAIN}`)
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 401)
    await restoreSnapshot(understudy, 'one')
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
  })

  t.test('is refused when another tenant has taken a domain, and changes nothing', async t => {
    const { understudy } = await understudyAtNoon(t)
    await takeSnapshot(understudy, 'one', DOMAIN)
    await takeSnapshot(understudy, 'all')
    await control(understudy, `DELETE /_understudy/tenants/${DOMAIN}`)
    await create(understudy, DOMAIN)
    const before = await seenOf(understudy, DOMAIN)
    isProblem(t, await restoreSnapshot(understudy, 'one'), 409, { detail: new RegExp(DOMAIN) })
    t.same(await seenOf(understudy, DOMAIN), before)
    t.equal((await restoreSnapshot(understudy, 'all')).status, 204, 'one of all can be')
  })

  t.test('can be done again and again, and takes nothing from the snapshot', async t => {
    const { understudy } = await understudyAtNoon(t)
    await takeSnapshot(understudy, 'one')
    const instant = await validFrom(understudy, ids.adele)
    for (const _ of [1, 2, 3]) {
      await control(understudy, `POST /_understudy/users/${ids.adele}/revoke`)
      await control(understudy, `DELETE /_understudy/users/${ids.alex}`)
      await restoreSnapshot(understudy, 'one')
      t.equal(await validFrom(understudy, ids.adele), instant)
    }
  })

  t.test('has the clocks go on from the instant of the snapshot, or stand still there', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const shown = async () => Object((await control(understudy, 'GET /_understudy/clock')).json)
    await takeSnapshot(understudy, 'going')
    await moveClock(understudy, { advanceSeconds: 10, frozen: true })
    await takeSnapshot(understudy, 'frozen')
    await control(understudy, 'DELETE /_understudy/clock')
    clock.advance(3600)
    await restoreSnapshot(understudy, 'going')
    t.match(await shown(), { now: '2026-08-13T12:00:00.250Z', frozen: false })
    clock.advance(1)
    t.match(await shown(), { now: '2026-08-13T12:00:01.250Z', frozen: false })
    await restoreSnapshot(understudy, 'frozen')
    clock.advance(1)
    t.match(await shown(), { now: '2026-08-13T12:00:10.250Z', frozen: true })
  })

  t.test('leaves the clocks where they are when they are to be kept', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    await takeSnapshot(understudy, 'one')
    await control(understudy, 'PATCH /_understudy/settings', settings)
    clock.advance(3600)
    await moveClock(understudy, { advanceSeconds: 60, frozen: true })
    const path = 'POST /_understudy/snapshots/one/restore'
    t.equal((await control(understudy, path, { body: { clock: 'keep' } })).status, 204)
    t.match((await control(understudy, 'GET /_understudy/clock')).json, {
      now: '2026-08-13T13:01:00.250Z',
      frozen: true,
    })
    t.match((await control(understudy, 'GET /_understudy/settings')).json, {
      permissions: 'documented',
    })
    isProblem(t, await control(understudy, path, { body: { clock: 'now' } }), 400, {
      errors: [{ in: 'body', pointer: '/clock' }],
    })
  })
})
