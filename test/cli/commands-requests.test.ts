// requests: the list as text and as JSON, and requests as they come.
import t from 'tap'
import { RequestLines } from '../../src/cli/request-lines.ts'
import type { RecordedRequest } from '../../src/client/controls.ts'
import { commandServer, follow } from '../support/commands.ts'
import { graph } from '../support/understudy.ts'

const done = { code: 0, signal: null, stderr: '' }

/** How long a request took is nothing to compare. */
function withoutDurations(text: string): string {
  return text.replaceAll(/ +[0-9.]+ ms/g, ' … ms')
}

const listed = `12:00:00.250  200  GET     /v1.0/me … ms  graph.me.get  adele@contoso.onmicrosoft.com
12:00:00.250  401  GET     /v1.0/me … ms  graph.me.get  adele@contoso.onmicrosoft.com
              InvalidAuthenticationToken: The user's sign-in sessions were revoked after it was issued, and its client declared cp1.
              A token that is issued after the revocation is taken: have the user sign in again.
`

t.test('requests', async t => {
  const { run, understudy, url } = await commandServer(t)
  const { access_token: token } = await understudy.issueToken({
    user: 'adele',
    scopes: ['User.Read'],
    capabilities: ['cp1'],
  })
  const getMe = () => graph(understudy, 'GET /v1.0/me', { token })

  t.test('says that there are none', async t => {
    t.same(await run('requests'), { ...done, stdout: 'No requests.\n' })
  })

  t.test(
    'lists them in columns, with the reason of a refusal below, plain where no terminal is',
    async t => {
      await getMe()
      await understudy.revoke('adele')
      await getMe()
      const { stdout, ...rest } = await run('requests')
      t.same(rest, done)
      t.equal(withoutDurations(stdout), listed)
      t.same(await run('requests', { env: { NO_COLOR: '1' } }), { ...rest, stdout })
    },
  )

  t.test('answers the collection with --json', async t => {
    const { stdout } = await run('requests --json')
    const answer: { readonly requests: readonly RecordedRequest[] } = JSON.parse(stdout)
    t.same(answer.requests, await understudy.requests())
    t.equal(answer.requests.length, 2)
  })

  const queries: readonly (readonly [options: string, statuses: readonly number[]])[] = [
    ['--operation graph.me.get', [200, 401]],
    ['--operation graph.users.get', []],
    ['--status 401', [401]],
    ['--limit 1', [401]],
    ['--user adele', [200, 401]],
    ['--user admin', []],
    ['--client 2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b02', [200, 401]],
    ['--surface signIn', []],
    ['--error InvalidAuthenticationToken', [401]],
    ['--since 2026-08-13T12:00:00Z', [200, 401]],
    ['--since 2026-08-13T12:00:01Z', []],
    ['--since 5m', [200, 401]],
  ]
  t.test('lists those that are asked for', async t => {
    for (const [options, statuses] of queries) {
      const { stdout } = await run(`requests ${options} --json`)
      const { requests }: { requests: RecordedRequest[] } = JSON.parse(stdout)
      t.same(
        requests.map(({ status }) => status),
        statuses,
        options,
      )
    }
  })

  t.test(
    'follows: shows the latest, then each that comes, and ends with 0 when interrupted',
    async t => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        const env = { GRAPH_UNDERSTUDY_URL: url }
        const following = follow(t, 'requests --follow --limit 1 --status 401', env)
        t.match(await following.nextLine(), /^12:00:00\.250 {2}401 {2}GET .* graph\.me\.get/)
        t.match(await following.nextLine(), /^ {14}InvalidAuthenticationToken: /)
        t.match(await following.nextLine(), /^ {14}A token that is issued/)
        await graph(understudy, 'GET /v1.0/users/adele', { token })
        t.match(await following.nextLine(), /^12:00:00\.250 {2}401 {2}GET .* graph\.users\.get/)
        following.stop(signal)
        t.match(await following.ended, { code: 0, signal: null, stderr: '' })
        await understudy.clearRequests()
        await getMe()
      }
    },
  )

  t.test('follows with a line of JSON for each', async t => {
    const following = follow(t, 'requests --follow --json', { GRAPH_UNDERSTUDY_URL: url })
    const first: RecordedRequest = JSON.parse(await following.nextLine())
    await getMe()
    const second: RecordedRequest = JSON.parse(await following.nextLine())
    t.same([first, second], await understudy.requests())
    following.stop('SIGINT')
    t.match(await following.ended, { code: 0, stderr: '' })
  })

  t.test('forgets them', async t => {
    t.same(await run('requests clear'), { ...done, stdout: 'The requests are forgotten.\n' })
    t.same(await understudy.requests(), [])
  })

  t.test('says that the tenant has gone, with exit code 1', async t => {
    const tenant = await understudy.tenant()
    const { access_token: other } = await tenant.issueToken({ user: 'adele' })
    await graph(understudy, 'GET /v1.0/me', { token: other })
    const env = { GRAPH_UNDERSTUDY_URL: url, GRAPH_UNDERSTUDY_TENANT: tenant.id }
    const following = follow(t, 'requests --follow --json', env)
    await following.nextLine()
    // A second that is shown has come by the stream.
    await graph(understudy, 'GET /v1.0/me', { token: other })
    await following.nextLine()
    await tenant.remove()
    t.match(await following.ended, {
      code: 1,
      stderr: `graph-understudy: The server at ${url}, or the tenant, is gone. Nothing more can be followed.\n`,
    })
  })

  t.test('says that the server has gone, with exit code 1', async t => {
    await getMe()
    const following = follow(t, 'requests --follow --json', { GRAPH_UNDERSTUDY_URL: url })
    await following.nextLine()
    await getMe()
    await following.nextLine()
    await understudy.close()
    t.match(await following.ended, {
      code: 1,
      stderr: `graph-understudy: The server at ${url} is gone. Nothing more can be followed.\n`,
    })
  })
})

t.test('The lines of requests', async t => {
  const request: RecordedRequest = {
    sequence: 1,
    id: 'a',
    at: '2026-08-13T12:00:00.250Z',
    durationMilliseconds: 1234.5,
    method: 'GET',
    path: '/',
    status: 200,
  }
  const lineOf = (changes: Partial<RecordedRequest>, hasColours = false) =>
    new RequestLines(hasColours, []).format({ ...request, ...changes })

  t.test('are coloured by status where there are colours', async t => {
    const colours = [200, 302, 404, 500, null].map(status =>
      lineOf({ status }, true).split('\u001b[')[1]?.slice(0, 2),
    )
    t.same(colours, ['32', '36', '33', '31', '31'])
    t.notMatch(lineOf({ status: 500 }), '\u001b')
  })

  t.test('say what has no answer, and which planned failure struck', async t => {
    t.equal(
      lineOf({ status: null, fault: 'f1' }),
      '12:00:00.250  ---  GET     /  1235 ms  -\n' +
        '              The connection was ended.\n' +
        '              The planned failure f1 struck.',
    )
  })

  t.test('name an error of the sign-in surface as it is known', async t => {
    const refusal = { reason: 'The user has changed the password.' }
    t.match(
      lineOf({ status: 400, surface: 'signIn', errorCode: '50173', refusal }),
      /\n {14}AADSTS50173: The user has changed the password\.$/,
    )
    t.match(lineOf({ status: 404, surface: 'graph', errorCode: 'X' }), /\n {14}X: refused$/)
  })

  t.test(
    'stay aligned when something wider comes, and let nothing through that moves the cursor',
    async t => {
      const lines = new RequestLines(false, [])
      t.equal(
        lines.format({ ...request, path: '/\u001b[2J\n' }),
        '12:00:00.250  200  GET     / [2J   1235 ms  -',
      )
      t.equal(lines.format(request), '12:00:00.250  200  GET     /       1235 ms  -')
    },
  )
})
