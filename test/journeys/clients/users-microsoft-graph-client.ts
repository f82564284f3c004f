// @microsoft/microsoft-graph-client: an account from its making to its end.
import { Client, GraphError } from '@microsoft/microsoft-graph-client'
import t from 'tap'
import { origin, rejection } from '../../support/journey-client.ts'
import {
  cameron,
  FIRST_PASSWORD,
  NEW_PASSWORD,
  signInError,
  statusOfMe,
  writerToken,
} from '../../support/journey-writer.ts'

const clientOf = (token: string) =>
  Client.init({
    authProvider: done => done(null, token),
    baseUrl: `${origin}/`,
    customHosts: new Set(['localhost']),
  })

t.test('@microsoft/microsoft-graph-client', async t => {
  const client = clientOf(await writerToken())
  const path = `/users/${cameron.userPrincipalName}`
  const { id } = await client.api('/users').post(cameron)
  t.match(await client.api(path).get(), { id, displayName: 'Cameron White' })
  t.equal(await signInError(FIRST_PASSWORD), undefined)

  t.test('is told what is wrong', async t => {
    const error = await rejection(client.api('/users').post(cameron))
    t.ok(error instanceof GraphError)
    t.match(error, {
      statusCode: 400,
      code: 'Request_BadRequest',
      message: 'Another object with the same value for property userPrincipalName already exists.',
    })
  })

  t.test('resets the password', async t => {
    await client.api(path).patch({ passwordProfile: { password: NEW_PASSWORD } })
    t.equal(await signInError(FIRST_PASSWORD), 50126)
    t.equal(await signInError(NEW_PASSWORD), undefined)
  })

  t.test('lets users change their own', async t => {
    const own = clientOf(await writerToken('cameron'))
    const change = { currentPassword: NEW_PASSWORD, newPassword: FIRST_PASSWORD }
    await own.api('/me/changePassword').post(change)
    t.equal(await signInError(FIRST_PASSWORD), undefined)
  })

  t.test('disables and enables the account', async t => {
    const token = await writerToken('cameron')
    await client.api(path).update({ accountEnabled: false })
    t.same([await statusOfMe(token), await signInError(FIRST_PASSWORD)], [401, 50057])
    await client.api(path).update({ accountEnabled: true })
    t.same([await statusOfMe(token), await signInError(FIRST_PASSWORD)], [200, undefined])
  })

  t.test('deletes, restores, and deletes for good', async t => {
    const items = '/directory/deletedItems'
    await client.api(path).delete()
    t.equal(await signInError(FIRST_PASSWORD), 50034)
    t.match(await client.api(`${items}/microsoft.graph.user`).get(), { value: [{ id }] })
    t.match(await client.api(`${items}/${id}/restore`).post({}), { id })
    t.equal(await signInError(FIRST_PASSWORD), undefined)
    await client.api(path).delete()
    await client.api(`${items}/${id}`).delete()
    t.match(await rejection(client.api(`${items}/${id}`).get()), { statusCode: 404 })
  })
})
