// How the example reads WWW-Authenticate: every form that Graph has sent a claims challenge in, and what only looks like one.
import t from 'tap'
import { claimsDemandedBy, parseChallenges } from '../../examples/spa/src/challenge.ts'
import { claimsChallenge } from '../../src/graph/claims-challenge.ts'

const NOW = Date.UTC(2026, 7, 13, 12)
const CLAIMS = `{"access_token":{"nbf":{"essential":true, "value":"${NOW / 1000}"}}}`

const refusal = (header: string, status = 401) =>
  new Response(null, { status, headers: { 'WWW-Authenticate': header } })

t.test('parseChallenges', async t => {
  t.test('reads one scheme and its parameters', async t => {
    t.same(parseChallenges('Bearer realm="", error="insufficient_claims"'), [
      { scheme: 'bearer', parameters: { realm: '', error: 'insufficient_claims' } },
    ])
  })

  t.test('tells several schemes apart', async t => {
    t.same(parseChallenges('Negotiate, PoP nonce="ey==", Bearer realm="a, b", error="x"'), [
      { scheme: 'negotiate', parameters: {} },
      { scheme: 'pop', parameters: { nonce: 'ey==' } },
      { scheme: 'bearer', parameters: { realm: 'a, b', error: 'x' } },
    ])
  })

  t.test('takes values without quotes, and quotes within quotes', async t => {
    t.same(
      parseChallenges('Bearer Authorization_URI=https://login.example/a, note="say \\"no\\""'),
      [
        {
          scheme: 'bearer',
          parameters: { authorization_uri: 'https://login.example/a', note: 'say "no"' },
        },
      ],
    )
  })

  t.test('finds nothing in nothing', async t => {
    t.same(parseChallenges(''), [])
  })
})

t.test('claimsDemandedBy', async t => {
  for (const year of ['2021', '2022', '2024'] as const) {
    t.test(`decodes the claims of the challenge of ${year}`, async t => {
      t.equal(claimsDemandedBy(refusal(claimsChallenge(year, NOW))), CLAIMS)
    })
  }

  t.test('finds none where the token is merely wrong, or missing', async t => {
    t.equal(claimsDemandedBy(refusal('Bearer realm="", error="invalid_token"')), undefined)
    t.equal(claimsDemandedBy(new Response(null, { status: 401 })), undefined)
  })

  t.test('finds none in another scheme, or in an answer that is no 401', async t => {
    const claims = 'error="insufficient_claims", claims="e30="'
    t.equal(claimsDemandedBy(refusal(`Bearer realm="", PoP ${claims}`)), undefined)
    t.equal(claimsDemandedBy(refusal(`Bearer ${claims}`, 403)), undefined)
    t.equal(claimsDemandedBy(refusal(`Bearer ${claims}`)), '{}')
  })
})
