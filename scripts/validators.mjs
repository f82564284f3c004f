// Compiles the contract's schemas into a module at build time, so that the program answers its first request without loading Ajv.

import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import { build } from 'esbuild'
import { importTypeScript } from './import-typescript.mjs'

/**
 * Writes `validators.SURFACE.js` for each surface: a module whose default export maps JSON pointers into the contract to validate functions.
 * @param {object} contract
 * @param {string} root of the repository
 * @param {string} folder
 */
export async function writeValidators(contract, root, folder) {
  const { operationsOf } = await importTypeScript('src/contract/document.ts')
  const { surfaceOf } = await importTypeScript('src/contract/operations.ts')
  const operations = operationsOf(contract)
  for (const surface of new Set(operations.map(({ id }) => surfaceOf(id)))) {
    const own = operations.filter(({ id }) => surfaceOf(id) === surface)
    await writeModule(contract, own, root, `${folder}/validators.${surface}.js`)
  }
}

async function writeModule(contract, operations, root, outfile) {
  const { addContract, ajvOptions, referTo } = await importTypeScript('src/contract/ajv-options.ts')
  const ajv = new Ajv2020({ ...ajvOptions, code: { source: true, esm: true } })
  addFormats.default(ajv)
  addContract(ajv, contract)
  const pointers = [...new Set(operations.flatMap(pointersOf))]
  const references = pointers.map(pointer => referTo(contract, pointer).$ref)
  const names = new Map([...new Set(references)].map(($ref, index) => [$ref, `schemaAt${index}`]))
  for (const [$ref, name] of names) ajv.addSchema({ $ref }, name)
  const code = standalone.default(
    ajv,
    Object.fromEntries([...names.values()].map(name => [name, name])),
  )
  const table = pointers.map(
    (pointer, index) => `${JSON.stringify(pointer)}: ${names.get(references[index])}`,
  )
  await build({
    stdin: { contents: `${code}\nexport default { ${table.join(', ')} }`, resolveDir: root },
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  })
}

function pointersOf({ parameters, body, responses, otherResponse }) {
  return [
    ...parameters.map(({ pointer }) => pointer),
    ...Object.values(body?.content ?? {}),
    ...[...responses.values(), ...(otherResponse ? [otherResponse] : [])].flatMap(
      ({ headers, content }) => [
        ...headers.map(({ pointer }) => pointer),
        ...Object.values(content),
      ],
    ),
  ]
}
