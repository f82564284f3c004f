// @microsoft/msgraph-sdk (Kiota): an account from its making to its end.
import { HttpMethod, RequestInformation } from '@microsoft/kiota-abstractions'
import { createGraphServiceClient } from '@microsoft/msgraph-sdk'
import '@microsoft/msgraph-sdk-users'
import t from 'tap'
import { adapterOf } from '../../support/graph-adapter.ts'
import { graphUrl, rejection } from '../../support/journey-client.ts'
import {
  cameron,
  FIRST_PASSWORD,
  NEW_PASSWORD,
  signInError,
  statusOfMe,
  writerToken,
} from '../../support/journey-writer.ts'

t.test('@microsoft/msgraph-sdk', async t => {
  const adapter = adapterOf(await writerToken())
  const client = createGraphServiceClient(adapter)
  const created = await client.users.post(cameron)
  const user = client.users.byUserId(created?.id ?? '')
  t.match(await user.get(), { displayName: 'Cameron White' })
  t.equal(await signInError(FIRST_PASSWORD), undefined)

  t.test('is told what is wrong', async t => {
    t.match(await rejection(client.users.post(cameron)), {
      responseStatusCode: 400,
      errorEscaped: { code: 'Request_BadRequest', details: [{ target: 'userPrincipalName' }] },
    })
  })

  t.test('resets the password', async t => {
    await user.patch({ passwordProfile: { password: NEW_PASSWORD } })
    t.same([await signInError(FIRST_PASSWORD), await signInError(NEW_PASSWORD)], [50126, undefined])
  })

  t.test('lets users change their own', async t => {
    const own = createGraphServiceClient(adapterOf(await writerToken('cameron')))
    const change = { currentPassword: NEW_PASSWORD, newPassword: FIRST_PASSWORD }
    await own.me.changePassword.post(change)
    t.equal(await signInError(FIRST_PASSWORD), undefined)
  })

  t.test('disables and enables the account', async t => {
    const token = await writerToken('cameron')
    await user.patch({ accountEnabled: false })
    t.same([await statusOfMe(token), await signInError(FIRST_PASSWORD)], [401, 50057])
    await user.patch({ accountEnabled: true })
    t.same([await statusOfMe(token), await signInError(FIRST_PASSWORD)], [200, undefined])
  })

  t.test('deletes and restores', async t => {
    await user.delete()
    t.match(await rejection(user.get()), { responseStatusCode: 404 })
    // The SDK has this in a package of its own.
    const restore = new RequestInformation(HttpMethod.POST)
    restore.URL = `${graphUrl}/directory/deletedItems/${created?.id}/restore`
    await adapter.sendNoResponseContent(restore, undefined)
    t.match(await user.get(), { userPrincipalName: cameron.userPrincipalName })
    t.equal(await signInError(FIRST_PASSWORD), undefined)
  })
})
