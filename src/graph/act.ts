// Whose act a change through Microsoft Graph is, for the logs.
import { isGuid } from '../ids.ts'
import type { Act } from '../state/acts.ts'
import type { GraphContext } from './context.ts'

/** The caller's, under the caller's own id of the request where that is a GUID. */
export function actOf({ caller, request }: Pick<GraphContext, 'caller' | 'request'>): Act {
  const sent = request.headers['client-request-id']
  const correlationId = isGuid(sent) ? sent : request.id
  if (caller.kind === 'user') {
    const { id, userPrincipalName } = caller.user
    return { kind: 'user', id, userPrincipalName, ipAddress: request.ip, correlationId }
  }
  const { clientId, objectId } = caller.token
  const displayName = caller.tenant.applications.find(clientId)?.displayName ?? clientId
  return { kind: 'app', appId: clientId, displayName, servicePrincipalId: objectId, correlationId }
}
