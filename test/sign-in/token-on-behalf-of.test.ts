// signIn.token.issue on behalf of a user: an API exchanges the token it was called with.
import type { Test } from 'tap'
import t from 'tap'
import { clients, ids, upn } from '../support/contoso.ts'
import {
  askToken,
  CAPABLE,
  claimsOf,
  daemon,
  device,
  OWN_API,
  obtainTokens,
  refresh,
  refusalOf,
  spa,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import { graph, understudyAtNoon } from '../support/understudy.ts'

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

/** A page that has called the web app's API with a token for it. */
async function calledApi(t: Test) {
  const { understudy, clock } = await understudyAtNoon(t)
  const { access_token: assertion, expires_in: lifetime } = await obtainTokens(understudy, spa, {
    parameters: { scope: `${OWN_API}/access_as_user` },
  })
  const exchange = (fields: Record<string, string | undefined> = {}, client = web) =>
    askToken(understudy, client, {
      grant_type: GRANT,
      requested_token_use: 'on_behalf_of',
      scope: 'User.Read',
      assertion,
      ...fields,
    })
  return { understudy, clock, assertion, lifetime, exchange }
}

t.test('an assertion', async t => {
  t.test('is exchanged for a token of the same user and of the API as client', async t => {
    const { understudy, exchange } = await calledApi(t)
    const { status, json } = await exchange()
    t.equal(status, 200)
    t.same(Object.keys(Object(json)), [
      'token_type',
      'scope',
      'expires_in',
      'ext_expires_in',
      'access_token',
    ])
    const { access_token: token, scope } = Object(json)
    t.equal(scope, 'email openid profile User.Read User.RevokeSessions.All')
    t.match(claimsOf(token), {
      oid: ids.adele,
      upn: upn('adele'),
      appid: clients.web,
      appidacr: '1',
      idtyp: 'user',
      ver: '1.0',
    })
    t.match((await graph(understudy, 'GET /v1.0/me', { token })).json, { id: ids.adele })
  })

  t.test('can be exchanged again and again, for refresh tokens and id tokens as well', async t => {
    const { understudy, exchange } = await calledApi(t)
    const scope = 'openid offline_access https://graph.microsoft.com/.default'
    const one = tokensOf(await exchange({ scope }))
    const two = tokensOf(await exchange({ scope, claims: CAPABLE }))
    t.match(claimsOf(one.id_token), { oid: ids.adele, aud: clients.web })
    t.same(claimsOf(two.access_token).xms_cc, ['cp1'])
    tokensOf(await refresh(understudy, web, one.refresh_token))
    tokensOf(await refresh(understudy, web, two.refresh_token))
  })

  t.test('must have been issued for the API', async t => {
    const { understudy, exchange } = await calledApi(t)
    const { access_token: assertion } = await obtainTokens(understudy, spa)
    const reply = await exchange({ assertion })
    t.same(refusalOf(reply), [400, 'invalid_grant', 500131])
    t.match(
      Object(reply.json).error_description,
      `The audience in the assertion was '00000003-0000-0000-c000-000000000000' and the expected audience is '${clients.web}' or one of the Application Uris of this application with App ID '${clients.web}'(Web app).`,
    )
    const other = await exchange({}, daemon)
    t.equal(refusalOf(other)[2], 500131)
  })

  t.test('must be a user’s', async t => {
    const { understudy, exchange } = await calledApi(t)
    const { access_token: assertion } = tokensOf(
      await askToken(understudy, daemon, {
        grant_type: 'client_credentials',
        scope: `${OWN_API}/.default`,
      }),
    )
    t.same(refusalOf(await exchange({ assertion })), [400, 'invalid_grant', 70000])
  })

  t.test('must be within its time', async t => {
    const { clock, lifetime, exchange } = await calledApi(t)
    clock.advance(lifetime - 0.251)
    t.equal((await exchange()).status, 200)
    clock.advance(0.001)
    t.same(refusalOf(await exchange()), [400, 'invalid_grant', 500133])
  })

  t.test('must be the double’s own, unchanged', async t => {
    const { assertion, exchange } = await calledApi(t)
    const [header, payload = '', signature] = assertion.split('.')
    const claims = Buffer.from(payload, 'base64url').toString().replace(ids.adele, ids.admin)
    const forged = [header, Buffer.from(claims).toString('base64url'), signature].join('.')
    t.same(refusalOf(await exchange({ assertion: forged })), [400, 'invalid_grant', 50013])
    t.equal(refusalOf(await exchange({ assertion: 'garbage' }))[2], 50027)
  })
})

t.test('on behalf of', async t => {
  t.test('needs each of its parameters', async t => {
    const { exchange } = await calledApi(t)
    for (const name of ['assertion', 'requested_token_use', 'scope']) {
      const reply = await exchange({ [name]: undefined })
      t.same(refusalOf(reply), [400, 'invalid_request', 900144], name)
      t.match(Object(reply.json).error_description, `parameter: '${name}'. Trace ID`)
    }
    t.same(refusalOf(await exchange({ requested_token_use: 'impersonation' })), [
      400,
      'invalid_request',
      9002313,
    ])
  })

  t.test('is for clients that say who they are', async t => {
    const { understudy, exchange } = await calledApi(t)
    t.equal((await exchange({ client_secret: undefined })).status, 401)
    const { access_token: assertion } = await obtainTokens(understudy, spa)
    t.equal((await exchange({ assertion }, device)).status, 401)
  })
})
