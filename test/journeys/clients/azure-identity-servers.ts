// @azure/identity: servers that call on their own, or on behalf of the people who call them.
import {
  AuthorizationCodeCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  OnBehalfOfCredential,
} from '@azure/identity'
import t from 'tap'
import {
  graphDefault,
  passwordCredential,
  settings,
  tokenOf,
} from '../../support/azure-identity.ts'
import { clients, ids, TENANT_ID } from '../../support/contoso.ts'
import {
  administratorRevokes,
  authority,
  claimsAskedFor,
  claimsOf,
  clientCertificate,
  getMe,
  graphUrl,
  rejection,
  signIn,
} from '../../support/journey-client.ts'

const enableCae = true

t.test('a daemon', async t => {
  const { path: certificatePath } = clientCertificate()
  const credentials = {
    ClientSecretCredential: new ClientSecretCredential(
      TENANT_ID,
      clients.daemon,
      'daemon-secret',
      settings,
    ),
    ClientCertificateCredential: new ClientCertificateCredential(
      TENANT_ID,
      clients.daemon,
      certificatePath,
      settings,
    ),
    'ClientCertificateCredential that sends its chain': new ClientCertificateCredential(
      TENANT_ID,
      clients.daemon,
      certificatePath,
      { ...settings, sendCertificateChain: true },
    ),
  }
  for (const [name, credential] of Object.entries(credentials)) {
    t.test(`gets a token for itself by ${name}`, async t => {
      const token = await tokenOf(credential, graphDefault)
      const appidacr = credential instanceof ClientSecretCredential ? '1' : '2'
      t.match(claimsOf(token), { idtyp: 'app', appid: clients.daemon, appidacr })
      const headers = { authorization: `Bearer ${token}` }
      t.equal((await fetch(`${graphUrl}/users`, { headers })).status, 200)
      t.equal(await tokenOf(credential, graphDefault), token, 'the next one is from the cache')
    })
  }

  t.test('is told why it is refused', async t => {
    const wrong = new ClientSecretCredential(TENANT_ID, clients.daemon, 'web-secret', settings)
    t.match(await rejection(wrong.getToken(graphDefault)), {
      name: 'AuthenticationRequiredError',
      message: /AADSTS7000215: Invalid client secret provided/,
    })
  })
})

t.test('an API', async t => {
  t.test('calls on behalf of its caller by OnBehalfOfCredential, until a revocation', async t => {
    const scope = `api://${clients.web}/access_as_user`
    const credential = new OnBehalfOfCredential({
      tenantId: TENANT_ID,
      clientId: clients.web,
      clientSecret: 'web-secret',
      userAssertionToken: await tokenOf(passwordCredential(), scope),
      ...settings,
    })
    const token = await tokenOf(credential, graphDefault, { enableCae })
    t.match(claimsOf(token), { oid: ids.adele, appid: clients.web, xms_cc: ['cp1'] })
    t.equal((await getMe(token)).status, 200)
    await administratorRevokes('adele')
    const claims = claimsAskedFor((await getMe(token)).headers)
    t.match(await rejection(credential.getToken(graphDefault, { enableCae, claims })), {
      name: 'AuthenticationRequiredError',
      message: /^invalid_grant: AADSTS50173: /,
    })
  })
})

t.test('a web app', async t => {
  t.test('has to make a new AuthorizationCodeCredential after a revocation', async t => {
    const redirectUri = 'http://localhost:3000/auth/callback'
    const signInAnew = async () => {
      const { parameters } = await signIn(
        `${authority}/oauth2/v2.0/authorize?${new URLSearchParams({
          client_id: clients.web,
          response_type: 'code',
          redirect_uri: redirectUri,
          scope: 'openid offline_access User.Read',
        })}`,
      )
      return new AuthorizationCodeCredential(
        TENANT_ID,
        clients.web,
        'web-secret',
        parameters.get('code') ?? '',
        redirectUri,
        settings,
      )
    }
    const credential = await signInAnew()
    const token = await tokenOf(credential, 'User.Read', { enableCae })
    t.equal((await getMe(token)).status, 200)
    await administratorRevokes('adele')
    const claims = claimsAskedFor((await getMe(token)).headers)
    t.match(
      await rejection(credential.getToken('User.Read', { enableCae, claims })),
      { name: 'AuthenticationRequiredError', message: /AADSTS54005/ },
      'it redeems its code a second time, and says nothing of the revocation',
    )
    const again = await tokenOf(await signInAnew(), 'User.Read', { enableCae })
    t.equal((await getMe(again)).status, 200)
  })
})
