// Names of permissions as an application's consent lists them, by the resource that each belongs to.
import type { Application } from '../state/applications.ts'
import type { Tenant } from '../state/tenant.ts'
import { findResource } from '../tokens/access.ts'
import { isOpenIdScope, parseScope } from '../tokens/scopes.ts'

/** The permissions of one resource. */
export interface PermissionsOf {
  /** Undefined for Microsoft Graph. */
  readonly application: Application | undefined
  readonly names: readonly string[]
}

/** In the order in which the resources are first named; a resource that the tenant does not have is left out. */
export function byResource(
  tenant: Tenant,
  permissions: readonly string[],
): readonly PermissionsOf[] {
  const found = new Map<Application | undefined, string[]>()
  for (const full of permissions) {
    const named = nameOf(full)
    const resource = named && findResource(tenant, named.resource, () => false)
    if (named === undefined || resource === undefined) continue
    const application = resource.kind === 'graph' ? undefined : resource.application
    found.set(application, [...(found.get(application) ?? []), named.permission])
  }
  return Array.from(found, ([application, names]) => ({ application, names }))
}

/** Those of OpenID Connect are permissions of Microsoft Graph. */
function nameOf(full: string): { resource: string | undefined; permission: string } | undefined {
  return isOpenIdScope(full) ? { resource: undefined, permission: full } : parseScope(full)
}
