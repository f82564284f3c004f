// signInActivity: who may read it, wherever users are listed, and how it is filtered.
import type { Test } from 'tap'
import t from 'tap'
import { SMALLEST_INDEXED } from '../../src/state/record-indexes.ts'
import { clients, DOMAIN, ids, upn } from '../support/contoso.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const SINCE_NOON = 'signInActivity/lastSignInDateTime ge 2026-08-13T12:00:00Z'
const scopes = ['User.ReadWrite.All', 'User.DeleteRestore.All']

async function tenantOf(t: Test, generateUsers = 0) {
  const { understudy } = await understudyAtNoon(t, { generateUsers })
  const reader = await tokenFor(understudy, {
    user: 'admin',
    scopes: [...scopes, 'AuditLog.Read.All'],
  })
  const other = await tokenFor(understudy, { user: 'admin', scopes })
  const signIn = async (name: string) => {
    const { status } = await understudy.fetch(
      `https://login.microsoftonline.com/${DOMAIN}/oauth2/v2.0/token`,
      {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'password',
          client_id: clients.device,
          username: upn(name),
          password: `${name}-Passw0rd!`,
          scope: 'User.Read',
        }),
      },
    )
    if (status !== 200) throw new Error(`${name} was not signed in.`)
  }
  const list = (token: string, filter: string) =>
    graph(understudy, `GET /v1.0/users?$select=id&$filter=${encodeURIComponent(filter)}`, { token })
  return { understudy, reader, other, signIn, list }
}

t.test('a filter on signInActivity', async t => {
  t.test('finds those who have signed in since', async t => {
    const { reader, signIn, list } = await tenantOf(t)
    t.same(Object((await list(reader, SINCE_NOON)).json).value, [])
    await signIn('adele')
    t.same(Object((await list(reader, SINCE_NOON)).json).value, [{ id: ids.adele }])
  })

  t.test('follows sign-ins among so many users that there are indexes', async t => {
    const { reader, signIn, list } = await tenantOf(t, SMALLEST_INDEXED)
    for (const name of ['adele', 'alex']) {
      await list(reader, SINCE_NOON)
      await signIn(name)
    }
    const { json } = await list(reader, SINCE_NOON)
    t.same(Object(json).value, [{ id: ids.adele }, { id: ids.alex }])
  })

  t.test('is for those alone who may read the log of sign-ins', async t => {
    const { other, list } = await tenantOf(t)
    t.match(await list(other, SINCE_NOON), {
      status: 403,
      json: { error: { code: 'Authentication_MSGraphPermissionMissing' } },
    })
  })
})

t.test('signInActivity of deleted users', async t => {
  t.test('is for those alone who may read the log of sign-ins', async t => {
    const { understudy, reader, other, signIn } = await tenantOf(t)
    await signIn('adele')
    await graph(understudy, `DELETE /v1.0/users/${ids.adele}`, { token: other })
    const path = '/v1.0/directory/deletedItems/microsoft.graph.user?$select=signInActivity'
    t.match(await graph(understudy, `GET ${path}`, { token: reader }), {
      status: 200,
      json: { value: [{ signInActivity: { lastSignInDateTime: '2026-08-13T12:00:00Z' } }] },
    })
    t.match(await graph(understudy, `GET ${path}`, { token: other }), {
      status: 403,
      json: { error: { code: 'Authentication_MSGraphPermissionMissing' } },
    })
    t.match(await graph(understudy, `GET ${path}&$top=121`, { token: reader }), { status: 400 })
  })
})
