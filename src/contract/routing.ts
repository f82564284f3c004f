// Finds the operation that a method and a path lead to, by the same router as the server's own, set up in the same way.
import findMyWay from 'find-my-way'
import { Recent } from '../recent.ts'
import type { Operation } from './document.ts'
import type { RoutedRequest } from './perform.ts'
import type { Route } from './routes.ts'

/** Every method that the server routes; others are unknown to it wherever they are sent. */
export const HTTP_METHODS = [
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
  'TRACE',
] as const

/** Characters that Node.js reads of a request's head, its first line and its headers, before it answers 431. */
export const LONGEST_HEAD = 16_384

/** Whether a request could not be sent through a connection. */
export function isHeadTooLong(
  method: string,
  url: string,
  headers: Iterable<readonly [string, string]>,
): boolean {
  let length = method.length + url.length
  for (const [name, value] of headers) length += name.length + value.length
  return length > LONGEST_HEAD
}

/** For every router, the server's own included. */
export const routerOptions = {
  // A long name is an unknown name.
  maxParamLength: LONGEST_HEAD,
  ignoreTrailingSlash: true,
  ignoreDuplicateSlashes: true,
} as const

/** A path of the contract as routers write it: `/users/:userId`. */
export function toRoutePattern(path: string): string {
  return path.replaceAll('{', ':').replaceAll('}', '')
}

export interface Found {
  /** Undefined where no route matches. */
  readonly operation: Operation | undefined
  readonly params: RoutedRequest['params']
  readonly query: RoutedRequest['query']
}

/** In the place of an operation's id. The router finds nothing where it cannot read an address, so that elsewhere it must find something. */
const UNMATCHED = 'unmatched'

/** A client asks for the same few addresses again and again. */
const MOST_RECENT = 200
/** Characters. */
const LONGEST_RECENT = 200

/**
 * Made by the first search. The server's own router leads to a surface, and this one from there: a route of Fastify takes 0.1 ms to add, and
 * every start would wait for all of them.
 */
export class OperationRouter {
  readonly routes: readonly Route[]
  readonly #operations = new Map<string, Operation>()
  /** Without a query: it may hold secrets, and is seldom the same twice. */
  readonly #recent = new Recent<string, Found>(MOST_RECENT)
  #router: ReturnType<typeof findMyWay> | undefined

  constructor(routes: readonly Route[]) {
    this.routes = routes
  }

  /**
   * Undefined where the address cannot be read.
   * @param url path, from the root, and query
   */
  find(method: string, url: string): Found | undefined {
    if (url.length > LONGEST_RECENT || url.includes('?')) return this.#search(method, url)
    const key = `${method} ${url}`
    const known = this.#recent.get(key)
    if (known !== undefined) return known
    const found = this.#search(method, url)
    if (found !== undefined) this.#recent.set(key, found)
    return found
  }

  #search(method: string, url: string): Found | undefined {
    this.#router ??= this.#make()
    const known = HTTP_METHODS.find(one => one === method)
    const found = known === undefined ? null : this.#router.find(known, url)
    if (found === null) return undefined
    const id: unknown = found.store
    return {
      operation: typeof id === 'string' ? this.#operations.get(id) : undefined,
      // The next request to the same address may be given the same.
      params: Object.freeze(found.params),
      query: Object.freeze(found.searchParams),
    }
  }

  #make(): ReturnType<typeof findMyWay> {
    const router = findMyWay(routerOptions)
    router.on([...HTTP_METHODS], '/*', unused, UNMATCHED)
    for (const { operation, basePath, path } of this.routes) {
      const { id, method } = operation
      this.#operations.set(id, operation)
      router.on(method, toRoutePattern(basePath + path), unused, id)
    }
    return router
  }
}

function unused(): never {
  throw new Error('This router finds, and leaves the rest to who asked.')
}
