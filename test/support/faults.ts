// Planning failures, as tests of anything that fails as planned do.
import type { Understudy } from '../../src/api.ts'
import type { components } from '../../src/contract/generated.ts'
import type { Sleep } from '../../src/faults/sleep.ts'
import { control } from './understudy.ts'

export type FaultPlan = components['schemas']['faultPlan']
export type Fault = components['schemas']['fault']

/** Plans a failure in a tenant, the default one when left out. Throws when it is refused. */
export async function planFault(
  understudy: Understudy,
  plan: FaultPlan,
  tenant = '',
): Promise<Fault> {
  const line = `POST /_understudy/faults?tenant=${tenant}` as const
  const { status, text } = await control(understudy, line, { body: plan })
  if (status !== 201) throw new Error(`${status} ${text}`)
  return JSON.parse(text)
}

export async function listFaults(understudy: Understudy, tenant = ''): Promise<readonly Fault[]> {
  const { text } = await control(understudy, `GET /_understudy/faults?tenant=${tenant}`)
  return JSON.parse(text).faults
}

/** Sleeps not at all, and remembers for how long it was to. */
export function sleeplessly(): { readonly sleep: Sleep; readonly slept: number[] } {
  const slept: number[] = []
  return {
    slept,
    sleep: async milliseconds => {
      slept.push(milliseconds)
    },
  }
}

/** Sleeps until it is woken, or aborted. `asleep` fulfils once somebody is. */
export function untilWoken(): {
  readonly sleep: Sleep
  readonly asleep: Promise<void>
  readonly wake: () => void
} {
  const { promise: asleep, resolve: fallAsleep } = withResolvers()
  const { promise: woken, resolve: wake } = withResolvers()
  const sleep: Sleep = (_, signal) => {
    fallAsleep()
    const aborted = new Promise<void>(resolve =>
      signal.addEventListener('abort', () => resolve(), { once: true }),
    )
    return Promise.race([woken, aborted])
  }
  return { sleep, asleep, wake }
}

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {}
  const promise = new Promise<void>(settle => {
    resolve = settle
  })
  return { promise, resolve }
}
