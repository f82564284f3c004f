// The example single-page app, built from its sources and served to a browser, and the double that it signs in at.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Test } from 'tap'
import type { Understudy, UnderstudyOptions } from '../../src/api.ts'
import { serveLocally } from './browser-server.ts'
import { clients, DOMAIN } from './contoso.ts'
import { packageRoot } from './package-root.ts'
import { understudyFor } from './understudy.ts'

const EXAMPLE = `${packageRoot}examples/spa`

/** What the example reads from `config.json`. */
export interface AppConfig {
  readonly clientId: string
  readonly authority: string
  readonly graph: string
}

export interface ServedApp {
  /** `http://localhost:PORT`, where browsers allow what they otherwise allow https only. */
  readonly url: string
  /** What browsers asked of it, `/redirect`, in their order. */
  readonly requested: readonly string[]
}

export interface ListeningDouble {
  readonly understudy: Understudy
  /** `https://localhost:PORT`. */
  readonly url: string
}

/** A double on a port, by https with a certificate that nobody trusts. */
export async function listeningFor(
  t: Test,
  options: UnderstudyOptions = {},
): Promise<ListeningDouble> {
  keepCertificateIn(t, await mkdtemp(join(tmpdir(), 'graph-understudy-cache-')))
  const understudy = await understudyFor(t, options)
  const url = await understudy.listen({ port: 0 })
  return { understudy, url: url.replace('http:', 'https:') }
}

/** Until the test ends. */
function keepCertificateIn(t: Test, folder: string): void {
  const { XDG_CACHE_HOME } = process.env
  process.env.XDG_CACHE_HOME = folder
  t.teardown(async () => {
    if (XDG_CACHE_HOME === undefined) delete process.env.XDG_CACHE_HOME
    else process.env.XDG_CACHE_HOME = XDG_CACHE_HOME
    await rm(folder, { recursive: true, force: true })
  })
}

/** The example's own configuration, for a double on another port. */
export function configFor(
  { url }: Pick<ListeningDouble, 'url'>,
  clientId: string = clients.spa,
): AppConfig {
  return { clientId, authority: `${url}/${DOMAIN}`, graph: url }
}

/** The app and a double, each on a port of its own. */
export async function appAndDouble(t: Test, options: UnderstudyOptions = {}) {
  const double = await listeningFor(t, options)
  const app = await serveApp(t, () => configFor(double))
  return { app, double, understudy: double.understudy }
}

/** @param config asked for with every load of the page */
export async function serveApp(t: Test, config: () => AppConfig): Promise<ServedApp> {
  const requested: string[] = []
  bundled ??= bundle()
  const files = await bundled
  const url = await serveLocally(t, async ({ url = '/' }, response) => {
    requested.push(url)
    const [path = '/'] = url.split('?', 1)
    const file = path === '/config.json' ? JSON.stringify(config()) : await files(path)
    response.statusCode = file === undefined ? 404 : 200
    response.setHeader('content-type', typeOf(path))
    response.end(file)
  })
  return { url, requested }
}

let bundled: ReturnType<typeof bundle> | undefined

/** Gives the files of the example as its own server does, by their paths. */
async function bundle(): Promise<(path: string) => Promise<string | undefined>> {
  const { outputFiles } = await build({
    entryPoints: ['main.ts', 'redirect.ts'].map(name => `${EXAMPLE}/src/${name}`),
    bundle: true,
    format: 'esm',
    outdir: '/',
    write: false,
  })
  const built = new Map(outputFiles.map(({ path, text }) => [path, text]))
  return async path => built.get(path) ?? (await publicFile(path))
}

async function publicFile(path: string): Promise<string | undefined> {
  const isPage = !path.includes('.')
  const name = isPage ? `${path.replace(/\/$/, '')}/index.html` : path
  try {
    return await readFile(`${EXAMPLE}/public${name}`, 'utf8')
  } catch {
    return undefined
  }
}

function typeOf(path: string): string {
  const types: Record<string, string> = {
    css: 'text/css',
    js: 'text/javascript',
    json: 'application/json',
  }
  return types[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? 'text/html'
}
