// @azure/msal-node: what an app sees of a revocation, and how it gets back in.
import t from 'tap'
import {
  administratorRevokes,
  claimsAskedFor,
  claimsOf,
  getMe,
  signInAndReturn,
  withSettings,
} from '../../support/journey-client.ts'
import { accountOf, msalError, publicClient } from '../../support/msal-node.ts'

const scopes = ['User.Read']
const interactive = { scopes, openBrowser: signInAndReturn }

t.test('an app whose user is revoked', async t => {
  t.test('must ask the person, and then works again', async t => {
    const app = publicClient()
    const first = await app.acquireTokenInteractive(interactive)
    const account = accountOf(first)
    await administratorRevokes('adele')

    const cached = await app.acquireTokenSilent({ account, scopes })
    t.equal(cached.accessToken, first.accessToken, 'the cache knows nothing of it')
    t.equal((await getMe(cached.accessToken)).status, 200, 'nor does a token without CAE')

    const renewal = () => app.acquireTokenSilent({ account, scopes, forceRefresh: true })
    t.strictSame(await msalError(renewal()), {
      name: 'InteractionRequiredAuthError',
      errorCode: 'invalid_grant',
      subError: 'bad_token',
      errorNo: 50173,
    })
    t.match(
      await msalError(renewal()),
      { name: 'InteractionRequiredAuthError', errorCode: 'no_tokens_found' },
      'the refresh token has been thrown away',
    )
    t.same(await app.getAllAccounts(), [account], 'the account has not')

    const again = await app.acquireTokenInteractive({ ...interactive, account })
    t.equal(accountOf(again).homeAccountId, account.homeAccountId)
    t.match(await renewal(), { fromCache: false })
  })

  for (const suberror of [null, 'token_expired']) {
    t.test(`sees a plain error when the suberror is ${suberror ?? 'left out'}`, async t => {
      await withSettings(t, { revocation: { suberror } })
      const app = publicClient()
      const account = accountOf(await app.acquireTokenInteractive(interactive))
      await administratorRevokes('adele')
      const renewal = () => app.acquireTokenSilent({ account, scopes, forceRefresh: true })
      const subError = suberror ?? ''
      const error = { name: 'ServerError', errorCode: 'invalid_grant', subError, errorNo: 50173 }
      t.strictSame(await msalError(renewal()), error)
      t.strictSame(await msalError(renewal()), error, 'again: the refresh token is still there')
    })
  }
})

t.test('an app with the capability CP1 whose user is revoked', async t => {
  t.test('is challenged by Graph, and signs the person in with the claims', async t => {
    const app = publicClient({ clientCapabilities: ['CP1'] })
    const first = await app.acquireTokenInteractive(interactive)
    const account = accountOf(first)
    t.match(claimsOf(first.accessToken), { xms_cc: ['CP1'] })
    await administratorRevokes('adele')

    const refused = await getMe(first.accessToken)
    t.equal(refused.status, 401)
    const claims = claimsAskedFor(refused.headers)
    t.match(
      await app.acquireTokenSilent({ account, scopes }),
      { fromCache: true, accessToken: first.accessToken },
      'without the claims the cache gives out the refused token',
    )
    const encoded = Buffer.from(claims).toString('base64')
    t.match(
      await app.acquireTokenSilent({ account, scopes, claims: encoded }),
      { fromCache: true, accessToken: first.accessToken },
      'as it does with claims that are still encoded',
    )
    t.match(await msalError(app.acquireTokenSilent({ account, scopes, claims })), {
      name: 'InteractionRequiredAuthError',
      errorNo: 50173,
    })

    const again = await app.acquireTokenInteractive({ ...interactive, account, claims })
    t.equal((await getMe(again.accessToken)).status, 200)
    t.match(await app.acquireTokenSilent({ account, scopes }), { accessToken: again.accessToken })
  })

  t.test('answers the challenge silently when its refresh token is a newer one', async t => {
    const app = publicClient({ clientCapabilities: ['CP1'] })
    const first = await app.acquireTokenInteractive(interactive)
    await administratorRevokes('adele')
    const claims = claimsAskedFor((await getMe(first.accessToken)).headers)
    const again = await app.acquireTokenInteractive(interactive)
    const account = accountOf(again)
    const renewed = await app.acquireTokenSilent({ account, scopes, claims })
    t.equal(renewed.fromCache, false)
    t.equal((await getMe(renewed.accessToken)).status, 200)
  })
})
