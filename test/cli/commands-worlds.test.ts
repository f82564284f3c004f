// The commands for clocks, planned failures and snapshots: what they print, as text and as JSON, and what has become of the server.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import type { components } from '../../src/contract/generated.ts'
import { commandServer } from '../support/commands.ts'
import { graph } from '../support/understudy.ts'

type Schemas = components['schemas']

const done = { code: 0, signal: null, stderr: '' }
const noon = '2026-08-13T12:00:00.250Z'

t.test('clock', async t => {
  const { run, understudy } = await commandServer(t)

  const steps: readonly (readonly [line: string, printed: string])[] = [
    ['clock', noon],
    ['clock show', noon],
    ['clock advance 2h30m', '2026-08-13T14:30:00.250Z, 2h 30m ahead of the machine'],
    ['clock advance -3h', '2026-08-13T11:30:00.250Z, 30m behind the machine'],
    ['clock freeze', '2026-08-13T11:30:00.250Z, stands still, 30m behind the machine'],
    ['clock release', '2026-08-13T11:30:00.250Z, 30m behind the machine'],
    ['clock set 2026-08-14T12:00:00.250Z', '2026-08-14T12:00:00.250Z, 1d ahead of the machine'],
    ['clock freeze 2026-08-13T14:00:00.250+02:00', '2026-08-13T12:00:00.250Z, stands still'],
    ['clock reset', "The clock shows the machine's time."],
    ['clock', noon],
  ]
  t.test('reads, sets, advances, freezes, releases and resets it', async t => {
    for (const [line, printed] of steps)
      t.same(await run(line), { ...done, stdout: `${printed}\n` }, line)
  })

  t.test('answers the reading with --json', async t => {
    const { stdout } = await run('clock advance 90s --json')
    const reading: Schemas['clock'] = JSON.parse(stdout)
    t.same(reading, { now: '2026-08-13T12:01:30.250Z', frozen: false, offsetSeconds: 90 })
    t.same(await understudy.clock.get(), reading)
  })
})

t.test('faults', async t => {
  const { run, understudy } = await commandServer(t)

  t.test('plans them with every member of a plan, lists them, and calls them off', async t => {
    t.same(await run('faults'), { ...done, stdout: 'No planned failures.\n' })
    const { stdout, ...rest } = await run([
      ...'faults add --operation signIn.token.issue --user adele --client'.split(' '),
      'Web app',
      ...'--grant-type refresh_token --after 1 --times 2 --probability 0.5 --seed 7'.split(' '),
      ...'--status 503 --code 90033 --retry-after 2 --delay 1-20 --message'.split(' '),
      'Try again',
      '--json',
    ])
    t.same(rest, done)
    const fault: Schemas['fault'] = JSON.parse(stdout)
    t.match(fault, {
      plan: {
        operationId: 'signIn.token.issue',
        grantType: 'refresh_token',
        after: 1,
        times: 2,
        probability: 0.5,
        seed: 7,
        status: 503,
        code: '90033',
        message: 'Try again',
        retryAfterSeconds: 2,
        delayMilliseconds: { least: 1, most: 20 },
      },
      met: 0,
      struck: 0,
    })
    t.same(await understudy.faults.list(), [fault])
    const line = new RegExp(
      `^${fault.id} {2}operationId=signIn\\.token\\.issue .* {2}met 0 {2}struck 0\n$`,
    )
    t.match(await run('faults list'), { ...done, stdout: line })
    t.same(await run(`faults remove ${fault.id}`), {
      ...done,
      stdout: `${fault.id} is called off.\n`,
    })
    t.same(await understudy.faults.list(), [])
  })

  t.test('strike, and are counted, until all are called off', async t => {
    const { access_token: token } = await understudy.issueToken({
      user: 'adele',
      capabilities: ['cp1'],
    })
    t.match(await run('faults add --operation graph.me.get --status 429 --delay 1'), {
      ...done,
      stdout: /^\S+ {2}operationId=graph\.me\.get status=429 delayMilliseconds=1\n$/,
    })
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 429)
    t.match((await run('faults')).stdout, / {2}met 1 {2}struck 1\n$/)
    t.same(await run('faults clear'), { ...done, stdout: 'All planned failures are called off.\n' })
    t.equal((await graph(understudy, 'GET /v1.0/me', { token })).status, 200)
  })

  t.test('says what the server says of a plan that cannot be', async t => {
    t.match(await run('faults add --operation graph.me.gett --status 500'), {
      code: 1,
      stderr: /^graph-understudy: There is no operation 'graph\.me\.gett'\. .*graph\.me\.get.*\n$/,
    })
    t.match(await run('faults add --connection reset --surface graph --retry-after 1'), {
      code: 1,
      stderr: /status/,
    })
  })
})

t.test('snapshot and restore', async t => {
  const { run, understudy } = await commandServer(t)
  const { access_token: token } = await understudy.issueToken({
    user: 'adele',
    capabilities: ['cp1'],
  })
  const status = async () => (await graph(understudy, 'GET /v1.0/me', { token })).status

  t.test('put everything back to where it was', async t => {
    t.same(await run('snapshot list'), { ...done, stdout: 'No snapshots.\n' })
    const stdout = "Taken: 'signed-in', of contoso.onmicrosoft.com.\n"
    t.same(await run('snapshot signed-in'), { ...done, stdout })
    t.same(await run('snapshot list'), {
      ...done,
      stdout: `signed-in  ${noon}  contoso.onmicrosoft.com\n`,
    })
    await understudy.revoke('adele')
    t.equal(await status(), 401)
    const restored = "Everything is as it was when 'signed-in' was taken.\n"
    t.same(await run('restore signed-in'), { ...done, stdout: restored })
    t.equal(await status(), 200)
  })

  t.test('leave the clock as it is when asked to', async t => {
    await understudy.clock.advance(60)
    await run('restore signed-in --keep-clock')
    t.match(await understudy.clock.get(), { offsetSeconds: 60 })
    await run('restore signed-in')
    t.match(await understudy.clock.get(), { offsetSeconds: 0 })
  })

  t.test('keep a snapshot in a file of one’s own, and take it from there', async t => {
    const file = join(t.testdir(), 'signed-in.json')
    t.same(await run(['snapshot', 'download', 'signed-in', file]), {
      ...done,
      stdout: `'signed-in' is in ${file}.\n`,
    })
    t.equal((await stat(file)).mode & 0o77, 0)
    const printed = await run('snapshot download signed-in')
    t.same(printed, { ...done, stdout: await readFile(file, 'utf8') })
    await understudy.revoke('adele')
    const uploaded = "Uploaded: 'other', of contoso.onmicrosoft.com.\n"
    t.same(await run(['snapshot', 'upload', 'other', file]), { ...done, stdout: uploaded })
    const piped = await run('snapshot upload piped -', { input: printed.stdout })
    t.match(piped, { ...done, stdout: /^Uploaded: 'piped'/ })
    await run('restore other')
    t.equal(await status(), 200)
    t.same(await run('snapshot remove other'), { ...done, stdout: "'other' is forgotten.\n" })
    t.match(await run('restore other'), { code: 1, stderr: /There is no snapshot 'other'\./ })
  })

  t.test('refuse a file that is none', async t => {
    const folder = t.testdir({ 'none.json': 'none', 'other.json': '{}' })
    t.match(await run(['snapshot', 'upload', 'x', join(folder, 'none.json')]), {
      code: 2,
      stderr: /none\.json holds no JSON/,
    })
    t.match(await run(['snapshot', 'upload', 'x', join(folder, 'other.json')]), { code: 1 })
    t.match(await run(['snapshot', 'upload', 'x', join(folder, 'missing.json')]), {
      code: 1,
      stderr: /^graph-understudy: ENOENT: .*missing\.json'\n$/,
    })
  })

  t.test('answer the snapshots with --json', async t => {
    const taken: Schemas['snapshot'] = JSON.parse((await run('snapshot one --json')).stdout)
    t.same(taken, { name: 'one', takenAt: noon, tenants: ['contoso.onmicrosoft.com'] })
    const { stdout } = await run('snapshot list --json')
    const { snapshots }: Schemas['snapshotCollection'] = JSON.parse(stdout)
    t.same(snapshots.at(-1), taken)
  })
})
