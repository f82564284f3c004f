// Which requests a planned failure is for.
import type { FaultPlan } from '../state/faults.ts'
import type { Tenant } from '../state/tenant.ts'
import { findUser } from '../state/tenant-users.ts'

/** Who asks for what, as far as the surface can tell. */
export interface Requester {
  readonly tenant: Tenant
  readonly surface: 'graph' | 'signIn'
  readonly operationId: string
  /** Id or user principal name. */
  readonly user?: string | undefined
  /** Its appId. */
  readonly client?: string | undefined
  readonly grantType?: string | undefined
}

/** Names are looked up now: whom a plan named may be gone, or have come, since it was made. */
export function isMeant(plan: FaultPlan, requester: Requester): boolean {
  const { tenant, surface, operationId, user, client, grantType } = requester
  return (
    (plan.operationId === undefined || plan.operationId === operationId) &&
    (plan.surface === undefined || plan.surface === surface) &&
    (plan.grantType === undefined || plan.grantType === grantType) &&
    (plan.user === undefined || isUser(tenant, plan.user, user)) &&
    (plan.client === undefined || isClient(tenant, plan.client, client))
  )
}

function isUser(tenant: Tenant, named: string, asking: string | undefined): boolean {
  if (asking === undefined) return false
  const meant = findUser(tenant, named)
  return meant !== undefined && meant.id === tenant.users.find(asking)?.id
}

function isClient(tenant: Tenant, named: string, asking: string | undefined): boolean {
  if (asking === undefined) return false
  const meant = findClient(tenant, named)
  return meant !== undefined && meant.appId === asking.toLowerCase()
}

/** The application with this appId or display name, in any case. */
export function findClient({ applications }: Tenant, name: string) {
  const wanted = name.toLowerCase()
  return (
    applications.rows.find(({ appId }) => appId === wanted) ??
    applications.rows.find(({ displayName }) => displayName.toLowerCase() === wanted)
  )
}
