// Times what a test does to a tenant of its own by way of the control surface, in process, among as many others as the argument says.
import { library } from '../support/places.ts'
import { median } from '../support/series.ts'
import { answerParent } from './answering.ts'

type Library = typeof import('../../src/index.ts')

/** Milliseconds; medians of many. */
export interface TenantFigures {
  readonly create: number
  readonly reset: number
  readonly snapshot: number
  readonly restore: number
  readonly remove: number
}

const TIMES = 200

const others = Number(process.argv[2])
const { createUnderstudy }: Library = await import(library.href)
const understudy = await createUnderstudy()
for (let made = 0; made < others; made++) await createTenant()

answerParent(async (): Promise<TenantFigures> => {
  const times: Readonly<Record<keyof TenantFigures, number[]>> = {
    create: [],
    reset: [],
    snapshot: [],
    restore: [],
    remove: [],
  }
  // The first rounds warm the compiler up.
  for (let round = -TIMES; round < TIMES; round++) {
    let domain = ''
    const body = () => ({ name: 'bench', tenant: domain })
    const work: Readonly<Record<keyof TenantFigures, () => Promise<unknown>>> = {
      create: async () => {
        domain = await createTenant()
      },
      reset: () => send('POST', `/reset?tenant=${domain}`),
      snapshot: () => send('POST', '/snapshots', body()),
      restore: () => send('POST', '/snapshots/bench/restore'),
      remove: () => send('DELETE', `/tenants/${domain}`),
    }
    for (const name of ['create', 'reset', 'snapshot', 'restore', 'remove'] as const) {
      const milliseconds = await time(work[name])
      if (round >= 0) times[name].push(milliseconds)
    }
  }
  return {
    create: median(times.create),
    reset: median(times.reset),
    snapshot: median(times.snapshot),
    restore: median(times.restore),
    remove: median(times.remove),
  }
})

/** Its domain. */
async function createTenant(): Promise<string> {
  const response = await send('POST', '/tenants', {})
  const { domain }: { readonly domain: string } = JSON.parse(await response.text())
  return domain
}

async function send(method: string, path: string, body?: object): Promise<Response> {
  const response = await understudy.fetch(`http://localhost/_understudy${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
  return response
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
