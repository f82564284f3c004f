// Revoking a user's sign-in sessions, under either of its names and for oneself or another.
import type { Output } from '../contract/operations.ts'
import type { User } from '../state/users.ts'
import { denialOfRevoking } from '../tokens/permissions.ts'
import { actOf } from './act.ts'
import type { GraphContext } from './context.ts'
import { deniedBy } from './context.ts'
import { graphErrors } from './errors.ts'

type RevocationOutput = Output<'graph.users.revokeSignInSessions'>

/** The real service sends it with the 200 of an action. */
const LOCATION = 'https://graph.microsoft.com'

/**
 * Revokes the sessions of a user who has been found and whom the caller may reach.
 * @throws GraphError for a personal account, whose sessions are not the directory's
 */
export async function revoke(context: GraphContext, user: User): Promise<RevocationOutput> {
  const { caller, log, serviceRoot, url } = context
  if (user.accountType === 'personal')
    throw graphErrors.noHttpResource(new URL(url, serviceRoot).href)
  await log.submit('revokeSignInSessions', {
    tenantId: caller.tenant.definition.id,
    userId: user.id,
    act: actOf(context),
  })
  if (caller.tenant.settings.revocation.successStatus === 204) return { status: 204 }
  return {
    status: 200,
    headers: { location: LOCATION },
    body: { '@odata.context': `${serviceRoot}/$metadata#Edm.Boolean`, value: true },
  }
}

/** @throws GraphError 403 unless a directory role lets the caller revoke the target's sessions */
export function assertMayRevoke({ caller }: GraphContext, target: User | undefined): void {
  const denial = denialOfRevoking(caller, target)
  if (denial !== undefined) throw deniedBy(denial)
}
