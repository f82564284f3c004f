// @azure/identity: what it makes of each kind of failure at the token endpoint. docs/faults.md says the same in a table.
import { ClientSecretCredential } from '@azure/identity'
import t from 'tap'
import { graphDefault, settings } from '../../support/azure-identity.ts'
import { clients, TENANT_ID } from '../../support/contoso.ts'
import { rejection } from '../../support/journey-client.ts'
import { planFault } from '../../support/journey-faults.ts'

const operationId = 'signIn.token.issue'
/** Without Retry-After it would wait a second, then two, then four. */
const retryOptions = { retryDelayInMs: 1, maxRetryDelayInMs: 5 }

function daemon() {
  const options = { ...settings, retryOptions }
  const credential = new ClientSecretCredential(TENANT_ID, clients.daemon, 'daemon-secret', options)
  return () => credential.getToken(graphDefault)
}

const refusal = (message: RegExp) => ({ name: 'AuthenticationRequiredError', message })

t.test('@azure/identity', async t => {
  for (const plan of [
    { status: 429, retryAfterSeconds: 0 },
    { status: 503, retryAfterSeconds: 0 },
    { status: 500 },
    { status: 502 },
    { status: 504 },
    { connection: 'reset' },
  ] as const) {
    t.test(`tries again by itself after ${JSON.stringify(plan)}`, async t => {
      const { met } = await planFault(t, { operationId, ...plan, times: 1 })
      t.match(await daemon()(), { token: /^ey/ })
      t.equal(await met(), 2)
    })
  }

  t.test('gives up after three more tries, and for a minute does not ask', async t => {
    const { met } = await planFault(t, { operationId, status: 429, retryAfterSeconds: 0 })
    const getToken = daemon()
    t.match(await rejection(getToken()), refusal(/^temporarily_unavailable: .*AADSTS90033/))
    t.equal(await met(), 4)
    t.match(await rejection(getToken()), refusal(/^90033: /))
    t.equal(await met(), 4)
  })

  t.test('throws at once after 403, and asks again', async t => {
    const { met } = await planFault(t, { operationId, status: 403, times: 1 })
    const getToken = daemon()
    t.match(await rejection(getToken()), refusal(/^access_denied: /))
    t.match(await getToken(), { token: /^ey/ })
    t.equal(await met(), 2)
  })

  t.test('waits for an answer that is held back', async t => {
    await planFault(t, { operationId, delayMilliseconds: 20 })
    t.match(await daemon()(), { token: /^ey/ })
  })

  t.test('throws when the body is cut, and asks again', async t => {
    const { met } = await planFault(t, { operationId, connection: 'truncate', times: 1 })
    const getToken = daemon()
    t.match(await rejection(getToken()), refusal(/^network_error: /))
    t.match(await getToken(), { token: /^ey/ })
    t.equal(await met(), 2)
  })
})
