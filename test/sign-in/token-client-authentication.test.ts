// signIn.token.issue: how clients say who they are, and what of it the token says.
import type { Test } from 'tap'
import t from 'tap'
import {
  ada,
  assertion,
  bob,
  CLIENT_ID,
  NOON,
  ps256,
  rs256,
  TOKEN_ENDPOINT,
} from '../support/client-assertions.ts'
import { clients, DOMAIN, fixtureFolder } from '../support/contoso.ts'
import { LOGIN } from '../support/form-browser.ts'
import { claimsOf, postForm, refusalOf, tokensOf } from '../support/sign-in.ts'
import type { Reply } from '../support/understudy.ts'
import { understudyAtNoon } from '../support/understudy.ts'

const scope = 'https://graph.microsoft.com/.default'
const url = `${LOGIN}/${DOMAIN}/oauth2/v2.0/token`

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
})

t.test('a client with a secret', async t => {
  const { understudy } = await understudyAtNoon(t)
  const ask = (fields: Record<string, string>, headers = {}) =>
    postForm(understudy, url, { grant_type: 'client_credentials', scope, ...fields }, headers)
  const isDaemon = (t: Test, reply: Reply) =>
    t.match(claimsOf(tokensOf(reply).access_token), { appid: clients.daemon, appidacr: '1' })

  t.test('shows it in the form, or by Basic', async t => {
    isDaemon(t, await ask({ client_id: clients.daemon, client_secret: 'daemon-secret' }))
    isDaemon(t, await ask({}, basic(clients.daemon, 'daemon-secret')))
    isDaemon(t, await ask({ client_id: clients.daemon }, basic(clients.daemon, 'daemon-secret')))
    isDaemon(t, await ask({}, basic(clients.daemon.toUpperCase(), 'daemon%2Dsecret')))
  })

  t.test('is refused with a wrong one, by either way', async t => {
    for (const reply of [
      await ask({ client_id: clients.daemon, client_secret: 'wrong' }),
      await ask({ client_id: clients.daemon, client_secret: 'web-secret' }),
      await ask({}, basic(clients.daemon, 'wrong')),
      await ask({}, basic(clients.daemon, '')),
    ]) {
      t.same(refusalOf(reply), [401, 'invalid_client', 7000215])
      t.match(
        Object(reply.json).error_description,
        `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clients.daemon}'. Trace ID`,
      )
    }
  })

  t.test('is refused without one', async t => {
    const client_id = clients.daemon
    t.same(refusalOf(await ask({ client_id })), [401, 'invalid_client', 7000216])
    const bearer = { authorization: 'Bearer x' }
    t.same(refusalOf(await ask({ client_id }, bearer)), [401, 'invalid_client', 7000216])
    const other = { client_id, grant_type: 'refresh_token', refresh_token: 'x' }
    t.same(refusalOf(await ask(other)), [401, 'invalid_client', 7000218])
  })

  t.test('is one client, not two', async t => {
    const two = await ask({ client_id: clients.web }, basic(clients.daemon, 'daemon-secret'))
    t.same(refusalOf(two), [400, 'invalid_request', 9002313])
  })

  t.test('is some client', async t => {
    t.same(refusalOf(await ask({})), [400, 'invalid_request', 900144])
    const stranger = await ask({ client_id: '1b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b01' })
    t.same(refusalOf(stranger), [400, 'unauthorized_client', 700016])
  })
})

t.test('a secret that expires', async t => {
  t.test('is taken until then, and refused by its name afterwards', async t => {
    const { understudy, clock } = await understudyAtNoon(t, {
      fixtures: fixtureFolder(t, {
        tenant: { domains: [DOMAIN] },
        users: [],
        applications: [
          {
            appId: clients.daemon,
            displayName: 'Sync',
            type: 'daemon',
            secret: 'daemon-secret',
            secretExpiresDateTime: '2026-08-13T12:00:01Z',
          },
        ],
      }),
    })
    const ask = (secret = 'daemon-secret') =>
      postForm(
        understudy,
        url,
        { grant_type: 'client_credentials', scope },
        basic(clients.daemon, secret),
      )
    t.equal((await ask()).status, 200)
    clock.advance(0.75)
    t.same(refusalOf(await ask()), [401, 'invalid_client', 7000222])
    t.same(refusalOf(await ask('wrong')), [401, 'invalid_client', 7000215])
  })
})

t.test('a client with a certificate', async t => {
  const { understudy } = await understudyAtNoon(t, {
    fixtures: fixtureFolder(t, {
      tenant: { id: new URL(TOKEN_ENDPOINT).pathname.split('/', 2)[1] ?? '', domains: [DOMAIN] },
      users: [{ userPrincipalName: 'adele' }],
      applications: [
        {
          appId: CLIENT_ID,
          displayName: 'Service',
          type: 'web',
          certificates: [ada.pem],
          exposed: { scopes: ['read'] },
        },
      ],
    }),
  })
  const ask = (fields: Record<string, string | undefined>) =>
    postForm(understudy, TOKEN_ENDPOINT, {
      grant_type: 'client_credentials',
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      ...fields,
    })

  t.test('shows an assertion, with or without saying again who it is', async t => {
    for (const text of [await assertion(), await assertion(ps256)])
      for (const fields of [{}, { client_id: CLIENT_ID }]) {
        const { access_token: token } = tokensOf(await ask({ client_assertion: text, ...fields }))
        t.match(claimsOf(token), { appid: CLIENT_ID, appidacr: '2' })
      }
  })

  t.test('may address the tenant by each of its names', async t => {
    for (const aud of [`${LOGIN}/${DOMAIN}/oauth2/v2.0/token`, `${LOGIN}/${DOMAIN}/v2.0`]) {
      const reply = await postForm(understudy, url, {
        grant_type: 'client_credentials',
        scope,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await assertion(undefined, { aud }),
      })
      t.equal(reply.status, 200, aud)
    }
  })

  t.test('is told apart in version 2.0, too', async t => {
    const reply = await ask({
      client_assertion: await assertion(),
      scope: `api://${CLIENT_ID}/.default`,
    })
    t.match(claimsOf(tokensOf(reply).access_token), { azp: CLIENT_ID, azpacr: '2' })
  })

  t.test(
    'is refused with an assertion that is not its own, not for here, or not for now',
    async t => {
      for (const [text, status, error, number] of [
        ['garbage', 400, 'invalid_request', 50027],
        [
          await assertion({ ...rs256, x5t: bob.x5t }, {}, bob.privateKey),
          401,
          'invalid_client',
          700027,
        ],
        [await assertion(rs256, {}, bob.privateKey), 401, 'invalid_client', 700027],
        [await assertion(rs256, { sub: clients.daemon }), 401, 'invalid_client', 700021],
        [await assertion(rs256, { aud: 'https://other.example' }), 401, 'invalid_client', 700023],
        [await assertion(rs256, { exp: 1 }), 401, 'invalid_client', 700024],
      ] as const) {
        const reply = await ask({ client_assertion: text, client_id: CLIENT_ID })
        t.same(refusalOf(reply), [status, error, number])
      }
    },
  )

  t.test('is told the times of an assertion that is out of time', async t => {
    const iso = (seconds: number) => new Date(seconds * 1000).toISOString().replace('Z', '0000Z')
    for (const [changes, from, to] of [
      [{ nbf: NOON - 7200, exp: NOON - 3600 }, NOON - 7200, NOON - 3600],
      [{ nbf: undefined, exp: NOON - 3600 }, 0, NOON - 3600],
    ] as const) {
      const reply = await ask({ client_assertion: await assertion(rs256, changes) })
      t.match(
        Object(reply.json).error_description,
        `Current time: 2026-08-13T12:00:00.2500000Z, assertion valid from ${iso(from)}, expiry time of assertion ${iso(to)}. `,
      )
    }
  })

  t.test('says of what type the assertion is', async t => {
    const text = await assertion()
    const without = await ask({ client_assertion: text, client_assertion_type: undefined })
    t.same(refusalOf(without), [400, 'invalid_request', 900144])
    const saml = 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer'
    const other = await ask({ client_assertion: text, client_assertion_type: saml })
    t.same(refusalOf(other), [400, 'invalid_request', 9002313])
  })
})

t.test('a public client', async t => {
  const { understudy } = await understudyAtNoon(t)
  const fields = {
    grant_type: 'password',
    scope: 'User.Read',
    username: 'adele',
    password: 'adele-Passw0rd!',
    client_id: clients.device,
  }

  t.test('says no more than its name', async t => {
    const { access_token: token } = tokensOf(await postForm(understudy, url, fields))
    t.match(claimsOf(token), { appid: clients.device, appidacr: '0' })
    const scope = `api://${clients.web}/access_as_user`
    const other = tokensOf(await postForm(understudy, url, { ...fields, scope }))
    t.match(claimsOf(other.access_token), { azp: clients.device, azpacr: '0' })
  })

  t.test('is refused when it shows what it cannot have', async t => {
    const refused = [401, 'invalid_client', 700025]
    const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
    for (const shown of [
      { client_secret: 'x' },
      { client_assertion: await assertion(), client_assertion_type: type },
    ])
      t.same(refusalOf(await postForm(understudy, url, { ...fields, ...shown })), refused)
    const byBasic = await postForm(understudy, url, fields, basic(clients.device, 'x'))
    t.same(refusalOf(byBasic), refused)
  })
})
