// Follows the links of graph.users.delta, as clients do.
import type { Understudy } from '../../src/api.ts'
import type { components } from '../../src/contract/generated.ts'
import type { Call } from './understudy.ts'
import { graph } from './understudy.ts'

/** One answer of graph.users.delta. */
type Page = components['schemas']['userDelta']

export interface Round {
  readonly users: Page['value']
  readonly pages: number
  /** Path and query of the next round. */
  readonly deltaLink: string
}

const SERVICE_ROOT = 'https://graph.microsoft.com'
const MOST_PAGES = 100

/** All pages of a round. Rejects unless every answer is 200. */
export async function roundFrom(
  understudy: Understudy,
  call: Call,
  path = '/v1.0/users/delta',
): Promise<Round> {
  const users: Page['value'] = []
  let next = path
  for (let pages = 1; pages <= MOST_PAGES; pages++) {
    const { status, text } = await graph(understudy, `GET /${next.slice(1)}`, call)
    if (status !== 200) throw new Error(`${next} answered ${status}: ${text}`)
    const page: Page = JSON.parse(text)
    users.push(...page.value)
    const deltaLink = page['@odata.deltaLink']
    if (deltaLink !== undefined)
      return { users, pages, deltaLink: deltaLink.slice(SERVICE_ROOT.length) }
    next = page['@odata.nextLink']?.slice(SERVICE_ROOT.length) ?? ''
  }
  throw new Error(`There is no end to ${path}.`)
}
