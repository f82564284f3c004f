// Acts that fall between two steps of a sign-in: what was begun before is judged by when the person signed in.
import type { Test } from 'tap'
import t from 'tap'
import { DOMAIN } from '../support/contoso.ts'
import { answerOf, Browser, LOGIN, titleOf, wordsOf } from '../support/form-browser.ts'
import type { Person, TestClient } from '../support/sign-in.ts'
import {
  askToken,
  authorizeUrl,
  device,
  OWN_API,
  obtainTokens,
  passPages,
  postForm,
  redeemCode,
  refresh,
  signIn,
  spa,
  tokensOf,
  USUAL_SCOPE,
  web,
} from '../support/sign-in.ts'
import { control } from '../support/understudy.ts'
import { type acts, fateOf, underWay } from './held-credentials.ts'

const revoked = [400, 'invalid_grant', 50173, 'bad_token']
const SIGN_IN_AGAIN = 'Your session has ended in the meantime. Please sign in again.'

t.test('a code', async t => {
  const cases: readonly (readonly [keyof typeof acts, TestClient, Person['method'], unknown])[] = [
    ['adminRevokes', web, 'password', revoked],
    ['adminRevokes', spa, 'passkey', revoked],
    ['adminRevokes', device, 'password', revoked],
    ['userChangesPassword', device, 'password', revoked],
    ['userChangesPassword', device, 'passkey', [200]],
    ['userChangesPassword', web, 'password', [200]],
    ['portalReset', spa, 'password', revoked],
    ['adminCenterReset', web, 'passkey', revoked],
    ['adminCenterReset', device, 'passkey', revoked],
    ['disable', web, 'password', [400, 'invalid_grant', 50057]],
    ['delete', web, 'password', [400, 'invalid_grant', 50034, 'bad_token']],
    ['signOut', web, 'password', [200]],
  ]

  for (const [name, client, method = 'password', expected] of cases) {
    t.test(
      `of ${method} for a client that is ${client === web ? 'confidential' : 'public'}, then ${name}`,
      async t => {
        const { understudy, happens } = await underWay(t)
        const { code } = await signIn(understudy, client, { method })
        await happens(name)
        t.same(fateOf(await redeemCode(understudy, client, code)), expected)
      },
    )
  }

  t.test('is spent by the redemption that is refused', async t => {
    const { understudy, happens } = await underWay(t)
    const { code } = await signIn(understudy, web)
    await happens('adminRevokes')
    t.same(fateOf(await redeemCode(understudy, web, code)), revoked)
    t.same(fateOf(await redeemCode(understudy, web, code)), [400, 'invalid_grant', 54005])
  })

  t.test('is as old as the session it was had from', async t => {
    const { understudy, clock, happens } = await underWay(t)
    const browser = new Browser(understudy)
    await signIn(understudy, device, { browser })
    const settings = { revocation: { delaySeconds: { token: 0, session: 60 } } }
    await control(understudy, 'PATCH /_understudy/settings', { body: settings })
    await happens('adminRevokes')
    clock.advance(1)
    const { code } = answerOf(await browser.open(authorizeUrl(web, { prompt: 'none' })))
    t.same(fateOf(await redeemCode(understudy, web, code)), revoked)
  })
})

t.test('a device sign-in', async t => {
  const GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

  /** A device whose sign-in a person has come to the last question of. */
  async function atLastQuestion(t: Test) {
    const { understudy, happens } = await underWay(t)
    const { json } = await postForm(understudy, `${LOGIN}/${DOMAIN}/oauth2/v2.0/devicecode`, {
      client_id: device.appId,
      scope: USUAL_SCOPE,
    })
    const { user_code: otc = '', device_code: deviceCode } = Object(json)
    const poll = async () =>
      fateOf(await askToken(understudy, device, { grant_type: GRANT, device_code: deviceCode }))
    const browser = new Browser(understudy)
    const first = await browser.submit(await browser.open(`${LOGIN}/common/oauth2/deviceauth`), {
      otc,
    })
    const question = await passPages(browser, first)
    return { browser, question, poll, happens }
  }

  for (const [name, expected] of [
    ['adminRevokes', revoked],
    ['userChangesPassword', revoked],
    ['disable', [400, 'invalid_grant', 50057]],
    ['delete', [400, 'invalid_grant', 50034, 'bad_token']],
  ] as const) {
    t.test(`that was approved, then ${name}, is refused once and spent`, async t => {
      const { browser, question, poll, happens } = await atLastQuestion(t)
      await browser.submit(question, { confirm: 'Continue' })
      await happens(name)
      t.same(await poll(), expected)
      t.same(await poll(), [400, 'invalid_grant', 54005])
    })
  }

  t.test('that is still to be approved needs the person to sign in again', async t => {
    const { browser, question, poll, happens } = await atLastQuestion(t)
    await happens('adminRevokes')
    const page = await browser.submit(question, { confirm: 'Continue' })
    t.equal(titleOf(page), 'Pick an account')
    t.match(wordsOf(page), SIGN_IN_AGAIN)
    t.same(await poll(), [400, 'authorization_pending', 70016])
    await browser.submit(await passPages(browser, page), { confirm: 'Continue' })
    t.same(await poll(), [200])
  })
})

t.test('an assertion', async t => {
  const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

  async function calledApi(t: Test) {
    const { understudy, happens } = await underWay(t)
    const assertion = async () =>
      (
        await obtainTokens(understudy, spa, {
          method: 'passkey',
          parameters: { scope: `${OWN_API}/access_as_user` },
        })
      ).access_token
    const exchange = (token: string, scope = 'User.Read') =>
      askToken(understudy, web, {
        grant_type: GRANT,
        requested_token_use: 'on_behalf_of',
        assertion: token,
        scope,
      })
    return { understudy, happens, assertion, exchange }
  }

  for (const [name, expected] of [
    ['adminRevokes', revoked],
    ['adminCenterReset', revoked],
    ['userChangesPassword', [200]],
    ['disable', [400, 'invalid_grant', 50057]],
    ['delete', [400, 'invalid_grant', 50034, 'bad_token']],
  ] as const) {
    t.test(`that was made before, then ${name}`, async t => {
      const { happens, assertion, exchange } = await calledApi(t)
      const token = await assertion()
      await happens(name)
      t.same(fateOf(await exchange(token)), expected)
    })
  }

  t.test('that was made after is exchanged', async t => {
    const { happens, assertion, exchange } = await calledApi(t)
    await happens('adminRevokes')
    t.same(fateOf(await exchange(await assertion())), [200])
  })

  t.test('leaves refresh tokens that die with it', async t => {
    const { understudy, happens, assertion, exchange } = await calledApi(t)
    const { refresh_token: token } = tokensOf(
      await exchange(await assertion(), 'offline_access User.Read'),
    )
    t.same(fateOf(await refresh(understudy, web, token)), [200])
    await happens('adminRevokes')
    t.same(fateOf(await refresh(understudy, web, token)), revoked)
  })
})
