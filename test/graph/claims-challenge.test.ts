// The claims challenge, byte for byte in each of its generations.
import t from 'tap'
import { errors, isError } from '../support/graph-errors.ts'
import { control, graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

/** 12:00:00 UTC of the day of the tests. */
const NOON_SECONDS = 1786622400
/** By hand: base64 of `{"access_token":{"nbf":{"essential":true, "value":"1786622400"}}}`. */
const CLAIMS =
  'eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwgInZhbHVlIjoiMTc4NjYyMjQwMCJ9fX0='

const generations = {
  2021: `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${CLAIMS}"`,
  2022: `Bearer realm="", authorization_uri=https://login.microsoftonline.com/common/oauth2/authorize, client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${CLAIMS}", errorDescription="Continuous access evaluation resulted in claims challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp"`,
  2024: `PoP realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", nonce="ey==", Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error_description="Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp", error="insufficient_claims", claims="${CLAIMS}"`,
} as const

t.test('the claims challenge', async t => {
  const { understudy, clock } = await understudyAtNoon(t)
  const request = { user: 'adele', scopes: ['User.Read', 'User.RevokeSessions.All'] }
  const token = await tokenFor(understudy, { ...request, capabilities: ['cp1'] })
  t.equal((await graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token })).status, 200)
  const challenged = () => graph(understudy, 'GET /v1.0/me', { token })

  t.test('is that of 2021 unless the tenant is set otherwise', async t => {
    t.equal((await challenged()).headers.get('www-authenticate'), generations['2021'])
  })

  for (const [challenge, header] of Object.entries(generations)) {
    t.test(`is the real one of ${challenge}`, async t => {
      const body = { revocation: { challenge } }
      await control(understudy, 'PATCH /_understudy/settings', { body })
      const reply = await challenged()
      t.equal(reply.headers.get('www-authenticate'), header)
      isError(t, reply, errors.revoked)
    })
  }

  t.test('comes with the headers of the gateway alone', async t => {
    const { headers } = await challenged()
    for (const name of ['cache-control', 'odata-version', 'x-ms-resource-unit', 'location'])
      t.notOk(headers.has(name), name)
    for (const name of ['request-id', 'client-request-id', 'x-ms-ags-diagnostic', 'vary'])
      t.ok(headers.has(name), name)
  })

  t.test('asks for a token from the time of the challenge on, not of the revocation', async t => {
    for (const seconds of [0.749, 0.001, 29]) {
      clock.advance(seconds)
      const { headers } = await challenged()
      const [, claims = ''] = headers.get('www-authenticate')?.match(/claims="([^"]*)"/) ?? []
      const now = Math.floor(clock.now() / 1000)
      t.equal(
        Buffer.from(claims, 'base64').toString('latin1'),
        `{"access_token":{"nbf":{"essential":true, "value":"${now}"}}}`,
      )
      t.match(claims, /^[A-Za-z0-9+/]+={0,2}$/)
      t.equal(claims.length % 4, 0)
    }
    t.equal(Math.floor(clock.now() / 1000), NOON_SECONDS + 30)
  })

  t.test('is answered by a token of the second it names', async t => {
    const next = await tokenFor(understudy, { ...request, capabilities: ['cp1'] })
    t.equal((await graph(understudy, 'GET /v1.0/me', { token: next })).status, 200)
  })
})
