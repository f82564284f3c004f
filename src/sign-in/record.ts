// What the journal keeps of a request to the sign-in surface.
import type { FastifyRequest } from 'fastify'
import { stopwatch } from '../clock.ts'
import type { Answered } from '../contract/perform.ts'
import type { Entry, Reason } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import type { KnownOperation } from '../journal/nearest-operation.ts'
import { safeId, safePath, safeSentence } from '../journal/safe-text.ts'
import { explainSealed } from '../tokens/explain-sealed.ts'
import type { SignInServices } from './context.ts'
import type { OAuthError, SignInError } from './errors.ts'
import { correlationIdOf } from './headers.ts'
import { identify } from './identify.ts'
import { hintFor } from './near-misses.ts'
import { toSignInError } from './request-errors.ts'
import { readFields } from './request-fields.ts'
import { sessionCookies } from './sessions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What was refused without an error as the answer: on a page, or at the client's redirect URI. */
    toldRefusal: SignInError | undefined
  }
}

/** @param known the operations of all surfaces, for a path that no operation has */
export function recordInto(
  journal: Journal,
  services: SignInServices,
  known: readonly KnownOperation[],
): Answered {
  return (request, operation, answer, error) => {
    if (!journal.isOn) return
    const identity = identify(request, services)
    const tenantId = identity.tenant?.definition.id
    const refusal = error === undefined ? request.toldRefusal : toSignInError(error)
    const entry: Entry = {
      sequence: 0,
      id: request.id,
      at: journal.nowIn(tenantId),
      durationMilliseconds: stopwatch() - request.startedAt,
      surface: 'signIn',
      operationId: operation?.id,
      tenantId,
      method: request.method,
      path: safePath(request.url, 'withoutQuery'),
      status: answer === undefined ? null : answer.status,
      errorCode: refusal && String(refusal.code ?? refusal.error),
      user: identity.user,
      client: identity.client,
      grantType: grantTypeOf(identity.grantType),
      credentialKind: identity.credential?.kind,
      credentialId: identity.credential?.id,
      refusal: refusal && reasonOf(request, refusal, services),
      hint: refusal && hintFor(request, refusal, identity, services, known),
      fault: request.struckFault,
      correlationId: safeId(correlationIdOf(request, '')),
    }
    journal.record(entry)
  }
}

/** Nothing that could be something else in its place. */
function grantTypeOf(sent: string | undefined): string | undefined {
  return sent !== undefined && /^(?:[a-z_]{1,30}|urn:[\w:.-]{1,60})$/.test(sent) ? sent : undefined
}

/** What says that the credential itself will not do. */
const ofCredential: ReadonlySet<OAuthError> = new Set([
  'interaction_required',
  'invalid_grant',
  'login_required',
])

/** Why the credential is refused, where it is; otherwise the error in its own words. */
function reasonOf(request: FastifyRequest, refusal: SignInError, services: SignInServices): Reason {
  const own = { reason: safeSentence(refusal.message) }
  if (!ofCredential.has(refusal.error)) return own
  const { get } = readFields(request)
  const shown = [get('refresh_token'), get('code'), ...sessionCookies(request.headers.cookie)]
  for (const text of shown) {
    const verdict = text === undefined ? undefined : explainSealed(services, text)?.verdict
    if (verdict?.accepted === false && verdict.check !== null)
      return { check: verdict.check, reason: verdict.reason }
  }
  return own
}
