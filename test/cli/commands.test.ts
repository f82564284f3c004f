// The commands as a whole: which there are, what they say when they are called wrongly, and when the server does not answer.
import { readFileSync } from 'node:fs'
import t from 'tap'
import { commandReference } from '../../src/cli/command-reference.ts'
import { commandTable } from '../../src/cli/command-table.ts'
import { commonOptions } from '../../src/cli/common-options.ts'
import { commandHelp } from '../../src/cli/help.ts'
import { wantsColours } from '../../src/cli/terminal.ts'
import { commandServer, silence, stranger } from '../support/commands.ts'
import { packageRoot } from '../support/package-root.ts'
import { runProgram, startProgram } from '../support/program.ts'

t.test('The commands', async t => {
  t.test('are in the help of the program, and each has its own, with an example', async t => {
    const { stdout } = await runProgram(t, { args: ['--help'] })
    for (const [name, { summary, load }] of Object.entries(commandTable)) {
      t.ok(stdout.includes(`  ${name.padEnd(12)}${summary}\n`), name)
      const command = await load()
      const help = commandHelp(name, command)
      t.ok(
        command.examples.some(example => help.includes(`\n  ${example}\n`)),
        `${name}: example`,
      )
      t.ok(command.examples.every(example => example.includes(`graph-understudy ${name}`)))
      for (const option of [...Object.keys(command.options), ...Object.keys(commonOptions)])
        t.match(help, new RegExp(`^  --${option} `, 'm'), `${name} --${option}`)
    }
  })

  t.test('are in docs/commands.md as they are', async t => {
    t.equal(readFileSync(`${packageRoot}docs/commands.md`, 'utf8'), await commandReference())
  })

  t.test('show their help and do nothing else: revoke --help, help revoke', async t => {
    const { revoke } = await import('../../src/cli/commands/revoke.ts')
    const text = commandHelp('revoke', revoke)
    const [asOption, asCommand, overview] = await Promise.all([
      runProgram(t, { args: ['revoke', 'adele', '--help'] }),
      runProgram(t, { args: ['help', 'revoke'] }),
      runProgram(t, { args: ['help'] }),
    ])
    t.match(asOption, { code: 0, stdout: text, stderr: '' })
    t.match(asCommand, { code: 0, stdout: text, stderr: '' })
    t.match(overview, { code: 0, stdout: /^graph-understudy: .*\n\nUsage: /, stderr: '' })
  })
})

t.test('serve', async t => {
  t.test('starts the server, as no command does, with the variables of both', async t => {
    const env = { GRAPH_UNDERSTUDY_URL: 'http://localhost:1', GRAPH_UNDERSTUDY_TENANT: 'x' }
    const { url } = await startProgram(t, { args: ['--no-https'], env, command: 'serve' })
    const answer = await runProgram(t, {
      args: ['tenants', '--json'],
      env: { GRAPH_UNDERSTUDY_URL: url, GRAPH_UNDERSTUDY_PORT: '1', GRAPH_UNDERSTUDY_SEED: '7' },
    })
    t.match(answer, { code: 0, stderr: '' })
    t.match(JSON.parse(answer.stdout), { tenants: [{ domain: 'contoso.onmicrosoft.com' }] })
  })
})

const mistakes: readonly (readonly [line: string, message: string])[] = [
  ['revok adele', "Unknown command 'revok'. Did you mean revoke? See --help."],
  ['server', "Unknown command 'server'. Did you mean serve? See --help."],
  ['constructor', "Unknown command 'constructor'. See --help."],
  ['revoke', "'revoke' needs USER: revoke USER. See graph-understudy revoke --help."],
  ['revoke ', "'revoke' was given an empty argument. See graph-understudy revoke --help."],
  ['revoke a b', "Unexpected argument 'b'. See graph-understudy revoke --help."],
  [
    'revoke adele --tenat x',
    "Unknown option '--tenat'. Did you mean --tenant? See graph-understudy revoke --help.",
  ],
  ['reset --json=1', '--json takes no value. See graph-understudy reset --help.'],
  ['reset --tenant', '--tenant needs a value: --tenant TENANT. See graph-understudy reset --help.'],
  [
    'reset --url localhost:4280',
    "--url must be an origin such as http://localhost:4280, not 'localhost:4280'. See graph-understudy reset --help.",
  ],
  ['--json revoke', "Unknown option '--json'. See --help."],
  [
    '--port 0 revoke',
    "Unexpected argument 'revoke'. A command stands before its options. See --help.",
  ],
  [
    'clock advanc 1h',
    "'clock' has no 'advanc', but show, set, advance, freeze, release, reset. Did you mean advance? See graph-understudy clock --help.",
  ],
  [
    'clock advance soon',
    "DURATION must be a duration such as 90s, 15m, 2h30m or 1d, not 'soon'. See graph-understudy clock --help.",
  ],
  [
    'clock set noon',
    "INSTANT must be one such as 2026-08-13T12:00:00Z, not 'noon'. See graph-understudy clock --help.",
  ],
  [
    'clock set 2026-13-13T12:00:00Z',
    "INSTANT must be one such as 2026-08-13T12:00:00Z, not '2026-13-13T12:00:00Z'. See graph-understudy clock --help.",
  ],
  ['faults list --times 2', "'faults list' takes no --times. See graph-understudy faults --help."],
  [
    'faults add --times 2',
    "'faults add' needs one of --status, --delay and --connection. See graph-understudy faults --help.",
  ],
  [
    'faults add --status many',
    "--status must be a number, not 'many'. See graph-understudy faults --help.",
  ],
  [
    'faults add --connection rest',
    "--connection must be one of reset, truncate, hang, not 'rest'. See graph-understudy faults --help.",
  ],
  [
    'faults add --delay 1s',
    "--delay must be milliseconds such as 500 or 200-2000, not '1s'. See graph-understudy faults --help.",
  ],
  [
    'settings revocation.presett=x',
    "There is no setting 'revocation.presett'. Did you mean revocation.preset? See graph-understudy settings --help.",
  ],
  [
    'settings signIn',
    "'signIn' needs a value: signIn=VALUE. See graph-understudy settings --help.",
  ],
  [
    'settings revocation.truncateToSeconds=yes',
    "revocation.truncateToSeconds must be true or false, not 'yes'. See graph-understudy settings --help.",
  ],
  [
    'settings revocation.delaySeconds.graph=',
    "revocation.delaySeconds.graph must be a number, not ''. See graph-understudy settings --help.",
  ],
  [
    'requests --status 99',
    "--status must be a whole number from 100 to 599, not '99'. See graph-understudy requests --help.",
  ],
  [
    'requests --since yesterday',
    "--since must be an instant such as 2026-08-13T12:00:00Z, or a duration such as 5m, not 'yesterday'. See graph-understudy requests --help.",
  ],
  [
    'requests --surface sign-in',
    "--surface must be graph or signIn, not 'sign-in'. See graph-understudy requests --help.",
  ],
  [
    'tenants create --seed seven',
    "--seed must be a whole number from 0, not 'seven'. See graph-understudy tenants --help.",
  ],
  ['tenants list --seed 7', "'tenants list' takes no --seed. See graph-understudy tenants --help."],
  ['explain -', 'There is no token to explain. See graph-understudy explain --help.'],
  [
    'doctor --redirect-uri x',
    '--redirect-uri goes with --client-id. See graph-understudy doctor --help.',
  ],
]

t.test('A command that makes no sense', async t => {
  for (const [line, message] of mistakes)
    t.test(`is refused with exit code 2, and says what is wrong: ${line}`, async t => {
      t.same(await runProgram(t, { args: line.split(' ') }), {
        code: 2,
        signal: null,
        stdout: '',
        stderr: `graph-understudy: ${message}\n`,
      })
    })

  t.test('is also one with a variable that there is not', async t => {
    const env = { GRAPH_UNDERSTUDY_TENNANT: 'x' }
    t.match(await runProgram(t, { args: ['reset'], env }), {
      code: 2,
      stderr:
        'graph-understudy: There is no setting GRAPH_UNDERSTUDY_TENNANT. Did you mean GRAPH_UNDERSTUDY_TENANT? See graph-understudy reset --help.\n',
    })
  })
})

t.test('Without its server a command', async t => {
  t.test('says so in one line, and how to start one', async t => {
    const url = await silence()
    for (const args of [['reset'], ['requests', '--follow']])
      t.same(await runProgram(t, { args: [...args, '--url', url] }), {
        code: 1,
        signal: null,
        stdout: '',
        stderr: `graph-understudy: Nothing answers at ${url}. Start it with: npx graph-understudy --port ${new URL(url).port}\n`,
      })
  })

  t.test('says so of one that is something else', async t => {
    for (const status of [200, 404]) {
      const url = await stranger(t, status, '<p>Hello</p>')
      t.match(await runProgram(t, { args: ['tenants', '--url', url] }), {
        code: 1,
        stdout: '',
        stderr: `graph-understudy: What answers at ${url} is not graph-understudy.\n`,
      })
    }
  })
})

t.test('The output', async t => {
  t.test('is coloured on a terminal alone, and not where NO_COLOR is set', async t => {
    t.equal(wantsColours(true, {}), true)
    t.equal(wantsColours(true, { NO_COLOR: '' }), true)
    t.equal(wantsColours(true, { NO_COLOR: '1' }), false)
    t.equal(wantsColours(false, {}), false)
  })
})

t.test('A server with a control key', async t => {
  const server = await commandServer(t, { controlKey: 'k e=y' })

  t.test('refuses a command without it, or with another', async t => {
    for (const env of [{}, { GRAPH_UNDERSTUDY_CONTROL_KEY: 'other' }])
      t.match(await server.run('reset', { env }), {
        code: 1,
        stdout: '',
        stderr:
          'graph-understudy: Send the control key as "Authorization: Bearer <key>". Give it with --control-key or GRAPH_UNDERSTUDY_CONTROL_KEY.\n',
      })
  })

  t.test('takes it from the variable and, before that, from the option', async t => {
    const right = { GRAPH_UNDERSTUDY_CONTROL_KEY: 'k e=y' }
    t.match(await server.run('reset', { env: right }), { code: 0, stderr: '' })
    const env = { GRAPH_UNDERSTUDY_CONTROL_KEY: 'other' }
    t.match(await server.run(['reset', '--control-key', 'k e=y'], { env }), { code: 0, stderr: '' })
  })
})
