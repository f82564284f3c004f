// The permissions that an application asks for, by the resources that offer them.
import type { components } from '../contract/generated.ts'
import type { Application } from '../state/applications.ts'
import type { Tenant } from '../state/tenant.ts'
import { graphPermissionId } from './graph-permissions.ts'
import { GRAPH_APP_ID } from './graph-service-principal.ts'
import { permissionIdOf } from './published-permissions.ts'
import type { PermissionsOf } from './resource-permissions.ts'
import { byResource } from './resource-permissions.ts'

type Access = Required<components['schemas']['requiredResourceAccess']>

/** Here an application asks for exactly what it has consent for. */
export function requestedAccess(tenant: Tenant, { consented }: Application): Access[] {
  const scopes = byResource(tenant, consented.scopes).map(one => ({
    ...one,
    type: 'Scope' as const,
  }))
  const roles = byResource(tenant, consented.roles).map(one => ({ ...one, type: 'Role' as const }))
  const access = new Map<string, Access>()
  for (const { type, ...permissions } of [...scopes, ...roles]) {
    const resourceAppId = permissions.application?.appId ?? GRAPH_APP_ID
    const asked = access.get(resourceAppId) ?? { resourceAppId, resourceAccess: [] }
    asked.resourceAccess.push(...idsOf(permissions, type).map(id => ({ id, type })))
    access.set(resourceAppId, asked)
  }
  return [...access.values()]
}

function idsOf({ application, names }: PermissionsOf, kind: 'Scope' | 'Role'): string[] {
  return names.map(name =>
    application === undefined
      ? graphPermissionId(kind, name)
      : permissionIdOf(application, kind, name),
  )
}
