// graph.users.remove and graph.deletedItems.*: from being deleted to being back, or gone for good.
import t from 'tap'
import { grant } from '../support/accounts.ts'
import { ids, upn } from '../support/contoso.ts'
import { conflict, errors, isError, notFound } from '../support/graph-errors.ts'
import { graph, NOON, tokenFor, understudyAtNoon, understudyFor } from '../support/understudy.ts'
import { asWriter, changesNothing, newMember, read, writer } from '../support/users.ts'

const ALEX = `/v1.0/users/${ids.alex}` as const
const DELETED = '/v1.0/directory/deletedItems'
const MANGLED = `${ids.alex.replaceAll('-', '')}${upn('alex')}`
const DAY = 24 * 3600

const nobody = notFound(ids.alex)

t.test('DELETE /users/{userId}', async t => {
  for (const user of [ids.alex, upn('Alex')]) {
    t.test(`takes a user out of every list but that of the deleted: ${user}`, async t => {
      const { understudy } = await understudyAtNoon(t)
      const reply = await asWriter(understudy, `DELETE /v1.0/users/${user}`)
      t.strictSame([reply.status, reply.text], [204, ''])
      isError(t, await asWriter(understudy, `GET ${ALEX}`), nobody)
      isError(t, await asWriter(understudy, `DELETE ${ALEX}`), nobody)
      const { json } = await asWriter(understudy, 'GET /v1.0/users?$select=id&$top=999')
      t.notOk(JSON.stringify(json).includes(ids.alex))
    })
  }

  t.test('lets another user have the name', async t => {
    const understudy = await understudyFor(t)
    await asWriter(understudy, `DELETE ${ALEX}`)
    const body = { ...newMember, userPrincipalName: upn('alex') }
    t.equal((await asWriter(understudy, 'POST /v1.0/users', body)).status, 201)
  })

  t.test('takes no body', async t => {
    const { understudy } = await understudyAtNoon(t)
    const reply = await changesNothing(t, understudy, () =>
      asWriter(understudy, `DELETE ${ALEX}`, {}),
    )
    t.equal(reply.status, 400)
  })
})

t.test('GET /directory/deletedItems', async t => {
  const { understudy, clock } = await understudyAtNoon(t)
  await asWriter(understudy, `DELETE ${ALEX}`)
  await asWriter(understudy, `DELETE /v1.0/users/${ids.guest}`)

  t.test('lists deleted users with the properties returned by default', async t => {
    const { json } = await asWriter(understudy, `GET ${DELETED}/microsoft.graph.user`)
    t.match(json, {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
      value: [
        { id: ids.alex, displayName: 'Alex Wilber', userPrincipalName: MANGLED },
        { id: ids.guest },
      ],
    })
  })

  t.test('lists them page by page, selected and filtered', async t => {
    const list = `GET ${DELETED}/microsoft.graph.user?$select=id,deletedDateTime` as const
    const { json } = await asWriter(understudy, `${list}&$top=1`)
    t.match(json, {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users(id,deletedDateTime)',
      value: [{ id: ids.alex, deletedDateTime: '2026-08-13T12:00:00Z' }],
    })
    const { pathname, search } = new URL(String(Object(json)['@odata.nextLink']))
    t.match(await asWriter(understudy, `GET /${pathname.slice(1)}${search}`), {
      json: { value: [{ id: ids.guest }] },
    })
    const filtered = await asWriter(understudy, `${list}&$filter=userType eq 'Guest'`)
    t.match(filtered.json, { value: [{ id: ids.guest }] })
  })

  t.test('gives one as an object of the directory', async t => {
    t.match(await asWriter(understudy, `GET ${DELETED}/${ids.alex}`), {
      status: 200,
      json: {
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#directoryObjects/$entity',
        '@odata.type': '#microsoft.graph.user',
        id: ids.alex,
      },
    })
    const selected = await asWriter(
      understudy,
      `GET ${DELETED}/${ids.alex}?$select=deletedDateTime`,
    )
    t.strictSame(selected.json, {
      '@odata.context':
        'https://graph.microsoft.com/v1.0/$metadata#directoryObjects(deletedDateTime)/$entity',
      '@odata.type': '#microsoft.graph.user',
      deletedDateTime: '2026-08-13T12:00:00Z',
    })
  })

  t.test('knows nobody who was not deleted, and nobody by name', async t => {
    for (const id of [ids.adele, MANGLED, 'nobody'])
      isError(t, await asWriter(understudy, `GET ${DELETED}/${id}`), notFound(id))
  })

  t.test('forgets them after thirty days', async t => {
    clock.advance(30 * DAY - 1)
    t.equal((await asWriter(understudy, `GET ${DELETED}/${ids.alex}`)).status, 200)
    clock.advance(1)
    const now = new Date(clock.now())
    isError(t, await asWriter(understudy, `GET ${DELETED}/${ids.alex}`), nobody, now)
    isError(t, await asWriter(understudy, `POST ${DELETED}/${ids.alex}/restore`), nobody, now)
    const { json } = await asWriter(understudy, `GET ${DELETED}/microsoft.graph.user`)
    t.match(json, { value: [] })
  })
})

t.test('POST /directory/deletedItems/{id}/restore', async t => {
  for (const name of ['restore', 'microsoft.graph.restore']) {
    t.test(`brings a user back as they were: ${name}`, async t => {
      const understudy = await understudyFor(t)
      const names =
        'id,userPrincipalName,deletedDateTime,identities,signInSessionsValidFromDateTime'
      const before = await read(understudy, ids.alex, names)
      await asWriter(understudy, `DELETE ${ALEX}`)
      const reply = await asWriter(understudy, `POST ${DELETED}/${ids.alex}/${name}`)
      t.match(reply, {
        status: 200,
        json: {
          '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#directoryObjects/$entity',
          '@odata.type': '#microsoft.graph.user',
          userPrincipalName: upn('alex'),
          id: ids.alex,
        },
      })
      t.same(await read(understudy, ids.alex, names), before)
      const fields = { grant_type: 'password', username: upn('alex'), password: 'alex-Passw0rd!' }
      t.equal((await grant(understudy, fields)).status, 200)
    })
  }

  t.test('fails where the name was taken meanwhile, unless there is another', async t => {
    const { understudy } = await understudyAtNoon(t)
    await asWriter(understudy, `DELETE ${ALEX}`)
    const other = { ...newMember, userPrincipalName: upn('alex') }
    await asWriter(understudy, 'POST /v1.0/users', other)
    const restore = (body?: object) =>
      asWriter(understudy, `POST ${DELETED}/${ids.alex}/restore`, body)
    for (const [body, expected] of [
      [undefined, conflict('userPrincipalName')],
      [{ newUserPrincipalName: upn('adele') }, conflict('userPrincipalName')],
      [{ newUserPrincipalName: 'alex@fabrikam.com' }, errors.domain],
      [{ force: true }, errors.values],
    ] as const)
      isError(t, await changesNothing(t, understudy, () => restore(body)), expected)
    t.match(await restore({ newUserPrincipalName: upn('alex2') }), { status: 200 })
    t.match(await read(understudy, upn('alex2'), 'id,identities'), {
      id: ids.alex,
      identities: [{ issuerAssignedId: upn('alex2') }],
    })
  })
})

t.test('DELETE /directory/deletedItems/{id}', async t => {
  t.test('takes a user away for good', async t => {
    const { understudy } = await understudyAtNoon(t)
    await asWriter(understudy, `DELETE ${ALEX}`)
    const scopes = ['User.DeleteRestore.All']
    const token = await tokenFor(understudy, { user: 'useradmin', scopes })
    const purge = () => graph(understudy, `DELETE ${DELETED}/${ids.alex}`, { token })
    t.equal((await purge()).status, 204)
    isError(t, await purge(), nobody)
    isError(t, await asWriter(understudy, `POST ${DELETED}/${ids.alex}/restore`), nobody)
  })

  t.test('is for users, not for applications', async t => {
    const { understudy } = await understudyAtNoon(t)
    await asWriter(understudy, `DELETE ${ALEX}`)
    const reply = await changesNothing(t, understudy, () =>
      asWriter(understudy, `DELETE ${DELETED}/${ids.alex}`),
    )
    isError(t, reply, errors.denied, NOON)
  })
})

t.test('an application that may not reach an administrator', async t => {
  const { understudy } = await understudyAtNoon(t)
  const token = await tokenFor(understudy, writer)
  const admin = await tokenFor(understudy, { user: 'admin', scopes: ['User.DeleteRestore.All'] })
  const reader = `/v1.0/users/${upn('reader')}` as const

  t.test('does not delete or restore one either', async t => {
    isError(t, await graph(understudy, `DELETE ${reader}`, { token }), errors.denied)
    const { id } = await read(understudy, upn('reader'), 'id')
    t.equal((await graph(understudy, `DELETE ${reader}`, { token: admin })).status, 204)
    const restore = `POST ${DELETED}/${String(id)}/restore` as const
    isError(t, await graph(understudy, restore, { token }), errors.denied)
    t.equal((await graph(understudy, restore, { token: admin })).status, 200)
  })
})
