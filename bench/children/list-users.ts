// Lists users among as many made-up ones as the argument says, in process, and watches how long the event loop is held.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { library } from '../support/places.ts'
import { median } from '../support/series.ts'
import { answerParent } from './answering.ts'

type Library = typeof import('../../src/index.ts')

export interface ListFigures {
  /** Milliseconds, by what was asked for. */
  readonly times: Readonly<Record<string, number>>
  /** The longest time that the loop was held, in milliseconds, while they were asked for one after another. */
  readonly held: number
  /** The same with sixteen at once. */
  readonly heldTogether: number
  /** What the process grew by when the users were made, for each of them. */
  readonly residentBytesPerUser: number
  /** What the indexes take besides, which are made when they are first needed. */
  readonly indexBytesPerUser: number
}

const TIMES = 15
const TOGETHER = 16

const generatedUsers = Number(process.argv[2])
const middle = String(Math.floor(generatedUsers / 2)).padStart(6, '0')
const select = '$select=id,displayName&$top=100'

/** What is asked for, besides pages in the middle. */
const requests: Readonly<Record<string, string>> = {
  'first page': `users?${select}`,
  'first page in order of names': `users?${select}&$orderby=displayName`,
  'first page in backward order of names': `users?${select}&$orderby=displayName desc`,
  '$filter, indexed, one match': `users?${select}&$filter=mail eq 'user${middle}@contoso.onmicrosoft.com'`,
  '$filter, indexed, a hundred matches': `users?${select}&$filter=startsWith(displayName,'User ${middle.slice(0, -2)}')`,
  '$filter, not indexed, one match': `users?${select}&$count=true&$filter=endsWith(mail,'r${middle}@contoso.onmicrosoft.com')`,
  '$search in names': `users?${select}&$search="displayName:${middle}"`,
  '$search by the beginning of an address': `users?${select}&$search="mail:user${middle}"`,
  'count of all': 'users/$count',
  'count, indexed': "users/$count?$filter=displayName ge 'user 0'",
  'count, not indexed': "users/$count?$filter=displayName ne 'x'",
}

const { createUnderstudy }: Library = await import(library.href)
const before = residentBytes()
const understudy = await createUnderstudy({ generateUsers: generatedUsers })
const withUsers = residentBytes()
const { arrayBuffers } = process.memoryUsage()
const { access_token: token } = await understudy.issueToken({
  user: 'admin',
  scopes: ['User.Read.All'],
})

answerParent(async (): Promise<ListFigures> => {
  // The indexes are made by the first who need them.
  for (const path of Object.values(requests)) await ask(path)
  await new Promise(resolve => setTimeout(resolve, generatedUsers / 50 + 200))
  const indexBytes = process.memoryUsage().arrayBuffers - arrayBuffers
  const all = {
    ...requests,
    'deep page': await pageInTheMiddle(''),
    'deep page in order of names': await pageInTheMiddle('&$orderby=displayName'),
  }

  const paths = Object.values(all)
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const times: Record<string, number> = {}
  for (const [what, path] of Object.entries(all)) {
    const taken: number[] = []
    for (let time = 0; time < TIMES; time++) {
      const started = performance.now()
      await ask(path)
      taken.push(performance.now() - started)
    }
    times[what] = median(taken)
  }
  const held = loop.max / 1e6
  loop.reset()
  for (let time = 0; time < 3; time++)
    await Promise.all(
      Array.from({ length: TOGETHER }, (_, index) => ask(paths[index % paths.length] ?? '')),
    )
  loop.disable()
  return {
    times,
    held,
    heldTogether: loop.max / 1e6,
    residentBytesPerUser: (withUsers - before) / generatedUsers,
    indexBytesPerUser: indexBytes / generatedUsers,
  }
})

/** The address of a page behind half of the users, which pages as large as may be lead to. */
async function pageInTheMiddle(order: string): Promise<string> {
  let path = `users?$select=id&$top=999${order}`
  for (let seen = 0; seen < generatedUsers / 2; seen += 999) {
    const { '@odata.nextLink': next } = await ask(path)
    path = next?.split('/v1.0/')[1] ?? path
  }
  return path.replace('$top=999', '$top=100').replace('$select=id', '$select=id,displayName')
}

async function ask(path: string): Promise<{ '@odata.nextLink'?: string }> {
  // In process, what is answered at once never lets the loop turn.
  await new Promise(setImmediate)
  const response = await understudy.fetch(`https://graph.microsoft.com/v1.0/${path}`, {
    headers: { authorization: `Bearer ${token}`, ConsistencyLevel: 'eventual' },
  })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}

function residentBytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss
}
