// What a client proves itself by, on a tenant's clock.
import type { Test } from 'tap'
import t from 'tap'
import { ada, assertion } from '../support/client-assertions.ts'
import { DOMAIN, fixtureFolder, TENANT_ID } from '../support/contoso.ts'
import type { TestClient } from '../support/sign-in.ts'
import { askToken, web } from '../support/sign-in.ts'
import { ASSERTION_TYPE, refusal } from '../support/sign-in-flow.ts'
import { understudyAtNoon } from '../support/understudy.ts'
import { moveClock } from '../support/worlds.ts'

const HOUR = 3600

t.test('a client', async t => {
  const folder = (t: Test) =>
    fixtureFolder(t, {
      tenant: { id: TENANT_ID, domains: [DOMAIN] },
      users: [{ userPrincipalName: 'adele' }],
      applications: [
        {
          appId: keyed.appId,
          displayName: 'Batch',
          type: 'daemon',
          secret: 'batch-secret',
          secretExpiresDateTime: '2026-08-13T13:00:00Z',
          certificates: [ada.pem],
        },
      ],
    })
  const keyed: TestClient = { ...web, appId: '6d1ac9b9-9cd6-44a2-8dd5-6ef6b4e8a3c0', fields: {} }
  const grant = { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' }

  t.test("is not known by a secret that has expired by the tenant's clock", async t => {
    const { understudy } = await understudyAtNoon(t, { fixtures: folder(t) })
    const ask = () =>
      askToken(understudy, keyed, {
        ...grant,
        client_id: keyed.appId,
        client_secret: 'batch-secret',
      })
    await moveClock(understudy, { now: '2026-08-13T12:59:59Z' })
    t.equal((await ask()).status, 200)
    await moveClock(understudy, { advanceSeconds: 1 })
    t.equal(refusal(await ask()), '401 invalid_client 7000222')
  })

  t.test("is known by an assertion that stands by the tenant's clock", async t => {
    const { understudy } = await understudyAtNoon(t, { fixtures: folder(t) })
    await moveClock(understudy, { now: '2027-01-01T00:00:00Z' })
    const nbf = Date.parse('2027-01-01T00:00:00Z') / 1000
    const aud = `https://login.microsoftonline.com/${TENANT_ID}/oauth2/v2.0/token`
    const shown = {
      ...grant,
      client_id: keyed.appId,
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: await assertion(undefined, { aud, nbf, exp: nbf + 600 }),
    }
    t.equal((await askToken(understudy, keyed, shown)).status, 200)
    await moveClock(understudy, { advanceSeconds: HOUR })
    t.match(refusal(await askToken(understudy, keyed, shown)), /^401 invalid_client 700024/)
  })
})
