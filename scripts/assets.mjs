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
  writeFileSync(join(assets, 'openapi.json'), toAscii(contract))
  const fixtures = readdirSync(new URL('fixtures', root))
    .filter(name => name.endsWith('.yaml'))
    .sort()
  writeFileSync(
    join(assets, 'fixtures.json'),
    toAscii(
      fixtures.map(file => ({
        name: parsePath(file).name,
        document: readYaml(`fixtures/${file}`),
      })),
    ),
  )
  copyFileSync(new URL('fixtures/fixture.schema.json', root), join(assets, 'fixture.schema.json'))
  return contract
}

/**
 * JSON in ASCII alone. One other character, and Node keeps the text in two bytes a character, which takes three times as long to read and parse.
 * @param {unknown} value
 */
function toAscii(value) {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
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
