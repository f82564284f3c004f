// What the errors of the surface have in common: their shape and their head; the refusal after a revocation to the letter.
import type { Test } from 'tap'
import t from 'tap'
import { signInErrors } from '../../src/sign-in/errors.ts'
import { ids } from '../support/contoso.ts'
import { daemon as asDaemon, revokes } from '../support/revocation.ts'
import { askToken, daemon, device, obtainTokens, refresh } from '../support/sign-in.ts'
import { hasErrorHeaders } from '../support/sign-in-errors.ts'
import { changeSettings } from '../support/sign-in-flow.ts'
import type { Reply } from '../support/understudy.ts'
import { graph, tokenFor, understudyAtNoon, understudyFor } from '../support/understudy.ts'
import { errorCases } from './errors/all-cases.ts'

const OTHER_ID = '11111111-2222-4333-8444-555555555555'
const unknownGrant = {
  number: 70003,
  error: 'unsupported_grant_type',
  sentence: "The app requested an unsupported grant type 'magic'.",
  hasUri: false,
}

/** Signs adele in, revokes ten seconds later, and uses the refresh token five seconds after that. */
async function refusedForRevocation(t: Test, suberror?: string | null): Promise<Reply> {
  const { understudy, clock } = await understudyAtNoon(t)
  if (suberror !== undefined) await changeSettings(understudy, { revocation: { suberror } })
  const { refresh_token } = await obtainTokens(understudy, device)
  clock.advance(10)
  await graph(understudy, revokes(ids.adele), { token: await tokenFor(understudy, asDaemon) })
  clock.advance(5)
  return refresh(
    understudy,
    device,
    refresh_token,
    {},
    { headers: { 'client-request-id': OTHER_ID } },
  )
}

t.test('The catalogue', async t => {
  t.test('has no row that no request produces', async t => {
    t.same(Object.keys(errorCases).sort(), Object.keys(signInErrors).sort())
  })
})

t.test('A refresh token from before a revocation', async t => {
  t.test('is refused in these words', async t => {
    const { status, headers, text } = await refusedForRevocation(t)
    const traceId = headers.get('x-ms-request-id')
    t.equal(status, 400)
    t.equal(
      text,
      `{"error":"invalid_grant","error_description":"AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '2026-08-13T12:00:00.2500000Z' and the TokensValidFrom date (before which tokens are not valid) for this user is '2026-08-13T12:00:10.0000000Z'. Trace ID: ${traceId} Correlation ID: 11111111-2222-4333-8444-555555555555 Timestamp: 2026-08-13 12:00:15Z","error_codes":[50173],"timestamp":"2026-08-13 12:00:15Z","trace_id":"${traceId}","correlation_id":"11111111-2222-4333-8444-555555555555","error_uri":"https://login.microsoftonline.com/error?code=50173","suberror":"bad_token"}`,
    )
  })

  t.test('is refused with its age in the telemetry', async t => {
    const { headers } = await refusedForRevocation(t)
    t.equal(headers.get('x-ms-clitelem'), '1,50173,0,15000.0000,')
  })

  t.test('is refused without a suberror where the settings leave it out', async t => {
    const { text } = await refusedForRevocation(t, null)
    t.match(text, /"error_uri":"https:\/\/login.microsoftonline.com\/error\?code=50173"\}$/)
  })

  t.test('is refused with the suberror of the settings', async t => {
    const { text } = await refusedForRevocation(t, 'token_expired')
    t.match(text, /,"suberror":"token_expired"\}$/)
  })
})

t.test('The head of an error', async t => {
  t.test('is the one of the token endpoint', async t => {
    const { understudy } = await understudyAtNoon(t)
    hasErrorHeaders(t, await askToken(understudy, device, { grant_type: 'magic' }), unknownGrant)
    hasErrorHeaders(t, await refusedForRevocation(t), {
      ...unknownGrant,
      number: 50173,
      age: '15000.0000',
    })
  })

  t.test('lets any page read it at the discovery endpoint, and nobody keep it', async t => {
    const understudy = await understudyFor(t)
    const url = 'https://login.microsoftonline.com/nobody/v2.0/.well-known/openid-configuration'
    const { headers } = await understudy.fetch(url)
    t.equal(headers.get('access-control-allow-origin'), '*')
    t.equal(headers.get('cache-control'), 'no-store, no-cache')
    t.notOk(headers.has('x-ms-clitelem'))
  })

  t.test('lets the page of a single-page app read it at the token endpoint', async t => {
    const { understudy } = await understudyAtNoon(t)
    const origin = 'http://localhost:3000'
    const request = { grant_type: 'magic' }
    const { headers } = await askToken(understudy, device, request, { headers: { origin } })
    t.equal(headers.get('access-control-allow-origin'), origin)
    t.equal(headers.get('vary'), 'Origin')
  })

  t.test('says nothing of transport security on this machine', async t => {
    const { understudy } = await understudyAtNoon(t)
    const request = { grant_type: 'magic' }
    const origin = 'http://localhost:4280'
    const { headers } = await askToken(understudy, device, request, { origin })
    t.notOk(headers.has('strict-transport-security'))
  })
})

t.test('An error of a client that does not prove who it is', async t => {
  t.test('is a 401, by which nothing is asked of a browser', async t => {
    const { understudy } = await understudyAtNoon(t)
    const { status, headers } = await askToken(understudy, daemon, {
      grant_type: 'client_credentials',
      client_secret: 'guess',
    })
    t.equal(status, 401)
    t.notOk(headers.has('www-authenticate'))
  })
})
