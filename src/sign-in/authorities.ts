// What the first segment of a path names: one tenant, or common, organizations or consumers.
import type { Application } from '../state/applications.ts'
import type { State } from '../state/state.ts'
import type { Tenant } from '../state/tenant.ts'
import type { User } from '../state/users.ts'
import { signInErrors } from './errors.ts'

/** The tenant of all personal Microsoft accounts. */
export const CONSUMERS_TENANT_ID = '9188040d-6c67-4c5b-b112-36a304b66dad'

export type Authority =
  | { readonly kind: 'tenant'; readonly tenant: Tenant }
  | { readonly kind: 'common' | 'organizations' | 'consumers' }

const words = ['common', 'organizations', 'consumers'] as const

/** @throws SignInError 90002 */
export function getAuthority(state: State, name: string): Authority {
  const authority = findAuthority(state, name)
  if (authority === undefined) throw signInErrors.tenantNotFound(name)
  return authority
}

/** Undefined where it names a tenant that there is not. */
export function findAuthority(state: State, name: string): Authority | undefined {
  const wanted = name.toLowerCase()
  const word = wanted === CONSUMERS_TENANT_ID ? 'consumers' : words.find(one => one === wanted)
  if (word !== undefined) return { kind: word }
  const tenant = wanted === '' ? undefined : state.findTenant(wanted)
  return tenant && { kind: 'tenant', tenant }
}

export interface ClientOfTenant {
  readonly tenant: Tenant
  readonly client: Application
}

/**
 * The client with this id, in the authority's tenant, or for common and the like in whichever tenant has it.
 * @throws SignInError when there is none, or it is not meant for this authority
 */
export function getClient(state: State, authority: Authority, clientId: string): ClientOfTenant {
  if (/^[0-]+$/.test(clientId)) throw signInErrors.clientIdMalformed(clientId)
  const tenants = authority.kind === 'tenant' ? [authority.tenant] : [...state.tenants.values()]
  const found = findClient(tenants, clientId)
  if (found !== undefined) return assertMeantFor(authority, found)
  const [asked] = tenants
  throw signInErrors.clientNotFound(clientId, asked?.definition.displayName ?? '')
}

/** The client with this id, in the first of the tenants that has it. */
export function findClient(
  tenants: Iterable<Tenant>,
  clientId: string,
): ClientOfTenant | undefined {
  for (const tenant of tenants) {
    const client = tenant.applications.find(clientId)
    // It is found by its object id as well, which is no client id.
    if (client?.appId === clientId.toLowerCase()) return { tenant, client }
  }
  return undefined
}

function assertMeantFor(authority: Authority, found: ClientOfTenant): ClientOfTenant {
  const { signInAudience } = found.client
  if (authority.kind === 'tenant') return found
  if (signInAudience === 'AzureADMyOrg') throw signInErrors.notMultiTenant(found.client)
  if (authority.kind === 'consumers' && signInAudience !== 'AzureADandPersonalMicrosoftAccount')
    throw signInErrors.notForConsumers(found.client)
  return found
}

/** Whether the account may sign in there: personal ones where clients for them ask, others anywhere but at consumers. */
export function accepts({ kind }: Authority, { signInAudience }: Application, user: User): boolean {
  if (user.accountType !== 'personal') return kind !== 'consumers'
  return (
    (kind === 'common' || kind === 'consumers') &&
    signInAudience === 'AzureADandPersonalMicrosoftAccount'
  )
}

/** The tenant as clients are to see it in their tokens. */
export function visibleTenantId({ definition }: Tenant, user: User): string {
  return user.accountType === 'personal' ? CONSUMERS_TENANT_ID : definition.id
}
