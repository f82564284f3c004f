// Every property of a user in both versions of Microsoft Graph, and what those read as that nobody has set.
import t from 'tap'
import { ids } from '../support/contoso.ts'
import { contract } from '../support/contract.ts'
import { isError, unknownProperty } from '../support/graph-errors.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const declared = Object.entries(contract.components.schemas.user?.properties ?? {}).filter(
  ([name]) => !name.startsWith('@'),
)
const names = declared.map(([name]) => name)
const betaOnly = declared.filter(([, schema]) => schema['x-beta-only']).map(([name]) => name)

t.test('the properties of a user', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, {
    user: 'admin',
    scopes: ['User.Read.All', 'AuditLog.Read.All'],
  })
  const read = (version: string, selected: readonly string[]) =>
    graph(understudy, `GET /${version}/users/${ids.adele}?$select=${selected.join(',')}`, { token })

  t.test('can all be selected from beta', async t => {
    const { status, json } = await read('beta', names)
    t.equal(status, 200)
    t.same(Object.keys(Object(json)), ['@odata.context', ...names])
  })

  t.test('can be selected from v1.0 unless they are only in beta', async t => {
    const selected = names.filter(name => !betaOnly.includes(name))
    const { json } = await read('v1.0', selected)
    t.same(Object.keys(Object(json)), ['@odata.context', ...selected])
  })

  for (const name of betaOnly) {
    t.test(`are not in v1.0: ${name}`, async t => {
      isError(t, await read('v1.0', [name]), unknownProperty(name))
    })
  }

  t.test('tell of sign-ins only those who may read the log of them', async t => {
    const scopes = ['User.Read.All', 'AuditLog.Read.All']
    const path = '/v1.0/users?$select=signInActivity&$top=1'
    const asked = async (user: string, granted: string[]) =>
      graph(understudy, `GET ${path}`, {
        token: await tokenFor(understudy, { user, scopes: granted }),
      })
    t.equal((await asked('reader', scopes)).status, 200)
    isError(t, await asked('reader', ['User.Read.All']), {
      status: 403,
      code: 'Authentication_MSGraphPermissionMissing',
      message: 'Calling principal does not have required MSGraph permissions AuditLog.Read.All',
    })
    isError(t, await asked('adele', scopes), {
      status: 403,
      code: 'Authentication_RequestFromUnsupportedUserRole',
      message: 'User is not in the allowed roles',
    })
  })

  t.test('read as in an account where nobody has set them', async t => {
    const { json } = await read('v1.0', ['skills', 'hireDate', 'aboutMe', 'authorizationInfo'])
    t.match(json, {
      skills: [],
      hireDate: '0001-01-01T00:00:00Z',
      aboutMe: null,
      authorizationInfo: { certificateUserIds: [] },
    })
  })
})
