// @microsoft/microsoft-graph-client: a bulk revocation through its own batch builder.
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  GraphError,
  PageIterator,
} from '@microsoft/microsoft-graph-client'
import t from 'tap'
import { passwordCredential, tokenOf } from '../../support/azure-identity.ts'
import { CROWD } from '../../support/crowd.ts'
import { admin, origin, rejection, tokenWith } from '../../support/journey-client.ts'
import { crowd, inBatches, refreshed, signInOf, validFrom } from '../../support/journey-crowd.ts'

const scope = 'User.RevokeSessions.All'
const credential = passwordCredential(admin)
const client = Client.initWithMiddleware({
  authProvider: { getAccessToken: () => tokenOf(credential, scope) },
  baseUrl: `${origin}/`,
  customHosts: new Set(['localhost']),
})

/** Without the version: what the builder makes of an address begins behind the host. */
function step(id: string, path: string, init: RequestInit = {}) {
  return { id, request: new Request(`${origin}${path}`, init) }
}

function revoking(user: string) {
  const headers = { 'Content-Type': 'application/json' }
  return step(user, `/users/${user}/revokeSignInSessions`, { method: 'POST', headers, body: '{}' })
}

/** The user principal names of those for whom the audit log says that sessions were revoked, once for each time. */
async function auditedRevocations(): Promise<readonly string[]> {
  const reader = Client.init({
    authProvider: async done => done(null, await tokenWith('admin', 'AuditLog.Read.All')),
    baseUrl: `${origin}/`,
    customHosts: new Set(['localhost']),
  })
  const first = await reader
    .api('/auditLogs/directoryAudits')
    .filter("activityDisplayName eq 'Update StsRefreshTokenValidFrom Timestamp'")
    .top(300)
    .get()
  const names: string[] = []
  await new PageIterator(
    reader,
    first,
    ({ targetResources: [{ userPrincipalName }] }) => names.push(userPrincipalName) > 0,
  ).iterate()
  return names
}

async function send(content: BatchRequestContent): Promise<BatchResponseContent> {
  return new BatchResponseContent(await client.api('/$batch').post(await content.getContent()))
}

t.test('@microsoft/microsoft-graph-client', async t => {
  t.test('revokes for 1,000 users in 50 batches, and for each it takes effect', async t => {
    const before = await validFrom()
    const some = [crowd[0], crowd[499], crowd[999]].map(user => user ?? '')
    const signIns = await Promise.all(some.map(signInOf))
    let revoked = 0
    for (const users of inBatches()) {
      const answers = await send(new BatchRequestContent(users.map(revoking)))
      for (const user of users) {
        const answer = answers.getResponseById(user)
        if (answer.status === 200 && Object(await answer.json()).value === true) revoked++
      }
    }
    t.equal(revoked, CROWD)
    const after = await validFrom()
    t.same(
      crowd.filter(user => !((after.get(user) ?? '') > (before.get(user) ?? ''))),
      [],
      'the sessions of all of them are valid from later on',
    )
    t.same((await auditedRevocations()).toSorted(), crowd, 'the audit log has each of them once')
    for (const signIn of signIns) t.match(await refreshed(signIn), { error_codes: [50173] })
  })

  t.test('has the second wait for the first, and fail with it', async t => {
    const content = new BatchRequestContent([
      step('1', '/nowhere'),
      { ...step('2', '/me'), dependsOn: ['1'] },
    ])
    const answers = await send(content)
    t.equal(answers.getResponseById('1').status, 400)
    t.equal(answers.getResponseById('2').status, 424)
  })

  t.test('throws where the batch itself is refused', async t => {
    const bare = new BatchRequestContent([
      step('1', '/me/revokeSignInSessions', { method: 'POST' }),
    ])
    const error = await rejection(send(bare))
    t.ok(error instanceof GraphError)
    t.match(error, {
      statusCode: 400,
      code: 'BadRequest',
      message: 'Write request id : 1 does not contain Content-Type header or body.',
    })
  })
})
