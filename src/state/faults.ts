// Planned failures: which of the requests they match they strike. By count and by seed, so that the same requests fail in every run.
import { createHash } from 'node:crypto'
import type { components } from '../contract/generated.ts'

export type FaultPlan = components['schemas']['faultPlan']

export interface Fault {
  readonly id: string
  readonly plan: FaultPlan
  /** Of everything that is drawn. */
  readonly seed: number
  /** How many requests it matched. */
  readonly met: number
  /** How many of them it made fail. */
  readonly struck: number
}

/** The planned failure after one more request that it matches, and whether it strikes that one. */
export function meet(fault: Fault): { readonly fault: Fault; readonly strikes: boolean } {
  const met = fault.met + 1
  const strikes = isDue({ ...fault, met })
  return { fault: { ...fault, met, struck: fault.struck + (strikes ? 1 : 0) }, strikes }
}

function isDue({ plan, seed, met, struck }: Fault): boolean {
  const { after = 0, times = Number.POSITIVE_INFINITY, probability = 1 } = plan
  return met > after && struck < times && drawFrom(seed, met, 'strike') < probability
}

/** Milliseconds by which the answer to the request it struck last is held back. */
export function delayOf({ plan: { delayMilliseconds = 0 }, seed, met }: Fault): number {
  if (typeof delayMilliseconds === 'number') return delayMilliseconds
  const { least, most } = delayMilliseconds
  return least + drawFrom(seed, met, 'delay') * (most - least)
}

/** From 0 up to but not including 1; the same for the same arguments. */
function drawFrom(seed: number, met: number, purpose: 'strike' | 'delay'): number {
  const digest = createHash('sha256').update(`${seed}:${met}:${purpose}`).digest()
  return digest.readUInt32BE() / 2 ** 32
}
