// control.tenants.get and control.tenants.remove
import t from 'tap'
import { DOMAIN, TENANT_ID } from '../support/contoso.ts'
import { isProblem } from '../support/problem.ts'
import { FABRIKAM, TAILSPIN, twoTenants } from '../support/two-tenants.ts'
import { control, graph, understudyFor } from '../support/understudy.ts'

t.test('control.tenants.get', async t => {
  t.test('shows one tenant as the list of all does, by id or any domain', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    const { tenants } = Object((await control(understudy, 'GET /_understudy/tenants')).json)
    for (const name of [FABRIKAM, FABRIKAM.toUpperCase(), 'fabrikam.com', 'Fabrikam.com']) {
      const reply = await control(understudy, `GET /_understudy/tenants/${name}`)
      t.equal(reply.status, 200)
      t.same(reply.json, tenants[0])
    }
    t.same((await control(understudy, `GET /_understudy/tenants/${TAILSPIN}`)).json, tenants[1])
  })

  t.test('names a tenant that is not there', async t => {
    const reply = await control(await understudyFor(t), 'GET /_understudy/tenants/fabrikam.com')
    isProblem(t, reply, 404, { detail: /'fabrikam\.com'/ })
  })
})

t.test('control.tenants.remove', async t => {
  t.test('removes the tenant and all that is in it, and no other', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    const issue = async (tenant: string, user: string) =>
      (await understudy.issueToken({ user, scopes: ['User.Read'] }, { tenant })).access_token
    const [grace, tony] = [await issue(FABRIKAM, 'grace'), await issue(TAILSPIN, 'tony')]
    const reply = await control(understudy, 'DELETE /_understudy/tenants/tailspin.onmicrosoft.com')
    t.equal(reply.status, 204)
    t.equal(reply.text, '')
    t.equal((await graph(understudy, 'GET /v1.0/me', { token: tony })).status, 401)
    t.equal((await graph(understudy, 'GET /v1.0/me', { token: grace })).status, 200)
    const gone = `GET /_understudy/tenants/${TAILSPIN}` as const
    isProblem(t, await control(understudy, gone), 404)
    const { tenants } = Object((await control(understudy, 'GET /_understudy/tenants')).json)
    t.match(tenants, [{ id: FABRIKAM }])
    t.equal(tenants.length, 1)
  })

  t.test('removes it once', async t => {
    const understudy = await understudyFor(t)
    const line = `DELETE /_understudy/tenants/${TENANT_ID}` as const
    t.equal((await control(understudy, line)).status, 204)
    isProblem(t, await control(understudy, line), 404)
  })

  t.test('leaves a server that has no tenant and can be given one again', async t => {
    const understudy = await understudyFor(t)
    await control(understudy, `DELETE /_understudy/tenants/${DOMAIN}`)
    isProblem(t, await control(understudy, 'GET /_understudy/settings'), 404)
    t.equal((await control(understudy, 'POST /_understudy/tenants')).status, 201)
    t.equal((await control(understudy, 'GET /_understudy/settings')).status, 200)
  })

  t.test('keeps its fixture, of which others can be made', async t => {
    const understudy = await understudyFor(t)
    await control(understudy, `DELETE /_understudy/tenants/${DOMAIN}`)
    const body = { from: DOMAIN, overrides: { domain: DOMAIN } }
    const reply = await control(understudy, 'POST /_understudy/tenants', { body })
    t.match(reply.json, { domain: DOMAIN })
  })
})
