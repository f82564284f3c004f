// What becomes of a Graph request instead of being handled: a failure that was planned, or a declared answer that it prefers.
import type { FastifyRequest } from 'fastify'
import type { Operation } from '../contract/document.ts'
import { choose, exampleHeaders, readPreference } from '../contract/preferences.ts'
import type { Detour } from '../contract/register.ts'
import type { FaultServices } from '../faults/detour.ts'
import { failAsPlanned } from '../faults/detour.ts'
import { PlannedFailure } from '../faults/planned-failure.ts'
import type { Caller } from '../tokens/judge.ts'
import { errorHeaders, successHeaders } from './headers.ts'
import { toPlannedError } from './planned-errors.ts'

/** Undefined, without a promise, for a request that nothing was planned for and that prefers nothing. */
export function findDetour(
  request: FastifyRequest,
  operation: Operation,
  caller: Caller,
  services: FaultServices,
): Promise<Detour | undefined> | undefined {
  if (caller.tenant.faults.size > 0) return meetFaults(request, operation, caller, services)
  if (request.headers.prefer === undefined) return undefined
  const preferred = preferredAnswer(request, operation)
  return preferred && Promise.resolve(preferred)
}

async function meetFaults(
  request: FastifyRequest,
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
  return planned ?? preferredAnswer(request, operation)
}

/** @throws UnknownPreference; PlannedFailure for an error without an example of its own */
function preferredAnswer(request: FastifyRequest, operation: Operation): Detour | undefined {
  const preference = readPreference(request.headers.prefer)
  if (preference === undefined) return undefined
  const { status, response, example, applied } = choose(operation, preference)
  const failure = new PlannedFailure(status, { preference: applied })
  if (response === undefined || (status >= 400 && example === undefined)) throw failure
  const headers =
    status < 400
      ? successHeaders(request, example !== undefined, failure.headers)
      : errorHeaders(request, toPlannedError(failure, ''))
  Object.assign(headers, exampleHeaders(response, headers))
  return { answer: { status, headers, body: example?.value } }
}
