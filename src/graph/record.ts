// What the journal keeps of a request to Microsoft Graph.
import { stopwatch } from '../clock.ts'
import type { Answered } from '../contract/perform.ts'
import type { Entry, Reason } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import type { KnownOperation } from '../journal/nearest-operation.ts'
import { safeId, safePath, safeSentence } from '../journal/safe-text.ts'
import type { State } from '../state/state.ts'
import { refusals } from '../tokens/judge.ts'
import type { GraphError } from './errors.ts'
import { hintFor } from './near-misses.ts'
import type { GraphRequest } from './request.ts'
import { toGraphError } from './request-errors.ts'

/** @param known the operations of all surfaces, for a path that no operation has */
export function recordInto(
  journal: Journal,
  state: State,
  known: readonly KnownOperation[],
): Answered<GraphRequest> {
  return (request, operation, answer, error) => {
    if (!journal.isOn) return
    const { caller, refusal } = request
    const token = caller?.token ?? refusal?.token
    const tenantId = tenantIdOf(request)
    const graphError = error === undefined ? undefined : toGraphError(error)
    const entry: Entry = {
      sequence: 0,
      id: request.id,
      at: journal.nowIn(tenantId),
      durationMilliseconds: stopwatch() - request.startedAt,
      surface: 'graph',
      operationId: operation?.id,
      // The caller's is one there is; that of a refused token need not be.
      tenantId: caller !== undefined || state.tenants.has(tenantId ?? '') ? tenantId : undefined,
      method: request.method,
      path: safePath(request.url, 'withOptions'),
      status: answer === undefined ? null : answer.status,
      errorCode: graphError?.code || undefined,
      user: caller?.kind === 'user' ? caller.user.userPrincipalName : refusedUser(request, state),
      client: token?.clientId || undefined,
      grantType: undefined,
      credentialKind: wasShownToken(request) ? 'accessToken' : undefined,
      credentialId: token?.id || undefined,
      refusal: graphError && reasonOf(request, graphError),
      hint: graphError && hintFor(request, operation, graphError, known),
      fault: request.struckFault,
      correlationId: safeId(request.headers['client-request-id']),
    }
    journal.record(entry)
  }
}

/** Of the caller or of the token that was refused. Whoever made it signed here, but the tenant may be none there is. */
export function tenantIdOf({ caller, refusal }: GraphRequest): string | undefined {
  return caller?.tenant.definition.id ?? refusal?.token?.tenantId
}

function wasShownToken({ caller, refusal }: GraphRequest): boolean {
  return caller !== undefined || (refusal !== undefined && refusal.refusal !== 'missing')
}

function refusedUser({ refusal }: GraphRequest, { tenants }: State): string | undefined {
  if (refusal?.token === undefined) return undefined
  const { tenantId, objectId } = refusal.token
  return tenants.get(tenantId)?.users.find(objectId)?.userPrincipalName
}

function reasonOf({ refusal }: GraphRequest, { status, reason, message }: GraphError): Reason {
  if (refusal !== undefined) return refusals[refusal.refusal]
  const text = safeSentence(reason ?? message)
  return status === 403 ? { check: 'permission', reason: text } : { reason: text }
}
