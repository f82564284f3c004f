// @microsoft/microsoft-graph-client: its page iterator over many users and over their changes, memberships, deleted users, and its errors.
import { Client, GraphError, PageIterator } from '@microsoft/microsoft-graph-client'
import t from 'tap'
import { origin, rejection, tokenWith } from '../../support/journey-client.ts'
import { crowd } from '../../support/journey-crowd.ts'
import { counted, directoryToken, UUID } from '../../support/journey-directory.ts'
import { planFault } from '../../support/journey-faults.ts'
import { cameron } from '../../support/journey-writer.ts'

const clientOf = (token: string) =>
  Client.init({
    authProvider: done => done(null, token),
    baseUrl: `${origin}/`,
    customHosts: new Set(['localhost']),
  })
const client = clientOf(await directoryToken())

/** All pages from an address on. */
async function walk(path: string) {
  const entries: Readonly<Record<string, unknown>>[] = []
  const first = await client.api(path).get()
  const iterator = new PageIterator(client, first, one => entries.push(one) > 0)
  await iterator.iterate()
  return { entries, deltaLink: iterator.getDeltaLink() ?? '', isWhole: iterator.isComplete() }
}

t.test('@microsoft/microsoft-graph-client', async t => {
  t.test('walks over 1,000 users, and meets each once', async t => {
    const { entries, isWhole } = await walk('/users?$select=userPrincipalName&$top=100')
    const { distinct, repeated } = counted(entries.map(user => user.userPrincipalName))
    t.same(repeated, [])
    t.same(
      crowd.filter(user => !distinct.has(user)),
      [],
    )
    t.ok(isWhole)
    const count = client.api('/users/$count').header('ConsistencyLevel', 'eventual')
    t.equal(Number(await count.get()), entries.length)
  })

  t.test('stops within a page and goes on there', async t => {
    const met: string[] = []
    const first = await client.api('/users?$select=id&$top=300').get()
    const iterator = new PageIterator(client, first, ({ id }) => met.push(id) !== 450)
    await iterator.iterate()
    t.same([met.length, iterator.isComplete()], [450, false])
    await iterator.resume()
    t.ok(met.length > crowd.length)
    t.same(counted(met).repeated, [])
    t.ok(iterator.isComplete())
  })

  t.test('follows the changes from link to link', async t => {
    const everybody = await walk('/users/delta?$select=displayName')
    t.same(counted(everybody.entries.map(user => user.id)).repeated, [])
    t.ok(everybody.entries.length > crowd.length)
    const changesSince = async ({ deltaLink }: { readonly deltaLink: string }) => walk(deltaLink)

    const quiet = await changesSince(everybody)
    t.same(quiet.entries, [])
    const { id } = await client.api('/users').post(cameron)
    const created = await changesSince(quiet)
    t.same(created.entries, [{ id, displayName: cameron.displayName }])
    await client.api(`/users/${id}`).patch({ displayName: 'Cameron Black' })
    await client.api(`/users/${id}`).patch({ jobTitle: 'Painter' })
    const renamed = await changesSince(created)
    t.same(renamed.entries, [{ id, displayName: 'Cameron Black' }])
    await client.api(`/users/${id}`).patch({ jobTitle: 'Sculptor' })
    t.same((await changesSince(renamed)).entries, [], 'the title was not asked for')
    await client.api(`/users/${id}`).delete()
    const deleted = await changesSince(renamed)
    t.same(deleted.entries, [{ id, '@removed': { reason: 'changed' } }])
    await client.api(`/directory/deletedItems/${id}`).delete()
    const purged = await changesSince(deleted)
    t.same(purged.entries, [{ id, '@removed': { reason: 'deleted' } }])
    t.same((await changesSince(purged)).entries, [])
  })

  t.test('walks over deleted users, and brings one back', async t => {
    const gone = crowd.slice(0, 5)
    const { deltaLink } = await walk('/users/delta?$deltatoken=latest')
    for (const user of gone) await client.api(`/users/${user}`).delete()
    const select = '$select=id,mail,deletedDateTime'
    const { entries } = await walk(`/directory/deletedItems/microsoft.graph.user?${select}&$top=2`)
    const ids = new Set(entries.map(({ id }) => id))
    t.same([entries.length, ids.size], [gone.length, gone.length])
    t.ok(entries.every(({ deletedDateTime }) => typeof deletedDateTime === 'string'))
    const [back] = ids
    await client.api(`/directory/deletedItems/${back}/restore`).post({})
    const changed = (await walk(deltaLink)).entries
    t.same(new Set(changed.map(({ id }) => id)), ids)
    t.same(
      changed.filter(one => one['@removed'] === undefined).map(({ id }) => id),
      [back],
    )
  })

  t.test('tells what somebody is a member of', async t => {
    const role = {
      '@odata.type': '#microsoft.graph.directoryRole',
      displayName: 'Global Administrator',
    }
    for (const path of ['/me/memberOf', '/me/transitiveMemberOf']) {
      const { entries } = await walk(path)
      t.equal(entries.length, 1)
      t.match(entries, [role])
    }
    t.same((await walk(`/users/${crowd[7]}/memberOf`)).entries, [])
  })

  const refusals = [
    [400, 'BadRequest', () => client.api('/users').filter('displayName eq').get()],
    [
      403,
      'Authorization_RequestDenied',
      async () =>
        clientOf(await tokenWith('adele', 'User.Read'))
          .api('/users')
          .get(),
    ],
    [404, 'Request_ResourceNotFound', () => client.api('/users/nobody').get()],
    [429, 'TooManyRequests', () => client.api('/users').get()],
  ] as const
  for (const [statusCode, code, call] of refusals) {
    t.test(`throws a GraphError that names the request after ${statusCode}`, async t => {
      const plan = { operationId: 'graph.users.list', status: statusCode, retryAfterSeconds: 0 }
      if (statusCode === 429) await planFault(t, plan)
      const error = await rejection(call())
      if (!(error instanceof GraphError)) throw error
      t.match(error, { statusCode, code, requestId: UUID, date: Date })
      t.equal(error.headers?.get('request-id'), error.requestId)
      t.match(JSON.parse(error.body), { code, message: error.message })
    })
  }
})
