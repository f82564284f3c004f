// @azure/identity: credentials of people. Those that can, sign in again by themselves when a claims challenge is handed to them.
import type { DeviceCodeInfo } from '@azure/identity'
import { DeviceCodeCredential } from '@azure/identity'
import t from 'tap'
import { passwordCredential, settings, tokenOf } from '../../support/azure-identity.ts'
import { clients, ids, TENANT_ID } from '../../support/contoso.ts'
import {
  administratorRevokes,
  alex,
  claimsAskedFor,
  claimsOf,
  getMe,
  onDevice,
  rejection,
} from '../../support/journey-client.ts'

const scope = 'User.Read'

// Device codes are waited for.
t.jobs = 2

t.test('UsernamePasswordCredential', { buffered: true }, async t => {
  t.test('signs in again when it is handed the claims', async t => {
    const credential = passwordCredential()
    const enableCae = true
    const token = await tokenOf(credential, scope, { enableCae })
    t.match(claimsOf(token), { oid: ids.adele, xms_cc: ['cp1'] })
    await administratorRevokes('adele')
    t.equal(await tokenOf(credential, scope, { enableCae }), token, 'but not before')
    const claims = claimsAskedFor((await getMe(token)).headers)
    const again = await tokenOf(credential, scope, { enableCae, claims })
    t.equal((await getMe(again)).status, 200)

    const [one, other] = [
      await tokenOf(credential, scope, { enableCae }),
      await tokenOf(credential, scope, { enableCae }),
    ]
    t.not(one, again, 'from then on it remembers the claims and goes past its cache')
    t.not(other, one, 'every time')
  })

  t.test('notices nothing without CAE', async t => {
    const credential = passwordCredential()
    const token = await tokenOf(credential, scope)
    t.notOk(claimsOf(token).xms_cc)
    await administratorRevokes('adele')
    t.equal(await tokenOf(credential, scope), token)
    t.equal((await getMe(token)).status, 200)
  })
})

t.test('DeviceCodeCredential', { buffered: true }, async t => {
  t.test('shows a code, and after a revocation another one', async t => {
    const shown: DeviceCodeInfo[] = []
    const credential = new DeviceCodeCredential({
      tenantId: TENANT_ID,
      clientId: clients.device,
      userPromptCallback: info => {
        shown.push(info)
        void onDevice(info.verificationUri, info.userCode, true, alex)
      },
      ...settings,
    })
    const enableCae = true
    const token = await tokenOf(credential, scope, { enableCae })
    t.match(claimsOf(token), { oid: ids.alex, appid: clients.device })
    t.equal((await getMe(token)).status, 200)
    await administratorRevokes('alex')
    t.equal(await tokenOf(credential, scope, { enableCae }), token)
    t.equal(shown.length, 1)
    const claims = claimsAskedFor((await getMe(token)).headers)
    const again = await tokenOf(credential, scope, { enableCae, claims })
    t.equal(shown.length, 2)
    t.equal((await getMe(again)).status, 200)
  })

  t.test('shows none when it is told not to, and says that it would have to', async t => {
    const credential = new DeviceCodeCredential({
      tenantId: TENANT_ID,
      clientId: clients.device,
      userPromptCallback: () => t.fail('it asks the person'),
      disableAutomaticAuthentication: true,
      ...settings,
    })
    t.match(await rejection(credential.getToken(scope)), { name: 'AuthenticationRequiredError' })
  })
})
