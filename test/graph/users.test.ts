// graph.users.get and the actions on one user: how a user is addressed, and what is answered.
import t from 'tap'
import { DOMAIN, ids } from '../support/contoso.ts'
import { errors, isError, notFound, unknownProperty } from '../support/graph-errors.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const scopes = ['User.Read.All', 'User.RevokeSessions.All']

/** How Adele may be written behind `/v1.0`. */
const addresses = [
  `/users/${ids.adele}`,
  `/users/${ids.adele.toUpperCase()}`,
  `/users/adele@${DOMAIN}`,
  `/users/ADELE@${DOMAIN.toUpperCase()}`,
  `/users/adele%40${DOMAIN}`,
  `/users/%61dele@${DOMAIN}`,
  `/users('${ids.adele}')`,
  `/users('adele@${DOMAIN}')`,
  `/users('Adele%40${DOMAIN}')`,
  `/users(%27adele@${DOMAIN}%27)`,
]

t.test('graph.users.get', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { user: 'admin', scopes })

  for (const address of addresses) {
    t.test(`finds a user at ${address}`, async t => {
      for (const version of ['v1.0', 'beta']) {
        const line = `GET /${version}${address}?$select=id` as const
        t.same((await graph(understudy, line, { token })).json, {
          '@odata.context': `https://graph.microsoft.com/${version}/$metadata#users(id)/$entity`,
          id: ids.adele,
        })
      }
    })
  }

  t.test('gives the default properties, null ones included', async t => {
    const line = `GET /v1.0/users/${ids.disabled}` as const
    t.equal(
      (await graph(understudy, line, { token })).text,
      '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users/$entity","businessPhones":[],' +
        '"displayName":"Delia Dennis","givenName":"Delia","jobTitle":null,"mail":null,"mobilePhone":null,' +
        '"officeLocation":null,"preferredLanguage":null,"surname":"Dennis",' +
        `"userPrincipalName":"disabled@${DOMAIN}","id":"${ids.disabled}"}`,
    )
  })

  t.test('finds a guest whose # is written %23', async t => {
    for (const name of ['grace_fabrikam.com%23EXT%23', 'GRACE_FABRIKAM.COM%23ext%23']) {
      for (const address of [`/users/${name}@${DOMAIN}`, `/users('${name}@${DOMAIN}')`]) {
        const line =
          `GET /v1.0${address}?$select=userPrincipalName,userType,externalUserState` as const
        t.match((await graph(understudy, line, { token })).json, {
          userPrincipalName: `grace_fabrikam.com#EXT#@${DOMAIN}`,
          userType: 'Guest',
          externalUserState: 'Accepted',
        })
      }
    }
  })

  t.test('finds a B2C customer by either of its names', async t => {
    for (const name of [ids.customer, `${ids.customer}@${DOMAIN}`]) {
      const { json } = await graph(understudy, `GET /v1.0/users/${name}?$select=id`, { token })
      t.match(json, { id: ids.customer })
    }
  })

  t.test('says of whom it knows nothing, in the words it was asked with', async t => {
    const strangers = [
      ['nobody', 'nobody'],
      ['Nobody@contoso.onmicrosoft.com', 'Nobody@contoso.onmicrosoft.com'],
      ['adele', 'adele'],
      ['adele@fabrikam.com', 'adele@fabrikam.com'],
      ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'],
      ['adele%2Fmanager', 'adele/manager'],
      ['%F0%9F%92%A9', '💩'],
      ['constructor', 'constructor'],
      [`Adele%20Vance`, 'Adele Vance'],
    ] as const
    for (const [written, name] of strangers)
      isError(t, await graph(understudy, `GET /v1.0/users/${written}`, { token }), notFound(name))
  })

  t.test('does not find a user by mail', async t => {
    const { status } = await graph(understudy, 'GET /v1.0/users/grace@fabrikam.com', { token })
    t.equal(status, 404)
  })

  t.test('finds a personal account for itself alone', async t => {
    const own = await tokenFor(understudy, { user: 'pat@outlook.com', scopes: ['User.Read'] })
    for (const name of [ids.personal, 'pat@outlook.com']) {
      const itself = await graph(understudy, `GET /v1.0/users/${name}?$select=id`, { token: own })
      t.match(itself.json, { id: ids.personal })
      isError(t, await graph(understudy, `GET /v1.0/users/${name}`, { token }), notFound(name))
    }
  })

  t.test('selects as for the signed-in user', async t => {
    const users = `GET /v1.0/users/${ids.adele}` as const
    const reply = await graph(understudy, `${users}?$select=nickname`, { token })
    isError(t, reply, unknownProperty('nickname'))
    const password = await graph(understudy, `${users}?$select=passwordProfile`, { token })
    t.match(password.json, { passwordProfile: null })
    t.notMatch(password.text, /Passw0rd/)
  })
})

t.test('graph.users.revokeSignInSessions', async t => {
  const { understudy, clock } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { user: 'admin', scopes })
  const validFrom = async () =>
    (
      await graph(
        understudy,
        `GET /v1.0/users/${ids.adele}?$select=signInSessionsValidFromDateTime`,
        { token },
      )
    ).json

  for (const action of ['revokeSignInSessions', 'microsoft.graph.revokeSignInSessions']) {
    for (const address of addresses) {
      t.test(`reaches the user at ${address}/${action}`, async t => {
        clock.advance(1)
        const line = `POST /v1.0${address}/${action}` as const
        t.equal(
          (await graph(understudy, line, { token })).text,
          '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#Edm.Boolean","value":true}',
        )
        const now = `${new Date(clock.now()).toISOString().slice(0, 19)}Z`
        t.match(await validFrom(), { signInSessionsValidFromDateTime: now })
      })
    }
  }

  t.test('says that a user does not exist', async t => {
    const reply = await graph(understudy, 'POST /v1.0/users/nobody/revokeSignInSessions', { token })
    isError(t, reply, notFound('nobody'), new Date(clock.now()))
  })
})

t.test('graph.users.invalidateAllRefreshTokens', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, { user: 'admin', scopes })
  const names = ['invalidateAllRefreshTokens', 'microsoft.graph.invalidateAllRefreshTokens']

  t.test('revokes in beta, under both of its names', async t => {
    for (const name of names) {
      const line = `POST /beta/users/adele@${DOMAIN}/${name}` as const
      t.equal(
        (await graph(understudy, line, { token })).text,
        '{"@odata.context":"https://graph.microsoft.com/beta/$metadata#Edm.Boolean","value":true}',
      )
    }
    const properties = 'signInSessionsValidFromDateTime,refreshTokensValidFromDateTime'
    const line = `GET /beta/users/adele@${DOMAIN}?$select=${properties}` as const
    t.match((await graph(understudy, line, { token })).json, {
      signInSessionsValidFromDateTime: '2026-08-13T12:00:00Z',
      refreshTokensValidFromDateTime: '2026-08-13T12:00:00Z',
    })
  })

  t.test('does not exist in v1.0', async t => {
    for (const name of names) {
      const line = `POST /v1.0/users/adele@${DOMAIN}/${name}` as const
      isError(t, await graph(understudy, line, { token }), errors.method)
    }
  })
})
