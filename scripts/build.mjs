// Bundles the program and the library into dist/, with the files that travel with them.
// Fastify, Ajv and their dependencies go in, which halves the time to start; what is loaded only when used stays a dependency.
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { writeAssets } from './assets.mjs'
import { licenseTexts } from './licenses.mjs'
import { writeValidators } from './validators.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** Node's `require` for the CommonJS that is bundled into ES modules. */
const banner =
  "import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)"

export async function bundle() {
  rmSync(`${root}/dist`, { recursive: true, force: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts', 'src/index.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    chunkNames: '[name]-[hash]',
    banner: { js: banner },
    external: [
      // Fastify's own compilers, which it asks for only where it is given no others.
      '@fastify/ajv-compiler',
      '@fastify/fast-json-stringify-compiler',
      '@fastify/swagger',
      '@fastify/swagger-ui',
      '@peculiar/x509',
      'reflect-metadata',
      'yaml',
    ],
    logLevel: 'warning',
  })
  await bundleEntries()
  const contract = writeAssets(`${root}/dist`)
  await writeValidators(contract, root, `${root}/dist/assets`)
  writeFileSync(
    `${root}/dist/THIRD-PARTY-LICENSES.txt`,
    licenseTexts(root, Object.keys(metafile.inputs)),
  )
}

/** What stands on packages of its users', and is small. Without the banner, for a browser has no `node:module`. */
async function bundleEntries() {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/intercept.ts', 'src/msw.ts', 'src/playwright.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    chunkNames: '[name]-[hash]',
    external: ['@mswjs/interceptors', 'msw'],
    logLevel: 'warning',
  })
}

export function declareTypes() {
  execFileSync(
    process.execPath,
    [`${root}/node_modules/typescript/bin/tsc`, '-p', `${root}/tsconfig.types.json`],
    { stdio: 'inherit' },
  )
}

if (process.argv[1]?.endsWith('build.mjs')) {
  await bundle()
  declareTypes()
}
