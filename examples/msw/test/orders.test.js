import { PublicClientApplication } from '@azure/msal-node'
import { createUnderstudy } from 'graph-understudy'
import { handlers } from 'graph-understudy/msw'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { showOrders } from '../src/orders.js'
import { ownHandlers } from './handlers.js'

const understudy = await createUnderstudy()
const server = setupServer(...ownHandlers, ...handlers(understudy))
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(async () => {
  server.close()
  await understudy.close()
})

let tenant, msal, account
beforeEach(async () => {
  tenant = await understudy.tenant()
  const { appId: clientId } = tenant.application('device')
  msal = new PublicClientApplication({ auth: { clientId, authority: tenant.authority } })
  const { userPrincipalName: username, password } = tenant.user('adele')
  const request = { scopes: ['User.Read'], username, password }
  account = (await msal.acquireTokenByUsernamePassword(request)).account
})
afterEach(async () => {
  vi.useRealTimers()
  await tenant.remove()
})

test('a signed-in customer sees the orders', async () => {
  expect(await showOrders(msal, account)).toEqual({
    customer: 'Adele Vance',
    orders: [{ number: 1001, item: 'Coffee, 1 kg' }],
  })
})

test('a revoked customer is asked to sign in again when the access token has run out', async () => {
  await tenant.revoke('adele')
  const twoHours = 2 * 60 * 60 * 1000
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + twoHours })
  expect(await showOrders(msal, account)).toEqual({ signIn: true })
})

test('a single answer can still be replaced', async () => {
  const nameless = http.get('https://graph.microsoft.com/v1.0/me', () =>
    HttpResponse.json({ id: 'someone', displayName: null }),
  )
  server.use(nameless)
  expect(await showOrders(msal, account)).toMatchObject({
    customer: null,
    orders: [{ number: 1001 }],
  })
})
