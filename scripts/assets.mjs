// Writes the files that travel with the program into FOLDER/assets: the contract and the built-in fixtures as JSON, and the fixture schema.
// usage: node scripts/assets.mjs FOLDER
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, parse as parsePath } from 'node:path'
import { parse } from 'yaml'

const root = new URL('..', import.meta.url)

/**
 * @param {string} folder
 * @returns {object} the contract
 */
export function writeAssets(folder) {
  const assets = join(folder, 'assets')
  mkdirSync(assets, { recursive: true })
  const contract = readYaml('openapi.yaml')
  writeFileSync(join(assets, 'openapi.json'), JSON.stringify(contract))
  const fixtures = readdirSync(new URL('fixtures', root))
    .filter(name => name.endsWith('.yaml'))
    .sort()
  writeFileSync(
    join(assets, 'fixtures.json'),
    JSON.stringify(
      fixtures.map(file => ({
        name: parsePath(file).name,
        document: readYaml(`fixtures/${file}`),
      })),
    ),
  )
  copyFileSync(new URL('fixtures/fixture.schema.json', root), join(assets, 'fixture.schema.json'))
  return contract
}

/** @param {string} path */
function readYaml(path) {
  return parse(readFileSync(new URL(path, root), 'utf8'))
}

const [, script, folder] = process.argv
if (script?.endsWith('assets.mjs')) {
  if (folder === undefined) throw new Error('usage: node scripts/assets.mjs FOLDER')
  writeAssets(folder)
}
