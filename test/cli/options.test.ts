// The command line and its variables: what each option is read as, and that a mistake names the option.
import t from 'tap'
import { helpText } from '../../src/cli/help.ts'
import type { CliOptions } from '../../src/cli/options.ts'
import { optionTable, parseOptions, UsageError, variableOf } from '../../src/cli/options.ts'

const defaults: CliOptions = {
  port: 4280,
  host: '127.0.0.1',
  https: true,
  fixtures: undefined,
  watch: false,
  generateUsers: 0,
  permissions: 'documented',
  allowHosts: [],
  publicUrl: undefined,
  controlKey: undefined,
  journal: 1000,
  seed: undefined,
  logLevel: 'warn',
  help: false,
  version: false,
}

interface Case {
  readonly option: string
  readonly text?: string
  readonly expected: Partial<CliOptions>
  /** What the option cannot do without. */
  readonly beside?: { readonly args: readonly string[]; readonly expected: Partial<CliOptions> }
}

const readings: readonly Case[] = [
  { option: 'port', text: '0', expected: { port: 0 } },
  { option: 'port', text: '65535', expected: { port: 65535 } },
  { option: 'host', text: '0.0.0.0', expected: { host: '0.0.0.0' } },
  { option: 'host', text: '::1', expected: { host: '::1' } },
  { option: 'no-https', expected: { https: false } },
  { option: 'fixtures', text: './my fixtures', expected: { fixtures: './my fixtures' } },
  {
    option: 'watch',
    expected: { watch: true },
    beside: { args: ['--fixtures', 'x'], expected: { fixtures: 'x' } },
  },
  { option: 'generate-users', text: '1000000', expected: { generateUsers: 1_000_000 } },
  { option: 'permissions', text: 'documented', expected: { permissions: 'documented' } },
  { option: 'permissions', text: 'observed', expected: { permissions: 'observed' } },
  { option: 'permissions', text: 'off', expected: { permissions: 'off' } },
  { option: 'allow-host', text: 'graph.test', expected: { allowHosts: ['graph.test'] } },
  { option: 'allow-host', text: 'a.test, b.test,', expected: { allowHosts: ['a.test', 'b.test'] } },
  {
    option: 'public-url',
    text: 'https://login.example:8443',
    expected: { publicUrl: 'https://login.example:8443' },
  },
  { option: 'control-key', text: 'k e=y', expected: { controlKey: 'k e=y' } },
  { option: 'journal', text: '50', expected: { journal: 50 } },
  { option: 'seed', text: '7', expected: { seed: '7' } },
  { option: 'log-level', text: 'fatal', expected: { logLevel: 'fatal' } },
  { option: 'log-level', text: 'silent', expected: { logLevel: 'silent' } },
  { option: 'help', expected: { help: true } },
  { option: 'version', expected: { version: true } },
]

const malformed: readonly (readonly [option: string, text: string])[] = [
  ['port', '65536'],
  ['port', '-1'],
  ['port', '80.5'],
  ['port', '0x50'],
  ['port', '1e3'],
  ['port', ' 80'],
  ['port', 'http'],
  ['port', '99999999999'],
  ['generate-users', 'many'],
  ['generate-users', '10000001'],
  ['permissions', 'on'],
  ['permissions', 'Documented'],
  ['public-url', 'login.example'],
  ['public-url', 'https://'],
  ['public-url', 'https://login.example/path'],
  ['public-url', 'https://login.example/?query'],
  ['public-url', 'https://login.example/#fragment'],
  ['public-url', 'https://name:password@login.example'],
  ['public-url', 'ftp://login.example'],
  ['public-url', 'localhost:4280'],
  ['log-level', 'verbose'],
  ['log-level', 'INFO'],
]

function refusalOf(name: string, text: string): RegExp {
  return new RegExp(`^${name} must be .*'${text.replaceAll('?', '\\?')}'\\.$`)
}

function isUsageError(t: Tap, parse: () => unknown, message: RegExp): void {
  t.throws(parse, { name: 'UsageError', message })
  t.throws(parse, UsageError)
}

type Tap = Pick<typeof t, 'throws'>

t.test('A command line', async t => {
  t.test('gives the defaults when it is empty', async t => {
    t.same(parseOptions([], {}), defaults)
    t.same(parseOptions([], { PATH: '/bin', graph_understudy_port: '1' }), defaults)
  })

  for (const { option, text, expected, beside } of readings) {
    t.test(`is read: --${option} ${text ?? ''}`, async t => {
      const wanted = { ...defaults, ...expected, ...beside?.expected }
      const args = [...(beside?.args ?? []), `--${option}`, ...(text === undefined ? [] : [text])]
      t.same(parseOptions(args, {}), wanted)
      if (text !== undefined) t.same(parseOptions([`--${option}=${text}`], {}), wanted)
    })
  }

  t.test('has a case here for every option there is', async t => {
    t.same(new Set(readings.map(({ option }) => option)), new Set(Object.keys(optionTable)))
  })

  t.test('takes the last of two values, and all of the hosts', async t => {
    t.equal(parseOptions(['--port', '1', '--port', '2'], {}).port, 2)
    const args = ['--allow-host', 'a', '--allow-host', 'b,c']
    t.same(parseOptions(args, {}).allowHosts, ['a', 'b', 'c'])
  })

  for (const [option, text] of malformed) {
    t.test(`names the option whose value is malformed: --${option}=${text}`, async t => {
      const message = refusalOf(`--${option}`, text)
      isUsageError(t, () => parseOptions([`--${option}=${text}`], {}), message)
    })
  }

  const mistakes: readonly (readonly [args: string[], message: RegExp])[] = [
    [['--prot', '80'], /'--prot'/],
    [['--Port', '80'], /'--Port'/],
    [['--https'], /'--https'/],
    [['--no-port'], /'--no-port'/],
    [['--__proto__', '1'], /'--__proto__'/],
    [['--constructor=1'], /'--constructor'/],
    [['-p', '80'], /'-p'/],
    [['-h'], /'-h'/],
    [['-port', '80'], /'-p'/],
    [['4280'], /'4280'/],
    [['serve', '--port', '80'], /'serve'/],
    [['--'], /'--'/],
    [['--', '--help'], /'--'/],
    [['-'], /'-'/],
    [['--port'], /--port needs a value: --port PORT/],
    [['--port='], /--port needs a value/],
    [['--control-key', ''], /--control-key needs a value/],
    [['--control-key', '--no-https'], /--control-key needs a value/],
    [['--fixtures', '--port', '80'], /--fixtures needs a value/],
    [['--no-https=false'], /--no-https takes no value/],
    [['--help=1'], /--help takes no value/],
    [['--watch'], /^--watch needs .* --fixtures/],
  ]
  for (const [args, message] of mistakes) {
    t.test(`names what cannot be understood: ${args.join(' ')}`, async t => {
      isUsageError(t, () => parseOptions(args, {}), message)
    })
  }
})

t.test('The environment', async t => {
  for (const { option, text, expected, beside } of readings) {
    t.test(`is read: ${variableOf(option)}=${text ?? 'true'}`, async t => {
      const environment = { [variableOf(option)]: text ?? 'true' }
      const wanted = { ...defaults, ...expected, ...beside?.expected }
      t.same(parseOptions(beside?.args ?? [], environment), wanted)
    })
  }

  t.test('gives way to the command line', async t => {
    const environment = { GRAPH_UNDERSTUDY_PORT: '1', GRAPH_UNDERSTUDY_LOG_LEVEL: 'debug' }
    const options = parseOptions(['--port', '2'], environment)
    t.match(options, { port: 2, logLevel: 'debug' })
  })

  t.test('sets nothing by an empty variable', async t => {
    const environment = Object.fromEntries(
      Object.keys(optionTable).map(option => [variableOf(option), '']),
    )
    t.same(parseOptions([], environment), defaults)
  })

  t.test('turns a switch on by true or 1, and not by false or 0', async t => {
    for (const [text, https] of [
      ['true', false],
      ['1', false],
      ['false', true],
      ['0', true],
    ] as const)
      t.equal(parseOptions([], { GRAPH_UNDERSTUDY_NO_HTTPS: text }).https, https)
    const yes = { GRAPH_UNDERSTUDY_NO_HTTPS: 'yes' }
    isUsageError(t, () => parseOptions([], yes), /^GRAPH_UNDERSTUDY_NO_HTTPS must be .*'yes'/)
  })

  for (const [option, text] of malformed) {
    t.test(`names the variable whose value is malformed: ${option}=${text}`, async t => {
      const message = refusalOf(variableOf(option), text)
      isUsageError(t, () => parseOptions([], { [variableOf(option)]: text }), message)
    })
  }

  t.test('names a variable of ours that stands for no option', async t => {
    for (const name of ['GRAPH_UNDERSTUDY_PROT', 'GRAPH_UNDERSTUDY_', 'GRAPH_UNDERSTUDY_HTTPS'])
      isUsageError(t, () => parseOptions([], { [name]: '1' }), new RegExp(`\\b${name}\\b`))
  })
})

t.test('The help text', async t => {
  t.test('has a line for every option, with its value and default', async t => {
    const text = helpText()
    for (const [name, option] of Object.entries(optionTable)) {
      const [line = ''] = text.split('\n').filter(each => each.includes(`  --${name} `))
      t.ok(line.includes(option.description), name)
      t.ok(line.includes(option.value ?? ''), `the value of ${name}`)
      t.ok(line.includes(option.default ?? ''), `the default of ${name}`)
    }
  })
})
