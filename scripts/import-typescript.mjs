// Imports a TypeScript module of the sources into a script, without a build.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** @param {string} path below the repository's root */
export async function importTypeScript(path) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../${path}`, import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  })
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
}
