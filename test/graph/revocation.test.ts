// What revoking does to the tokens a user holds, on Microsoft Graph.
// When it does so is in revocation-timing.test.ts, and to whom it does not in revocation-accounts.test.ts.
import { decodeJwt } from 'jose'
import t from 'tap'
import { ids, upn } from '../support/contoso.ts'
import { errors, isError } from '../support/graph-errors.ts'
import { daemon, revokes, statusOf, validFrom, wholeSeconds } from '../support/revocation.ts'
import { control, graph, NOON, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const scopes = ['User.Read', 'User.ReadWrite', 'User.RevokeSessions.All']
const cp1 = { scopes, capabilities: ['cp1'] }

t.test('the whole story', async t => {
  const { understudy } = await understudyAtNoon(t)
  const ask = async (capabilities: readonly string[]) => {
    const body = { user: 'adele', scopes: ['User.RevokeSessions.All', 'User.Read'], capabilities }
    const { status, text } = await control(understudy, 'POST /_understudy/tokens', { body })
    t.equal(status, 201)
    const { access_token }: { access_token: string } = JSON.parse(text)
    return access_token
  }
  const token = await ask(['cp1'])
  const without = await ask([])
  t.equal(await statusOf(understudy, token), 200)

  const revoked = await graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token })
  t.equal(revoked.status, 200)
  t.equal(revoked.headers.get('odata-version'), '4.0')
  t.equal(
    revoked.text,
    '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#Edm.Boolean","value":true}',
  )

  const refused = await graph(understudy, 'GET /v1.0/me', { token })
  isError(t, refused, errors.revoked)
  const [, claims = ''] = refused.headers.get('www-authenticate')?.match(/claims="(.+)"$/) ?? []
  t.equal(
    Buffer.from(claims, 'base64').toString(),
    `{"access_token":{"nbf":{"essential":true, "value":"${Math.floor(NOON.getTime() / 1000)}"}}}`,
  )

  t.equal(await statusOf(understudy, await ask(['cp1'])), 200, 'a new token works')
  t.equal(await statusOf(understudy, without), 200, 'one without cp1 lives')
})

t.test('a revocation', async t => {
  const { understudy, clock } = await understudyAtNoon(t)
  t.afterEach(() => understudy.reset())

  t.test('refuses the token wherever it is sent, to the revoking itself too', async t => {
    const token = await tokenFor(understudy, { user: 'adele', ...cp1 })
    t.equal(await statusOf(understudy, token, 'POST /v1.0/me/revokeSignInSessions'), 200)
    for (const line of [
      'POST /v1.0/me/revokeSignInSessions',
      'GET /beta/me',
      'GET /v1.0/users',
      `GET /v1.0/users/${ids.adele}`,
      'GET /v1.0/nothing',
    ] as const) {
      isError(t, await graph(understudy, line, { token }), errors.revoked)
    }
  })

  t.test('reaches a client that declared cp1, in any case and among others', async t => {
    const declared = [['cp1'], ['CP1'], ['Cp1'], ['cp2', 'cp1']]
    const not = [[], ['cp2'], ['cp1x'], ['cp1 ']]
    const issue = (capabilities: string[]) =>
      tokenFor(understudy, { user: 'adele', scopes, capabilities })
    const [reached, spared] = [
      await Promise.all(declared.map(issue)),
      await Promise.all(not.map(issue)),
    ]
    await graph(understudy, revokes(ids.adele), { token: await tokenFor(understudy, daemon) })
    for (const token of reached) t.equal(await statusOf(understudy, token), 401)
    for (const token of spared) t.equal(await statusOf(understudy, token), 200)
  })

  t.test(
    'spares a token without cp1 until it expires, though it reads, and even revokes',
    async t => {
      const token = await tokenFor(understudy, { user: 'adele', scopes, lifetimeSeconds: 3600 })
      t.equal(await statusOf(understudy, token, 'POST /v1.0/me/revokeSignInSessions'), 200)
      clock.advance(3599)
      t.equal(await statusOf(understudy, token), 200)
      t.equal(await statusOf(understudy, token, 'POST /v1.0/me/revokeSignInSessions'), 200)
      clock.advance(1)
      t.equal(await statusOf(understudy, token), 401)
    },
  )

  t.test('decides by order within one millisecond', async t => {
    const revoke = async () =>
      graph(understudy, revokes(ids.adele), { token: await tokenFor(understudy, daemon) })
    const issue = () => tokenFor(understudy, { user: 'adele', ...cp1 })
    const before = await issue()
    await revoke()
    const between = await issue()
    t.same([await statusOf(understudy, before), await statusOf(understudy, between)], [401, 200])
    await revoke()
    const after = await issue()
    t.same([await statusOf(understudy, between), await statusOf(understudy, after)], [401, 200])
    t.equal(decodeJwt(before).iat, decodeJwt(after).iat, 'all in one second')
  })

  t.test('touches nobody else', async t => {
    const others = ['alex', 'admin', 'grace_fabrikam.com#EXT#@contoso.onmicrosoft.com']
    const tokens = await Promise.all(others.map(user => tokenFor(understudy, { user, ...cp1 })))
    const application = await tokenFor(understudy, { ...daemon, capabilities: ['cp1'] })
    const before = await Promise.all([ids.alex, ids.admin].map(id => validFrom(understudy, id)))
    t.equal(await statusOf(understudy, application, revokes(ids.adele)), 200)
    for (const token of tokens) t.equal(await statusOf(understudy, token), 200)
    t.equal(await statusOf(understudy, application, 'GET /v1.0/users'), 200, 'nor the application')
    t.same(await Promise.all([ids.alex, ids.admin].map(id => validFrom(understudy, id))), before)
  })

  t.test('by an administrator or an application is the same as by oneself', async t => {
    const callers = [
      { line: 'POST /v1.0/me/revokeSignInSessions', request: { user: 'adele', scopes } },
      { line: revokes(ids.adele), request: { user: 'adele', scopes } },
      { line: revokes(upn('adele')), request: { user: 'helpdesk', scopes } },
      { line: revokes(ids.adele), request: daemon },
      { line: 'POST /beta/me/invalidateAllRefreshTokens', request: { user: 'adele', scopes } },
      { line: `POST /beta/users/${ids.adele}/invalidateAllRefreshTokens`, request: daemon },
    ] as const
    for (const { line, request } of callers) {
      const token = await tokenFor(understudy, { user: 'adele', ...cp1 })
      clock.advance(60)
      const caller = await tokenFor(understudy, { ...request, scopes: [...scopes] })
      t.equal(await statusOf(understudy, caller, line), 200)
      t.equal(await statusOf(understudy, token), 401)
      t.equal(await validFrom(understudy, ids.adele), wholeSeconds(clock.now()))
    }
  })

  t.test('moves the instant of validity, in whole seconds; a second one likewise', async t => {
    t.equal(
      await validFrom(understudy, ids.adele),
      '2024-01-22T09:30:00Z',
      'at first, the creation',
    )
    const token = await tokenFor(understudy, daemon)
    for (const seconds of [0.7, 0.2, 0.9, 90]) {
      clock.advance(seconds)
      const { status, json } = await graph(understudy, revokes(ids.adele), { token })
      t.same([status, Object(json).value], [200, true])
      t.equal(await validFrom(understudy, ids.adele), wholeSeconds(clock.now()))
    }
  })

  t.test('answers 204 without a body where the tenant is set to that', async t => {
    const token = await tokenFor(understudy, { user: 'adele', ...cp1 })
    const revocation = { successStatus: 204 }
    await control(understudy, 'PATCH /_understudy/settings', { body: { revocation } })
    for (const [line, request] of [
      ['POST /v1.0/me/revokeSignInSessions', { user: 'adele', scopes }],
      [revokes(ids.adele), daemon],
      [revokes(ids.guest), daemon],
      ['POST /beta/me/invalidateAllRefreshTokens', { user: 'adele', scopes }],
    ] as const) {
      const caller = await tokenFor(understudy, { ...request, scopes: [...scopes] })
      const { status, text } = await graph(understudy, line, { token: caller })
      t.same([status, text], [204, ''])
    }
    t.equal(await statusOf(understudy, token), 401, 'and revokes')
  })
})
