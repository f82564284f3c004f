// A refresh token, an authorization code or a session cookie, explained as the contract has it.
import type { components } from '../contract/generated.ts'
import type { Shown } from '../tokens/explain-sealed.ts'
import { explainSealed as explainVerdict } from '../tokens/explain-sealed.ts'
import type { ControlContext } from './context.ts'
import { toInstant } from './instants.ts'
import { toSurfaceVerdict } from './surface-verdict.ts'

type Explanation = components['schemas']['explanation']
type SurfaceVerdict = components['schemas']['surfaceVerdict']

/** Undefined for what this server did not seal. */
export function explainSealed(context: ControlContext, text: string): Explanation | undefined {
  const explained = explainVerdict(context, text)
  if (explained === undefined) return undefined
  const { shown, verdict } = explained
  const others = (['graph', 'token', 'session'] as const).filter(
    surface => surface !== shown.surface,
  )
  return {
    token: describe(shown),
    surfaces: [
      toSurfaceVerdict(shown.surface, verdict),
      ...others.map(surface => ({
        surface,
        accepted: false,
        check: 'kind' as const,
        reason: foreignKinds[surface],
      })),
    ],
    operations: [],
  }
}

const foreignKinds: Readonly<Record<SurfaceVerdict['surface'], string>> = {
  graph: 'Microsoft Graph takes access tokens only.',
  token: 'The token endpoint takes refresh tokens, codes and assertions.',
  session: 'The browser session is a cookie.',
}

function describe({ name, tenant, signIn, clientId, scope, issuedAt, expiresAt }: Shown) {
  const user = tenant.users.find(signIn.userId)
  const token: Explanation['token'] = {
    kind: name,
    tenant: tenant.definition.id,
    ...(user !== undefined && { user: user.userPrincipalName }),
    ...(clientId !== undefined && { client: clientId }),
    ...(scope !== undefined && { scopes: scope.split(' ').filter(one => one !== '') }),
    issuedAt: toInstant(issuedAt),
    expiresAt: toInstant(expiresAt),
  }
  return token
}
