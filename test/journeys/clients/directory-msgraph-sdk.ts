// @microsoft/msgraph-sdk (Kiota): the page iterator of its core over many users and over their changes, memberships, and its errors.
import type { Parsable, ParsableFactory } from '@microsoft/kiota-abstractions'
import { HttpMethod, RequestInformation } from '@microsoft/kiota-abstractions'
import { createGraphServiceClient } from '@microsoft/msgraph-sdk'
import type { User } from '@microsoft/msgraph-sdk/models/index.js'
import { createUserCollectionResponseFromDiscriminatorValue } from '@microsoft/msgraph-sdk/models/index.js'
import { createODataErrorFromDiscriminatorValue } from '@microsoft/msgraph-sdk/models/oDataErrors/index.js'
import type { PageCollection } from '@microsoft/msgraph-sdk-core'
import { PageIterator } from '@microsoft/msgraph-sdk-core'
import '@microsoft/msgraph-sdk-users'
import { createDeltaGetResponseFromDiscriminatorValue } from '@microsoft/msgraph-sdk-users/users/delta/index.js'
import t from 'tap'
import { adapterOf } from '../../support/graph-adapter.ts'
import { admin, graphUrl, rejection, tokenWith } from '../../support/journey-client.ts'
import { crowd } from '../../support/journey-crowd.ts'
import { counted, directoryToken, UUID } from '../../support/journey-directory.ts'
import { planFault } from '../../support/journey-faults.ts'
import { cameron } from '../../support/journey-writer.ts'

const errors = { XXX: createODataErrorFromDiscriminatorValue }

const adapter = adapterOf(await directoryToken())
const client = createGraphServiceClient(adapter)

/** As an answer is typed: everything in it may be null. */
interface Answer {
  readonly value?: User[] | null
  readonly odataNextLink?: string | null
  readonly odataDeltaLink?: string | null
}

function pages(
  first: Answer | undefined,
  factory: ParsableFactory<Parsable>,
  callback: (user: User) => boolean,
) {
  const { value, odataNextLink, odataDeltaLink } = first ?? {}
  const page: PageCollection<User> = {
    value: value ?? [],
    ...(odataNextLink && { odataNextLink }),
    ...(odataDeltaLink && { odataDeltaLink }),
  }
  return new PageIterator<User>(adapter, page, callback, factory, errors)
}

/** What the SDK has no property for, it keeps aside. */
function toChange({ id, displayName, additionalData }: User) {
  const removed = additionalData?.['@removed']
  return removed === undefined ? { id, displayName } : { id, removed }
}

t.test('@microsoft/msgraph-sdk', async t => {
  t.test('walks over 1,000 users, and meets each once', async t => {
    const met: unknown[] = []
    const queryParameters = { select: ['userPrincipalName'], top: 100 }
    const iterator = pages(
      await client.users.get({ queryParameters }),
      createUserCollectionResponseFromDiscriminatorValue,
      user => met.push(user.userPrincipalName) !== 450,
    )
    await iterator.iterate()
    t.same([met.length, iterator.getPagingState()], [450, 'Paused'])
    await iterator.resume()
    t.equal(iterator.getPagingState(), 'Complete')
    const { distinct, repeated } = counted(met)
    t.same(repeated, [])
    t.same(
      crowd.filter(user => !distinct.has(user)),
      [],
    )
    const headers = { ConsistencyLevel: 'eventual' }
    t.equal(await client.users.count.get({ headers }), met.length)
  })

  t.test('follows the changes from link to link', async t => {
    let met: User[] = []
    const iterator = pages(
      await client.users.delta.get({ queryParameters: { select: ['displayName'] } }),
      createDeltaGetResponseFromDiscriminatorValue,
      user => met.push(user) > 0,
    )
    const changes = async () => {
      met = []
      await iterator.iterate()
      t.equal(iterator.getPagingState(), 'Delta')
      return met.map(toChange)
    }
    const everybody = await changes()
    t.same(counted(everybody.map(user => user.id)).repeated, [])
    t.ok(everybody.length > crowd.length)
    t.same(await changes(), [])

    const id = (await client.users.post(cameron))?.id ?? ''
    t.same(await changes(), [{ id, displayName: cameron.displayName }])
    await client.users.byUserId(id).patch({ displayName: 'Cameron Black' })
    await client.users.byUserId(id).patch({ jobTitle: 'Painter' })
    t.same(await changes(), [{ id, displayName: 'Cameron Black' }])
    await client.users.byUserId(id).patch({ jobTitle: 'Sculptor' })
    t.same(await changes(), [], 'the title was not asked for')
    const link = iterator.getOdataDeltaLink() ?? ''
    await client.users.byUserId(id).delete()
    const removed = [{ id, removed: { reason: 'changed' } }]
    t.same(await changes(), removed)
    t.same(await changes(), [])
    const again = await client.users.delta.withUrl(link).get()
    t.same(again?.value?.map(toChange), removed, 'a link may be kept')
  })

  t.test('walks over deleted users', async t => {
    const gone = crowd.slice(1, 6)
    for (const user of gone) await client.users.byUserId(user).delete()
    // The SDK has this in a package of its own.
    const list = new RequestInformation(HttpMethod.GET)
    list.URL = `${graphUrl}/directory/deletedItems/microsoft.graph.user?$select=id,mail,deletedDateTime&$top=2`
    const factory = createUserCollectionResponseFromDiscriminatorValue
    const met: User[] = []
    const first = await adapter.send<Answer & Parsable>(list, factory, errors)
    await pages(first, factory, user => met.push(user) > 0).iterate()
    t.ok(met.length >= gone.length)
    t.same(counted(met.map(({ id }) => id)).repeated, [])
    t.ok(met.every(({ deletedDateTime }) => deletedDateTime instanceof Date))
  })

  t.test('tells what somebody is a member of', async t => {
    const role = {
      odataType: '#microsoft.graph.directoryRole',
      displayName: 'Global Administrator',
      roleTemplateId: '62e90394-69f5-4237-9190-012177145e10',
    }
    const me = client.users.byUserId(admin.login)
    for (const memberships of [me.memberOf, me.transitiveMemberOf]) {
      const { value } = (await memberships.get()) ?? {}
      t.equal(value?.length, 1)
      t.match(value, [role])
    }
    for (const roles of [
      me.memberOf.graphDirectoryRole,
      me.transitiveMemberOf.graphDirectoryRole,
    ]) {
      const { value } = (await roles.get()) ?? {}
      t.strictSame(
        value?.map(one => [one.displayName, one.roleTemplateId]),
        [[role.displayName, role.roleTemplateId]],
      )
    }
    t.same((await me.memberOf.graphGroup.get())?.value, [])
    t.same((await client.users.byUserId(crowd[7] ?? '').memberOf.get())?.value, [])
  })

  const refusals = [
    [400, 'BadRequest', () => client.users.get({ queryParameters: { filter: 'displayName eq' } })],
    [
      403,
      'Authorization_RequestDenied',
      async () =>
        createGraphServiceClient(adapterOf(await tokenWith('adele', 'User.Read'))).users.get(),
    ],
    [404, 'Request_ResourceNotFound', () => client.users.byUserId('nobody').get()],
    [429, 'TooManyRequests', () => client.users.get()],
  ] as const
  for (const [responseStatusCode, code, call] of refusals) {
    t.test(`throws an ODataError that names the request after ${responseStatusCode}`, async t => {
      const plan = {
        operationId: 'graph.users.list',
        status: responseStatusCode,
        retryAfterSeconds: 0,
      }
      if (responseStatusCode === 429) await planFault(t, plan)
      const error = Object(await rejection(call()))
      t.match(error, {
        responseStatusCode,
        errorEscaped: { code, innerError: { requestId: UUID, date: Date } },
      })
      t.equal(error.message, error.errorEscaped.message)
      t.notOk(error instanceof Error, 'by its members alone it is told from others')
      t.same(error.responseHeaders['request-id'], [error.errorEscaped.innerError.requestId])
    })
  }
})
