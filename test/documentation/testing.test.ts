// The recipes of docs/testing.md, each run as the test file that it is.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { packageRoot } from '../support/package-root.ts'

const page = readFileSync(`${packageRoot}docs/testing.md`, 'utf8')
const recipes = page
  .split('\n## ')
  .map(section => ({
    title: section.split('\n', 1)[0] ?? '',
    code: /^```js\n(.*?)^```$/ms.exec(section)?.[1] ?? '',
  }))
  .filter(({ code }) => code !== '')
const resolvePackage = new URL('../support/resolve-package.js', import.meta.url).href

t.test('docs/testing.md', async t => {
  t.equal(recipes.length, page.match(/^```js$/gm)?.length, 'every recipe is found')
  const folder = t.testdir(
    Object.fromEntries(recipes.map(({ code }, index) => [`recipe-${index}.test.mjs`, code])),
  )
  for (const [index, { title }] of recipes.entries())
    t.test(`has a recipe that passes: ${title}`, async t => {
      const file = join(folder, `recipe-${index}.test.mjs`)
      // Or node:test would speak to the runner of this test instead of failing.
      const { NODE_TEST_CONTEXT: _, ...environment } = process.env
      const options = { env: environment, timeout: 100_000 }
      const run = promisify(execFile)(process.execPath, ['--import', resolvePackage, file], options)
      const { stdout } = await run.catch((error: { readonly stdout: string }) => error)
      t.match(stdout, /^# pass [1-9]/m)
      t.match(stdout, /^# fail 0$/m)
    })
})
