// The licences of the packages that are bundled into dist/, as those licences ask for.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @param {string} root of the repository
 * @param {string[]} inputs paths below it of everything bundled
 */
export function licenseTexts(root, inputs) {
  const folders = new Set(
    inputs.flatMap(input => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []),
  )
  return [...folders]
    .sort()
    .map(folder => licenseText(join(root, folder)))
    .join('\n\n')
}

/** @param {string} folder of a package */
function licenseText(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
  const text =
    file === undefined || !existsSync(join(folder, file))
      ? ''
      : readFileSync(join(folder, file), 'utf8')
  return `${name} ${version} (${license})\n\n${text.trim()}`
}
