// Files made at build time that travel with the program: the contract and the built-in fixtures, as JSON because JSON parses fast.
import { existsSync, readFileSync } from 'node:fs'

export type AssetName = 'openapi.json' | 'fixtures.json' | 'fixture.schema.json'

/** The text of a file in `assets/`, beside this module in `build/src` and beside the bundle in `dist`. */
export function readAsset(name: AssetName): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')
}

/** The module of a compiled asset; undefined where the program runs unbundled and has none. */
export function findCompiledAsset(name: `validators.${string}.js`): URL | undefined {
  const url = new URL(`./assets/${name}`, import.meta.url)
  return existsSync(url) ? url : undefined
}
