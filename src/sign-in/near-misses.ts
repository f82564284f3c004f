// What the sign-in surface would have accepted in the place of what it refused.
import type { FastifyRequest } from 'fastify'
import type { KnownOperation } from '../journal/nearest-operation.ts'
import { meantOperation } from '../journal/nearest-operation.ts'
import { safeSentence } from '../journal/safe-text.ts'
import { suggest } from '../state/state.ts'
import type { Tenant } from '../state/tenant.ts'
import type { SignInServices } from './context.ts'
import type { SignInError } from './errors.ts'
import type { Identity } from './identify.ts'

const CLIENT_NOT_FOUND = 700016
const REDIRECT_URI_WRONG = 50011
const TENANT_NOT_FOUND = 90002
const RESOURCE_NOT_FOUND = 500011

const MOST_NAMED = 10

/** @param known the operations of all surfaces */
export function hintFor(
  request: FastifyRequest,
  { code, extra }: SignInError,
  { tenant, client }: Identity,
  { state }: SignInServices,
  known: readonly KnownOperation[],
): string | undefined {
  const { method, url, operation } = request
  if (operation === undefined) return meantOperation(method, url.split('?', 1)[0] ?? '', known)
  if (code === TENANT_NOT_FOUND)
    return suggest(
      nameInPath(request),
      [...state.tenants.values()].map(({ definition }) => definition.domains[0]),
    )
  if (tenant === undefined) return extra.advice
  if (code === CLIENT_NOT_FOUND) return clientsOf(tenant)
  if (code === REDIRECT_URI_WRONG) return redirectUrisOf(tenant, client)
  if (code === RESOURCE_NOT_FOUND) return resourcesOf(tenant)
  return extra.advice
}

function nameInPath({ params }: FastifyRequest): string {
  return typeof params === 'object' && params !== null && 'authorityTenant' in params
    ? String(params.authorityTenant)
    : ''
}

function clientsOf({ applications, definition }: Tenant): string {
  const names = applications.rows.map(({ appId, displayName }) => `${appId} (${displayName})`)
  return `The clients of ${definition.domains[0]} are: ${list(names)}.`
}

function redirectUrisOf({ applications }: Tenant, appId = ''): string {
  const uris = applications.find(appId)?.redirectUris ?? []
  return uris.length === 0 ? 'None is registered.' : `Registered are: ${list(uris)}.`
}

function resourcesOf({ applications }: Tenant): string {
  const uris = applications.rows.flatMap(({ identifierUris }) => identifierUris)
  return `There are: ${list(['https://graph.microsoft.com', ...uris])}.`
}

function list(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ''
  return safeSentence(names.slice(0, MOST_NAMED).join(', ')) + more
}
