// @azure/msal-node: signing in to what has no browser. The client asks every five seconds, so those who wait for it do so together.
import t from 'tap'
import { ids, upn } from '../../support/contoso.ts'
import { getMe, onDevice } from '../../support/journey-client.ts'
import { accountOf, msalError, publicClient } from '../../support/msal-node.ts'

const scopes = ['User.Read']
const pages: Promise<string>[] = []

/** The person goes to the page while the app is already asking. */
function acquireToken(app: ReturnType<typeof publicClient>, isApproved: boolean) {
  return app.acquireTokenByDeviceCode({
    scopes,
    deviceCodeCallback: ({ verificationUri, userCode }) => {
      pages.push(onDevice(verificationUri, userCode, isApproved))
    },
  })
}

t.test('a device', async t => {
  const app = publicClient()
  const approval = acquireToken(app, true)
  const refusal = msalError(acquireToken(publicClient(), false))

  t.test('gets tokens when a person approves it by the code that it shows', async t => {
    const result = await approval
    if (result === null) throw new Error('There is no result.')
    t.match(result, { uniqueId: ids.adele, account: { username: upn('adele') } })
    t.equal((await getMe(result.accessToken)).status, 200)
    const account = accountOf(result)
    const renewed = await app.acquireTokenSilent({ account, scopes, forceRefresh: true })
    t.equal(renewed.fromCache, false)
  })

  t.test('is told when the person declines', async t => {
    t.match(await refusal, { name: 'AuthError', errorCode: 'post_request_failed' })
  })

  t.test('is named on the pages of the person', async t => {
    const said = await Promise.all(pages)
    t.match(said.sort(), [/have signed in to Device client/, /was not signed in/])
  })
})
