// Access tokens as the token endpoint issues them: for Microsoft Graph, or for an application.
import type { Mark } from '../state/revocation.ts'
import type { SignInMethod } from '../state/sign-ins.ts'
import type { User } from '../state/users.ts'
import type { Resource } from '../tokens/access.ts'
import { applicationTokenClaims, graphTokenClaims, versionTwoIssuer } from '../tokens/claims.ts'
import { signGraphToken, signToken } from '../tokens/issue.ts'
import { drawLifetime } from '../tokens/lifetimes.ts'
import type { GrantRequest } from './grants/grant.ts'

export interface GrantedAccess {
  readonly resource: Resource
  readonly scopes: readonly string[]
  readonly roles: readonly string[]
  /** Absent for an app-only token. */
  readonly user?: User
  readonly method?: SignInMethod
  /** When the user signed in. */
  readonly authenticated?: Mark
}

/** What is issued is issued now: after everything that has happened so far, and before what happens next. */
export function issueGrantAccessToken(
  { context, key, tenant, client, authentication, claims }: GrantRequest,
  { resource, ...access }: GrantedAccess,
): { readonly token: string; readonly lifetimeSeconds: number } {
  const { ids, log, origin } = context
  // Of the resources here only Microsoft Graph evaluates access continuously, and only that of users.
  const isEvaluated = resource.kind === 'graph' && access.user !== undefined
  const capabilities = isEvaluated ? claims.capabilities : []
  const lifetimeSeconds = drawLifetime(ids, capabilities)
  const issued = log.mark(tenant)
  const subject = {
    tenant,
    client,
    clientAuthentication: authentication,
    ...access,
    capabilities,
    audience: resource.audience,
    issued,
    expires: Math.floor(issued.at / 1000) + lifetimeSeconds,
    random: ids.bytes(16),
  }
  const token =
    resource.kind === 'graph'
      ? signGraphToken(graphTokenClaims(subject), key, ids)
      : signToken(
          applicationTokenClaims(subject, versionTwoIssuer(origin, tenant.definition.id)),
          key,
        )
  return { token, lifetimeSeconds }
}
