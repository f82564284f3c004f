// What becomes of a sign-in request instead of being handled: a failure that was planned, or a declared answer that it prefers.
import type { FastifyRequest } from 'fastify'
import type { Operation, Response } from '../contract/document.ts'
import type { Detour } from '../contract/perform.ts'
import type { FaultServices } from '../faults/detour.ts'
import { failAsPlanned } from '../faults/detour.ts'
import { preferredAnswer } from '../faults/preferred-answer.ts'
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
  const detour = preferred(request, operation, services)
  return detour && Promise.resolve(detour)
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
  return planned ?? preferred(request, operation, services)
}

function preferred(
  request: FastifyRequest,
  operation: Operation,
  { state }: SignInServices,
): Detour | undefined {
  return preferredAnswer(request, operation, ({ example }, failure) => ({
    ...commonHeaders(request),
    ...(example !== undefined && contentHeaders(example)),
    ...(isDiscovery(operation) ? discoveryHeaders : noStore),
    ...(isCalledByPages(request.url) && corsHeaders(state, request)),
    ...failure.headers,
  }))
}

function contentHeaders({ mediaType }: Response['examples'][number]): Record<string, string> {
  return { 'content-type': `${mediaType}; charset=utf-8` }
}
