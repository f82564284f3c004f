// The example single-page app as it lies there: it compiles by its own settings, and fits the built-in tenant.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import t from 'tap'
import { builtInFixtures } from '../../src/fixtures/built-in.ts'
import { configFor } from '../support/browser-app.ts'
import { clients } from '../support/contoso.ts'
import { packageRoot } from '../support/package-root.ts'

const EXAMPLE = `${packageRoot}examples/spa`

const readJson = async (path: string) => JSON.parse(await readFile(path, 'utf8'))

t.test('examples/spa', async t => {
  t.test('compiles without a complaint', async t => {
    const tsc = `${packageRoot}node_modules/typescript/bin/tsc`
    await t.resolves(promisify(execFile)(process.execPath, [tsc, '-p', EXAMPLE]))
  })

  t.test('is configured for the built-in tenant at the usual port', async t => {
    t.same(
      await readJson(`${EXAMPLE}/public/config.json`),
      configFor({ url: 'https://localhost:4280' }),
    )
  })

  t.test('runs at an address that its client has registered', async t => {
    const { scripts } = await readJson(`${EXAMPLE}/package.json`)
    const origin = `http://${/--serve=(\S+)/.exec(scripts.start)?.[1]}`
    const spa = builtInFixtures()
      .flatMap(({ applications = [] }) => applications)
      .find(({ appId }) => appId === clients.spa)
    for (const uri of [origin, `${origin}/redirect`]) t.ok(spa?.redirectUris?.includes(uri), uri)
  })

  t.test('asks for the versions that it is tested with', async t => {
    const { dependencies, devDependencies } = await readJson(`${EXAMPLE}/package.json`)
    const tested = (await readJson(`${packageRoot}package.json`)).devDependencies
    for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies }))
      t.equal(range, `^${tested[name]}`, name)
  })
})
