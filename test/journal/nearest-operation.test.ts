// Which operation a path was meant for.
import t from 'tap'
import { meantOperation } from '../../src/journal/nearest-operation.ts'
import { routes } from '../support/contract.ts'

const cases = [
  ['GET', '/me', 'GET /v1.0/me'],
  ['GET', '/v1.0/mee', 'GET /v1.0/me'],
  ['GET', '/beta/ME', 'GET /beta/me'],
  ['GET', '/v1.0/user', 'GET /v1.0/users'],
  [
    'POST',
    '/v1.0/users/adele/revokeSignInSession',
    'POST /v1.0/users/{userId}/revokeSignInSessions',
  ],
  ['POST', '/users/adele/revokeSignInSessions', 'POST /v1.0/users/{userId}/revokeSignInSessions'],
  ['GET', '/v1.0/me/revokeSignInSessions', 'POST /v1.0/me/revokeSignInSessions'],
  ['POST', '/oauth2/v2.0/token', 'POST /{authorityTenant}/oauth2/v2.0/token'],
  ['POST', '/contoso/oauth2/token', 'POST /{authorityTenant}/oauth2/v2.0/token'],
  ['POST', '/v1.0/contoso/oauth2/v2.0/token', 'POST /{authorityTenant}/oauth2/v2.0/token'],
  ['GET', '/tenants', 'GET /_understudy/tenants'],
] as const

t.test('meantOperation', async t => {
  for (const [method, path, meant] of cases) {
    t.test(`finds ${meant} for ${method} ${path}`, async t => {
      t.equal(meantOperation(method, path, routes), `Did you mean ${meant}?`)
    })
  }

  for (const path of ['/', '/wp-admin/setup.php', `/${'x'.repeat(5000)}`]) {
    t.test(`finds nothing for ${path.slice(0, 30)}`, async t => {
      t.equal(meantOperation('GET', path, routes), undefined)
    })
  }
})
