// control.faults.*
import t from 'tap'
import { clients, DOMAIN, ids, upn } from '../support/contoso.ts'
import { listFaults, planFault } from '../support/faults.ts'
import { isProblem, sendText } from '../support/problem.ts'
import { FABRIKAM, TAILSPIN, twoTenants } from '../support/two-tenants.ts'
import { control, graph, tokenFor, understudyFor } from '../support/understudy.ts'

const POST = 'POST /_understudy/faults'
const GET = 'GET /_understudy/faults'

t.test('control.faults.create', async t => {
  t.test('gives the plan back as it was asked for, with an id and its counts', async t => {
    const understudy = await understudyFor(t)
    const plan = {
      operationId: 'graph.users.get',
      user: 'adele',
      client: 'Contoso Portal',
      times: 2,
      after: 1,
      status: 429,
      code: 'Busy',
      message: 'Later.',
      retryAfterSeconds: 0.5,
      delayMilliseconds: { least: 1, most: 2 },
    }
    const { client, ...named } = plan
    const reply = await control(understudy, POST, { body: { ...named, client: clients.spa } })
    t.equal(reply.status, 201)
    t.match(reply.json, { id: /^[0-9a-f-]{36}$/, met: 0, struck: 0 })
    t.same(Object(reply.json).plan, { ...named, client: clients.spa })
    t.same(await listFaults(understudy), [reply.json])
  })

  t.test('takes a user by id, name and part of it, and a client by appId and name', async t => {
    const understudy = await understudyFor(t)
    const [{ displayName } = { displayName: '' }] = understudy.tenants()[0]?.applications ?? []
    for (const user of ['adele', upn('adele'), upn('adele').toUpperCase(), ids.adele])
      t.match(await planFault(understudy, { user, status: 503 }), { plan: { user } })
    for (const client of [clients.web, displayName, displayName.toUpperCase()])
      t.match(await planFault(understudy, { client, status: 503 }), { plan: { client } })
  })

  const contradictions = {
    'does nothing': [{ operationId: 'graph.me.get' }, ''],
    'answers and breaks off': [{ status: 503, connection: 'reset' }, '/connection'],
    'is for an operation and a surface': [
      { operationId: 'graph.me.get', surface: 'graph', status: 503 },
      '/surface',
    ],
    'has its range the wrong way round': [
      { delayMilliseconds: { least: 2, most: 1 } },
      '/delayMilliseconds/least',
    ],
    'is for the control surface': [
      { operationId: 'control.state.reset', status: 503 },
      '/operationId',
    ],
    'has a status that is no error': [{ status: 200 }, '/status'],
    'has a retry without a status': [{ retryAfterSeconds: 1, delayMilliseconds: 1 }, '/status'],
    'strikes never': [{ times: 0, status: 503 }, '/times'],
    'has a member that is not known': [{ statusCode: 503 }, '/statusCode'],
  } as const
  for (const [name, [body, pointer]] of Object.entries(contradictions)) {
    t.test(`refuses a plan that ${name}, naming the field, and plans nothing`, async t => {
      const understudy = await understudyFor(t)
      const reply = await control(understudy, POST, { body })
      isProblem(t, reply, 400, { errors: [{ in: 'body', pointer, detail: /./ }] })
      t.same(await listFaults(understudy), [])
    })
  }

  t.test('refuses everything that is wrong at once', async t => {
    const reply = await control(await understudyFor(t), POST, {
      body: { operationId: 'control.x', surface: 'graph', status: 503, connection: 'hang' },
    })
    const pointers = Object(reply.json).errors.map((one: { pointer: string }) => one.pointer)
    t.same(pointers, ['/connection', '/surface', '/operationId'])
  })

  t.test('says that the control surface cannot be made to fail', async t => {
    const body = { operationId: 'control.health.get', status: 503 }
    const reply = await control(await understudyFor(t), POST, { body })
    t.match(reply.json, { errors: [{ detail: /the control surface cannot be made to fail/ }] })
  })

  const unknown = {
    operationId: [
      'graph.user.get',
      /no operation 'graph.user.get'. Did you mean 'graph.users.get'/,
    ],
    user: [
      'adela',
      /no user 'adela' in contoso.onmicrosoft.com. Did you mean 'adele@contoso.onmicrosoft.com'\?/,
    ],
    client: ['Nothing like it', /no client 'Nothing like it' in .* There are: /],
  } as const
  for (const [field, [name, detail]] of Object.entries(unknown)) {
    t.test(`knows no such ${field}, and names the nearest or those there are`, async t => {
      const understudy = await understudyFor(t)
      const reply = await control(understudy, POST, { body: { [field]: name, status: 503 } })
      isProblem(t, reply, 404, { detail })
      t.same(await listFaults(understudy), [])
    })
  }

  t.test('suggests whole names to whoever gave one', async t => {
    const reply = await control(await understudyFor(t), POST, {
      body: { user: `adela@${DOMAIN}`, status: 503 },
    })
    isProblem(t, reply, 404, { detail: /Did you mean 'adele@contoso.onmicrosoft.com'\?/ })
  })

  t.test('keeps at most a thousand for each tenant', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    for (let count = 0; count < 1000; count++) await planFault(understudy, { status: 503 })
    isProblem(t, await control(understudy, POST, { body: { status: 503 } }), 409)
    t.equal((await listFaults(understudy)).length, 1000)
    t.match(await planFault(understudy, { status: 503 }, TAILSPIN), { met: 0 })
    await control(understudy, 'DELETE /_understudy/faults')
    t.match(await planFault(understudy, { status: 503 }), { met: 0 })
  })

  t.test('refuses a body that is no JSON, another type, or none', async t => {
    const understudy = await understudyFor(t)
    isProblem(t, await sendText(understudy, POST, '{'), 400)
    isProblem(t, await sendText(understudy, POST, 'x', { 'content-type': 'text/plain' }), 415)
    isProblem(t, await control(understudy, POST), 400)
  })
})

t.test("a tenant's planned failures", async t => {
  t.test('are its own', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    const { id } = await planFault(understudy, { status: 503 }, TAILSPIN)
    t.same(await listFaults(understudy, FABRIKAM), [])
    t.match(await listFaults(understudy, TAILSPIN), [{ id }])
    isProblem(t, await control(understudy, `DELETE /_understudy/faults/${id}`), 404)
    const removed = `DELETE /_understudy/faults/${id}?tenant=${TAILSPIN}` as const
    t.equal((await control(understudy, removed)).status, 204)
    t.same(await listFaults(understudy, TAILSPIN), [])
  })

  t.test('are listed with how often they were met and struck, the oldest first', async t => {
    const understudy = await understudyFor(t)
    await planFault(understudy, { operationId: 'graph.me.get', after: 1, times: 1, status: 503 })
    await planFault(understudy, { operationId: 'graph.users.list', status: 503 })
    const token = await tokenFor(understudy, { user: 'adele', scopes: ['User.Read'] })
    const statuses: number[] = []
    for (let count = 0; count < 3; count++)
      statuses.push((await graph(understudy, 'GET /v1.0/me', { token })).status)
    t.same(statuses, [200, 503, 200])
    t.match(await listFaults(understudy), [
      { plan: { operationId: 'graph.me.get' }, met: 3, struck: 1 },
      { plan: { operationId: 'graph.users.list' }, met: 0, struck: 0 },
    ])
  })

  t.test('are called off one by one or all together', async t => {
    const understudy = await understudyFor(t)
    const [first, second] = [
      await planFault(understudy, { status: 503 }),
      await planFault(understudy, { status: 504 }),
    ]
    t.equal((await control(understudy, `DELETE /_understudy/faults/${first.id}`)).status, 204)
    isProblem(t, await control(understudy, `DELETE /_understudy/faults/${first.id}`), 404)
    t.same(await listFaults(understudy), [second])
    t.equal((await control(understudy, 'DELETE /_understudy/faults')).status, 204)
    t.same(await listFaults(understudy), [])
    t.equal((await control(understudy, 'DELETE /_understudy/faults')).status, 204)
  })

  t.test('end with a reset', async t => {
    const understudy = await understudyFor(t)
    await planFault(understudy, { status: 503 })
    await control(understudy, 'POST /_understudy/reset')
    t.same(await listFaults(understudy), [])
  })

  t.test('are unknown where the tenant is', async t => {
    const understudy = await understudyFor(t)
    isProblem(t, await control(understudy, `${GET}?tenant=nowhere`), 404)
    isProblem(
      t,
      await control(understudy, `${POST}?tenant=nowhere`, { body: { status: 503 } }),
      404,
    )
    isProblem(t, await control(understudy, 'DELETE /_understudy/faults?tenant=nowhere'), 404)
  })
})
