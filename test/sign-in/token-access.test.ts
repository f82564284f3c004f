// Access tokens on a user's behalf, as the grants give them: the claims of each version, by client, by account and by way of signing in.
import t from 'tap'
import { clients, ids, TENANT_ID, upn } from '../support/contoso.ts'
import { LOGIN } from '../support/form-browser.ts'
import {
  CAPABLE,
  claimsOf,
  device,
  OWN_API,
  obtainTokens,
  refresh,
  spa,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import { NOON, understudyAtNoon } from '../support/understudy.ts'

const OPAQUE = /^[\w.-]{20,}$/
const noon = Math.floor(NOON.getTime() / 1000)

t.test('an access token for Microsoft Graph', async t => {
  const { understudy } = await understudyAtNoon(t)

  t.test('has the claims of the real one', async t => {
    const tokens = await obtainTokens(understudy, spa, { fields: { claims: CAPABLE } })
    t.matchOnly(claimsOf(tokens.access_token), {
      aud: '00000003-0000-0000-c000-000000000000',
      iss: `https://sts.windows.net/${TENANT_ID}/`,
      iat: noon,
      nbf: noon,
      exp: noon + tokens.expires_in,
      acct: 0,
      acr: '1',
      aio: OPAQUE,
      amr: ['pwd'],
      app_displayname: 'Single-page app',
      appid: clients.spa,
      appidacr: '0',
      family_name: 'Vance',
      given_name: 'Adele',
      idtyp: 'user',
      ipaddr: /^[0-9.]+$/,
      name: 'Adele Vance',
      oid: ids.adele,
      platf: '5',
      puid: /^[0-9A-F]{16}$/,
      rh: OPAQUE,
      scp: 'email openid profile User.Read User.RevokeSessions.All',
      sub: OPAQUE,
      tenant_region_scope: 'NA',
      tid: TENANT_ID,
      unique_name: upn('adele'),
      upn: upn('adele'),
      uti: /^[\w-]{22}$/,
      ver: '1.0',
      wids: ['b79fbf4d-3ef9-4689-8143-76b194e85509'],
      xms_cc: ['cp1'],
      xms_idrel: '1 12',
      xms_ssm: '1',
      xms_st: { sub: OPAQUE },
      xms_tcdt: Date.UTC(2024, 0, 15, 8) / 1000,
      xms_tdbr: 'NA',
    })
  })

  t.test('tells clients and ways of signing in apart', async t => {
    for (const [client, method, claims] of [
      [web, 'password', { appid: clients.web, appidacr: '1', amr: ['pwd'] }],
      [device, 'passkey', { appid: clients.device, appidacr: '0', amr: ['fido'] }],
    ] as const) {
      const tokens = await obtainTokens(understudy, client, { method })
      const renewed = tokensOf(await refresh(understudy, client, tokens.refresh_token))
      for (const { access_token: token } of [tokens, renewed]) {
        const { appid, appidacr, amr } = claimsOf(token)
        t.same({ appid, appidacr, amr }, claims)
      }
    }
  })

  t.test('tells guests from members, and administrators by their roles', async t => {
    const of = async (user: string) =>
      claimsOf((await obtainTokens(understudy, device, { user })).access_token)
    t.equal((await of('grace@fabrikam.com')).acct, 1)
    t.same((await of('admin')).wids, [
      '62e90394-69f5-4237-9190-012177145e10',
      'b79fbf4d-3ef9-4689-8143-76b194e85509',
    ])
  })
})

t.test('an access token for an application', async t => {
  t.test('has the claims of the real one', async t => {
    const { understudy } = await understudyAtNoon(t)
    const scope = `openid profile ${OWN_API}/access_as_user`
    const tokens = await obtainTokens(understudy, spa, {
      parameters: { scope, claims: CAPABLE },
    })
    t.matchOnly(claimsOf(tokens.access_token), {
      aud: clients.web,
      iss: `${LOGIN}/${TENANT_ID}/v2.0`,
      iat: noon,
      nbf: noon,
      exp: noon + tokens.expires_in,
      aio: OPAQUE,
      azp: clients.spa,
      azpacr: '0',
      name: 'Adele Vance',
      oid: ids.adele,
      preferred_username: upn('adele'),
      rh: OPAQUE,
      scp: 'access_as_user',
      sub: OPAQUE,
      tid: TENANT_ID,
      uti: /^[\w-]{22}$/,
      ver: '2.0',
    })
    t.equal(claimsOf(tokens.id_token).aud, clients.spa)
  })

  t.test('has the subject that the application knows from its own id tokens', async t => {
    const { understudy } = await understudyAtNoon(t)
    const scope = `${OWN_API}/access_as_user`
    const { access_token: token } = await obtainTokens(understudy, spa, { parameters: { scope } })
    const { id_token: idToken } = await obtainTokens(understudy, web)
    t.equal(claimsOf(token).sub, claimsOf(idToken).sub)
  })
})
