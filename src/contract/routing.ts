// Finds what a method and a path lead to, as the server itself does: the same router, set up in the same way.
import findMyWay from 'find-my-way'
import type { RoutedRequest } from './perform.ts'
import { HTTP_METHODS } from './register.ts'

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

export interface Found<Target> {
  /** Undefined where no route matches. */
  readonly target: Target | undefined
  readonly params: RoutedRequest['params']
  readonly query: RoutedRequest['query']
}

/** The router takes an empty name for none. */
const UNMATCHED = '*'

export class Router<Target> {
  readonly #router = findMyWay(routerOptions)
  readonly #targets = new Map<string, Target>()

  /** @param basePath below which everything is */
  constructor(basePath: string) {
    this.#add([...HTTP_METHODS], basePath, UNMATCHED)
    this.#add([...HTTP_METHODS], `${basePath}/*`, UNMATCHED)
  }

  /** @param path as routers write it: `/v1.0/users/:userId` */
  add(method: (typeof HTTP_METHODS)[number], path: string, target: Target): void {
    const name = `${method} ${path}`
    this.#targets.set(name, target)
    this.#add([method], path, name)
  }

  /**
   * Undefined where the address cannot be read, or is outside of the base path.
   * @param url path and query
   */
  find(method: string, url: string): Found<Target> | undefined {
    const known = HTTP_METHODS.find(one => one === method)
    const found = known === undefined ? null : this.#router.find(known, url)
    if (found === null) return undefined
    const name: unknown = found.store
    if (typeof name !== 'string') return undefined
    return {
      target: this.#targets.get(name),
      params: textsOf(found.params),
      query: found.searchParams,
    }
  }

  #add(methods: (typeof HTTP_METHODS)[number][], path: string, name: string): void {
    this.#router.on(methods, path, unused, name)
  }
}

function textsOf(params: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, text] of Object.entries(params)) if (text !== undefined) texts[name] = text
  return texts
}

function unused(): never {
  throw new Error('This router finds, and leaves the rest to who asked.')
}
