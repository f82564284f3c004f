// Where each operation is served: its path under every base path of its servers, an action or a function by its qualified name besides, and
// whatever is qualified by the namespace's alias as well.
import type { Operation, Server } from './document.ts'

export interface Route {
  readonly operation: Operation
  /** `/v1.0`, `/beta`, or empty. */
  readonly basePath: string
  /** Below the base path, in the contract's notation: `/users/{userId}/revokeSignInSessions`. */
  readonly path: string
}

const NAMESPACE = 'microsoft.graph.'
/** As the metadata of the service declares it; the newer SDKs write casts with it. */
const ALIAS = 'graph.'

export function routesOf(operations: readonly Operation[]): readonly Route[] {
  return operations.flatMap(operation =>
    operation.servers
      .flatMap(basePathsOf)
      .flatMap(basePath => pathsOf(operation).map(path => ({ operation, basePath, path }))),
  )
}

/** The hosts at which the surfaces live in production, from the contract's servers. */
export function productionHostsOf(operations: readonly Operation[]): ReadonlySet<string> {
  const urls = new Set(operations.flatMap(({ servers }) => servers.map(({ url }) => url)))
  const production = [...urls].filter(url => url.startsWith('https://'))
  return new Set(production.map(url => new URL(url).host))
}

/** The operations that a path has by whatever methods. @param url path and query, as in a request */
export function operationsAt(routes: readonly Route[], url: string): readonly Operation[] {
  const wanted = segmentsOf(decodeURI(pathOf(url)))
  return routes
    .filter(({ basePath, path }) => matches(segmentsOf(basePath + path), wanted))
    .map(route => route.operation)
}

/** Of a request's target, which may be absolute. */
export function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/?]*/i, '').split('?', 1)[0] ?? ''
}

/** Those that are not empty. */
export function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter(segment => segment !== '')
}

function matches(known: readonly string[], wanted: readonly string[]): boolean {
  return (
    known.length === wanted.length &&
    known.every((segment, index) => segment.startsWith('{') || segment === wanted[index])
  )
}

function pathsOf({ path, isAction, isFunction }: Operation): readonly string[] {
  const split = path.lastIndexOf('/') + 1
  const qualified = `${path.slice(0, split)}${NAMESPACE}${path.slice(split)}`
  const named = isAction || isFunction ? [path, qualified] : [path]
  const all = named.flatMap(name =>
    name.includes(NAMESPACE) ? [name, name.replace(NAMESPACE, ALIAS)] : [name],
  )
  return isFunction ? all.flatMap(name => [name, `${name}()`]) : all
}

function basePathsOf(server: Server): readonly string[] {
  const template = server.url.replace(/^https?:\/\/[^/]*/, '').replace(/\/$/, '')
  return Object.entries(server.variables ?? {}).reduce(
    (paths, [name, { default: only, enum: all = [only] }]) =>
      paths.flatMap(path =>
        path.includes(`{${name}}`) ? all.map(value => path.replace(`{${name}}`, value)) : [path],
      ),
    [template],
  )
}
