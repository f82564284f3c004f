import { describe, expect, test } from 'vitest'
import { SignInRequired } from '../src/profiles.ts'
import { signedIn } from './signed-in.ts'

const adele = { displayName: 'Adele Vance', jobTitle: 'Retail Manager' }

describe.concurrent('profiles', () => {
  test('ask a revoked user to sign in again, and go on after that', async () => {
    const { tenant, profiles, account, signIn } = await signedIn()
    await tenant.revoke('adele')

    const refusal = await profiles.read(account).catch(error => error)
    expect(refusal).toBeInstanceOf(SignInRequired)
    expect(JSON.parse(refusal.claims)).toHaveProperty('access_token.nbf')

    await signIn(refusal.claims)
    expect(await profiles.read(account)).toEqual(adele)
  })

  test('ask nobody else', async () => {
    const { tenant, profiles, account } = await signedIn()
    await tenant.revoke('alex')
    expect(await profiles.read(account)).toEqual(adele)
  })

  test('wait and try again when Microsoft Graph throttles', async () => {
    const { tenant, profiles, account } = await signedIn()
    const operationId = 'graph.me.get'
    await tenant.faults.create({ operationId, times: 1, status: 429, retryAfterSeconds: 0 })

    expect(await profiles.read(account)).toEqual(adele)
    const requests = await tenant.requests({ operationId })
    expect(requests.map(({ status }) => status)).toEqual([429, 200])
  })

  test('tell an outage of the identity platform from a revocation', async () => {
    const { tenant, profiles, account } = await signedIn()
    await tenant.revoke('adele')
    await tenant.faults.create({ operationId: 'signIn.token.issue', connection: 'reset' })
    await expect(profiles.read(account)).rejects.toMatchObject({ errorCode: 'network_error' })

    await tenant.faults.clear()
    await expect(profiles.read(account)).rejects.toThrow(SignInRequired)
  })
})
