// control.tokens.explain: every verdict on a token, with the instants that decided it.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { clients, TENANT_ID, upn } from '../support/contoso.ts'
import { explain } from '../support/explain.ts'
import { isProblem } from '../support/problem.ts'
import type { Reply } from '../support/understudy.ts'
import { control, graph, NOON, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000).toISOString()

/** What Graph makes of the token. */
function verdict(reply: Reply): Readonly<Record<string, unknown>> {
  return Object(reply.json).surfaces[0]
}

const revokingToken = (understudy: Understudy, capabilities: string[]) =>
  tokenFor(understudy, { user: 'adele', scopes: ['User.RevokeSessions.All'], capabilities })

const revoke = (understudy: Understudy, token: string) =>
  graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token })

t.test('The verdict on a token that Graph accepts', async t => {
  t.test('says what the token says of itself, and since when its user is valid', async t => {
    const { understudy } = await understudyAtNoon(t)
    const token = await tokenFor(understudy, {
      user: 'adele',
      client: clients.web,
      scopes: ['User.Read', 'Mail.Read'],
      capabilities: ['cp1'],
      lifetimeSeconds: 3600,
    })
    const reply = await explain(understudy, token)
    t.equal(reply.status, 200)
    t.equal(reply.headers.get('cache-control'), 'no-store')
    const { token: described, surfaces } = Object(reply.json)
    t.same(described, {
      kind: 'accessToken',
      tenant: TENANT_ID,
      user: upn('adele'),
      client: clients.web,
      audience: 'https://graph.microsoft.com',
      scopes: ['User.Read', 'Mail.Read'],
      roles: [],
      capabilities: ['cp1'],
      issuedAt: NOON.toISOString(),
      expiresAt: '2026-08-13T13:00:00.000Z',
    })
    t.match(surfaces, [
      {
        surface: 'graph',
        accepted: true,
        check: null,
        reason: /nothing has been revoked since/,
        issuedAt: NOON.toISOString(),
        validFrom: '2024-01-22T09:30:00.000Z',
      },
      { surface: 'token', accepted: false, check: 'kind', reason: /refresh tokens/ },
      { surface: 'session', accepted: false, check: 'kind', reason: /cookie/ },
    ])
  })

  t.test('says of an app-only token that revocations do not touch it', async t => {
    const { understudy } = await understudyAtNoon(t)
    const reply = await explain(understudy, await tokenFor(understudy, {}))
    t.match(reply.json, {
      token: { client: clients.daemon, roles: ['User.RevokeSessions.All', 'User.Read.All'] },
    })
    t.notOk('user' in Object(reply.json).token)
    t.match(verdict(reply), { accepted: true, check: null, reason: /do not touch app-only/ })
    t.notOk('validFrom' in verdict(reply))
  })

  t.test('says that it was revoked, but lives on without cp1', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const token = await revokingToken(understudy, [])
    clock.advance(5)
    await revoke(understudy, token)
    t.match(verdict(await explain(understudy, token)), {
      accepted: true,
      check: null,
      reason: /did not declare cp1/,
      issuedAt: later(0),
      validFrom: later(5),
    })
  })

  t.test('says so too when it was revoked within the millisecond it was issued in', async t => {
    const { understudy } = await understudyAtNoon(t)
    const token = await revokingToken(understudy, [])
    await revoke(understudy, token)
    t.match(verdict(await explain(understudy, token)), { reason: /did not declare cp1/ })
    const next = await revokingToken(understudy, [])
    t.match(verdict(await explain(understudy, next)), { reason: /nothing has been revoked since/ })
  })

  t.test('says that the revocation has not reached Graph yet', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const body = { revocation: { delaySeconds: { graph: 60 } } }
    await control(understudy, 'PATCH /_understudy/settings', { body })
    const token = await revokingToken(understudy, ['cp1'])
    clock.advance(5)
    await revoke(understudy, token)
    clock.advance(59)
    const pending = { accepted: true, reason: /has not reached Graph yet/, validFrom: later(5) }
    t.match(verdict(await explain(understudy, token)), pending)
    clock.advance(1)
    t.match(verdict(await explain(understudy, token)), {
      accepted: false,
      check: 'revocation',
      issuedAt: later(0),
      validFrom: later(5),
      takesEffectAt: later(65),
    })
  })
})

t.test('The verdict on a token that Graph refuses', async t => {
  t.test('gives the instants of a revocation, and no operations', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const token = await revokingToken(understudy, ['cp1'])
    clock.advance(90)
    await revoke(understudy, token)
    clock.advance(1)
    const reply = await explain(understudy, token)
    t.same(verdict(reply), {
      surface: 'graph',
      accepted: false,
      check: 'revocation',
      reason:
        "The user's sign-in sessions were revoked after it was issued, and its client declared cp1.",
      issuedAt: later(0),
      validFrom: later(90),
      takesEffectAt: later(90),
    })
    t.same(Object(reply.json).operations, [])
  })

  const forged = 'eyJhbGciOiJub25lIn0.eyJvaWQiOiIxIn0.'
  const refused: readonly (readonly [string, object | string, string, RegExp])[] = [
    ['that has expired', { user: 'adele', lifetimeSeconds: -60 }, 'lifetime', /expired/],
    ['not valid yet', { user: 'adele', claims: { nbf: 4e9 } }, 'lifetime', /not valid yet/],
    ['with a bad signature', { user: 'adele', signature: 'invalid' }, 'signature', /not verify/],
    ['without a signature', forged, 'signature', /RS256/],
    ['for another audience', { user: 'adele', audience: 'https://x.example' }, 'audience', /./],
    ['of a disabled user', { user: 'disabled' }, 'account', /disabled/],
    ['of a user there is not', { user: 'adele', claims: { oid: 'x' } }, 'account', /not exist/],
    ['of a tenant there is not', { user: 'adele', claims: { tid: 'x' } }, 'issuer', /tenant/],
    ['of a foreign issuer', { user: 'adele', claims: { iss: 'x' } }, 'issuer', /issuer/],
  ]
  for (const [title, request, check, reason] of refused) {
    t.test(`names the check, for a token ${title}`, async t => {
      const { understudy } = await understudyAtNoon(t)
      const token = typeof request === 'string' ? request : await tokenFor(understudy, request)
      const reply = await explain(understudy, token)
      t.equal(reply.status, 200)
      t.match(verdict(reply), { surface: 'graph', accepted: false, check, reason })
      t.match(reply.json, { token: { kind: 'accessToken' } })
      t.same(Object(reply.json).operations, [])
      t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 401, 'as Graph does')
    })
  }

  t.test('says of what is no token that it cannot be read', async t => {
    const { understudy } = await understudyAtNoon(t)
    for (const text of ['', 'opaque', 'a.b.c', 'e30.e30', `${forged}.`, 'W10.W10.']) {
      const reply = await explain(understudy, text)
      t.same(Object(reply.json).token, { kind: 'unreadable' })
      t.match(verdict(reply), { accepted: false, check: 'form' })
      t.notOk('issuedAt' in verdict(reply))
    }
  })

  t.test('gives an instant for claims that no date can hold', async t => {
    const { understudy } = await understudyAtNoon(t)
    for (const exp of [1e300, -1e300]) {
      const token = await tokenFor(understudy, { user: 'adele', claims: { exp, iat: exp } })
      t.equal((await explain(understudy, token)).status, 200)
    }
  })
})

t.test('A refused request to explain', async t => {
  t.test('is a 400 that names the place', async t => {
    const { understudy } = await understudyAtNoon(t)
    const malformed = [
      [{}, '/token'],
      [{ token: 5 }, '/token'],
      [{ token: 'x', target: '' }, '/target'],
      [{ token: 'x', user: 'adele' }, '/user'],
    ] as const
    for (const [body, pointer] of malformed) {
      const reply = await control(understudy, 'POST /_understudy/explain', { body })
      isProblem(t, reply, 400, { errors: [{ in: 'body', pointer }] })
    }
    const reply = await control(understudy, 'POST /_understudy/explain?tenant=x', {
      body: { token: 'x' },
    })
    isProblem(t, reply, 400, { errors: [{ in: 'query', pointer: 'tenant' }] })
  })

  t.test('is a 404 that names some users, for a target there is not', async t => {
    const { understudy } = await understudyAtNoon(t)
    const reply = await explain(understudy, await tokenFor(understudy, { user: 'admin' }), 'zed')
    isProblem(t, reply, 404, { detail: /'zed'.*@contoso\.onmicrosoft\.com/ })
  })
})
