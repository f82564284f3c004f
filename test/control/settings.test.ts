// control.settings.*
import t from 'tap'
import { isProblem, sendText } from '../support/problem.ts'
import { FABRIKAM, TAILSPIN, twoTenants } from '../support/two-tenants.ts'
import { control, understudyFor } from '../support/understudy.ts'

const PATCH = 'PATCH /_understudy/settings'
const GET = 'GET /_understudy/settings'

const initial = {
  permissions: 'documented',
  signIn: 'page',
  logs: { delaySeconds: 0 },
  revocation: {
    preset: 'instant',
    delaySeconds: { graph: 0, token: 0, session: 0 },
    truncateToSeconds: false,
    challenge: '2021',
    successStatus: 200,
    suberror: 'bad_token',
  },
}
const realistic = {
  preset: 'realistic',
  delaySeconds: { graph: 600, token: 1, session: 1 },
  truncateToSeconds: true,
}

t.test('control.settings.get', async t => {
  t.test('gives the defaults of a fresh double', async t => {
    const reply = await control(await understudyFor(t), GET)
    t.equal(reply.status, 200)
    t.same(reply.json, initial)
  })

  t.test(
    'gives the permissions mode the double was started with, over that of a fixture',
    async t => {
      const understudy = await understudyFor(t, {
        fixtures: twoTenants(t),
        permissions: 'observed',
      })
      for (const tenant of [FABRIKAM, TAILSPIN]) {
        const reply = await control(understudy, `${GET}?tenant=${tenant}`)
        t.match(reply.json, { permissions: 'observed' })
      }
    },
  )

  t.test("gives a tenant's own settings, by id or any of its domains, in any case", async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    const own = {
      ...initial,
      permissions: 'off',
      revocation: { ...initial.revocation, ...realistic, successStatus: 204 },
    }
    for (const tenant of [TAILSPIN, TAILSPIN.toUpperCase(), 'Tailspin.OnMicrosoft.com'])
      t.same((await control(understudy, `${GET}?tenant=${tenant}`)).json, own)
    for (const query of ['', '?tenant=', `?tenant=${FABRIKAM}`, '?tenant=fabrikam.com'] as const)
      t.same((await control(understudy, `${GET}${query}`)).json, initial)
  })
})

t.test('control.settings.update', async t => {
  t.test('changes what is given, and leaves the rest', async t => {
    const understudy = await understudyFor(t)
    for (const body of [
      { permissions: 'off' },
      { revocation: { challenge: '2024' } },
      { revocation: { delaySeconds: { token: 0.5 } } },
      { revocation: { successStatus: 204, truncateToSeconds: true } },
      { signIn: 'automatic' },
      { logs: { delaySeconds: 120 } },
      { revocation: { suberror: null } },
    ])
      t.equal((await control(understudy, PATCH, { body })).status, 200)
    t.same((await control(understudy, GET)).json, {
      permissions: 'off',
      signIn: 'automatic',
      logs: { delaySeconds: 120 },
      revocation: {
        preset: 'instant',
        delaySeconds: { graph: 0, token: 0.5, session: 0 },
        truncateToSeconds: true,
        challenge: '2024',
        successStatus: 204,
        suberror: null,
      },
    })
  })

  t.test('answers with all settings as they are from then on', async t => {
    const understudy = await understudyFor(t)
    const reply = await control(understudy, PATCH, { body: { permissions: 'observed' } })
    t.same(reply.json, { ...initial, permissions: 'observed' })
    t.same((await control(understudy, GET)).json, reply.json)
  })

  t.test('changes nothing by an empty object', async t => {
    for (const body of [{}, { revocation: {} }, { revocation: { delaySeconds: {} } }])
      t.same((await control(await understudyFor(t), PATCH, { body })).json, initial)
  })

  t.test('takes a preset first, and what is given beside it then', async t => {
    const understudy = await understudyFor(t)
    await control(understudy, PATCH, {
      body: { revocation: { challenge: '2022', delaySeconds: { session: 7 } } },
    })
    const delaySeconds = { graph: 30 }
    const reply = await control(understudy, PATCH, {
      body: { revocation: { truncateToSeconds: false, delaySeconds, preset: 'realistic' } },
    })
    t.same(reply.json, {
      ...initial,
      revocation: {
        ...initial.revocation,
        preset: 'realistic',
        delaySeconds: { graph: 30, token: 1, session: 1 },
        challenge: '2022',
      },
    })
  })

  t.test('takes all of a preset back by the other', async t => {
    const understudy = await understudyFor(t)
    const there = await control(understudy, PATCH, {
      body: { revocation: { preset: 'realistic' } },
    })
    t.same(there.json, { ...initial, revocation: { ...initial.revocation, ...realistic } })
    const back = await control(understudy, PATCH, { body: { revocation: { preset: 'instant' } } })
    t.same(back.json, initial)
  })

  t.test('changes one tenant and no other', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    await control(understudy, `${PATCH}?tenant=tailspin.onmicrosoft.com`, {
      body: { permissions: 'observed' },
    })
    t.match((await control(understudy, `${GET}?tenant=${TAILSPIN}`)).json, {
      permissions: 'observed',
    })
    t.same((await control(understudy, GET)).json, initial)
  })
})

t.test('A refused change of settings', async t => {
  const understudy = await understudyFor(t)

  const malformed: readonly (readonly [body: unknown, pointer: string, detail: RegExp])[] = [
    [{ permissions: 'Documented' }, '/permissions', /documented, observed, off/],
    [{ permissions: null }, '/permissions', /./],
    [{ signIn: 'pages' }, '/signIn', /page, automatic/],
    [{ signIn: null }, '/signIn', /./],
    [{ revocation: { suberror: 'badToken' } }, '/revocation/suberror', /bad_token/],
    [{ revocation: { suberror: '' } }, '/revocation/suberror', /bad_token/],
    [{ revocation: [] }, '/revocation', /object/],
    [{ revocation: { preset: 'slow' } }, '/revocation/preset', /instant, realistic/],
    [{ revocation: { delaySeconds: 600 } }, '/revocation/delaySeconds', /object/],
    [{ revocation: { delaySeconds: { graph: -1 } } }, '/revocation/delaySeconds/graph', />= 0/],
    [{ revocation: { delaySeconds: { graph: '1' } } }, '/revocation/delaySeconds/graph', /number/],
    [
      { revocation: { delaySeconds: { token: 86401 } } },
      '/revocation/delaySeconds/token',
      /<= 86400/,
    ],
    [{ revocation: { delaySeconds: { tokens: 1 } } }, '/revocation/delaySeconds/tokens', /knows/],
    [{ revocation: { truncateToSeconds: 1 } }, '/revocation/truncateToSeconds', /boolean/],
    [{ revocation: { challenge: '2023' } }, '/revocation/challenge', /2021, 2022, 2024/],
    [{ revocation: { challenge: 2021 } }, '/revocation/challenge', /string/],
    [{ revocation: { successStatus: 201 } }, '/revocation/successStatus', /200, 204/],
    [{ permissions: 'off', revocation: { preset: 'slow' } }, '/revocation/preset', /realistic/],
    [{ permissions: 'off', permission: 'off' }, '/permission', /knows/],
    [[], '', /object/],
    ['off', '', /object/],
    [null, '', /object/],
  ]
  for (const [body, pointer, detail] of malformed) {
    t.test(`names the place and changes nothing: ${JSON.stringify(body)}`, async t => {
      const reply = await control(understudy, PATCH, { body })
      isProblem(t, reply, 400, { errors: [{ in: 'body', pointer, detail }] })
      t.same((await control(understudy, GET)).json, initial)
    })
  }

  t.test('is a 400 when there is no body, or one that is not JSON', async t => {
    isProblem(t, await control(understudy, PATCH), 400, {
      errors: [{ in: 'body', pointer: '', detail: 'is required' }],
    })
    isProblem(t, await sendText(understudy, PATCH, ''), 400)
    for (const text of ['{', '{"permissions":"off"}}', 'permissions=off', '\0'])
      isProblem(t, await sendText(understudy, PATCH, text), 400, { detail: /JSON/ })
    t.same((await control(understudy, GET)).json, initial)
  })

  t.test('is a 415 when the body says that it is something else than JSON', async t => {
    const body = JSON.stringify({ permissions: 'off' })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/json']) {
      const reply = await sendText(understudy, PATCH, body, { 'content-type': type })
      isProblem(t, reply, 415, { detail: /application\/json/ })
    }
    for (const headers of [{}, { 'content-type': 'json' }])
      isProblem(t, await sendText(understudy, PATCH, body, { ...headers }), 415)
    t.same((await control(understudy, GET)).json, initial)
  })

  t.test('is a 404 that names the tenants there are, for one there is not', async t => {
    for (const line of [GET, PATCH] as const) {
      const call = line === PATCH ? { body: { permissions: 'off' } } : {}
      isProblem(t, await control(understudy, `${line}?tenant=nowhere.example`, call), 404, {
        detail: /'nowhere\.example'.*contoso\.onmicrosoft\.com/,
      })
    }
    t.same((await control(understudy, GET)).json, initial)
  })

  t.test('names a query parameter that is unknown or given twice', async t => {
    for (const [query, pointer] of [
      ['tenants=contoso.onmicrosoft.com', 'tenants'],
      ['tenant=contoso.onmicrosoft.com&tenant=contoso.onmicrosoft.com', 'tenant'],
      ['__proto__=1', '__proto__'],
    ]) {
      const reply = await control(understudy, `${PATCH}?${query}`, { body: { permissions: 'off' } })
      isProblem(t, reply, 400, { errors: [{ in: 'query', pointer }] })
      t.equal((await control(understudy, `${GET}?${query}`)).status, 400)
    }
    t.same((await control(understudy, GET)).json, initial)
  })
})
