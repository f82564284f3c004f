// Packs the package as it would be published.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Builds `dist/` and packs it.
 * @param {string} folder that holds no other tarball
 * @returns the path of the tarball
 */
export function pack(folder) {
  const { status } = spawnSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const name = readdirSync(folder).find(file => file.endsWith('.tgz'))
  if (status !== 0 || name === undefined) throw new Error('npm pack made no tarball.')
  return join(folder, name)
}
