// The program as a person meets it: what it prints, what it exits with, and how it stops.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import t from 'tap'
import { manifest } from '../support/package-root.ts'
import type { Program } from '../support/program.ts'
import { launchNode, runProgram, startProgram, watch } from '../support/program.ts'
import { closed, connection } from '../support/wire.ts'

const XDG_CACHE_HOME = t.testdir()
const env = { XDG_CACHE_HOME }
const hasCurl = spawnSync('curl', ['--version']).status === 0

async function stop({ process, ended }: Program, signal: 'SIGINT' | 'SIGTERM' = 'SIGTERM') {
  process.kill(signal)
  return ended
}

t.test('A question', async t => {
  t.test('is answered, with exit code 0: --version, --help', async t => {
    const [version, help] = await Promise.all([
      runProgram(t, { args: ['--version'] }),
      runProgram(t, { args: ['--help', '--port', '0'] }),
    ])
    t.match(version, { code: 0, stdout: `${manifest.version}\n`, stderr: '' })
    t.match(help, { code: 0, stdout: /^graph-understudy: .*\n\nUsage: /, stderr: '' })
  })
})

t.test('A start', async t => {
  const program = await startProgram(t, { env })

  t.test('says where it listens, by http and https, and whom to try', async t => {
    const { banner, url } = program
    t.match(url, /^http:\/\/localhost:\d+$/)
    t.match(banner, `graph-understudy ${manifest.version}`)
    t.match(banner, url.replace('http:', 'https:'))
    t.match(banner, `${url}/_understudy/docs`)
    t.match(banner, /Tenant +Contoso, contoso\.onmicrosoft\.com/)
    t.match(banner, /User +admin@contoso\.onmicrosoft\.com \(Global Administrator\)/)
    t.match(banner, /Client +2b7c1f84-9e3d-4a60-8c5b-0f1e2d3c4b02 Single-page app \(spa\)/)
    t.notMatch(banner, /secret|Passw0rd/)
  })

  t.test('prints commands that work as pasted', { skip: !hasCurl && 'no curl' }, async t => {
    const commands = program.banner.split('\n').filter(line => /^ {2}(TOKEN=|curl )/.test(line))
    // Without the proxies and the settings of whoever runs the test.
    const { PATH = '' } = process.env
    const { stdout, stderr, status } = spawnSync('bash', ['-c', commands.join('\n')], {
      encoding: 'utf8',
      env: { PATH },
    })
    t.equal(status, 0, stderr)
    t.same(stdout.match(/(?<=HTTP\/1\.1 )\d+/g), ['200', '200', '401'])
    t.match(stdout, '/v1.0/$metadata#Edm.Boolean","value":true}')
    t.match(stdout, /^www-authenticate: Bearer .*claims="/im)
  })

  t.test('answers https to who trusts the certificate it names, and to nobody else', async t => {
    const authority = /NODE_EXTRA_CA_CERTS=(\S+)/.exec(program.banner)?.[1] ?? ''
    t.ok(authority.startsWith(XDG_CACHE_HOME), 'kept in the cache folder')
    const script = `
      const { status } = await fetch('${program.url.replace('http:', 'https:')}/_understudy/health')
      process.stdout.write(String(status))`
    const args = ['--input-type=module', '--eval', script]
    const [trusting, other] = await Promise.all([
      watch(launchNode(t, args, { NODE_EXTRA_CA_CERTS: authority })),
      watch(launchNode(t, args)),
    ])
    t.match(trusting, { code: 0, stdout: '200' })
    t.match(other, { code: 1, stderr: /certificate/ })
  })

  t.test('says in one line that the port is taken', async t => {
    const { port } = new URL(program.url)
    const ended = await runProgram(t, { args: ['--port', port], env })
    t.match(ended, { code: 1, stdout: '' })
    t.equal(
      ended.stderr,
      `graph-understudy: Port ${port} is taken. Choose another with --port, or 0 for any that is free.\n`,
    )
  })

  t.test('is over at once and cleanly by SIGTERM', async t => {
    t.match(await stop(program), { code: 0, signal: null, stderr: '' })
  })
})

t.test('A start with options', async t => {
  t.test('takes them from the command line and the environment', async t => {
    const program = await startProgram(t, {
      args: ['--no-https', '--permissions', 'observed'],
      env: { GRAPH_UNDERSTUDY_CONTROL_KEY: 'open sesame' },
    })
    t.notMatch(program.banner, /https:|Certificate|open sesame/)
    t.match(program.banner, /"Authorization: Bearer \$GRAPH_UNDERSTUDY_CONTROL_KEY"/)
    const settings = `${program.url}/_understudy/settings`
    t.equal((await fetch(settings)).status, 401)
    const headers = { authorization: 'Bearer open sesame' }
    t.match(await (await fetch(settings, { headers })).json(), { permissions: 'observed' })
    await t.rejects(fetch(settings.replace('http:', 'https:')))
    t.match(await stop(program), { code: 0, stderr: '' })
  })
})

t.test('A mistake', async t => {
  t.test('on the command line is one line that names it, and exit code 2', async t => {
    const [option, variable] = await Promise.all([
      runProgram(t, { args: ['--prot', '80'] }),
      runProgram(t, { env: { GRAPH_UNDERSTUDY_PORT: 'http' } }),
    ])
    t.match(option, { code: 2, stdout: '' })
    t.equal(
      option.stderr,
      "graph-understudy: Unknown option '--prot'. Did you mean --port? See --help.\n",
    )
    t.match(variable, { code: 2, stdout: '' })
    t.match(variable.stderr, /^graph-understudy: GRAPH_UNDERSTUDY_PORT must be .* See --help\.\n$/)
  })

  t.test('in a fixture is one line with file, line and column, and exit code 1', async t => {
    const folder = t.testdir({ 'tenant.yaml': 'tenant:\n  domains: [x.test]\n  colour: red\n' })
    const [inside, missing] = await Promise.all([
      runProgram(t, { args: ['--fixtures', folder] }),
      runProgram(t, { args: ['--fixtures', `${folder}/none.yaml`] }),
    ])
    t.match(inside, { code: 1, stdout: '' })
    t.match(inside.stderr, /^graph-understudy: \S+tenant\.yaml:3:3: .*colour.*\n$/)
    t.match(missing, { code: 1, stderr: /^graph-understudy: \S+none\.yaml: no such file.*\n$/ })
  })

  t.test('of listening to others without a key is one line, and exit code 1', async t => {
    const ended = await runProgram(t, { args: ['--host', '0.0.0.0', '--port', '0'], env })
    t.match(ended, { code: 1, stdout: '' })
    t.match(ended.stderr, /^graph-understudy: .*0\.0\.0\.0.*--control-key.*\n$/)
  })
})

t.test('A signal', async t => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    t.test(`ends it at once whoever is still connected: ${signal}`, async t => {
      const program = await startProgram(t, { env })
      const idle = await connection(t, program.url)
      const waiting = await connection(t, program.url)
      const halfway = await connection(t, program.url)
      halfway.write(
        'POST /_understudy/reset HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{',
      )
      const shaking = await connection(t, program.url)
      shaking.write(Buffer.of(0x16, 0x03, 0x01))
      idle.write('GET /_understudy/health HTTP/1.1\r\nHost: localhost\r\n\r\n')
      t.match(String((await once(idle, 'data'))[0]), /^HTTP\/1\.1 200 [\s\S]*keep-alive/i)
      const ended = Promise.all([idle, waiting, halfway, shaking].map(closed))
      t.match(await stop(program, signal), { code: 0, signal: null, stderr: '' })
      await ended
    })

    t.test(`ends it at once while it is still starting: ${signal}`, async t => {
      // Sends the signal as soon as the program listens for it, long before it listens on its port.
      const script = `process.on('newListener', event => {
        if (event === '${signal}') setImmediate(() => process.kill(process.pid, event))
      })`
      const node = ['--import', `data:text/javascript,${encodeURIComponent(script)}`]
      const ended = await runProgram(t, { args: ['--port', '0'], env, node })
      t.match(ended, { code: 0, signal: null, stdout: '', stderr: '' })
    })
  }
})
