// Credentials in the hands of another client: refused, and still good for their own.
import t from 'tap'
import { askToken, postForm, redeemCode, refresh } from '../support/sign-in.ts'
import {
  DEVICE_GRANT,
  OBO_GRANT,
  quickCode,
  quickRedeem,
  quickTokens,
  refusal,
} from '../support/sign-in-flow.ts'
import { alpha, beta, twinTenants } from '../support/sign-in-tenants.ts'

const FOREIGN = '400 invalid_grant 70000'
const AUDIENCE = '400 invalid_grant 500131'

t.test("Another client's credential", async t => {
  const understudy = await twinTenants(t)
  const authority = alpha.domain
  const scope = 'openid offline_access User.Read'

  t.test('is refused, and is still good for its own client: a code', async t => {
    for (const [owner, thief] of [
      [alpha.shop, alpha.desk],
      [alpha.kiosk, alpha.shop],
      [alpha.page, alpha.kiosk],
      [alpha.shop, alpha.kiosk],
    ] as const) {
      const code = await quickCode(understudy, owner, { scope, login_hint: 'ada' }, { authority })
      const fields = { redirect_uri: owner.redirectUri }
      const stolen = await redeemCode(understudy, thief, code, fields, { authority })
      t.equal(refusal(stolen), FOREIGN)
      t.equal((await quickRedeem(understudy, owner, code, {}, { authority })).status, 200)
    }
  })

  t.test('is refused, and goes on for its own client: a refresh token', async t => {
    const clients = [alpha.shop, alpha.desk, alpha.page, alpha.kiosk]
    for (const owner of clients) {
      const parameters = { scope, login_hint: 'ada' }
      const { refresh_token: token } = await quickTokens(understudy, owner, parameters, {
        authority,
      })
      for (const thief of clients.filter(client => client !== owner))
        t.equal(refusal(await refresh(understudy, thief, token, {}, { authority })), FOREIGN)
      t.equal((await refresh(understudy, owner, token, {}, { authority })).status, 200)
    }
  })

  t.test('is unknown: a device code', async t => {
    const url = `https://login.microsoftonline.com/${authority}/oauth2/v2.0/devicecode`
    const started = await postForm(understudy, url, { client_id: alpha.kiosk.appId, scope })
    const { device_code: code } = JSON.parse(started.text)
    for (const thief of [alpha.shop, alpha.page]) {
      const fields = { grant_type: DEVICE_GRANT, device_code: code }
      const reply = await askToken(understudy, thief, fields, { authority })
      t.equal(refusal(reply), '400 bad_verification_code 70018')
    }
  })

  t.test('is no assertion for it: a token for another API', async t => {
    const api = `api://${alpha.shop.appId}`
    const { access_token: assertion } = await quickTokens(
      understudy,
      alpha.kiosk,
      { scope: `${api}/use`, login_hint: 'ada' },
      { authority },
    )
    const exchange = (client: typeof alpha.shop) =>
      askToken(
        understudy,
        client,
        {
          grant_type: OBO_GRANT,
          requested_token_use: 'on_behalf_of',
          scope: 'User.Read',
          assertion,
        },
        { authority },
      )
    t.equal(refusal(await exchange(alpha.desk)), AUDIENCE)
    t.equal(refusal(await exchange(beta.shop)), '400 unauthorized_client 700016')
    t.equal((await exchange(alpha.shop)).status, 200)
  })
})
