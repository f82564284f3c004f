// graph.oauth2PermissionGrants.*: delegated permissions that clients have consent for, of an administrator for all or of a user.
import type { components } from '../contract/generated.ts'
import type { Handler } from '../contract/operations.ts'
import type { Application } from '../state/applications.ts'
import type { Tenant } from '../state/tenant.ts'
import type { GraphContext } from './context.ts'
import { permissionGrantFilters } from './directory-filters.ts'
import type { Whole } from './entities.ts'
import { entitySet, getEntity, listEntities } from './entities.ts'
import { graphServicePrincipalId } from './graph-service-principal.ts'
import { keyOf } from './opaque-keys.ts'
import { byResource } from './resource-permissions.ts'

type Grant = Whole<components['schemas']['oAuth2PermissionGrant']>

const grants = entitySet('oauth2PermissionGrants', 'oAuth2PermissionGrant', permissionGrantFilters)

export const list: Handler<'graph.oauth2PermissionGrants.list', GraphContext> = (
  request,
  context,
) => listEntities(context, request, grants, grantsOf(context.caller.tenant))

export const get: Handler<'graph.oauth2PermissionGrants.get', GraphContext> = (
  { path: { oAuth2PermissionGrantId }, query },
  context,
) => {
  const found = grantsOf(context.caller.tenant).find(({ id }) => id === oAuth2PermissionGrantId)
  return getEntity(context, query.$select, grants, found, oAuth2PermissionGrantId)
}

function grantsOf(tenant: Tenant): readonly Grant[] {
  const ofAdministrators = tenant.applications.rows.flatMap(client =>
    toGrants(tenant, client, client.consented.scopes, null),
  )
  const ofUsers = Array.from(tenant.consents).flatMap(([key, scopes]) => {
    const [userId = '', clientId = ''] = key.split(' ')
    const client = tenant.applications.find(clientId)
    return client === undefined ? [] : toGrants(tenant, client, scopes, userId)
  })
  return [...ofAdministrators, ...ofUsers]
}

/** One for each resource. @param principalId whose consent it is; null for everybody's */
function toGrants(
  tenant: Tenant,
  { servicePrincipalId: clientId }: Application,
  scopes: readonly string[],
  principalId: string | null,
): readonly Grant[] {
  return byResource(tenant, scopes).map(({ application, names }) => {
    const resourceId = application?.servicePrincipalId ?? graphServicePrincipalId(tenant)
    return {
      clientId,
      consentType: principalId === null ? 'AllPrincipals' : 'Principal',
      id: keyOf(clientId, resourceId, ...(principalId === null ? [] : [principalId])),
      principalId,
      resourceId,
      scope: names.join(' '),
    }
  })
}
