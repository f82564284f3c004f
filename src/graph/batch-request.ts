// Reads a batch: what of it the contract's schema cannot say, and in whose words a batch is refused that is not one.

import type { components } from '../contract/generated.ts'
import type { Violation } from '../contract/requests.ts'
import { isHeadTooLong, LONGEST_HEAD } from '../contract/routing.ts'
import { graphErrors } from './errors.ts'

type BatchRequest = components['schemas']['batchRequest']

/** One request of a batch, as it was sent. */
export interface BatchItem {
  readonly id: string
  /** The id by which others depend on it: case makes no difference. */
  readonly key: string
  /** In capitals. */
  readonly method: string
  /** Whether it could not be sent as a request of its own; then only the beginning of its address is here, and none of its headers. */
  readonly isTooLong: boolean
  /** Path and query below the version, beginning with a slash. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** An object, or text; undefined when there is none. */
  readonly body: unknown
  /** Keys of items before it. */
  readonly dependsOn: readonly string[]
}

/** Characters of an address that is too long to be read. */
const SHOWN = 200

const METHODS = new Set(['DELETE', 'GET', 'PATCH', 'POST', 'PUT'])
const WRITING = new Set(['PATCH', 'POST', 'PUT'])

/** The requests in their order. @throws GraphError 400 when any one of them is not as a batch has it: then none of them runs */
export function readBatch({ requests }: BatchRequest): readonly BatchItem[] {
  const items: BatchItem[] = []
  const keys = new Set<string>()
  for (const sent of requests) {
    const item = readItem(sent)
    if (keys.has(item.key)) throw graphErrors.batchIdNotUnique(item.id)
    if (!item.dependsOn.every(key => keys.has(key)))
      throw graphErrors.batchDependencyInvalid(item.id)
    keys.add(item.key)
    items.push(item)
  }
  return items
}

function readItem(sent: BatchRequest['requests'][number]): BatchItem {
  const method = sent.method.toUpperCase()
  if (!METHODS.has(method) || isAbsolute(sent.url) || sent.id.length > LONGEST_HEAD)
    throw graphErrors.batchFormatInvalid()
  const isTooLong = isHeadTooLong(method, sent.url, Object.entries(sent.headers ?? {}))
  const headers = isTooLong ? {} : readHeaders(sent.headers)
  const body = sent.body ?? undefined
  const isWhole = body !== undefined && (isTooLong || headers['content-type'] !== undefined)
  const mayBeBare = body === undefined && !WRITING.has(method)
  if (!isWhole && !mayBeBare) throw graphErrors.batchWriteWithoutBody(sent.id)
  return {
    id: sent.id,
    key: toKey(sent.id),
    method,
    isTooLong,
    path: toPath(isTooLong ? sent.url.slice(0, SHOWN) : sent.url),
    headers,
    body,
    dependsOn: sent.dependsOn?.map(toKey) ?? [],
  }
}

function toKey(id: string): string {
  return id.toLowerCase()
}

function isAbsolute(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(url)
}

/** What cannot stand in an address is encoded, as a client would have to for a request of its own. */
function toPath(url: string): string {
  const wellFormed = Buffer.from(url.startsWith('/') ? url : `/${url}`).toString()
  return wellFormed.replace(/[^\x21-\x7e]+/g, encodeURIComponent)
}

function readHeaders(sent: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value]),
  )
}

/** The error for a batch that its schema refuses; undefined for any other body. */
export function batchErrorOf({ pointer, keyword }: Violation) {
  if (!/^\/requests(\/|$)/.test(pointer)) return undefined
  return pointer === '/requests' && keyword === 'maxItems'
    ? graphErrors.batchTooLong()
    : graphErrors.batchFormatInvalid()
}
