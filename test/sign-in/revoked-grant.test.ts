// The refusal of a revoked grant, to the letter: what every client library reads off it.

import type { Test } from 'tap'
import t from 'tap'
import { upn } from '../support/contoso.ts'
import { validFrom } from '../support/revocation.ts'
import {
  device,
  obtainTokens,
  redeemCode,
  refresh,
  refusalOf,
  signIn,
  web,
} from '../support/sign-in.ts'
import { control, understudyAtNoon } from '../support/understudy.ts'
import { acts } from './held-credentials.ts'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

async function revokedGrant(t: Test) {
  const { understudy, clock } = await understudyAtNoon(t)
  const { refresh_token: token } = await obtainTokens(understudy, device)
  const revoke = () => acts.adminRevokes({ understudy, clock, user: upn('adele') })
  clock.advance(60)
  await revoke()
  clock.advance(5.5)
  const ask = (headers = {}) => refresh(understudy, device, token, {}, { headers })
  return { understudy, clock, revoke, ask }
}

t.test('the refusal of a revoked refresh token', async t => {
  t.test('is the real one’s, byte for byte but for its ids', async t => {
    const { ask } = await revokedGrant(t)
    const correlationId = '11111111-2222-4333-8444-555555555555'
    const { status, text, headers } = await ask({ 'client-request-id': correlationId })
    t.equal(status, 400)
    const traceId = headers.get('x-ms-request-id') ?? ''
    t.match(traceId, GUID)
    t.equal(
      text,
      `{"error":"invalid_grant","error_description":"AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '2026-08-13T12:00:00.2500000Z' and the TokensValidFrom date (before which tokens are not valid) for this user is '2026-08-13T12:01:00.0000000Z'. Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: 2026-08-13 12:01:05Z","error_codes":[50173],"timestamp":"2026-08-13 12:01:05Z","trace_id":"${traceId}","correlation_id":"${correlationId}","error_uri":"https://login.microsoftonline.com/error?code=50173","suberror":"bad_token"}`,
    )
  })

  t.test('has the headers of the real one, with the age of the grant', async t => {
    const { ask } = await revokedGrant(t)
    const { headers } = await ask()
    t.equal(headers.get('x-ms-clitelem'), '1,50173,0,65500.0000,')
    t.equal(headers.get('cache-control'), 'no-store, no-cache')
    t.equal(headers.get('content-type'), 'application/json; charset=utf-8')
  })

  t.test('comes with other ids every time', async t => {
    const { ask } = await revokedGrant(t)
    const [one, two] = [Object((await ask()).json), Object((await ask()).json)]
    t.not(one.trace_id, two.trace_id)
    t.not(one.correlation_id, two.correlation_id)
    t.match(one.correlation_id, GUID)
  })

  t.test('tells of the last revocation', async t => {
    const { clock, revoke, ask } = await revokedGrant(t)
    clock.advance(3600)
    await revoke()
    t.match(
      Object((await ask()).json).error_description,
      "for this user is '2026-08-13T13:01:05.0000000Z'.",
    )
  })

  t.test('is the same for a code', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    const { code } = await signIn(understudy, web)
    clock.advance(60)
    await acts.adminRevokes({ understudy, clock, user: upn('adele') })
    const reply = await redeemCode(understudy, web, code)
    t.match(
      Object(reply.json).error_description,
      "The grant was issued on '2026-08-13T12:00:00.2500000Z' and the TokensValidFrom date (before which tokens are not valid) for this user is '2026-08-13T12:01:00.0000000Z'.",
    )
  })

  t.test('tells what Microsoft Graph tells of the user', async t => {
    const { understudy, ask } = await revokedGrant(t)
    const seconds = String(await validFrom(understudy, upn('adele'))).replace('Z', '')
    t.match(Object((await ask()).json).error_description, `is '${seconds}.0000000Z'.`)
  })

  for (const [suberror, shown] of [
    [null, []],
    ['bad_token', ['bad_token']],
    ['consent_required', ['consent_required']],
  ] as const) {
    t.test(`has the suberror that the setting has: ${suberror}`, async t => {
      const { understudy, ask } = await revokedGrant(t)
      const body = { revocation: { suberror } }
      const { status } = await control(understudy, 'PATCH /_understudy/settings', { body })
      t.equal(status, 200)
      t.same(refusalOf(await ask()), [400, 'invalid_grant', 50173, ...shown])
    })
  }
})
