// What each test starts from: Adele is signed in, in a tenant that no other test sees.
import { createUnderstudy } from 'graph-understudy'
import { intercept } from 'graph-understudy/intercept'
import { afterAll } from 'vitest'
import { createClient, Profiles, scopes } from '../src/profiles.ts'

const understudy = await createUnderstudy()
const stop = intercept(understudy, { offline: true })
afterAll(async () => {
  stop()
  await understudy.close()
})

export async function signedIn() {
  const tenant = await understudy.tenant()
  const msal = createClient(tenant.application('device').appId, tenant.id)
  const { userPrincipalName: username, password } = tenant.user('adele')

  /** With the claims that a refusal asked for. */
  async function signIn(claims = '') {
    const result = await msal.acquireTokenByUsernamePassword({ scopes, username, password, claims })
    if (result?.account == null) throw new Error('Nobody is signed in.')
    return result.account
  }
  return { tenant, profiles: new Profiles(msal), account: await signIn(), signIn }
}
