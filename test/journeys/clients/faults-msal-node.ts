// @azure/msal-node: what it makes of each kind of failure at the token endpoint. docs/faults.md says the same in a table.
import t from 'tap'
import { clients } from '../../support/contoso.ts'
import { rejection } from '../../support/journey-client.ts'
import { planFault } from '../../support/journey-faults.ts'
import { confidentialClient, msalError } from '../../support/msal-node.ts'

const operationId = 'signIn.token.issue'

function daemon() {
  const app = confidentialClient(clients.daemon, { clientSecret: 'daemon-secret' })
  return () =>
    app.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] })
}

t.test('@azure/msal-node', async t => {
  const failures = [
    [429, 'temporarily_unavailable', 90033],
    [503, 'temporarily_unavailable', 90033],
    [504, 'temporarily_unavailable', 90033],
    [500, 'server_error', 90041],
  ] as const
  for (const [status, errorCode, errorNo] of failures) {
    t.test(`throws a ServerError after ${status}, and for a minute without asking`, async t => {
      const { met } = await planFault(t, { operationId, status, retryAfterSeconds: 0, times: 1 })
      const acquire = daemon()
      t.match(await msalError(acquire()), { name: 'ServerError', errorCode, errorNo })
      const again = await msalError(acquire())
      t.match(again, { name: 'ServerError', errorCode: String(errorNo) })
      t.equal(await met(), 1)
      t.match(await daemon()(), { tokenType: 'Bearer' }, 'another client application asks')
      t.equal(await met(), 2)
    })
  }

  t.test('refuses itself after any error with Retry-After', async t => {
    const plan = { operationId, status: 400, code: 'invalid_grant', times: 1 }
    const { met } = await planFault(t, { ...plan, retryAfterSeconds: 30 })
    const acquire = daemon()
    t.match(await msalError(acquire()), { errorCode: 'invalid_grant' })
    t.match(await msalError(acquire()), { name: 'ServerError' })
    t.equal(await met(), 1)
  })

  const refusals = [
    [{ status: 403 }, 'ServerError', 'access_denied'],
    [{ status: 400, code: 'invalid_grant' }, 'ServerError', 'invalid_grant'],
    [
      { status: 400, code: 'interaction_required', message: 'AADSTS50076: Use your telephone.' },
      'InteractionRequiredAuthError',
      'interaction_required',
    ],
  ] as const
  for (const [plan, name, errorCode] of refusals) {
    t.test(`throws ${name} after ${JSON.stringify(plan)}, and asks again`, async t => {
      const { met } = await planFault(t, { operationId, ...plan, times: 1 })
      const acquire = daemon()
      t.match(await msalError(acquire()), { name, errorCode })
      t.match(await acquire(), { tokenType: 'Bearer' })
      t.equal(await met(), 2)
    })
  }

  t.test('waits for an answer that is held back', async t => {
    await planFault(t, { operationId, delayMilliseconds: 20 })
    t.match(await daemon()(), { tokenType: 'Bearer' })
  })

  const broken = [
    ['reset', 'network_error', /fetch failed/],
    ['truncate', 'token_parsing_error', /terminated/],
  ] as const
  for (const [connection, errorCode, message] of broken) {
    t.test(`throws an AuthError after ${connection}, and asks again when told to`, async t => {
      const { met } = await planFault(t, { operationId, connection, times: 1 })
      const acquire = daemon()
      t.match(await rejection(acquire()), { name: 'AuthError', errorCode, message })
      t.equal(await met(), 1)
      t.match(await acquire(), { tokenType: 'Bearer' })
    })
  }

  t.test('cannot find out where to ask while discovery fails', async t => {
    const discovery = 'signIn.discovery.getConfiguration'
    const { met } = await planFault(t, { operationId: discovery, status: 503, times: 1 })
    const acquire = daemon()
    t.match(await msalError(acquire()), { name: 'ClientAuthError' })
    t.equal(await met(), 1)
    t.match(await acquire(), { tokenType: 'Bearer' })
  })
})
