// graph.servicePrincipals.*: the applications in the tenant, Microsoft Graph among them.
import type { Handler } from '../contract/operations.ts'
import type { Tenant } from '../state/tenant.ts'
import type { GraphContext } from './context.ts'
import { servicePrincipalFilters } from './directory-filters.ts'
import { entitySet, getEntity, listEntities } from './entities.ts'
import { graphServicePrincipal } from './graph-service-principal.ts'
import { readKey } from './key-syntax.ts'
import type { ServicePrincipal } from './service-principal-entity.ts'
import { toServicePrincipal } from './service-principal-entity.ts'

const servicePrincipals = entitySet(
  'servicePrincipals',
  'servicePrincipal',
  servicePrincipalFilters,
)

export const list: Handler<'graph.servicePrincipals.list', GraphContext> = (request, context) =>
  listEntities(context, request, servicePrincipals, servicePrincipalsOf(context.caller.tenant))

export const get: Handler<'graph.servicePrincipals.get', GraphContext> = (
  { path, query },
  context,
) => {
  const { id, alternate } = readKey(path.servicePrincipalId, 'appId')
  const found = servicePrincipalsOf(context.caller.tenant).find(one =>
    id === undefined ? one.appId === alternate?.toLowerCase() : one.id === id.toLowerCase(),
  )
  return getEntity(context, query.$select, servicePrincipals, found, id ?? alternate ?? '')
}

function servicePrincipalsOf(tenant: Tenant): readonly ServicePrincipal[] {
  const own = tenant.applications.rows.map(one => toServicePrincipal(tenant, one))
  return [...own, graphServicePrincipal(tenant)]
}
