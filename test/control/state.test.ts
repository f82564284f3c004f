// control.state.*
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { isProblem, sendText } from '../support/problem.ts'
import { FABRIKAM, TAILSPIN, twoTenants } from '../support/two-tenants.ts'
import { control, graph, understudyFor } from '../support/understudy.ts'

const RESET = 'POST /_understudy/reset'
const request: TokenRequest = {
  scopes: ['User.Read', 'User.RevokeSessions.All'],
  capabilities: ['cp1'],
}

/** Two tenants, in each of which a user was revoked and the settings were changed; with the users' tokens. */
async function usedUnderstudy(t: Parameters<typeof understudyFor>[0]) {
  const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
  const tokens = await Promise.all([
    tokenOf(understudy, 'grace', FABRIKAM),
    tokenOf(understudy, 'tony', TAILSPIN),
  ])
  for (const [tenant, permissions] of [
    [FABRIKAM, 'off'],
    [TAILSPIN, 'documented'],
  ]) {
    const revocation = { challenge: '2024', delaySeconds: { graph: 0 }, truncateToSeconds: false }
    await control(understudy, `PATCH /_understudy/settings?tenant=${tenant}`, {
      body: { permissions, revocation },
    })
  }
  for (const token of tokens)
    await graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token })
  return { understudy, tokens }
}

async function tokenOf(understudy: Understudy, user: string, tenant: string): Promise<string> {
  return (await understudy.issueToken({ ...request, user }, { tenant })).access_token
}

/** What shows whether the tenants, Fabrikam first, are as they were at first. */
async function look(understudy: Understudy, tokens: readonly string[]) {
  const statuses = []
  for (const token of tokens)
    statuses.push((await graph(understudy, 'GET /v1.0/me', { token })).status)
  const modes = []
  for (const tenant of [FABRIKAM, TAILSPIN]) {
    const settings = await control(understudy, `GET /_understudy/settings?tenant=${tenant}`)
    modes.push(Object(settings.json).permissions)
  }
  return { statuses, modes }
}

const initial = { statuses: [200, 200], modes: ['documented', 'off'] }
const used = { statuses: [401, 401], modes: ['off', 'documented'] }

t.test('control.state.reset', async t => {
  t.test('puts every tenant back, with a 204 and no body', async t => {
    const { understudy, tokens } = await usedUnderstudy(t)
    t.same(await look(understudy, tokens), used)
    const reply = await control(understudy, RESET)
    t.equal(reply.status, 204)
    t.equal(reply.text, '')
    t.equal(reply.headers.get('content-type'), null)
    t.same(await look(understudy, tokens), initial)
  })

  t.test('takes an empty tenant for none', async t => {
    const { understudy, tokens } = await usedUnderstudy(t)
    t.equal((await control(understudy, `${RESET}?tenant=`)).status, 204)
    t.same(await look(understudy, tokens), initial)
  })

  t.test('puts one tenant back, by id or domain, and leaves the other', async t => {
    for (const tenant of [TAILSPIN, 'TAILSPIN.onmicrosoft.com']) {
      const { understudy, tokens } = await usedUnderstudy(t)
      t.equal((await control(understudy, `${RESET}?tenant=${tenant}`)).status, 204)
      t.same(await look(understudy, tokens), { statuses: [401, 200], modes: ['off', 'off'] })
    }
  })

  t.test('leaves the keys, so that tokens issued before still verify', async t => {
    const understudy = await understudyFor(t)
    const { access_token: token } = await understudy.issueToken({ user: 'adele' })
    await control(understudy, RESET)
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
  })

  t.test('may be done again and again', async t => {
    const { understudy, tokens } = await usedUnderstudy(t)
    for (const _ of [1, 2, 3]) t.equal((await control(understudy, RESET)).status, 204)
    t.same(await look(understudy, tokens), initial)
  })

  t.test('takes an empty body with a JSON content type for no body', async t => {
    const understudy = await understudyFor(t)
    for (const body of ['', ' \n']) t.equal((await sendText(understudy, RESET, body)).status, 204)
  })
})

t.test('A refused reset', async t => {
  t.test('changes nothing', async t => {
    const { understudy, tokens } = await usedUnderstudy(t)
    isProblem(t, await control(understudy, `${RESET}?tenant=nowhere.example`), 404, {
      detail: /'nowhere\.example'.*fabrikam\.onmicrosoft\.com, tailspin\.onmicrosoft\.com/,
    })
    isProblem(t, await control(understudy, `${RESET}?tenants=${TAILSPIN}`), 400, {
      errors: [{ in: 'query', pointer: 'tenants' }],
    })
    isProblem(t, await control(understudy, RESET, { body: {} }), 400, {
      errors: [{ in: 'body', pointer: '', detail: 'must be left out' }],
    })
    isProblem(t, await sendText(understudy, RESET, '{'), 400)
    isProblem(t, await sendText(understudy, RESET, 'x', { 'content-type': 'text/plain' }), 415)
    t.same(await look(understudy, tokens), used)
  })
})
