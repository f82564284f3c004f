// What becomes of a Graph request instead of being handled: a failure that was planned, or a declared answer that it prefers.
import type { Operation } from '../contract/document.ts'
import type { Detour } from '../contract/perform.ts'
import type { FaultServices } from '../faults/detour.ts'
import { failAsPlanned } from '../faults/detour.ts'
import { preferredAnswer } from '../faults/preferred-answer.ts'
import type { Caller } from '../tokens/judge.ts'
import { errorHeaders, successHeaders } from './headers.ts'
import { toPlannedError } from './planned-errors.ts'
import type { GraphRequest } from './request.ts'

/** Undefined, without a promise, for a request that nothing was planned for and that prefers nothing. */
export function findDetour(
  request: GraphRequest,
  operation: Operation,
  caller: Caller,
  services: FaultServices,
): Promise<Detour | undefined> | undefined {
  if (caller.tenant.faults.size > 0) return meetFaults(request, operation, caller, services)
  if (request.headers.prefer === undefined) return undefined
  const detour = preferred(request, operation)
  return detour && Promise.resolve(detour)
}

async function meetFaults(
  request: GraphRequest,
  operation: Operation,
  caller: Caller,
  services: FaultServices,
): Promise<Detour | undefined> {
  const planned = await failAsPlanned(
    request,
    {
      tenant: caller.tenant,
      surface: 'graph',
      operationId: operation.id,
      user: caller.kind === 'user' ? caller.user.id : undefined,
      client: caller.token.clientId,
    },
    services,
  )
  return planned ?? preferred(request, operation)
}

function preferred(request: GraphRequest, operation: Operation): Detour | undefined {
  return preferredAnswer(request, operation, ({ status, example }, failure) =>
    status < 400
      ? successHeaders(request, example !== undefined, failure.headers)
      : errorHeaders(request, toPlannedError(failure, '')),
  )
}
