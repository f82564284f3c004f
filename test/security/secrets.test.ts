// Secrets stay secret: no token, key, password or stack in an error or in the log of a running program.
import type { Test } from 'tap'
import t from 'tap'
import type { Program } from '../support/program.ts'
import { startProgram } from '../support/program.ts'
import { sendLines } from '../support/wire.ts'

const CONTROL_KEY = 'open-sesame-4280'
const QUERY_SECRET = 'query-secret-4280'
const BODY_SECRET = 'body-secret-4280'

/** Everything a run had to keep to itself: `note` adds to it, and gives back what it was given. */
class Secrets {
  readonly #all = new Set([CONTROL_KEY, QUERY_SECRET, BODY_SECRET, 'Passw0rd!'])

  note(token: string): string {
    for (const part of [token, token.split('.')[2] ?? token]) this.#all.add(part)
    return token
  }

  /** Asserts that a text has none of them. */
  areNotIn(t: Test, text: string, title: string): void {
    const found = [...this.#all].filter(secret => secret !== '' && text.includes(secret))
    t.same(found, [], title)
  }
}

async function issue({ url }: Program, body: object): Promise<string> {
  const response = await fetch(`${url}/_understudy/tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${CONTROL_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return Object(await response.json()).access_token
}

/** Requests that are refused, or that fail, with something secret in each. */
async function refusedRequests(program: Program, secrets: Secrets): Promise<readonly Request[]> {
  const note = async (body: object) => secrets.note(await issue(program, body))
  const tokens = [
    await note({ user: 'adele', scopes: [] }),
    await note({ user: 'adele', lifetimeSeconds: -1 }),
    await note({ user: 'adele', signature: 'invalid' }),
    await note({ user: 'adele', audience: 'https://example.com' }),
    await note({ user: 'disabled' }),
    await note({}),
    secrets.note('not.a.token-4280'),
  ]
  const json = { authorization: `Bearer ${CONTROL_KEY}`, 'content-type': 'application/json' }
  const send = (path: string, init: RequestInit = {}) => new Request(program.url + path, init)
  const post = (path: string, body: string, headers: Record<string, string> = json) =>
    send(path, { method: 'POST', headers, body })
  return [
    ...tokens.flatMap(token => {
      const headers = { authorization: `Bearer ${token}` }
      return [
        send('/v1.0/me/nowhere', { headers }),
        send('/v1.0/me/revokeSignInSessions', { method: 'POST', headers }),
        // What a filter says is told to whoever sent it, as by the real service; what else is in the address is not.
        send(`/beta/users?$filter=x&code=${QUERY_SECRET}&access_token=${token}`, { headers }),
        send(`/v1.0/%zz?access_token=${token}`, { headers }),
        send('/_understudy/tenants', { headers }),
        post('/_understudy/explain', `{"token":"${token}"`),
        post('/_understudy/explain', `{"token":"x","more":"${token}"}`),
        post('/_understudy/explain', `{"token":["${token}"]}`),
      ]
    }),
    send(`/nowhere?code=${QUERY_SECRET}`),
    send(`/%zz?code=${QUERY_SECRET}`),
    send(`/_understudy/%zz?code=${QUERY_SECRET}`),
    send(`/_understudy/health?code=${QUERY_SECRET}`),
    send('/_understudy/tenants', { headers: { authorization: `Bearer ${CONTROL_KEY}x` } }),
    post('/_understudy/tokens', `{"claims":"${BODY_SECRET}"}`),
    post('/_understudy/tokens', `{"user":"adele","client_secret":"${BODY_SECRET}"}`),
    post('/_understudy/tokens', `{"user":"adele","signature":"${BODY_SECRET}"}`),
    post('/_understudy/tokens', `client_secret=${BODY_SECRET}`, {
      ...json,
      'content-type': 'application/x-www-form-urlencoded',
    }),
    post(
      '/_understudy/tokens',
      `{"claims":{"s":"${BODY_SECRET}","a":${'['.repeat(4e5)}${']'.repeat(4e5)}}}`,
    ),
    post('/_understudy/tokens', `"${BODY_SECRET}"${' '.repeat(1_100_000)}`),
  ]
}

t.test('A program that logs every request', async t => {
  for (const level of ['info', 'debug']) {
    t.test(`keeps secrets out of its errors and its log, at ${level}`, async t => {
      const secrets = new Secrets()
      const program = await startProgram(t, {
        args: ['--no-https', '--log-level', level],
        env: { GRAPH_UNDERSTUDY_CONTROL_KEY: CONTROL_KEY },
      })
      for (const request of await refusedRequests(program, secrets)) {
        const response = await fetch(request)
        const title = `${request.method} ${request.url.slice(0, 80)} ${response.status}`
        const text = await response.text()
        t.ok(response.status >= 400, title)
        secrets.areNotIn(t, text, title)
        secrets.areNotIn(t, JSON.stringify([...response.headers]), title)
        t.notMatch(text, /\n\s+at |node_modules|\.[jt]s:\d+/, `${title}: no stack`)
      }
      const host = ['GET /v1.0/me HTTP/1.1', 'Host: evil.example', `Authorization: ${CONTROL_KEY}`]
      secrets.areNotIn(t, (await sendLines(t, program.url, host)).text, 'a foreign host')
      const malformed = ['GET / HTTP/1.1', `Host: ${CONTROL_KEY}`, `\0: ${CONTROL_KEY}`]
      secrets.areNotIn(t, (await sendLines(t, program.url, malformed)).text, 'a malformed request')

      program.process.kill('SIGTERM')
      const { stdout, stderr } = await program.ended
      const lines = stderr.trim().split('\n')
      t.ok(lines.length > 50, 'there is a line for each request')
      secrets.areNotIn(t, stdout + stderr, 'what it printed')
    })
  }
})
