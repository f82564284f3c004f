// What becomes of a sign-in request instead of being handled: a failure that was planned, or a declared answer that it prefers.
import type { FastifyRequest } from 'fastify'
import type { Operation, Response } from '../contract/document.ts'
import { choose, exampleHeaders, readPreference } from '../contract/preferences.ts'
import type { Detour } from '../contract/register.ts'
import type { Answer } from '../contract/responses.ts'
import type { FaultServices } from '../faults/detour.ts'
import { failAsPlanned } from '../faults/detour.ts'
import { PlannedFailure } from '../faults/planned-failure.ts'
import type { State } from '../state/state.ts'
import type { SignInServices } from './context.ts'
import { corsHeaders, isCalledByPages, isDiscovery } from './cors.ts'
import { commonHeaders, discoveryHeaders, noStore } from './headers.ts'
import type { Identity } from './identify.ts'
import { identify, tenantOfPath } from './identify.ts'

/** Undefined, without a promise, for a request that nothing was planned for and that prefers nothing. */
export function findDetour(
  request: FastifyRequest,
  operation: Operation,
  services: SignInServices,
  faults: FaultServices,
): Promise<Detour | undefined> | undefined {
  const identity = whoseFaultsMatter(request, services)
  if (identity !== undefined) return meetFaults(request, operation, identity, services, faults)
  if (request.headers.prefer === undefined) return undefined
  const preferred = preferredAnswer(request, operation, services)
  return preferred && Promise.resolve(preferred)
}

/** Undefined where the tenant has no planned failures; who asks is made out only where it has. */
function whoseFaultsMatter(
  request: FastifyRequest,
  services: SignInServices,
): Identity | undefined {
  const named = tenantOfPath(request, services.state)
  if (named === 'unknown' || named?.faults.size === 0) return undefined
  if (named === undefined && !haveFaults(services.state)) return undefined
  const identity = identify(request, services)
  return identity.tenant === undefined || identity.tenant.faults.size === 0 ? undefined : identity
}

function haveFaults({ tenants }: State): boolean {
  for (const { faults } of tenants.values()) if (faults.size > 0) return true
  return false
}

async function meetFaults(
  request: FastifyRequest,
  operation: Operation,
  { tenant, ...identity }: Identity,
  services: SignInServices,
  faults: FaultServices,
): Promise<Detour | undefined> {
  const planned =
    tenant &&
    (await failAsPlanned(
      request,
      { ...identity, tenant, surface: 'signIn', operationId: operation.id },
      faults,
    ))
  return planned ?? preferredAnswer(request, operation, services)
}

/** @throws UnknownPreference; PlannedFailure for an error without an example of its own */
function preferredAnswer(
  request: FastifyRequest,
  operation: Operation,
  { state }: SignInServices,
): Detour | undefined {
  const preference = readPreference(request.headers.prefer)
  if (preference === undefined) return undefined
  const { status, response, example, applied } = choose(operation, preference)
  const failure = new PlannedFailure(status, { preference: applied })
  if (response === undefined || (status >= 400 && example === undefined)) throw failure
  const headers: Answer['headers'] = {
    ...commonHeaders(request),
    ...(example !== undefined && contentHeaders(example)),
    ...(isDiscovery(operation) ? discoveryHeaders : noStore),
    ...(isCalledByPages(request.url) && corsHeaders(state, request)),
    ...failure.headers,
  }
  Object.assign(headers, exampleHeaders(response, headers))
  return { answer: { status, headers, body: example?.value } }
}

function contentHeaders({ mediaType }: Response['examples'][number]): Record<string, string> {
  return { 'content-type': `${mediaType}; charset=utf-8` }
}
