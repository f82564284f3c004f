// Packs the package and has publint and Are the Types Wrong judge the tarball. Prints a line for each problem, and exits 1 when there is one.
// usage: node scripts/check-package.mjs
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { pack } from './pack.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Not code, so there is nothing to be imported with types. */
const documents = ['./openapi.yaml']

/** @param {string} tarball */
async function askPublint(tarball) {
  const { buffer, byteOffset, byteLength } = readFileSync(tarball)
  const { messages, pkg } = await publint({
    pack: { tarball: buffer.slice(byteOffset, byteOffset + byteLength) },
  })
  return messages.map(message => formatMessage(message, pkg, { color: false }) ?? message.code)
}

/** @param {string} tarball */
function askAreTheTypesWrong(tarball) {
  const command = join(root, 'node_modules', '.bin', 'attw')
  const options = ['--profile', 'esm-only', '--format', 'json', '--exclude-entrypoints']
  const { status, stdout } = run(command, [tarball, ...options, ...documents], [0, 1])
  if (status === 0) return []
  // The profile decides about the exit code alone; the list has what it ignores too.
  const ignored = ['node10', 'node16-cjs']
  return JSON.parse(stdout)
    .analysis.problems.filter(({ resolutionKind }) => !ignored.includes(resolutionKind))
    .map(problem => JSON.stringify(problem))
}

/** @param {string} command @param {string[]} args */
function run(command, args, expected = [0]) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (result.error !== undefined) throw result.error
  if (!expected.includes(result.status ?? -1))
    throw new Error(`${command} ended with ${result.status ?? result.signal}. ${result.stdout}`)
  return result
}

const folder = mkdtempSync(join(tmpdir(), 'graph-understudy-'))
try {
  const tarball = pack(folder)
  const verdicts = {
    publint: await askPublint(tarball),
    'are the types wrong': askAreTheTypesWrong(tarball),
  }
  for (const [judge, problems] of Object.entries(verdicts)) {
    if (problems.length === 0) console.log(`${judge}: no problem`)
    for (const problem of problems) {
      console.error(`${judge}: ${problem.replaceAll(/\s+/g, ' ')}`)
      process.exitCode = 1
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
