// What a test does with a double: the same calls in process and over a port, each held to what a client then sees.
import t from 'tap'
import { ControlError } from '../../src/client/control-client.ts'
import type { ServerControls } from '../../src/client/server-controls.ts'
import { connect } from '../../src/connect.ts'
import { graph, understudyAtNoon, understudyFor } from '../support/understudy.ts'

const KEY = 'open-sesame'

t.test('a double', async t => {
  const { understudy } = await understudyAtNoon(t, { controlKey: KEY })
  const url = await understudy.listen({ port: 0, https: false })
  const ways: Readonly<Record<string, ServerControls>> = {
    'in process': understudy,
    'over a port': connect(url, { controlKey: KEY }),
  }

  for (const [way, controls] of Object.entries(ways)) {
    t.test(`makes a tenant ${way}, in which a user is revoked and no other`, async t => {
      const tenant = await controls.tenant()
      const tokenOf = async (user: string) =>
        (await tenant.issueToken({ user, capabilities: ['cp1'] })).access_token
      const statusFor = async (token: string) =>
        (await graph(understudy, 'GET /v1.0/me', { token })).status
      const [adele, alex] = [await tokenOf('adele'), await tokenOf('alex')]
      await tenant.revoke('adele')
      t.same([await statusFor(adele), await statusFor(alex)], [401, 200])
      const { surfaces } = await tenant.explain(adele)
      t.match(surfaces[0], { accepted: false, check: 'revocation' })
      await tenant.updateUser('alex', { accountEnabled: false })
      t.equal(await statusFor(alex), 401)
      await tenant.reset()
      t.same([await statusFor(adele), await statusFor(alex)], [200, 200])
      await tenant.removeUser('alex')
      t.equal(await statusFor(alex), 401)
      await tenant.remove()
      t.equal(await statusFor(adele), 401)
    })

    t.test(`moves a tenant's clock ${way}`, async t => {
      await using tenant = await controls.tenant()
      const { access_token: token, expires_in: seconds } = await tenant.issueToken({
        user: 'adele',
      })
      const isTaken = async () =>
        (await graph(understudy, 'GET /v1.0/me', { token })).status === 200
      t.equal(await isTaken(), true)
      t.match(await tenant.clock.advance(seconds), { offsetSeconds: seconds, frozen: false })
      t.equal(await isTaken(), false)
      await tenant.clock.reset()
      t.equal(await isTaken(), true)
      const frozen = await tenant.clock.freeze(new Date('2030-01-01T00:00:00Z'))
      t.match(frozen, { now: '2030-01-01T00:00:00.000Z', frozen: true })
      t.match(await tenant.clock.set('2031-01-01T00:00:00Z'), { frozen: false })
      t.match(await tenant.clock.get(), { now: '2031-01-01T00:00:00.000Z' })
    })

    t.test(`comes back to a snapshot ${way}, which is a file as well`, async t => {
      await using tenant = await controls.tenant()
      const { access_token: token } = await tenant.issueToken({
        user: 'adele',
        capabilities: ['cp1'],
      })
      const status = async () => (await graph(understudy, 'GET /v1.0/me', { token })).status
      t.match(await tenant.snapshot('before'), { name: 'before', tenants: [tenant.domain] })
      await tenant.revoke('adele')
      t.equal(await status(), 401)
      await tenant.restore('before')
      t.equal(await status(), 200)
      const file = await controls.snapshots.download('before')
      await controls.snapshots.remove('before')
      t.same(await controls.snapshots.list(), [])
      await controls.snapshots.upload('again', file)
      await tenant.revoke('adele')
      await tenant.restore('again', { clock: 'keep' })
      t.equal(await status(), 200)
      await controls.snapshots.remove('again')
    })

    t.test(`plans failures ${way}, and shows what was asked`, async t => {
      await using tenant = await controls.tenant()
      const { access_token: token } = await tenant.issueToken({ user: 'adele' })
      const ask = async () => (await graph(understudy, 'GET /v1.0/me', { token })).status
      const plan = { operationId: 'graph.me.get', times: 1, status: 503 } as const
      const { id } = await tenant.faults.create(plan)
      t.same([await ask(), await ask()], [503, 200])
      t.match(await tenant.faults.list(), [{ id, plan, met: 2, struck: 1 }])
      await tenant.faults.remove(id)
      await tenant.faults.create(plan)
      await tenant.faults.clear()
      t.same(await tenant.faults.list(), [])
      const asked = await tenant.requests({ operationId: 'graph.me.get' })
      t.match(asked, [
        { status: 503, fault: id, user: `adele@${tenant.domain}` },
        { status: 200, tenant: tenant.id },
      ])
      t.same(await tenant.waitFor({ operationId: 'graph.me.get', count: 2 }), asked)
      await tenant.clearRequests()
      t.same(await tenant.requests(), [])
    })

    t.test(`follows what is asked ${way}, until the loop is left`, async t => {
      await using tenant = await controls.tenant()
      const { access_token: token } = await tenant.issueToken({ user: 'adele' })
      const events = tenant.events({ operationId: 'graph.me.get' }, { after: 0 })
      const first = events.next()
      await graph(understudy, 'GET /v1.0/me', { token })
      t.match(await first, { done: false, value: { operationId: 'graph.me.get', status: 200 } })
      await events.return(undefined)
    })

    t.test(`says why it refuses ${way}`, async t => {
      await t.rejects(controls.revoke('nobody'), ControlError)
      await t.rejects(controls.clock.set('noon'), { name: 'ControlError', status: 400 })
      await t.rejects(controls.getTenant('contosso.onmicrosoft.com'), /contoso\.onmicrosoft\.com/)
      t.match(await controls.settings(), { signIn: 'page' })
      t.match(await controls.settings({ signIn: 'automatic' }), { signIn: 'automatic' })
      await controls.settings({ signIn: 'page' })
    })
  }

  t.test('is not driven without its key, nor by what is no address', async t => {
    await t.rejects(connect(url).settings(), { name: 'ControlError', status: 401 })
    t.throws(() => connect('localhost:4280'), TypeError)
  })
})

t.test('a tenant in hand', async t => {
  const understudy = await understudyFor(t)
  const tenant = await understudy.tenant({ seed: 7 })

  t.test('finds its users and applications as a person would name them', async t => {
    const adele = tenant.user('adele')
    t.equal(tenant.user(adele.id), adele)
    t.equal(tenant.user(`ADELE@${tenant.domain}`), adele)
    t.equal(tenant.application('spa').type, 'spa')
    t.throws(() => tenant.user('nobody'), /There are: .*adele@/)
    t.throws(() => tenant.application('nothing'), /There are: .*\(spa\)/)
  })

  t.test('is the one that is there already', async t => {
    t.same((await understudy.getTenant(tenant.domain)).users, tenant.users)
  })
})
