// Whom a request hints at: `login_hint`, `sid`, and what the authority leaves to choose.
import { findAccount } from '../state/tenant-users.ts'
import type { User } from '../state/users.ts'
import { decodeLoginHint } from '../tokens/id-token.ts'
import { accepts } from './authorities.ts'
import type { AuthorizationRequest } from './authorization-request.ts'

/** Whether a signed-in account is one that the request would take. */
export function isHinted(request: AuthorizationRequest, user: User, sessionId: string): boolean {
  if (!accepts(request.authority, request.client, user)) return false
  if (request.sessionId !== undefined) return request.sessionId === sessionId
  if (request.loginHint === undefined) return true
  return findHintedUser(request)?.id === user.id
}

/** Undefined when there is no hint, or nobody whom it names. */
export function findHintedUser({ tenant, loginHint }: AuthorizationRequest): User | undefined {
  return loginHint === undefined ? undefined : findAccount(tenant, decodeLoginHint(loginHint))
}
