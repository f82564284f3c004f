// Whom planned failures of the sign-in surface strike: tenants, users, clients and grant types, as far as a request says.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { clients, DOMAIN, upn } from '../support/contoso.ts'
import { listFaults, planFault } from '../support/faults.ts'
import { LOGIN } from '../support/form-browser.ts'
import {
  askToken,
  authorizeUrl,
  browserOf,
  daemon,
  device,
  OWN_API,
  obtainTokens,
  postForm,
  redeemCode,
  refresh,
  signIn,
  web,
} from '../support/sign-in.ts'
import { FABRIKAM, FABRIKAM_CLIENT, TAILSPIN, twoTenants } from '../support/two-tenants.ts'
import { understudyFor } from '../support/understudy.ts'

const TOKEN = 'signIn.token.issue'
const ownScope = { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' }

const askForDaemon = (understudy: Understudy, authority = DOMAIN) =>
  askToken(understudy, daemon, ownScope, { authority })

t.test('a failure that was planned for', async t => {
  const plan = { operationId: TOKEN, status: 503 } as const

  t.test('a grant type strikes no other', async t => {
    const understudy = await understudyFor(t)
    const { refresh_token: token } = await obtainTokens(understudy, device)
    await planFault(understudy, { ...plan, grantType: 'refresh_token' })
    t.equal((await refresh(understudy, device, token)).status, 503)
    t.equal((await askForDaemon(understudy)).status, 200)
  })

  t.test('a client strikes no other, however the client says who it is', async t => {
    const understudy = await understudyFor(t)
    await planFault(understudy, { ...plan, client: clients.daemon })
    const basic = Buffer.from(`${clients.daemon}:daemon-secret`).toString('base64')
    const headers = { authorization: `Basic ${basic}` }
    t.equal((await askForDaemon(understudy)).status, 503)
    t.equal(
      (await postForm(understudy, `${LOGIN}/${DOMAIN}/oauth2/v2.0/token`, ownScope, headers))
        .status,
      503,
    )
    const other = { ...web, fields: { ...web.fields } }
    t.equal((await askToken(understudy, other, ownScope)).status, 200)
  })

  t.test('a client strikes it wherever no tenant of its own is named', async t => {
    const understudy = await understudyFor(t)
    await planFault(understudy, { ...plan, client: clients.daemon })
    const consumers = '9188040d-6c67-4c5b-b112-36a304b66dad'
    for (const authority of ['common', 'organizations', 'consumers', consumers])
      t.equal((await askForDaemon(understudy, authority)).status, 503, authority)
  })

  t.test('a user strikes the refresh token, the code and the password of no other', async t => {
    const understudy = await understudyFor(t)
    const own = await obtainTokens(understudy, device)
    const other = await obtainTokens(understudy, device, { user: 'alex' })
    const [ownCode, otherCode] = [
      await signIn(understudy, device),
      await signIn(understudy, device, { user: 'alex' }),
    ]
    await planFault(understudy, { ...plan, user: 'adele' })
    t.equal((await refresh(understudy, device, own.refresh_token)).status, 503)
    t.equal((await refresh(understudy, device, other.refresh_token)).status, 200)
    t.equal((await redeemCode(understudy, device, ownCode.code)).status, 503)
    t.equal((await redeemCode(understudy, device, otherCode.code)).status, 200)
    for (const [user, status] of [
      ['adele', 503],
      ['alex', 200],
    ] as const) {
      const fields = {
        grant_type: 'password',
        username: upn(user),
        password: `${user}-Passw0rd!`,
        scope: 'User.Read',
      }
      t.equal((await askToken(understudy, device, fields)).status, status)
    }
  })

  t.test('a user strikes whoever acts on behalf of them', async t => {
    const understudy = await understudyFor(t)
    const assertions = await Promise.all(
      ['adele', 'alex'].map(async user => {
        const parameters = { scope: `${OWN_API}/access_as_user` }
        return (await obtainTokens(understudy, device, { user, parameters })).access_token
      }),
    )
    await planFault(understudy, { ...plan, user: 'adele' })
    const statuses = await Promise.all(
      assertions.map(async assertion => {
        const fields = {
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          requested_token_use: 'on_behalf_of',
          scope: 'User.Read',
          assertion,
        }
        return (await askToken(understudy, web, fields)).status
      }),
    )
    t.same(statuses, [503, 200])
  })

  t.test('a user strikes the browser that they are signed in at', async t => {
    const understudy = await understudyFor(t)
    const [own, other] = [
      await browserOf(understudy, {}),
      await browserOf(understudy, { user: 'alex' }),
    ]
    await planFault(understudy, { surface: 'signIn', user: 'adele', status: 503 })
    const silent = authorizeUrl(device, { prompt: 'none' })
    t.equal((await own.open(silent)).status, 503)
    t.equal((await other.open(silent)).status, 302)
    const hinted = authorizeUrl(device, { prompt: 'none', login_hint: upn('adele') })
    t.equal((await other.open(hinted)).status, 503)
  })

  t.test('a tenant strikes at common as well, by the client, and no other tenant', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    await planFault(understudy, { status: 503 }, FABRIKAM)
    const ask = async (authority: string, clientId: string) => {
      const fields = { client_id: clientId, grant_type: 'refresh_token', refresh_token: 'x' }
      const url = `${LOGIN}/${authority}/oauth2/v2.0/token`
      return (await postForm(understudy, url, fields)).status
    }
    t.equal(await ask(FABRIKAM, FABRIKAM_CLIENT), 503)
    t.equal(await ask('fabrikam.com', FABRIKAM_CLIENT), 503)
    for (const authority of ['common', 'organizations', 'consumers'])
      t.equal(await ask(authority, FABRIKAM_CLIENT), 503, authority)
    t.equal(await ask(TAILSPIN, FABRIKAM_CLIENT), 400)
    t.equal(await ask('nowhere', FABRIKAM_CLIENT), 400)
    t.match(await listFaults(understudy, FABRIKAM), [{ met: 5, struck: 5 }])
  })
})

t.test('who asks', async t => {
  t.test('is made out of whatever is sent, without a defect', async t => {
    const understudy = await understudyFor(t)
    const { refresh_token: token = '', id_token: idToken = '' } = await obtainTokens(
      understudy,
      device,
    )
    await planFault(understudy, { surface: 'signIn', status: 503 })
    const values = ['', 'x', 'O.', '1.', '1.AAAA', 'e30.e30.e30', 'a@b', '%', '__proto__', token]
    const names = [
      'refresh_token',
      'code',
      'device_code',
      'assertion',
      'client_assertion',
      'username',
      'ctx',
      'otc',
      'login',
      'client_id',
    ]
    for (const name of names) {
      for (const value of [...values, idToken]) {
        const form = `grant_type=${encodeURIComponent(value)}&${name}=${encodeURIComponent(value)}`
        for (const body of [form, `${form}&${form}`]) {
          const { status } = await understudy.fetch(`${LOGIN}/common/oauth2/v2.0/token`, {
            method: 'POST',
            headers: {
              'content-type': 'application/x-www-form-urlencoded',
              authorization: `Basic ${value}`.replaceAll('%', ''),
              cookie: `ESTSAUTH=${value}; ESTSAUTHPERSISTENT=${value}`,
            },
            body,
          })
          t.ok(status === 503 || (status === 400 && body !== form), `${name}=${value}: ${status}`)
        }
      }
    }
  })
})
