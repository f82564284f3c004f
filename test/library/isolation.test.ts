// Tenants as worlds of their own: what happens in one at the same time as much else in others is what happens in it alone.
import t from 'tap'
import { play, sampleScenarios } from '../support/scenario.ts'
import { understudyAtNoon } from '../support/understudy.ts'

const scenarios = sampleScenarios(50, 20_260_813)

t.test('Fifty scenarios at once, each in a tenant of its own', async t => {
  const { understudy } = await understudyAtNoon(t)
  const traces = await Promise.all(
    scenarios.map((scenario, seed) => play(understudy, scenario, seed)),
  )

  for (const [seed, scenario] of scenarios.entries()) {
    t.test(`go as each goes alone: ${seed}`, async t => {
      const { understudy: alone } = await understudyAtNoon(t)
      t.same(traces[seed], await play(alone, scenario, seed))
    })
  }

  t.test('meet what there is to be seen by others', async t => {
    const seen = traces.flat().map(line => line.replace(/^(\w+) \w+:/, '$1'))
    for (const line of [
      'signIn 200 ',
      'signIn 400 invalid_grant  50126',
      'signIn 400 invalid_grant  50057',
      'refresh 200 ',
      'refresh 400 invalid_grant bad_token 50173',
      'me 200 ',
      'me 401 InvalidAuthenticationToken',
      'revoke 200 ',
      'revoke 204 ',
    ])
      t.ok(seen.includes(line), line)
  })

  t.test('leave the tenant that the server was started with as it was', async t => {
    const { understudy: fresh } = await understudyAtNoon(t)
    t.same(understudy.tenants()[0], fresh.tenants()[0])
    t.equal(understudy.tenants().length, 51)
  })
})
