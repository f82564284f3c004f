// Id tokens, signed.
import type { Application } from '../state/applications.ts'
import type { SignIn } from '../state/sign-ins.ts'
import type { Tenant } from '../state/tenant.ts'
import type { User } from '../state/users.ts'
import { versionTwoIssuer } from '../tokens/claims.ts'
import { idTokenClaims } from '../tokens/id-token.ts'
import { signToken } from '../tokens/issue.ts'
import type { OpenIdScope } from '../tokens/scopes.ts'
import type { SigningKey } from '../tokens/signing-keys.ts'
import { visibleTenantId } from './authorities.ts'
import type { SignInContext } from './context.ts'

export interface IdTokenRequest {
  readonly tenant: Tenant
  readonly client: Application
  readonly user: User
  readonly signIn: SignIn
  readonly openId: ReadonlySet<OpenIdScope>
  readonly nonce: string | undefined
  /** The code that is answered with it. */
  readonly code?: string | undefined
  /** Names of claims asked for besides. */
  readonly asked: readonly string[]
}

export function issueIdToken(
  { origin, log, ids }: SignInContext,
  key: SigningKey,
  request: IdTokenRequest,
): string {
  const tenantId = visibleTenantId(request.tenant, request.user)
  const claims = idTokenClaims({
    ...request,
    tenantId,
    issuer: versionTwoIssuer(origin, tenantId),
    issued: log.mark(request.tenant),
    random: ids.bytes(16),
  })
  return signToken(claims, key)
}
