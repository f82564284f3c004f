// Reads collections of users page by page, as clients do.

import type { Understudy } from '../../src/api.ts'
import type { components } from '../../src/contract/generated.ts'
import type { Call } from './understudy.ts'
import { graph } from './understudy.ts'

/** One answer of graph.users.list. */
export type Page = components['schemas']['userCollection']

const SERVICE_ROOT = 'https://graph.microsoft.com'
const MOST_PAGES = 1_000

/** `pageOf(understudy, '/v1.0/users?$top=5', { token })`; rejects unless the answer is 200. */
export async function pageOf(understudy: Understudy, path: string, call: Call): Promise<Page> {
  const { status, text } = await graph(understudy, `GET /${path.slice(1)}`, call)
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`)
  return JSON.parse(text)
}

/** Follows every next link. Rejects when there is no end to them, or when one leads elsewhere. */
export async function pagesFrom(
  understudy: Understudy,
  path: string,
  call: Call,
): Promise<readonly Page[]> {
  const pages: Page[] = []
  for (let next: string | undefined = path; next !== undefined; ) {
    const page = await pageOf(understudy, next, call)
    if (pages.push(page) > MOST_PAGES) throw new Error(`There is no end to ${path}.`)
    next = page['@odata.nextLink']
    if (next?.startsWith(`${SERVICE_ROOT}/`) === false) throw new Error(`${next} leads elsewhere.`)
    next = next?.slice(SERVICE_ROOT.length)
  }
  return pages
}

/** The ids of all users on the pages, in order. */
export function idsOn(pages: readonly Page[]): readonly unknown[] {
  return pages.flatMap(page => page.value.map(({ id }) => id))
}
