// Writes the sign-in log: who signed in, or was refused.
import type { SignInEventType, SignInProtocol } from '../state/sign-in-log.ts'
import type { User } from '../state/users.ts'
import type { Resource } from '../tokens/access.ts'
import { graphAudiences } from '../tokens/claims.ts'
import type { ClientOfTenant } from './authorities.ts'
import type { SignInContext } from './context.ts'
import type { SignInError } from './errors.ts'

/** An attempt to sign in. */
export interface Attempt extends ClientOfTenant {
  readonly eventType: SignInEventType
  readonly protocol: SignInProtocol
  /** Undefined for an application on its own. */
  readonly user: User | undefined
  /** Microsoft Graph when left out. */
  readonly resource?: Resource | undefined
}

/** Longer ones are cut off: the log keeps thousands. */
const MOST_OF_USER_AGENT = 400

/**
 * Personal accounts are no business of the tenant, and what it logs leaves them out.
 * @param refusal left out for a success
 */
export async function recordSignIn(
  { log, traceId, correlationId, headers }: SignInContext,
  { tenant, client, user, eventType, protocol, resource }: Attempt,
  refusal?: SignInError,
): Promise<void> {
  if (user?.accountType === 'personal') return
  const { resourceId, resourceDisplayName } = namesOf(resource)
  await log.submit('recordSignIn', {
    tenantId: tenant.definition.id,
    event: {
      id: traceId,
      eventType,
      protocol,
      user: user && {
        id: user.id,
        userPrincipalName: user.userPrincipalName,
        displayName: user.displayName ?? '',
      },
      appId: client.appId,
      appDisplayName: client.displayName,
      servicePrincipalId: client.servicePrincipalId,
      resourceId,
      resourceDisplayName,
      ipAddress: headers.ipAddress.replace(/^::ffff:/, ''),
      userAgent: (headers.userAgent ?? '').slice(0, MOST_OF_USER_AGENT),
      clientAppUsed: clientAppOf(eventType, protocol, client.type),
      correlationId,
      errorCode: refusal?.code ?? 0,
      failureReason: refusal === undefined ? '' : firstSentence(refusal.message),
    },
  })
}

function namesOf(resource: Resource | undefined) {
  if (resource?.kind === 'application') {
    const { appId, displayName } = resource.application
    return { resourceId: appId, resourceDisplayName: displayName }
  }
  return { resourceId: graphAudiences[1], resourceDisplayName: 'Microsoft Graph' }
}

/** As the real log tells them apart. */
function clientAppOf(
  eventType: SignInEventType,
  protocol: SignInProtocol,
  clientType: ClientOfTenant['client']['type'],
): string {
  if (eventType === 'servicePrincipal') return ''
  const isBrowser = clientType === 'spa' || eventType === 'interactiveUser'
  return isBrowser && protocol !== 'ropc' ? 'Browser' : 'Mobile Apps and Desktop clients'
}

function firstSentence(message: string): string {
  return message.split(/(?<=\.)\s/, 1)[0] ?? message
}
