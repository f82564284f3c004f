import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createUnderstudy } from 'graph-understudy'
import { intercept } from 'graph-understudy/intercept'
import { createApp } from '../src/app.js'
import { Browser } from './browser.js'

const understudy = await createUnderstudy()
const stop = intercept(understudy, { offline: true })
after(async () => {
  stop()
  await understudy.close()
})

const twoHours = 2 * 60 * 60 * 1000

/** The app, and Adele's browser, in a tenant of their own. */
async function stage() {
  // No page asks for a password: who is named by login_hint is signed in.
  const settings = { signIn: 'automatic' }
  const tenant = await understudy.tenant({ overrides: { settings } })
  const { appId: clientId, secret: clientSecret } = tenant.application('web')
  const app = createApp({ tenantId: tenant.id, clientId, clientSecret })
  return { tenant, browser: new Browser(app, tenant.user('adele').userPrincipalName) }
}

test('a revoked user is sent to sign in when the access token has run out', async t => {
  const { tenant, browser } = await stage()
  assert.equal((await browser.open('/')).text, 'Hello Adele Vance')

  await tenant.revoke('adele')

  // As in production: this app declares no cp1, so its token outlives the revocation.
  assert.deepEqual((await browser.open('/')).visited, ['http://localhost:3000/'])

  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + twoHours })
  const { visited, text } = await browser.open('/')
  assert.deepEqual(visited, [
    'http://localhost:3000/',
    'http://localhost:3000/sign-in',
    `${tenant.authority}/oauth2/v2.0/authorize`,
    'http://localhost:3000/auth/callback',
    'http://localhost:3000/',
  ])
  assert.equal(text, 'Hello Adele Vance')
})

test('a user who is not revoked goes on for hours', async t => {
  const { browser } = await stage()
  await browser.open('/')
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + twoHours })
  const { visited } = await browser.open('/')
  assert.deepEqual(visited, ['http://localhost:3000/'])
})
