// control.tokens.explain: which operations a token allows, and what is missing for the others.
import t from 'tap'
import { ids, upn } from '../support/contoso.ts'
import { operations as contractOperations } from '../support/contract.ts'
import { explain } from '../support/explain.ts'
import type { Reply } from '../support/understudy.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

t.test('The operations that a token allows', async t => {
  const operation = (reply: Reply, id: string) =>
    Object(reply.json).operations.find((each: { operationId: string }) => each.operationId === id)

  t.test('are all those of Graph, each with a reason', async t => {
    const { understudy } = await understudyAtNoon(t)
    const token = await tokenFor(understudy, { user: 'adele', scopes: ['User.Read'] })
    const { operations } = Object((await explain(understudy, token)).json)
    t.same(
      operations.map(({ operationId }: { operationId: string }) => operationId),
      contractOperations.map(({ id }) => id).filter(id => id.startsWith('graph.')),
    )
    for (const each of operations) t.match(each, { allowed: Boolean, reason: /./, missing: [] })
  })

  t.test('name the permissions of which one is missing, least first', async t => {
    const { understudy } = await understudyAtNoon(t)
    const token = await tokenFor(understudy, { user: 'adele', scopes: ['User.Read'] })
    const reply = await explain(understudy, token)
    t.same(operation(reply, 'graph.me.get'), {
      operationId: 'graph.me.get',
      allowed: true,
      reason: 'Its permissions and roles allow it.',
      missing: [],
    })
    const { allowed, reason, missing } = operation(reply, 'graph.users.list')
    t.equal(allowed, false)
    t.match(reason, /delegated permissions/)
    t.equal(missing[0], 'User.ReadBasic.All')
  })

  t.test('name what an app-only token lacks: a user, or a role of the application', async t => {
    const { understudy } = await understudyAtNoon(t)
    const token = await tokenFor(understudy, { roles: ['User.RevokeSessions.All'] })
    const reply = await explain(understudy, token, 'admin')
    t.match(operation(reply, 'graph.me.get'), { allowed: false, missing: ['a delegated token'] })
    t.match(operation(reply, 'graph.users.get'), { allowed: false, reason: /application/ })
    t.match(operation(reply, 'graph.users.revokeSignInSessions'), { allowed: true, missing: [] })
  })

  t.test('follow the roles of the caller and of the target', async t => {
    const { understudy } = await understudyAtNoon(t)
    const scopes = ['User.RevokeSessions.All', 'User.Read']
    const token = await tokenFor(understudy, { user: 'helpdesk', scopes })
    for (const target of ['adele', ids.adele, upn('ADELE')]) {
      const reply = await explain(understudy, token, target)
      t.match(operation(reply, 'graph.users.revokeSignInSessions'), { allowed: true })
      t.match(operation(reply, 'graph.users.get'), { allowed: false }, 'only oneself by User.Read')
    }
    t.match(operation(await explain(understudy, token, 'helpdesk'), 'graph.users.get'), {
      allowed: true,
    })
    const denied = operation(
      await explain(understudy, token, 'admin'),
      'graph.users.revokeSignInSessions',
    )
    t.match(denied, { allowed: false, reason: /admin@contoso/ })
    t.ok(denied.missing.includes('Global Administrator'))
    t.notOk(denied.missing.includes('Helpdesk Administrator'))
  })

  t.test('are what Graph then does', async t => {
    const { understudy } = await understudyAtNoon(t)
    const scopes = ['User.RevokeSessions.All']
    for (const actor of ['admin', 'useradmin', 'helpdesk', 'reader', 'adele']) {
      for (const target of ['admin', 'helpdesk', 'passwordadmin', 'alex']) {
        const token = await tokenFor(understudy, { user: actor, scopes })
        const reply = await explain(understudy, token, target)
        const { allowed } = operation(reply, 'graph.users.revokeSignInSessions')
        const line = `POST /v1.0/users/${upn(target)}/revokeSignInSessions` as const
        const { status } = await graph(understudy, line, { token })
        t.equal(status, allowed ? 200 : 403, `${actor} for ${target}`)
      }
    }
  })
})
