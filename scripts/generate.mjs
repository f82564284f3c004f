// Writes every generated file, or with --check says which of them are stale and exits 1.
// The types and the fixture schema come from the contract; the tables in README.md and docs/ from the contract and from the options.
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { fixtureSchemaText } from './fixture-schema.mjs'
import { importTypeScript } from './import-typescript.mjs'
import { withQueryTables } from './query-tables.mjs'
import { withTables } from './tables.mjs'

const root = new URL('..', import.meta.url)

/** @type {Record<string, () => Promise<string> | string>} */
const generated = {
  'src/contract/generated.ts': contractTypes,
  'fixtures/fixture.schema.json': fixtureSchemaText,
  'README.md': () => withTables(read('README.md')),
  'docs/commands.md': commandReference,
  'docs/queries.md': () => withQueryTables(read('docs/queries.md')),
}

async function commandReference() {
  const { commandReference: make } = await importTypeScript('src/cli/command-reference.ts')
  return make()
}

async function contractTypes() {
  const banner = '// Made from openapi.yaml by `npm run generate`. Do not edit.\n'
  return banner + astToString(await openapiTypescript(new URL('openapi.yaml', root)))
}

/** @param {string} path */
function read(path) {
  return readFileSync(new URL(path, root), 'utf8')
}

const isCheck = process.argv.includes('--check')
const stale = []
for (const [path, make] of Object.entries(generated)) {
  const text = await make()
  if (text === read(path)) continue
  stale.push(path)
  if (!isCheck) writeFileSync(new URL(path, root), text)
}
if (isCheck && stale.length > 0) {
  console.error(`Stale, run \`npm run generate\`: ${stale.join(', ')}`)
  process.exit(1)
}
console.log(
  stale.length === 0 ? 'All generated files are current.' : `Written: ${stale.join(', ')}`,
)
