// A seed makes whatever is drawn at random the same in every run.
import t from 'tap'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { graph, tokenFor, understudyAtNoon } from '../support/understudy.ts'

t.test('a seed', async t => {
  const requests: readonly TokenRequest[] = [
    { user: 'adele' },
    { user: 'adele', capabilities: ['cp1'] },
    {},
    { user: 'alex', lifetimeSeconds: 60 },
  ]
  const tokensOf = async (options: { seed?: string }) => {
    const { understudy } = await understudyAtNoon(t, options)
    const tokens: string[] = []
    for (const request of requests) tokens.push(await tokenFor(understudy, request))
    const { headers } = await graph(understudy, 'GET /v1.0/me', { token: tokens[0] ?? '' })
    return { tokens, requestId: headers.get('request-id') }
  }

  t.test('makes tokens and request ids repeat from run to run', async t => {
    t.same(await tokensOf({ seed: 'a' }), await tokensOf({ seed: 'a' }))
  })

  t.test('makes them differ from those of another, and from those of none', async t => {
    const all = await Promise.all([{ seed: 'a' }, { seed: 'b' }, {}, {}].map(tokensOf))
    t.equal(new Set(all.flatMap(({ tokens }) => tokens)).size, all.length * requests.length)
    t.equal(new Set(all.map(({ requestId }) => requestId)).size, all.length)
  })
})
