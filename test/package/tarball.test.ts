// The packed tarball in an empty project: the program, the import, the types, and nothing in it that does not belong there.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { typeCheck } from '../support/consumer.ts'
import { projectWithPackage, run } from '../support/installed-package.ts'
import { manifest, packageRoot } from '../support/package-root.ts'

const project = await projectWithPackage(t)
const installed = join(project, 'node_modules', 'graph-understudy')

/** What the compiler has to say to a program that uses the package; asked first, for it takes longest. */
const typeChecks = [
  ['nodenext', typeCheck(project, 'nodenext', 'nodenext')],
  ['bundler', typeCheck(project, 'esnext', 'bundler')],
] as const

/** Issues a token, revokes with it and reads by it again; gives the statuses and the body of the revocation. */
const roundTrip = `
  const { access_token } = await issue({
    user: 'adele', scopes: ['User.Read', 'User.RevokeSessions.All'], capabilities: ['cp1'],
  })
  const headers = { authorization: 'Bearer ' + access_token }
  const before = await ask('/v1.0/me', { headers })
  const revoked = await ask('/v1.0/me/revokeSignInSessions', { headers, method: 'POST' })
  const after = await ask('/v1.0/me', { headers })
  console.log(JSON.stringify({
    statuses: [before.status, revoked.status, after.status],
    body: await revoked.json(),
    challenge: after.headers.get('www-authenticate'),
  }))`
const expected = {
  statuses: [200, 200, 401],
  body: { value: true },
  challenge: /claims="/,
}

t.test('The installed program', async t => {
  t.test('is run by npx', async t => {
    const version = await run(project, 'npx', ['--no', '--', 'graph-understudy', '--version'])
    t.equal(version, `${manifest.version}\n`)
  })

  t.test(
    'serves http and https, fixtures in YAML and the page that shows its contract',
    async t => {
      await writeFile(
        join(project, 'tenant.yaml'),
        'tenant: { domains: [x.test] }\nusers: [{ userPrincipalName: adele }]\napplications: [{ displayName: App, type: spa }]\n',
      )
      const child = spawn(
        '/usr/bin/env',
        [
          '-u',
          'NODE_OPTIONS',
          'node_modules/.bin/graph-understudy',
          '--port',
          '0',
          '--fixtures',
          'tenant.yaml',
        ],
        {
          cwd: project,
          env: { PATH: process.env.PATH, XDG_CACHE_HOME: join(project, 'cache') },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      t.teardown(() => child.kill('SIGKILL'))
      const exit = once(child, 'exit')
      const [banner] = await Promise.race([once(child.stdout, 'data'), exit])
      const [, url = ''] = /(https:\S+)/.exec(String(banner)) ?? []
      const [, authority = ''] = /NODE_EXTRA_CA_CERTS=(\S+)/.exec(String(banner)) ?? []
      t.match(String(banner), 'adele@x.test')

      const script = `
      const ask = (path, init) => fetch('${url}' + path, init)
      const issue = async request => {
        const headers = { 'content-type': 'application/json' }
        const body = JSON.stringify(request)
        return (await ask('/_understudy/tokens', { method: 'POST', headers, body })).json()
      }
      for (const path of ['/_understudy/health', '/_understudy/docs']) {
        const { status } = await ask(path)
        if (status !== 200) throw new Error(path + ' answered ' + status)
      }
      ${roundTrip}`
      const args = ['--input-type=module', '--eval', script]
      const output = await run(project, process.execPath, args, { NODE_EXTRA_CA_CERTS: authority })
      t.match(JSON.parse(output), expected)
      child.kill('SIGTERM')
      t.same(await exit, [0, null])
    },
  )
})

t.test('The installed library', async t => {
  t.test('is imported, and answers production addresses', async t => {
    const script = `
      import { createUnderstudy } from 'graph-understudy'
      const understudy = await createUnderstudy()
      const ask = (path, init) => understudy.fetch('https://graph.microsoft.com' + path, init)
      const issue = request => understudy.issueToken(request)
      ${roundTrip}
      await understudy.close()`
    await writeFile(join(project, 'use.js'), script)
    t.match(JSON.parse(await run(project, process.execPath, ['use.js'])), expected)
  })

  t.test('says what to install besides where an entry point needs it', async t => {
    const script = `
      for (const entry of ['intercept', 'msw', 'playwright'])
        await import('graph-understudy/' + entry).then(
          exported => console.log(Object.keys(exported).join()),
          ({ message }) => console.log(message),
        )`
    t.same(
      (await run(project, process.execPath, ['--input-type=module', '-e', script])).split('\n'),
      [
        'graph-understudy/intercept needs @mswjs/interceptors. Install it: npm install --save-dev @mswjs/interceptors@0.41',
        'graph-understudy/msw needs msw. Install it: npm install --save-dev msw@2',
        'launchOptions,route',
        '',
      ],
    )
  })

  t.test('gives its contract and its manifest, and nothing from within', async t => {
    const script = `
      for (const path of ['openapi.yaml', 'package.json', 'dist/server.js', 'dist/main.js']) {
        try {
          import.meta.resolve('graph-understudy/' + path)
          console.log('open', path)
        } catch ({ code }) {
          console.log(code, path)
        }
      }`
    t.same(
      (await run(project, process.execPath, ['--input-type=module', '-e', script])).split('\n'),
      [
        'open openapi.yaml',
        'open package.json',
        'ERR_PACKAGE_PATH_NOT_EXPORTED dist/server.js',
        'ERR_PACKAGE_PATH_NOT_EXPORTED dist/main.js',
        '',
      ],
    )
  })

  for (const [resolution, complaints] of typeChecks) {
    t.test(`is typed, under ${resolution} resolution`, async t => {
      t.equal(await complaints, '')
    })
  }
})

t.test('The tarball', async t => {
  t.test('holds what is shipped and no more', async t => {
    const belongs =
      /^(dist\/.*|fixtures\/.*\.(yaml|json)|openapi\.yaml|package\.json|LICENSE|README\.md|CHANGELOG\.md)$/
    const files = await filesIn(installed)
    t.same(
      files.filter(file => !belongs.test(file)),
      [],
    )
    for (const needed of ['LICENSE', 'README.md', 'CHANGELOG.md', 'dist/types/index.d.ts'])
      t.ok(files.includes(needed), needed)
    t.same(
      files.filter(file => /\.test\.|\.map$|(^|\/)test\//.test(file)),
      [],
    )
  })

  t.test('says nothing of the machine it was made on', async t => {
    for (const file of await filesIn(installed)) {
      const text = await readFile(join(installed, file), 'utf8')
      t.notOk(text.includes(packageRoot), file)
    }
  })
})

async function filesIn(folder: string): Promise<string[]> {
  const paths = await readdir(folder, { recursive: true })
  const kinds = await Promise.all(paths.map(path => stat(join(folder, path))))
  return paths.filter((_, index) => kinds[index]?.isFile())
}
