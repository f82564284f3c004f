// signIn.token.issue: the scope that is asked for, what the answer makes of it, and for whom the token is.
import t from 'tap'
import type { Understudy } from '../../src/api.ts'
import { clients, upn } from '../support/contoso.ts'
import { askToken, claimsOf, device, OWN_API, refusalOf, tokensOf } from '../support/sign-in.ts'
import { graph, understudyAtNoon } from '../support/understudy.ts'

const GRAPH = 'https://graph.microsoft.com'
const GRAPH_ID = '00000003-0000-0000-c000-000000000000'
const ALL = 'email openid profile User.Read User.RevokeSessions.All'

const ask = (understudy: Understudy, scope: string) =>
  askToken(understudy, device, {
    grant_type: 'password',
    username: upn('adele'),
    password: 'adele-Passw0rd!',
    scope,
  })

/** What is asked for, what is said to be granted, and the audience. */
const graphRows: readonly (readonly [string, string, string])[] = [
  ['User.Read', ALL, GRAPH_ID],
  ['User.RevokeSessions.All User.Read', ALL, GRAPH_ID],
  ['openid profile offline_access', ALL, GRAPH_ID],
  ['offline_access', ALL, GRAPH_ID],
  ['  User.Read   openid ', ALL, GRAPH_ID],
  [
    `${GRAPH}/User.Read`,
    `email openid profile ${GRAPH}/User.Read ${GRAPH}/User.RevokeSessions.All`,
    GRAPH,
  ],
  [
    `${GRAPH}//User.Read openid`,
    `email openid profile ${GRAPH}/User.Read ${GRAPH}/User.RevokeSessions.All`,
    GRAPH,
  ],
  [
    `${GRAPH_ID}/User.Read`,
    `email openid profile ${GRAPH_ID}/User.Read ${GRAPH_ID}/User.RevokeSessions.All`,
    GRAPH_ID,
  ],
  [
    `${GRAPH}/.default`,
    `email openid profile ${GRAPH}/User.Read ${GRAPH}/User.RevokeSessions.All ${GRAPH}/.default`,
    GRAPH,
  ],
  [
    `openid offline_access ${GRAPH}//.default`,
    `email openid profile ${GRAPH}/User.Read ${GRAPH}/User.RevokeSessions.All ${GRAPH}/.default`,
    GRAPH,
  ],
  ['.default', `${ALL} .default`, GRAPH_ID],
  [
    'http://localhost:4280/.default',
    'email openid profile http://localhost:4280/User.Read http://localhost:4280/User.RevokeSessions.All http://localhost:4280/.default',
    'http://localhost:4280',
  ],
  [
    'https://localhost:4280/User.Read',
    'email openid profile https://localhost:4280/User.Read https://localhost:4280/User.RevokeSessions.All',
    'https://localhost:4280',
  ],
]

t.test('a scope of Microsoft Graph', async t => {
  const { understudy } = await understudyAtNoon(t)

  for (const [scope, granted, audience] of graphRows) {
    t.test(`'${scope}' is granted in its own words, with all that has consent`, async t => {
      const tokens = tokensOf(await ask(understudy, scope))
      t.equal(tokens.scope, granted)
      const { aud, scp, ver } = claimsOf(tokens.access_token)
      t.same([aud, scp, ver], [audience, ALL, '1.0'])
      const { access_token: token } = tokens
      t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
    })
  }
})

t.test('a scope of an application', async t => {
  const { understudy } = await understudyAtNoon(t)

  for (const [scope, granted] of [
    [`${OWN_API}/access_as_user`, `${OWN_API}/access_as_user`],
    [`openid offline_access ${OWN_API}/access_as_user`, `${OWN_API}/access_as_user`],
    [`${clients.web}/access_as_user`, `${clients.web}/access_as_user`],
    [`${OWN_API}/.default`, `${OWN_API}/access_as_user ${OWN_API}/.default`],
  ] as const) {
    t.test(`'${scope}' is granted by itself, in a token of version 2.0`, async t => {
      const tokens = tokensOf(await ask(understudy, scope))
      t.equal(tokens.scope, granted)
      const { aud, scp, ver } = claimsOf(tokens.access_token)
      t.same([aud, scp, ver], [clients.web, 'access_as_user', '2.0'])
      const { access_token: token } = tokens
      t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 401)
    })
  }
})

t.test('a scope that is none', async t => {
  const { understudy } = await understudyAtNoon(t)

  for (const [scope, error, number] of [
    ['User/Read', 'invalid_scope', 70011],
    ['User.Read <script>', 'invalid_scope', 70011],
    [`${GRAPH}/`, 'invalid_scope', 70011],
    [`${GRAPH}/.default User.Read`, 'invalid_request', 28000],
    [`${GRAPH}/.default ${GRAPH}/User.Read`, 'invalid_scope', 70011],
    ['.default User.Read', 'invalid_scope', 70011],
    [`User.Read ${OWN_API}/access_as_user`, 'invalid_request', 28000],
    ['https://nothing.example/read', 'invalid_resource', 500011],
    [`${OWN_API}/write`, 'invalid_grant', 65001],
  ] as const) {
    t.test(`'${scope}' is refused`, async t => {
      const reply = await ask(understudy, scope)
      t.same(refusalOf(reply).slice(0, 3), [400, error, number])
      if (number !== 500011) return
      t.match(
        Object(reply.json).error_description,
        'AADSTS500011: The resource principal named https://nothing.example was not found in the tenant named Contoso. ',
      )
    })
  }
})
