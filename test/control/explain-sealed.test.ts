// Why refresh tokens, codes and session cookies are accepted or refused.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { control, graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const CLIENT = '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b04'
const BASE = 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0'

interface Explained {
  readonly token: Readonly<Record<string, unknown>>
  readonly surfaces: readonly Readonly<Record<string, unknown>>[]
  readonly operations: readonly unknown[]
}

async function explain(understudy: Understudy, token: string): Promise<Explained> {
  const { json } = await control(understudy, 'POST /_understudy/explain', { body: { token } })
  return Object(json)
}

/** Signs adele in without a page: the code and the cookie. */
async function authorize(understudy: Understudy): Promise<{ code: string; cookie: string }> {
  await control(understudy, 'PATCH /_understudy/settings', { body: { signIn: 'automatic' } })
  const query = new URLSearchParams({
    client_id: CLIENT,
    response_type: 'code',
    redirect_uri: 'http://localhost',
    scope: 'offline_access User.Read',
    login_hint: 'adele',
  })
  const { headers } = await understudy.fetch(`${BASE}/authorize?${query}`)
  const code = new URL(headers.get('location') ?? '').searchParams.get('code') ?? ''
  const cookie = /^ESTSAUTH=([^;]+)/.exec(headers.getSetCookie()[0] ?? '')?.[1] ?? ''
  return { code, cookie }
}

async function redeem(understudy: Understudy, code: string): Promise<string> {
  const response = await understudy.fetch(`${BASE}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: CLIENT,
      redirect_uri: 'http://localhost',
      code,
    }),
  })
  return Object(await response.json()).refresh_token
}

async function revoke(understudy: Understudy): Promise<void> {
  const token = await tokenFor(understudy, { user: 'admin', scopes: ['User.RevokeSessions.All'] })
  const user = 'adele@contoso.onmicrosoft.com'
  await graph(understudy, `POST /v1.0/users/${user}/revokeSignInSessions`, { token })
}

t.test('control.tokens.explain', async t => {
  t.test('says of a refresh token whose it is, and that the token endpoint takes it', async t => {
    const { understudy } = await understudyAtNoon(t)
    const { code } = await authorize(understudy)
    const { token, surfaces, operations } = await explain(
      understudy,
      await redeem(understudy, code),
    )
    t.same(token, {
      kind: 'refreshToken',
      tenant: '5e0c2f6a-7c1d-4b8e-9a3f-2d6b1c0e4f10',
      user: 'adele@contoso.onmicrosoft.com',
      client: CLIENT,
      scopes: ['offline_access', 'User.Read'],
      issuedAt: '2026-08-13T12:00:00.250Z',
      expiresAt: '2026-11-11T12:00:00.250Z',
    })
    t.match(surfaces[0], { surface: 'token', accepted: true, check: null })
    t.match(surfaces.slice(1), [
      { surface: 'graph', accepted: false, check: 'kind' },
      { surface: 'session', accepted: false, check: 'kind' },
    ])
    t.same(operations, [])
  })

  t.test('names the revocation that refuses it, and when that took effect', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const { code, cookie } = await authorize(understudy)
    const refreshToken = await redeem(understudy, code)
    clock.advance(60)
    await revoke(understudy)
    for (const credential of [refreshToken, cookie]) {
      const { surfaces } = await explain(understudy, credential)
      t.match(surfaces[0], {
        accepted: false,
        check: 'revocation',
        issuedAt: '2026-08-13T12:00:00.250Z',
        validFrom: '2026-08-13T12:01:00.250Z',
        takesEffectAt: '2026-08-13T12:01:00.250Z',
      })
    }
  })

  t.test(
    'tells a code that can be redeemed from one that was, and from one that expired',
    async t => {
      const { understudy, clock } = await understudyAtNoon(t)
      const { code } = await authorize(understudy)
      const [before] = (await explain(understudy, code)).surfaces
      t.match(before, { surface: 'token', accepted: true })
      await redeem(understudy, code)
      const [after] = (await explain(understudy, code)).surfaces
      t.match(after, { accepted: false, check: 'use' })
      const { code: another } = await authorize(understudy)
      clock.advance(600)
      const [late] = (await explain(understudy, another)).surfaces
      t.match(late, { accepted: false, check: 'lifetime' })
    },
  )

  t.test('says of a session cookie that it was signed out of', async t => {
    const { understudy } = await understudyAtNoon(t)
    const { cookie } = await authorize(understudy)
    const [before] = (await explain(understudy, cookie)).surfaces
    t.match(before, { surface: 'session', accepted: true })
    await understudy.fetch(`${BASE}/logout`, { headers: { cookie: `ESTSAUTH=${cookie}` } })
    const [after] = (await explain(understudy, cookie)).surfaces
    t.match(after, { accepted: false, check: 'use', reason: 'The session was signed out of.' })
  })

  t.test('names a disabled and a deleted account', async t => {
    const { understudy } = await understudyAtNoon(t)
    const { cookie } = await authorize(understudy)
    await control(understudy, 'PATCH /_understudy/users/adele', { body: { accountEnabled: false } })
    const [disabled] = (await explain(understudy, cookie)).surfaces
    t.match(disabled, { accepted: false, check: 'account', reason: /disabled/ })
    await control(understudy, 'DELETE /_understudy/users/adele')
    const [deleted] = (await explain(understudy, cookie)).surfaces
    t.match(deleted, { accepted: false, check: 'account', reason: /no longer exists/ })
  })
})
