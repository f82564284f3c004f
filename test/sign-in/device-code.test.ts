// Signing in on a device: the code it shows, and what the device is told meanwhile.
import t from 'tap'
import { clients, DOMAIN, ids, TENANT_ID, upn } from '../support/contoso.ts'
import { titleOf } from '../support/form-browser.ts'
import {
  askToken,
  CAPABLE,
  claimsOf,
  device,
  OWN_API,
  passPages,
  postForm,
  refresh,
  refusalOf,
  spa,
  tokensOf,
  web,
} from '../support/sign-in.ts'
import { graph, understudyAtNoon } from '../support/understudy.ts'
import { PAGE, started } from './started-device.ts'

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

const pending = [400, 'authorization_pending', 70016]
const expired = [400, 'expired_token', 70020]
const declined = [400, 'authorization_declined', 700171]
const unknown = [400, 'bad_verification_code', 70018]
const redeemed = [400, 'invalid_grant', 54005]

t.test('a device', async t => {
  t.test('is told what to show, in the words of the real answer', async t => {
    const { reply, userCode, deviceCode } = await started(t)
    t.equal(reply.status, 200)
    t.match(userCode, /^[A-HJ-NP-Z2-9]{9}$/)
    t.match(deviceCode, /^1\.[\w-]{60,}$/)
    t.equal(
      reply.text,
      `{"user_code":"${userCode}","device_code":"${deviceCode}","verification_uri":"${PAGE}","expires_in":900,"interval":5,` +
        `"message":"To sign in, use a web browser to open the page ${PAGE} and enter the code ${userCode} to authenticate."}`,
    )
    t.equal(reply.headers.get('cache-control'), 'no-store, no-cache')
    t.notOk(reply.headers.has('x-ms-clitelem'))
  })

  t.test('is sent to the page by the address it came by itself', async t => {
    const { understudy } = await understudyAtNoon(t)
    const url = 'http://localhost:4280/common/oauth2/v2.0/devicecode'
    const { json } = await postForm(understudy, url, { client_id: device.appId, scope: 'openid' })
    t.equal(Object(json).verification_uri, 'http://localhost:4280/common/oauth2/deviceauth')
  })

  t.test('is given other codes every time', async t => {
    const { start, userCode, deviceCode } = await started(t)
    const { json } = await start()
    t.not(Object(json).user_code, userCode)
    t.not(Object(json).device_code, deviceCode)
  })

  t.test('is refused what it cannot ask for', async t => {
    const { start } = await started(t)
    for (const [fields, refusal] of [
      [{ client_id: undefined }, [400, 'invalid_request', 900144]],
      [{ client_id: ids.adele }, [400, 'unauthorized_client', 700016]],
      [{ scope: undefined }, [400, 'invalid_request', 900144]],
      [{ scope: '' }, [400, 'invalid_request', 900144]],
      [{ scope: 'User/Read' }, [400, 'invalid_scope', 70011]],
      [{ scope: 'https://nothing.example/read' }, [400, 'invalid_resource', 500011]],
      [{ claims: '{' }, [400, 'invalid_request', 9002313]],
    ] as const)
      t.same(refusalOf(await start(fields)), refusal, JSON.stringify(fields))
  })

  t.test('waits while nobody has decided, and goes on waiting', async t => {
    const { clock, poll, typeCode, browser } = await started(t)
    t.same(refusalOf(await poll()), pending)
    const page = await typeCode()
    t.same(refusalOf(await poll()), pending)
    await passPages(browser, page)
    clock.advance(899)
    t.same(refusalOf(await poll()), pending)
  })

  t.test('is signed in once a person has approved, once', async t => {
    const { understudy, poll, approve } = await started(t)
    await approve()
    const { status, json } = await poll(device, { client_info: '1' })
    t.equal(status, 200)
    t.same(Object.keys(Object(json)), [
      'token_type',
      'scope',
      'expires_in',
      'ext_expires_in',
      'access_token',
      'refresh_token',
      'id_token',
      'client_info',
    ])
    const { access_token: token, refresh_token: refreshToken } = Object(json)
    t.match(claimsOf(token), { oid: ids.adele, appid: clients.device, appidacr: '0' })
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
    for (let times = 0; times < 2; times += 1) t.same(refusalOf(await poll()), redeemed)
    tokensOf(await refresh(understudy, device, refreshToken))
  })

  t.test('may poll by the short name of the grant, at every name of the tenant', async t => {
    for (const [grantType, authority] of [
      ['device_code', DOMAIN],
      [GRANT, TENANT_ID],
      [GRANT, 'common'],
      [GRANT, 'organizations'],
    ] as const) {
      const { poll, approve } = await started(t)
      await approve()
      t.equal((await poll(device, { grant_type: grantType }, { authority })).status, 200)
    }
  })

  t.test('is told when the person declined, at the end or at the beginning', async t => {
    for (const decline of [{ confirm: 'Cancel' }, { confirm: '' }, { cancel: '1' }]) {
      const { poll, browser, typeCode } = await started(t)
      const page = await passPages(browser, await typeCode())
      const last = await browser.submit(page, decline)
      t.equal(titleOf(last), 'Sign-in declined')
      t.same(refusalOf(await poll()), declined)
      t.same(refusalOf(await poll()), declined)
    }
    const { poll, browser, typeCode } = await started(t)
    t.equal(titleOf(await browser.submit(await typeCode(), { cancel: '1' })), 'Sign-in declined')
    t.same(refusalOf(await poll()), declined)
  })

  t.test('is told when time is up, approved or not', async t => {
    const { clock, poll, approve } = await started(t)
    clock.advance(899.999)
    t.same(refusalOf(await poll()), pending)
    await approve()
    clock.advance(0.001)
    t.same(refusalOf(await poll()), expired)
  })

  t.test('is told so, too, once the double has forgotten it', async t => {
    const { clock, start, poll } = await started(t)
    clock.advance(900)
    await start()
    t.same(refusalOf(await poll()), expired)
  })

  t.test('must be the one that began, with the code that it was given', async t => {
    const { understudy, deviceCode, userCode, poll, approve } = await started(t)
    await approve()
    t.same(refusalOf(await poll({ ...device, appId: spa.appId, fields: spa.fields })), unknown)
    t.same(refusalOf(await poll(web)), unknown)
    const { refresh_token: token } = tokensOf(
      await askToken(understudy, device, {
        grant_type: 'password',
        username: upn('adele'),
        password: 'adele-Passw0rd!',
        scope: 'offline_access',
      }),
    )
    for (const code of ['garbage', userCode, token, `${deviceCode}A`])
      t.same(refusalOf(await poll(device, { device_code: code })), unknown)
    t.same(refusalOf(await poll(device, { device_code: undefined })), [
      400,
      'invalid_request',
      900144,
    ])
    tokensOf(await poll())
  })

  t.test('may be a confidential client, which says who it is when it polls', async t => {
    const { poll, approve } = await started(t, {}, web)
    await approve()
    t.equal((await poll({ ...web, fields: { client_id: web.appId } })).status, 401)
    t.match(claimsOf(tokensOf(await poll()).access_token), { appidacr: '1' })
  })

  t.test('gets what it asked for at first', async t => {
    const scope = `offline_access ${OWN_API}/access_as_user`
    const { poll, approve } = await started(t, { scope })
    await approve()
    t.match(claimsOf(tokensOf(await poll()).access_token), { aud: clients.web, ver: '2.0' })
  })

  t.test('said at first what it understands, unless it says so when it polls', async t => {
    const one = await started(t, { claims: CAPABLE })
    await one.approve()
    t.same(claimsOf(tokensOf(await one.poll()).access_token).xms_cc, ['cp1'])
    const two = await started(t)
    await two.approve()
    t.same(claimsOf(tokensOf(await two.poll(device, { claims: CAPABLE })).access_token).xms_cc, [
      'cp1',
    ])
  })

  t.test('without consent learns so when it polls', async t => {
    const { poll, approve } = await started(t, { scope: 'Mail.Read' })
    await approve()
    t.same(refusalOf(await poll()), [400, 'invalid_grant', 65001, 'consent_required'])
  })
})
