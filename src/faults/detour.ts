// What becomes of a request for which a failure was planned.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { onDeparture } from '../contract/departure.ts'
import type { Detour } from '../contract/perform.ts'
import type { Fault } from '../state/faults.ts'
import { delayOf } from '../state/faults.ts'
import type { Log } from '../state/log.ts'
import type { State } from '../state/state.ts'
import type { Requester } from './matching.ts'
import { isMeant } from './matching.ts'
import { PlannedFailure } from './planned-failure.ts'
import type { Sleep } from './sleep.ts'

export interface FaultServices {
  readonly state: State
  readonly log: Log
  readonly sleep: Sleep
  /** Aborted when the server closes: nothing is held back any longer. */
  readonly closing: AbortSignal
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The id of the planned failure that struck. */
    struckFault: string | undefined
  }
}

/** A request that planned failures can strike. */
export type StruckRequest = Pick<FastifyRequest, 'struckFault' | 'raw' | 'headers'>

/** To be called once for each surface. */
export function decorateRequests(app: FastifyInstance): void {
  app.decorateRequest('struckFault', undefined)
}

/**
 * Counts the request for every planned failure that is for it, the oldest first, until one strikes, and carries that one out. Undefined when
 * none does. Costs nothing to speak of where the tenant has none; ask before.
 * @throws PlannedFailure when it strikes with a status
 */
export async function failAsPlanned(
  request: StruckRequest,
  requester: Requester,
  services: FaultServices,
): Promise<Detour | undefined> {
  const { state, log } = services
  const tenantId = requester.tenant.definition.id
  for (const { id, plan } of [...requester.tenant.faults.values()]) {
    if (!isMeant(plan, requester)) continue
    // It may have been removed while this waited for the log.
    if (!state.tenants.has(tenantId)) return undefined
    const struck = await log.submit('meetFault', { tenantId, faultId: id })
    if (struck !== undefined) return carryOut(request, struck, services)
  }
  return undefined
}

async function carryOut(
  request: StruckRequest,
  fault: Fault,
  { sleep, closing }: FaultServices,
): Promise<Detour | undefined> {
  request.struckFault = fault.id
  const { status, connection, code, message, retryAfterSeconds } = fault.plan
  const delay = delayOf(fault)
  if (delay > 0 && !(await isStillAwaited(request, closing, signal => sleep(delay, signal))))
    return { connection: 'reset' }
  if (status !== undefined)
    throw new PlannedFailure(status, {
      ...(code !== undefined && { code }),
      ...(message !== undefined && { message }),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    })
  return connection === undefined ? undefined : { connection }
}

/** Waits, and tells whether there is still somebody to be answered: what nobody waits for any longer is not done. */
async function isStillAwaited(
  request: StruckRequest,
  closing: AbortSignal,
  wait: (signal: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const gone = new AbortController()
  const leave = (): void => gone.abort()
  const stay = onDeparture(request, leave)
  closing.addEventListener('abort', leave)
  if (closing.aborted) leave()
  await wait(gone.signal)
  stay()
  closing.removeEventListener('abort', leave)
  return !gone.signal.aborted
}
