// What of signing in is written into the log, as those who read it find it.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { clients, ids, upn } from '../support/contoso.ts'
import { Browser } from '../support/form-browser.ts'
import type { SignIn } from '../support/logs.ts'
import { listed, signInsOf } from '../support/logs.ts'
import { revokes } from '../support/revocation.ts'
import {
  askToken,
  authorizeUrl,
  daemon,
  device,
  obtainTokens,
  refresh,
  signIn,
  spa,
  web,
} from '../support/sign-in.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const revoke = async (understudy: Understudy, user: string) =>
  graph(understudy, revokes(user), {
    token: await tokenFor(understudy, { roles: ['User.RevokeSessions.All'] }),
  })

/** Who, where and how it went. */
const inShort = ({ userId, appId, status }: SignIn) => [userId, appId, status?.errorCode]

t.test('the sign-in log', async t => {
  t.test('holds a person who signed in, with all that is known of it', async t => {
    const { understudy } = await understudyAtNoon(t)
    await signIn(understudy, spa)
    t.match(await signInsOf(understudy), [
      {
        createdDateTime: '2026-08-13T12:00:00.2500000Z',
        userId: ids.adele,
        userPrincipalName: upn('adele'),
        userDisplayName: 'Adele Vance',
        appId: clients.spa,
        appDisplayName: 'Single-page app',
        ipAddress: '127.0.0.1',
        clientAppUsed: 'Browser',
        conditionalAccessStatus: 'notApplied',
        isInteractive: true,
        resourceDisplayName: 'Microsoft Graph',
        resourceId: '00000003-0000-0000-c000-000000000000',
        status: { errorCode: 0, failureReason: null },
        signInEventTypes: ['interactiveUser'],
        userType: 'member',
      },
    ])
  })

  t.test('holds a wrong password with the reason of its refusal', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    const page = await browser.open(authorizeUrl(web))
    await browser.submit(page, { login: upn('adele'), passwd: 'wrong' })
    t.match(await signInsOf(understudy), [
      {
        userId: ids.adele,
        appId: clients.web,
        status: {
          errorCode: 50126,
          failureReason: 'Error validating credentials due to invalid username or password.',
        },
      },
    ])
  })

  t.test('holds a disabled account that had the right password', async t => {
    const { understudy } = await understudyAtNoon(t)
    const asked = { grant_type: 'password', username: upn('disabled'), scope: 'User.Read' }
    await askToken(understudy, device, { ...asked, password: 'disabled-Passw0rd!' })
    const [entry] = await signInsOf(understudy)
    t.match(entry, {
      userId: ids.disabled,
      authenticationProtocol: 'ropc',
      clientAppUsed: 'Mobile Apps and Desktop clients',
      status: { errorCode: 50057, failureReason: 'The user account is disabled.' },
    })
  })

  t.test('holds a renewal, and after a revocation its refusal, as non-interactive', async t => {
    const { understudy } = await understudyAtNoon(t)
    const { refresh_token: token } = await obtainTokens(understudy, web)
    await refresh(understudy, web, token)
    await revoke(understudy, ids.adele)
    await refresh(understudy, web, token)
    const entries = await signInsOf(understudy, 'nonInteractiveUser')
    t.same(entries.map(inShort), [
      [ids.adele, clients.web, 50173],
      [ids.adele, clients.web, 0],
    ])
    t.match(entries[0], {
      isInteractive: false,
      status: {
        failureReason:
          'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
      },
    })
    t.same((await signInsOf(understudy)).map(inShort), [[ids.adele, clients.web, 0]])
  })

  t.test('holds a session that is asked silently, and its refusal', async t => {
    const { understudy } = await understudyAtNoon(t)
    const browser = new Browser(understudy)
    await signIn(understudy, web, { browser })
    await browser.open(authorizeUrl(web, { prompt: 'none' }))
    await revoke(understudy, ids.adele)
    await browser.open(authorizeUrl(web, { prompt: 'none' }))
    t.same((await signInsOf(understudy, 'nonInteractiveUser')).map(inShort), [
      [ids.adele, clients.web, 50132],
      [ids.adele, clients.web, 0],
    ])
  })

  t.test('holds an application on its own, and a wrong secret of it', async t => {
    const { understudy } = await understudyAtNoon(t)
    const asked = {
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
    }
    await askToken(understudy, daemon, asked)
    await askToken(understudy, daemon, { ...asked, client_secret: 'wrong' })
    const entries = await signInsOf(understudy, 'servicePrincipal')
    t.match(entries, [
      { appId: clients.daemon, userId: null, status: { errorCode: 7000215 } },
      {
        servicePrincipalId: 'c1f5b3d7-6a28-4e94-b0c3-9d8e7f6a5b01',
        servicePrincipalName: 'Nightly sync',
        status: { errorCode: 0 },
      },
    ])
  })

  t.test('shows in v1.0 the interactive ones, and in beta the others where asked for', async t => {
    const { understudy } = await understudyAtNoon(t)
    const { refresh_token: token } = await obtainTokens(understudy, web)
    await refresh(understudy, web, token)
    for (const version of ['v1.0', 'beta'])
      t.match(await listed(understudy, `${version}/auditLogs/signIns`), [{ isInteractive: true }])
    t.equal((await signInsOf(understudy, 'nonInteractiveUser')).length, 1)
    const [{ signInEventTypes, ...others } = {}] = await listed(
      understudy,
      'v1.0/auditLogs/signIns',
    ).then(entries => entries.map(Object))
    t.equal(signInEventTypes, undefined)
    t.equal(others.isInteractive, true)
  })

  t.test('is filtered by user, application, time and error code', async t => {
    const { understudy, clock } = await understudyAtNoon(t)
    await signIn(understudy, web)
    clock.advance(1)
    await signIn(understudy, device, { user: 'alex' })
    const filters: readonly (readonly [string, string])[] = [
      [`userId eq '${ids.alex}'`, ids.alex],
      [`userPrincipalName eq '${upn('ADELE')}'`, ids.adele],
      ["startsWith(appDisplayName,'Device')", ids.alex],
      [`appId eq '${clients.web}'`, ids.adele],
      ['createdDateTime ge 2026-08-13T12:00:01Z', ids.alex],
      [`status/errorCode eq 0 and userId eq '${ids.adele}'`, ids.adele],
    ]
    for (const [filter, userId] of filters) {
      const path = `v1.0/auditLogs/signIns?$select=userId&$filter=${encodeURIComponent(filter)}`
      t.same(await listed(understudy, path), [{ userId }], filter)
    }
  })

  t.test('gives a sign-in by its id, which the client was told as its trace id', async t => {
    const { understudy } = await understudyAtNoon(t)
    const reply = await askToken(understudy, device, {
      grant_type: 'password',
      username: upn('adele'),
      password: 'wrong',
      scope: 'User.Read',
    })
    const id = Object(reply.json).trace_id
    const token = await tokenFor(understudy, { roles: ['AuditLog.Read.All'] })
    const path = `GET /v1.0/auditLogs/signIns/${id}?$select=id,correlationId` as const
    t.match((await graph(understudy, path, { token })).json, {
      id,
      correlationId: Object(reply.json).correlation_id,
    })
  })

  t.test('shows the user when they signed in last', async t => {
    const { understudy } = await understudyAtNoon(t)
    await signIn(understudy, web)
    const token = await tokenFor(understudy, {
      roles: ['User.Read.All', 'AuditLog.Read.All'],
    })
    const path = `GET /v1.0/users/${ids.adele}?$select=signInActivity` as const
    t.match((await graph(understudy, path, { token })).json, {
      signInActivity: {
        lastSignInDateTime: '2026-08-13T12:00:00Z',
        lastSuccessfulSignInDateTime: '2026-08-13T12:00:00Z',
        lastNonInteractiveSignInDateTime: null,
      },
    })
  })

  t.test('has nothing of personal accounts, and a guest by the name they have at home', async t => {
    const { understudy } = await understudyAtNoon(t)
    const guest = upn('grace_fabrikam.com#EXT#')
    await signIn(understudy, web, { user: guest })
    t.match(await signInsOf(understudy), [
      { userId: ids.guest, userPrincipalName: 'grace@fabrikam.com', userType: 'guest' },
    ])
  })
})
