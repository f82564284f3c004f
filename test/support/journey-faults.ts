// Planning failures from the programs of `test/journeys/clients`, and counting the requests that met them.
import type { Test } from 'tap'
import type { components } from '../../src/contract/generated.ts'
import { origin } from './journey-client.ts'

type FaultPlan = components['schemas']['faultPlan']

const FAULTS = `${origin}/_understudy/faults`

/** Plans a failure until the test ends. `met` tells how many requests it was for since then. */
export async function planFault(
  t: Test,
  plan: FaultPlan,
): Promise<{ readonly met: () => Promise<number> }> {
  const headers = { 'content-type': 'application/json' }
  const planned = await fetch(FAULTS, { method: 'POST', headers, body: JSON.stringify(plan) })
  if (!planned.ok) throw new Error(await planned.text())
  const { id } = JSON.parse(await planned.text())
  t.teardown(() => fetch(`${FAULTS}/${id}`, { method: 'DELETE' }))
  return {
    met: async () => {
      const { faults } = JSON.parse(await (await fetch(FAULTS)).text())
      return faults.find((fault: { id: string }) => fault.id === id).met
    },
  }
}

/** An app-only token for Graph, without a client's help. */
export async function appToken(): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const issued = await fetch(`${origin}/_understudy/tokens`, {
    method: 'POST',
    headers,
    body: '{}',
  })
  return JSON.parse(await issued.text()).access_token
}
