// explain: what is said of a token to a person.
import t from 'tap'
import type { Explanation } from '../../src/client/controls.ts'
import { commandServer } from '../support/commands.ts'

const done = { code: 0, signal: null, stderr: '' }

const accepted = `An access token
  User          adele@contoso.onmicrosoft.com
  Client        2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b02
  Tenant        5e0c2f6a-7c1d-4b8e-9a3f-2d6b1c0e4f10
  Audience      https://graph.microsoft.com
  Scopes        User.Read User.RevokeSessions.All
  Capabilities  cp1
  Issued        2026-08-13T12:00:00.250Z
  Expires       2026-08-13T13:00:00.000Z

Microsoft Graph  accepted  It is valid, and nothing has been revoked since it was issued.
Token endpoint   refused   The token endpoint takes refresh tokens, codes and assertions, not an access token for Microsoft Graph.
Browser session  refused   The browser session is a cookie, not an access token.

Allows `

const refused = `
Microsoft Graph  refused  The user's sign-in sessions were revoked after it was issued, and its client declared cp1.
Token endpoint   refused  The token endpoint takes refresh tokens, codes and assertions, not an access token for Microsoft Graph.
Browser session  refused  The browser session is a cookie, not an access token.
To do: Have the user sign in again; a client that handles the claims challenge (cp1) asks for it by itself.
`

t.test('explain', async t => {
  const { run, understudy } = await commandServer(t)
  const { access_token: token } = await understudy.issueToken({
    user: 'adele',
    scopes: ['User.Read', 'User.RevokeSessions.All'],
    capabilities: ['cp1'],
    lifetimeSeconds: 3600,
  })

  t.test('says what a token is, which surface takes it, and what it allows or lacks', async t => {
    const { stdout, ...rest } = await run(['explain', token])
    t.same(rest, done)
    t.equal(stdout.slice(0, accepted.length), accepted)
    t.match(stdout, /^Allows graph\.me\.get, .*graph\.me\.revokeSignInSessions/m)
    t.match(
      stdout,
      /\n\nDoes not allow\n(?: {2}.*\n)* {2}graph\.users\.list +needs one of User\.\S+,/,
    )
  })

  t.test('judges it as far as it acts on a user', async t => {
    const { stdout } = await run(['explain', token, '--target', 'admin@contoso.onmicrosoft.com'])
    t.match(
      stdout,
      /\nDoes not allow\n(?: {2}.*\n)* {2}graph\.users\.revokeSignInSessions +needs one of .*Administrator/,
    )
  })

  t.test(
    'says why it is refused and what would help, of a token from standard input too',
    async t => {
      await understudy.revoke('adele')
      const asWord = await run(['explain', token])
      t.match(asWord, done)
      t.equal(asWord.stdout.slice(-refused.length), refused)
      t.same(await run('explain -', { input: `${token}\n` }), asWord)
    },
  )

  t.test('says of what it cannot read that it is none of ours', async t => {
    const { stdout, ...rest } = await run('explain nonsense')
    t.same(rest, done)
    t.match(
      stdout,
      /^Nothing that graph-understudy has issued, or not all of it\n\nMicrosoft Graph {2}refused/,
    )
    t.match(stdout, /\nTo do: /)
  })

  t.test('answers the explanation with --json', async t => {
    const { stdout } = await run(['explain', token, '--json'])
    const explanation: Explanation = JSON.parse(stdout)
    t.same(explanation, await understudy.explain(token))
  })
})
