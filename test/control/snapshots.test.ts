// control.snapshots.list, create and remove, and what is refused.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { DOMAIN } from '../support/contoso.ts'
import { isProblem } from '../support/problem.ts'
import { twoTenants } from '../support/two-tenants.ts'
import { control, understudyAtNoon, understudyFor } from '../support/understudy.ts'
import { moveClock, restoreSnapshot, seenOf, takeSnapshot } from '../support/worlds.ts'

const LIST = 'GET /_understudy/snapshots'
const MOST = 100
const FABRIKAM = 'fabrikam.onmicrosoft.com'
const TAILSPIN = 'tailspin.onmicrosoft.com'

async function namesOf(understudy: Understudy): Promise<string[]> {
  const { json } = await control(understudy, LIST)
  return Object(json).snapshots.map(({ name }: { name: string }) => name)
}

async function fill(understudy: Understudy): Promise<void> {
  for (let number = 1; number <= MOST; number++) await takeSnapshot(understudy, `s${number}`)
}

t.test('control.snapshots.create', async t => {
  t.test('takes one of all tenants, or of the one named by id or domain', async t => {
    const { understudy } = await understudyAtNoon(t, { fixtures: twoTenants(t) })
    const takenAt = '2026-08-13T12:00:00.250Z'
    const all = await takeSnapshot(understudy, 'all')
    t.equal(all.status, 201)
    t.equal(all.headers.get('location'), '/_understudy/snapshots/all')
    t.same(all.json, { name: 'all', takenAt, tenants: [FABRIKAM, TAILSPIN] })
    const one = await takeSnapshot(understudy, 'one', 'Tailspin.OnMicrosoft.com')
    t.same(one.json, { name: 'one', takenAt, tenants: [TAILSPIN] })
    t.same((await control(understudy, LIST)).json, { snapshots: [all.json, one.json] })
  })

  t.test("is dated by the machine's clock", async t => {
    const { understudy } = await understudyAtNoon(t)
    await moveClock(understudy, { now: '2031-01-01T00:00:00Z' })
    const { json } = await takeSnapshot(understudy, 'one', DOMAIN)
    t.match(json, { takenAt: '2026-08-13T12:00:00.250Z' })
  })

  t.test('takes the place of one of the same name, and is the newest then', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    for (const name of ['one', 'two']) await takeSnapshot(understudy, name)
    await control(understudy, 'PATCH /_understudy/settings', { body: { permissions: 'off' } })
    clock.advance(1)
    t.match((await takeSnapshot(understudy, 'one')).json, { takenAt: '2026-08-13T12:00:01.250Z' })
    t.same(await namesOf(understudy), ['two', 'one'])
    await control(understudy, 'POST /_understudy/reset')
    await restoreSnapshot(understudy, 'one')
    t.match((await control(understudy, 'GET /_understudy/settings')).json, { permissions: 'off' })
  })

  t.test('keeps a hundred, replaces one of them, and takes no more', async t => {
    const understudy = await understudyFor(t)
    await fill(understudy)
    isProblem(t, await takeSnapshot(understudy, 'more'), 409, { detail: /^There are 100 / })
    t.equal((await takeSnapshot(understudy, 's7')).status, 201)
    t.equal((await namesOf(understudy)).length, MOST)
    await control(understudy, 'DELETE /_understudy/snapshots/s8')
    t.equal((await takeSnapshot(understudy, 'more')).status, 201)
  })

  t.test('refuses a name that would need quoting, and a tenant that is not there', async t => {
    const understudy = await understudyFor(t)
    for (const name of ['', ' ', 'a b', '../a', '.a', 'a/b', 'ä', 'x'.repeat(101)]) {
      const reply = await takeSnapshot(understudy, name)
      isProblem(t, reply, 400, { errors: [{ in: 'body', pointer: '/name' }] })
    }
    const reply = await takeSnapshot(understudy, 'one', 'contso.onmicrosoft.com')
    isProblem(t, reply, 404, { detail: /Did you mean 'contoso\.onmicrosoft\.com'\?/ })
    t.same(await namesOf(understudy), [])
    t.equal((await takeSnapshot(understudy, 'x'.repeat(100))).status, 201)
  })
})

t.test('a snapshot that is not there', async t => {
  t.test('is answered with the nearest name, whatever was to be done with it', async t => {
    const understudy = await understudyFor(t)
    for (const name of ['signed-in', 'admin']) await takeSnapshot(understudy, name)
    const path = '/_understudy/snapshots/signd-in'
    for (const line of [`GET ${path}`, `DELETE ${path}`, `POST ${path}/restore`] as const)
      isProblem(t, await control(understudy, line), 404, {
        detail: "There is no snapshot 'signd-in'. Did you mean 'signed-in'?",
      })
    isProblem(t, await control(understudy, 'GET /_understudy/snapshots/x'), 404, {
      detail: "There is no snapshot 'x'. There are: signed-in, admin.",
    })
    t.same(await namesOf(understudy), ['signed-in', 'admin'])
  })
})

t.test('control.snapshots.remove', async t => {
  t.test('forgets the one, and changes no tenant', async t => {
    const { understudy } = await understudyAtNoon(t)
    await takeSnapshot(understudy, 'one')
    const before = await seenOf(understudy, DOMAIN)
    await takeSnapshot(understudy, 'two')
    t.equal((await control(understudy, 'DELETE /_understudy/snapshots/two')).status, 204)
    t.same(await seenOf(understudy, DOMAIN), before)
  })
})
