// Every 401 of the Graph surface: which token is refused, with which sentence, and when. Forgeries are in forged-tokens.test.ts.
import t from 'tap'
import type { TokenRequest } from '../../src/tokens/issue.ts'
import { signRs256 } from '../../src/tokens/jws.ts'
import { TENANT_ID } from '../support/contoso.ts'
import type { ExpectedError } from '../support/graph-errors.ts'
import { bareChallenge, errors, isError } from '../support/graph-errors.ts'
import {
  control,
  graph,
  NOON,
  signingKeys,
  tokenFor,
  understudyAtNoon,
} from '../support/understudy.ts'

const adele = { user: 'adele', scopes: ['User.Read', 'User.RevokeSessions.All'] }
const noon = Math.floor(NOON.getTime() / 1000)
const nobody = '11111111-2222-4333-8444-555555555555'

/** Requests without a token that could be judged. */
const headers: readonly (readonly [string, Readonly<Record<string, string>>, ExpectedError])[] = [
  ['no Authorization header', {}, errors.tokenEmpty],
  ['an empty one', { authorization: '' }, errors.tokenEmpty],
  ['the scheme alone', { authorization: 'Bearer' }, errors.tokenEmpty],
  ['the scheme and a space', { authorization: 'Bearer ' }, errors.tokenEmpty],
  ['another scheme', { authorization: 'Basic YWRlbGU6cGFzcw==' }, errors.tokenEmpty],
  ['a token without a scheme', { authorization: 'a.b.c' }, errors.tokenEmpty],
  ['a token under a scheme like it', { authorization: 'Bearers a.b.c' }, errors.tokenEmpty],
  ['a word', { authorization: 'Bearer opaque' }, errors.notAToken],
  ['one dot', { authorization: 'Bearer e30.e30' }, errors.notAToken],
  ['three parts that are no JSON', { authorization: 'Bearer a.b.c' }, errors.notAToken],
  ['three parts that are no objects', { authorization: 'Bearer W10.W10.AA' }, errors.notAToken],
  [
    'five parts, as of an encrypted token',
    { authorization: 'Bearer e30.AA.AA.AA.AA' },
    errors.notAToken,
  ],
  ['three empty parts', { authorization: 'Bearer ..' }, errors.notAToken],
]

/** Tokens of the double's own making that it refuses. */
const tokens: readonly (readonly [string, TokenRequest, ExpectedError])[] = [
  ['a spoilt signature', { signature: 'invalid' }, errors.signature],
  ['another audience', { audience: 'https://management.azure.com' }, errors.audience],
  [
    "its own client's audience",
    { audience: '2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b02' },
    errors.audience,
  ],
  ['no audience', { claims: { aud: null } }, errors.audience],
  ['a list of audiences', { claims: { aud: ['https://graph.microsoft.com'] } }, errors.audience],
  ['an unknown tenant', { claims: { tid: nobody } }, errors.issuer],
  ['no tenant', { claims: { tid: null } }, errors.issuer],
  [
    "another tenant's issuer",
    { claims: { iss: `https://sts.windows.net/${nobody}/` } },
    errors.issuer,
  ],
  [
    'an issuer without its last slash',
    { claims: { iss: `https://sts.windows.net/${TENANT_ID}` } },
    errors.issuer,
  ],
  [
    'the issuer of version 2.0',
    { claims: { iss: `https://login.microsoftonline.com/${TENANT_ID}/v2.0` } },
    errors.issuer,
  ],
  ['no issuer', { claims: { iss: null } }, errors.issuer],
  ['a lifetime that is over', { lifetimeSeconds: -1 }, errors.expired],
  ['a lifetime of nothing', { lifetimeSeconds: 0 }, errors.expired],
  ['an expiry this second', { claims: { exp: noon } }, errors.expired],
  ['no expiry', { claims: { exp: null } }, errors.expired],
  ['an expiry that is no number', { claims: { exp: '9999999999' } }, errors.expired],
  ['a beginning in the next second', { claims: { nbf: noon + 1 } }, errors.notYetValid],
  [
    'an unknown user',
    { claims: { oid: nobody } },
    {
      ...errors.tokenEmpty,
      message: `The user account ${nobody} does not exist in the ${TENANT_ID} directory.`,
    },
  ],
  ['a disabled user', { user: 'disabled' }, errors.accountDisabled],
]

t.test('Microsoft Graph answers 401', async t => {
  const { understudy } = await understudyAtNoon(t)
  const lines = ['GET /v1.0/me', 'POST /beta/me/revokeSignInSessions', 'GET /v1.0/nothing'] as const

  for (const [title, sent, error] of headers) {
    t.test(`to ${title}, whatever is asked for`, async t => {
      for (const line of lines) {
        const reply = await graph(understudy, line, { headers: sent })
        isError(t, reply, error)
        t.equal(reply.headers.get('www-authenticate'), bareChallenge)
      }
    })
  }

  for (const [title, request, error] of tokens) {
    t.test(`to a token with ${title}, whatever is asked for`, async t => {
      const token = await tokenFor(understudy, { ...adele, ...request })
      for (const line of lines) {
        const reply = await graph(understudy, line, { token })
        isError(t, reply, error)
        t.equal(reply.headers.get('www-authenticate'), bareChallenge)
      }
    })
  }

  t.test('to a token whose payload is no object, though it is signed', async t => {
    const { kid, privateKey } = await signingKeys.ready()
    for (const payload of [['a'], new Date(), Object('text')]) {
      const token = signRs256({ alg: 'RS256', kid }, payload, privateKey)
      isError(t, await graph(understudy, 'GET /v1.0/me', { token }), errors.notAToken)
    }
  })

  t.test('to a token that is sent anywhere but in the header', async t => {
    const token = await tokenFor(understudy, adele)
    const reply = await graph(understudy, `GET /v1.0/me?access_token=${token}`)
    isError(t, reply, errors.tokenEmpty)
  })

  t.test('before it looks at anything else', async t => {
    const body = { what: 'ever' }
    const call = { body, headers: { authorization: 'Bearer opaque' } }
    isError(t, await graph(understudy, 'POST /v1.0/me/nothing', call), errors.notAToken)
    isError(t, await graph(understudy, 'GET /v1.0/users?$top=0'), errors.tokenEmpty)
  })
})

t.test('Microsoft Graph accepts', async t => {
  const { understudy, clock } = await understudyAtNoon(t)
  const status = async (token: string) =>
    (await graph(understudy, 'GET /v1.0/me', { token })).status

  t.test('the scheme in any case, and any number of spaces behind it', async t => {
    const token = await tokenFor(understudy, adele)
    for (const scheme of ['Bearer ', 'bearer ', 'BEARER ', 'Bearer    ']) {
      const headers = { authorization: scheme + token }
      t.equal((await graph(understudy, 'GET /v1.0/me', { headers })).status, 200)
    }
  })

  t.test('its audience by address and by id', async t => {
    for (const audience of ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'])
      t.equal(await status(await tokenFor(understudy, { ...adele, audience })), 200)
  })

  t.test('a tenant id in any case', async t => {
    const claims = { tid: TENANT_ID.toUpperCase() }
    t.equal(await status(await tokenFor(understudy, { ...adele, claims })), 200)
  })

  t.test('a token from the second of its nbf on, to that of its exp', async t => {
    const claims = { nbf: noon + 10, exp: noon + 20 }
    const token = await tokenFor(understudy, { ...adele, claims })
    const seen: number[] = []
    // To the full second, where the edges are.
    clock.advance(0.75)
    for (let second = 1; second < 30; second += 1) {
      seen.push(await status(token))
      clock.advance(1)
    }
    t.same(seen, [...Array(9).fill(401), ...Array(10).fill(200), ...Array(10).fill(401)])
  })
})

t.test('a token that was accepted before', async t => {
  const { understudy, clock } = await understudyAtNoon(t)
  const used = async (request: TokenRequest) => {
    const token = await tokenFor(understudy, { ...adele, ...request })
    const call = () => graph(understudy, 'GET /v1.0/me', { token })
    t.equal((await call()).status, 200)
    return call
  }

  t.test('is refused once it is revoked', async t => {
    const call = await used({ capabilities: ['cp1'] })
    const token = await tokenFor(understudy, adele)
    await graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token })
    isError(t, await call(), errors.revoked)
    await control(understudy, 'POST /_understudy/reset')
    t.equal((await call()).status, 200, 'and accepted again after a reset')
  })

  t.test('is refused once it has expired', async t => {
    const call = await used({ lifetimeSeconds: 60 })
    clock.advance(59)
    t.equal((await call()).status, 200)
    clock.advance(1)
    isError(t, await call(), errors.expired, new Date(clock.now()))
  })

  t.test('says that it has expired rather than that it was revoked', async t => {
    const call = await used({ lifetimeSeconds: 60, capabilities: ['cp1'] })
    const token = await tokenFor(understudy, adele)
    await graph(understudy, 'POST /v1.0/me/revokeSignInSessions', { token })
    clock.advance(60)
    isError(t, await call(), errors.expired, new Date(clock.now()))
  })
})
