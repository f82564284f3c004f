// Which way the source's imports run, read from its text: each folder knows only what stands in its row.
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import t from 'tap'
import ts from 'typescript'
import { packageRoot } from '../support/package-root.ts'

const besideSurfaces = [
  'clock.ts',
  'hosts.ts',
  'ids.ts',
  'logger.ts',
  'nearest.ts',
  'origin.ts',
  'turns.ts',
]

/** By folder: the folders (with a slash) and the single files it may import from, besides itself. */
const known: Readonly<Record<string, readonly string[]>> = {
  client: ['contract/'],
  contract: ['recent.ts', 'turns.ts'],
  state: ['contract/generated.ts', 'clock.ts', 'ids.ts', 'nearest.ts', 'turns.ts'],
  tokens: ['contract/', 'state/', 'clock.ts', 'ids.ts', 'recent.ts'],
  journal: ['contract/generated.ts', 'state/', 'clock.ts', 'nearest.ts'],
  faults: ['contract/', 'state/'],
  graph: ['contract/', 'faults/', 'journal/', 'state/', 'tokens/', ...besideSurfaces],
  'sign-in': ['contract/', 'faults/', 'journal/', 'state/', 'tokens/', ...besideSurfaces],
  control: [
    'contract/',
    'faults/matching.ts',
    'journal/',
    'fixtures/library.ts',
    'state/',
    'tokens/',
    ...besideSurfaces,
  ],
  fixtures: [
    'contract/generated.ts',
    'contract/requests.ts',
    'state/',
    'assets.ts',
    'ids.ts',
    'nearest.ts',
  ],
  network: [],
  'in-process': ['api.ts', 'hosts.ts'],
  cli: [
    'client/',
    'contract/',
    'network/certificate-files.ts',
    'sign-in/redirect-uris.ts',
    'state/settings.ts',
    'assets.ts',
    'clock.ts',
    'hosts.ts',
    'logger.ts',
    'nearest.ts',
    'origin.ts',
    'version.ts',
  ],
}

/** The single files that put the folders together. All others are there for the folders to use. */
const composition = [
  'api.ts',
  'bare-server.ts',
  'connect.ts',
  'embedded.ts',
  'fetch.ts',
  'index.ts',
  'intercept.ts',
  'main.ts',
  'msw.ts',
  'playwright.ts',
  'port.ts',
  'server.ts',
  'understudy.ts',
]

/** Where time and chance come from; certificates are made outside any double, by the time and the chance of the machine. */
const sources = ['clock.ts', 'ids.ts', 'network/certificate.ts']
const TIME_OR_CHANCE =
  /Date\.now\(|new Date\(\)|Math\.random\(|randomUUID\(|randomBytes\(|randomInt\(|getRandomValues\(|performance\.now\(|hrtime/

const root = `${packageRoot}src`
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.ts'))
const files = paths.map(path => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }))

const imports = files.flatMap(({ path, text }) =>
  ts
    .preProcessFile(text)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => ({ path, imported: posix.join(posix.dirname(path), fileName) })),
)

function folderOf(path: string): string | undefined {
  return path.includes('/') ? path.split('/')[0] : undefined
}

function mayImport(path: string, imported: string): boolean {
  const folder = folderOf(path)
  if (folder === undefined) return composition.includes(path) || folderOf(imported) === undefined
  if (folder === folderOf(imported)) return true
  return (known[folder] ?? []).some(one => one === imported || imported.startsWith(slashed(one)))
}

/** A folder as the beginning of a path; a single file as the beginning of none. */
function slashed(one: string): string {
  return one.endsWith('/') ? one : `${one}/`
}

t.test('the source', async t => {
  t.test('is read whole', async t => {
    const folders = new Set(paths.map(folderOf).filter(folder => folder !== undefined))
    t.same([...folders].sort(), Object.keys(known).sort(), 'every folder has its row')
    for (const path of [...composition, ...sources]) t.ok(paths.includes(path), path)
    t.ok(imports.length > files.length, 'its imports are found')
  })

  t.test('imports only files that are there', async t => {
    t.same(
      imports.filter(({ imported }) => !paths.includes(imported)),
      [],
    )
  })

  t.test('imports in one direction', async t => {
    t.same(
      imports.filter(({ path, imported }) => !mayImport(path, imported)),
      [],
    )
  })

  t.test('keeps the surfaces apart', async t => {
    t.notOk(mayImport('graph/users.ts', 'control/problem.ts'))
    t.notOk(mayImport('control/tokens.ts', 'graph/errors.ts'))
    t.notOk(mayImport('contract/register.ts', 'graph/errors.ts'))
    t.notOk(mayImport('state/log.ts', 'contract/document.ts'))
    t.notOk(mayImport('hosts.ts', 'graph/errors.ts'))
  })

  t.test('has one program, which nothing imports', async t => {
    t.same(
      imports.filter(({ imported }) => imported === 'main.ts'),
      [],
    )
  })

  t.test('takes time and chance from the files that are there for it', async t => {
    const taking = files.filter(({ text }) => TIME_OR_CHANCE.test(text.replace(/\/\/.*$/gm, '')))
    t.same(taking.map(({ path }) => path).sort(), sources)
  })
})
