// control.tokens.*: tokens as a test asks for them, and why a token is accepted or refused.
import type { components } from '../contract/generated.ts'
import type { Handler } from '../contract/operations.ts'
import { getUser } from '../state/tenant-users.ts'
import { explainAccess } from '../tokens/explain-access.ts'
import { issueAccessToken } from '../tokens/issue.ts'
import type { Caller } from '../tokens/judge.ts'
import { parseJws } from '../tokens/jws.ts'
import { denialOfOperation, denialOfRevoking } from '../tokens/permissions.ts'
import { readAccessToken } from '../tokens/token.ts'
import type { ControlContext } from './context.ts'
import { explainSealed } from './explain-sealed.ts'
import { toInstant } from './instants.ts'
import { toSurfaceVerdict } from './surface-verdict.ts'

type Explanation = components['schemas']['explanation']
type SurfaceVerdict = components['schemas']['surfaceVerdict']
type OperationVerdict = components['schemas']['operationVerdict']

export const issue: Handler<'control.tokens.issue', ControlContext> = async (
  { query, body },
  context,
) => {
  const token = await issueAccessToken(context.issuer, context.state.getTenant(query.tenant), body)
  return { status: 201, headers: { 'cache-control': 'no-store' }, body: token }
}

export const explain: Handler<'control.tokens.explain', ControlContext> = ({ body }, context) => {
  const explanation = explainSealed(context, body.token) ?? explainAccessToken(context, body)
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: explanation }
}

function explainAccessToken(
  context: ControlContext,
  { token, target }: components['schemas']['explainRequest'],
): Explanation {
  const judgement = context.judge.judge(token)
  return {
    token: describeToken(token, context),
    surfaces: [toSurfaceVerdict('graph', explainAccess(judgement)), ...otherVerdicts],
    operations: judgement.kind === 'refused' ? [] : operationVerdicts(judgement, target, context),
  }
}

/** An access token for Microsoft Graph is of no use to the other two. */
const otherVerdicts: readonly SurfaceVerdict[] = [
  {
    surface: 'token',
    accepted: false,
    check: 'kind',
    reason:
      'The token endpoint takes refresh tokens, codes and assertions, not an access token for Microsoft Graph.',
  },
  {
    surface: 'session',
    accepted: false,
    check: 'kind',
    reason: 'The browser session is a cookie, not an access token.',
  },
]

/**
 * @param targetName whom the operations would act upon
 * @throws NotFound when there is no such user
 */
function operationVerdicts(
  caller: Caller,
  targetName: string | undefined,
  { operations }: ControlContext,
): OperationVerdict[] {
  const target = targetName === undefined ? undefined : getUser(caller.tenant, targetName)
  return operations
    .filter(({ id }) => id.startsWith('graph.'))
    .map(operation => {
      const onSelf =
        target === undefined || caller.kind === 'app' ? undefined : target.id === caller.user.id
      const revokes =
        target !== undefined && operation.id.startsWith('graph.users.') && operation.isAction
      const denial =
        denialOfOperation(operation, caller, onSelf) ??
        (revokes ? denialOfRevoking(caller, target) : undefined)
      return denial === undefined
        ? {
            operationId: operation.id,
            allowed: true,
            reason: 'Its permissions and roles allow it.',
            missing: [],
          }
        : {
            operationId: operation.id,
            allowed: false,
            reason: denial.reason,
            missing: [...denial.missing],
          }
    })
}

/** What the token says of itself, whether or not it is to be believed. */
function describeToken(text: string, { state }: ControlContext): Explanation['token'] {
  const jws = parseJws(text)
  if (jws === undefined) return { kind: 'unreadable' }
  const token = readAccessToken(jws.payload)
  const user = state.tenants.get(token.tenantId)?.users.find(token.objectId)
  return {
    kind: 'accessToken',
    tenant: token.tenantId,
    ...(user !== undefined && { user: user.userPrincipalName }),
    client: token.clientId,
    audience: token.audience,
    scopes: [...token.scopes],
    roles: [...token.roles],
    capabilities: [...token.capabilities],
    issuedAt: toInstant(token.issued.at),
    expiresAt: toInstant(token.expiresAt),
  }
}
