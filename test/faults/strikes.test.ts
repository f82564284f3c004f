// Which requests a planned failure strikes: by whom it is narrowed to, by count, by chance; and how long it holds them back.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { clients, ids } from '../support/contoso.ts'
import { listFaults, planFault, sleeplessly } from '../support/faults.ts'
import { FABRIKAM, TAILSPIN, twoTenants } from '../support/two-tenants.ts'
import { graph, tokenFor, understudyFor } from '../support/understudy.ts'

const ME = 'GET /v1.0/me'
const scopes = ['User.Read', 'User.Read.All', 'User.RevokeSessions.All']

async function meOf(understudy: Understudy, user = 'adele', client?: string) {
  const request = { user, scopes, ...(client !== undefined && { client }) }
  return graph(understudy, ME, { token: await tokenFor(understudy, request) })
}

t.test('a failure that was planned', async t => {
  const narrowed = {
    'an operation': [{ operationId: 'graph.me.get' }, [503, 503, 503, 503]],
    'another operation': [{ operationId: 'graph.users.get' }, [200, 200, 200, 200]],
    'the surface': [{ surface: 'graph' }, [503, 503, 503, 503]],
    'the other surface': [{ surface: 'signIn' }, [200, 200, 200, 200]],
    everything: [{}, [503, 503, 503, 503]],
    'a user by name': [{ user: 'adele' }, [503, 503, 200, 200]],
    'a user by id': [{ user: ids.alex }, [200, 200, 503, 503]],
    'a client': [{ client: clients.spa }, [503, 200, 503, 200]],
    'a user of a client': [{ user: 'alex', client: clients.spa }, [200, 200, 503, 200]],
    'a grant type, which Graph requests have not': [
      { grantType: 'refresh_token' },
      [200, 200, 200, 200],
    ],
  } as const
  for (const [name, [narrowing, expected]] of Object.entries(narrowed)) {
    t.test(`strikes the requests of ${name}`, async t => {
      const understudy = await understudyFor(t)
      await planFault(understudy, { ...narrowing, status: 503 })
      const replies = [
        await meOf(understudy, 'adele', clients.spa),
        await meOf(understudy, 'adele', clients.device),
        await meOf(understudy, 'alex', clients.spa),
        await meOf(understudy, 'alex', clients.device),
      ]
      t.same(
        replies.map(({ status }) => status),
        expected,
      )
    })
  }

  t.test('does no harm when its user is deleted', async t => {
    const understudy = await understudyFor(t)
    await planFault(understudy, { user: 'alex', status: 503 })
    const alex = await tokenFor(understudy, { user: 'alex', scopes })
    await understudy.fetch('http://localhost:4280/_understudy/users/alex', { method: 'DELETE' })
    t.equal((await meOf(understudy)).status, 200)
    t.equal((await graph(understudy, ME, { token: alex })).status, 401)
  })

  t.test('strikes in its tenant only', async t => {
    const understudy = await understudyFor(t, { fixtures: twoTenants(t) })
    await planFault(understudy, { status: 503 }, TAILSPIN)
    const ask = async (tenant: string, user: string) => {
      const { access_token: token } = await understudy.issueToken({ user, scopes: [] }, { tenant })
      return (await graph(understudy, `GET /v1.0/users/${user}`, { token })).status
    }
    t.equal(await ask(TAILSPIN, 'tony'), 503)
    t.not(await ask(FABRIKAM, 'grace'), 503)
  })

  t.test('gives way to an older one that strikes, and is not counted then', async t => {
    const understudy = await understudyFor(t)
    await planFault(understudy, { status: 503, times: 1, after: 1 })
    await planFault(understudy, { status: 504, times: 2 })
    const statuses: number[] = []
    for (let count = 0; count < 4; count++) statuses.push((await meOf(understudy)).status)
    t.same(statuses, [504, 503, 504, 200])
    t.match(await listFaults(understudy), [
      { met: 4, struck: 1 },
      { met: 3, struck: 2 },
    ])
  })

  t.test('strikes at the same requests for the same seed', async t => {
    const runs: number[][] = []
    for (let run = 0; run < 2; run++) {
      const understudy = await understudyFor(t)
      await planFault(understudy, { status: 503, probability: 0.5, seed: 7 })
      const statuses: number[] = []
      for (let count = 0; count < 20; count++) statuses.push((await meOf(understudy)).status)
      runs.push(statuses)
    }
    t.same(runs[0], runs[1])
    t.same([...new Set(runs[0])].sort(), [200, 503])
  })

  t.test('is held back for as long as the plan says, and answers then', async t => {
    const { sleep, slept } = sleeplessly()
    const understudy = await understudyFor(t, {}, { sleep })
    await planFault(understudy, { delayMilliseconds: 250, times: 1 })
    await planFault(understudy, { delayMilliseconds: 40, status: 503, times: 1 })
    await planFault(understudy, { delayMilliseconds: { least: 10, most: 20 }, times: 1 })
    t.same([(await meOf(understudy)).status, (await meOf(understudy)).status], [200, 503])
    t.equal((await meOf(understudy)).status, 200)
    t.same(slept.slice(0, 2), [250, 40])
    const [, , drawn = 0] = slept
    t.ok(drawn >= 10 && drawn < 20, String(drawn))
  })
})
