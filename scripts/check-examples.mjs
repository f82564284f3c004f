// Runs the tests of the projects in examples/, each away from the repository and with the package as it would be published.
// Prints a line for each, and exits 1 at the first that fails.
// usage: node scripts/check-examples.mjs [name …]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pack } from './pack.mjs'

const examples = fileURLToPath(new URL('../examples', import.meta.url))
const AT_ONCE = 2
const LONGEST_MILLISECONDS = 150_000

function projects() {
  return readdirSync(examples).filter(name => {
    const manifest = join(examples, name, 'package.json')
    return existsSync(manifest) && readManifest(manifest).scripts.test !== undefined
  })
}

/** @param {string} path */
function readManifest(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Copies an example, to be installed with the tarball. @param {string} name @param {string} folder @param {string} tarball */
function copy(name, folder, tarball) {
  const project = join(folder, name)
  const withoutOutput = path =>
    !['node_modules', 'package-lock.json', 'test-results'].includes(basename(path))
  cpSync(join(examples, name), project, { recursive: true, filter: withoutOutput })
  const manifest = readManifest(join(project, 'package.json'))
  manifest.devDependencies['graph-understudy'] = `file:${tarball}`
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest))
  return project
}

/** @returns what there is to say of the example besides that it passes */
async function check(name, folder, tarball) {
  const project = copy(name, folder, tarball)
  await run(project, ['install', '--no-audit', '--no-fund', '--silent'])
  const output = await run(project, ['test'])
  return /^Skipped.*$/m.exec(output)?.[0]
}

/** Runs npm; rejects with its output when it fails. @param {string} project @param {string[]} args */
async function run(project, args) {
  const npm = spawn('npm', args, {
    cwd: project,
    env: { ...plainEnvironment(), PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MILLISECONDS,
  })
  let output = ''
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', text => {
      output += text
    })
  const [status, signal] = await once(npm, 'close')
  if (status === 0) return output
  throw new Error(`npm ${args[0]} ended with ${status ?? signal}\n${output}`)
}

/** Without what npm and test runners put into the environment of what they start. */
function plainEnvironment() {
  const ofTheCaller =
    /^(npm_(package|lifecycle)_.*|npm_config_.*prefix|INIT_CWD|NODE_OPTIONS|NODE_TEST_CONTEXT|GRAPH_UNDERSTUDY_.*)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheCaller.test(name)))
}

async function freePort() {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address()
  await new Promise(resolve => server.close(resolve))
  return port
}

/** Takes one example after the other, until there are no more or one has failed. */
async function work(waiting, folder, tarball) {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    try {
      console.log(`${name}: ${(await check(name, folder, tarball)) ?? 'passes'}`)
    } catch (error) {
      waiting.length = 0
      console.error(`${name}: ${error.message}`)
      process.exitCode = 1
    }
  }
}

const known = projects()
const waiting = process.argv.length > 2 ? process.argv.slice(2) : known
const unknown = waiting.find(name => !known.includes(name))
if (unknown !== undefined)
  throw new Error(`There is no example '${unknown}'. There are: ${known.join(', ')}.`)

const folder = mkdtempSync(join(tmpdir(), 'graph-understudy-examples-'))
try {
  const tarball = pack(folder)
  await Promise.all(Array.from({ length: AT_ONCE }, () => work(waiting, folder, tarball)))
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
