// Microsoft Graph as every tenant has it: a service principal of an application that is Microsoft's.
import { guidFrom } from '../ids.ts'
import type { Tenant } from '../state/tenant.ts'
import { graphAudiences } from '../tokens/claims.ts'
import { graphRoles, graphScopes } from './published-permissions.ts'
import type { ServicePrincipal } from './service-principal-entity.ts'
import { plainServicePrincipal } from './service-principal-entity.ts'

export const [GRAPH_URI, GRAPH_APP_ID] = graphAudiences

/** Microsoft's own tenant, to which its applications belong. */
const MICROSOFT_TENANT = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a'

/** It differs from tenant to tenant. */
export function graphServicePrincipalId({ definition }: Pick<Tenant, 'definition'>): string {
  return guidFrom(`${definition.id}:servicePrincipal:${GRAPH_APP_ID}`)
}

export function graphServicePrincipal(tenant: Tenant): ServicePrincipal {
  return {
    ...plainServicePrincipal,
    id: graphServicePrincipalId(tenant),
    appId: GRAPH_APP_ID,
    appDisplayName: 'Microsoft Graph',
    displayName: 'Microsoft Graph',
    appOwnerOrganizationId: MICROSOFT_TENANT,
    createdDateTime: tenant.definition.createdDateTime,
    signInAudience: 'AzureADMultipleOrgs',
    servicePrincipalNames: [GRAPH_URI, GRAPH_APP_ID],
    appRoles: graphRoles(),
    oauth2PermissionScopes: graphScopes(),
  }
}
