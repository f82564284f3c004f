// graph.auditLogs.listDirectoryAudits and getDirectoryAudit: what a revocation leaves behind, and who may read it.
import t from 'tap'
import { ids, upn } from '../support/contoso.ts'
import { isError, notFound } from '../support/graph-errors.ts'
import { auditor, auditsOf, listed } from '../support/logs.ts'
import { daemon, revokes } from '../support/revocation.ts'
import { control, graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

const REVOCATION = 'Update StsRefreshTokenValidFrom Timestamp'

t.test('the audit log', async t => {
  const { understudy, clock } = await understudyAtNoon(t)
  const admin = { user: 'admin', scopes: ['User.RevokeSessions.All', 'AuditLog.Read.All'] }
  const correlationId = '0d9f7c1e-58a4-4d0b-9c35-3c5f0a4f7e11'
  await graph(understudy, revokes(ids.adele), {
    token: await tokenFor(understudy, admin),
    headers: { 'client-request-id': correlationId },
  })

  t.test('holds a revocation under its real name, with actor, target and correlation', async t => {
    const [entry] = await auditsOf(understudy)
    t.match(entry, {
      category: 'UserManagement',
      correlationId,
      result: 'success',
      activityDisplayName: REVOCATION,
      activityDateTime: '2026-08-13T12:00:00.2500000Z',
      loggedByService: 'Core Directory',
      operationType: 'Update',
      initiatedBy: { app: null, user: { id: ids.admin, userPrincipalName: upn('admin') } },
      targetResources: [
        {
          id: ids.adele,
          type: 'User',
          userPrincipalName: upn('adele'),
          modifiedProperties: [
            {
              displayName: 'StsRefreshTokensValidFrom',
              oldValue: '["2024-01-22T09:30:00Z"]',
              newValue: '["2026-08-13T12:00:00Z"]',
            },
          ],
        },
      ],
    })
  })

  t.test('gives an entry by its id, and says which it does not have', async t => {
    const [entry] = await auditsOf(understudy)
    const token = await tokenFor(understudy, auditor)
    const path = '/v1.0/auditLogs/directoryAudits'
    const found = await graph(understudy, `GET ${path}/${entry?.id}?$select=id,category`, { token })
    t.same(found.json, {
      '@odata.context':
        'https://graph.microsoft.com/v1.0/$metadata#auditLogs/directoryAudits(id,category)/$entity',
      id: entry?.id,
      category: 'UserManagement',
    })
    isError(t, await graph(understudy, `GET ${path}/nobody`, { token }), notFound('nobody'))
  })

  t.test('names an application that acted on its own', async t => {
    const token = await tokenFor(understudy, daemon)
    await graph(understudy, revokes(ids.alex), { token })
    const [entry] = await auditsOf(understudy)
    t.match(entry?.initiatedBy, { user: null, app: { displayName: String } })
    t.match(entry?.targetResources, [{ id: ids.alex }])
  })

  t.test('has nothing of a guest, whose sessions were not revoked', async t => {
    const before = await auditsOf(understudy)
    await graph(understudy, revokes(ids.guest), { token: await tokenFor(understudy, daemon) })
    t.same(await auditsOf(understudy), before)
  })

  t.test('is newest first, page by page', async t => {
    clock.advance(1)
    await control(understudy, `PATCH /_understudy/users/${ids.alex}`, {
      body: { accountEnabled: false },
    })
    const names = (entries: Awaited<ReturnType<typeof auditsOf>>) =>
      entries.map(({ activityDisplayName }) => activityDisplayName)
    t.same(names(await auditsOf(understudy)), ['Disable account', REVOCATION, REVOCATION])
    const token = await tokenFor(understudy, auditor)
    const path = 'v1.0/auditLogs/directoryAudits'
    const first = await graph(understudy, `GET /${path}?$top=2`, { token })
    const next = new URL(Object(first.json)['@odata.nextLink'])
    const second = await graph(
      understudy,
      `GET ${next.pathname}${next.search}` as `GET /${string}`,
      {
        token,
      },
    )
    t.same(
      names([...Object(first.json).value, ...Object(second.json).value]),
      names(await auditsOf(understudy)),
    )
    t.equal(Object(second.json)['@odata.nextLink'], undefined)
  })

  t.test('is filtered by activity, time, actor and correlation', async t => {
    const filters: readonly (readonly [string, number])[] = [
      [`activityDisplayName eq '${REVOCATION}'`, 2],
      ["startsWith(activityDisplayName,'Disable')", 1],
      ['activityDateTime ge 2026-08-13T12:00:01Z', 1],
      ['activityDateTime le 2026-08-13T12:00:00.250Z', 2],
      [`initiatedBy/user/id eq '${ids.admin}'`, 1],
      [`initiatedBy/user/userPrincipalName eq '${upn('admin')}'`, 1],
      [`correlationId eq '${correlationId}'`, 1],
      ["loggedByService eq 'Core Directory'", 3],
      [`targetResources/any(t: t/id eq '${ids.adele}')`, 1],
    ]
    for (const [filter, count] of filters) {
      const entries = await auditsOf(understudy, `?$filter=${encodeURIComponent(filter)}`)
      t.equal(entries.length, count, filter)
    }
  })

  t.test('shows an entry once the delay of the logs has passed', async t => {
    await control(understudy, 'PATCH /_understudy/settings', {
      body: { logs: { delaySeconds: 60 } },
    })
    const seen = await auditsOf(understudy)
    await graph(understudy, revokes(ids.alex), { token: await tokenFor(understudy, daemon) })
    t.same(await auditsOf(understudy), [])
    clock.advance(60)
    t.equal((await auditsOf(understudy)).length, seen.length + 4)
  })
})

t.test('reading the logs', async t => {
  const { understudy } = await understudyAtNoon(t)
  const reading = async (user: string, scopes: readonly string[] = ['AuditLog.Read.All']) =>
    graph(understudy, 'GET /v1.0/auditLogs/directoryAudits', {
      token: await tokenFor(understudy, { user, scopes: [...scopes] }),
    })

  t.test('needs a directory role that reads reports', async t => {
    for (const user of ['admin', 'reader']) t.equal((await reading(user)).status, 200, user)
    for (const user of ['adele', 'helpdesk', 'useradmin', ids.guest, ids.customer]) {
      isError(t, await reading(user), {
        status: 403,
        code: 'Authentication_RequestFromUnsupportedUserRole',
        message: 'User is not in the allowed roles',
      })
    }
  })

  t.test('needs AuditLog.Read.All, for which Directory.Read.All does not stand in', async t => {
    isError(t, await reading('admin', ['Directory.Read.All']), {
      status: 403,
      code: 'Authentication_MSGraphPermissionMissing',
      message: 'Calling principal does not have required MSGraph permissions AuditLog.Read.All',
    })
  })

  t.test('is not for personal accounts', async t => {
    isError(t, await reading(ids.personal), {
      status: 400,
      code: 'BadRequest',
      message: 'This API is not supported for MSA accounts',
    })
  })

  t.test('needs neither where permissions are off', async t => {
    await control(understudy, 'PATCH /_understudy/settings', { body: { permissions: 'off' } })
    t.same(
      await listed(understudy, 'v1.0/auditLogs/directoryAudits', { user: 'adele', scopes: [] }),
      [],
    )
  })
})
