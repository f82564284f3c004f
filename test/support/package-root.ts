// Where the package under test is.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The repository's folder, with a slash at its end. */
export const packageRoot = fileURLToPath(new URL('../../../', import.meta.url))

interface PackageManifest {
  readonly name: string
  readonly version: string
}

export const manifest: PackageManifest = JSON.parse(
  readFileSync(`${packageRoot}package.json`, 'utf8'),
)
