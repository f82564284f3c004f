// What a Graph handler is given besides its input.
import type { Operation } from '../contract/document.ts'
import type { Ids } from '../ids.ts'
import type { Log } from '../state/log.ts'
import type { Caller } from '../tokens/judge.ts'
import type { Denial } from '../tokens/permissions.ts'
import { denialOfOperation } from '../tokens/permissions.ts'
import type { Seal } from '../tokens/seal.ts'
import type { EntityShapes } from './entity-type.ts'
import type { GraphError } from './errors.ts'
import { graphErrors } from './errors.ts'
import type { Parts } from './parts.ts'
import type { GraphRequest } from './request.ts'

export const versions = ['v1.0', 'beta'] as const
export type Version = (typeof versions)[number]

export interface GraphContext {
  readonly caller: Caller
  readonly operation: Operation
  readonly version: Version
  /** `https://graph.microsoft.com/v1.0`, by the origin through which the request came. */
  readonly serviceRoot: string
  /** Path and query as they were sent. */
  readonly url: string
  /** What came in; not for what a handler's input says. */
  readonly request: GraphRequest
  readonly log: Log
  readonly seal: Seal
  /** Runs requests that are parts of this one. */
  readonly parts: Pick<Parts, 'run' | 'skip'>
  readonly ids: Ids
  /** What the types are in this version. */
  readonly shapes: EntityShapes
}

/** @throws GraphError where the service does not know the operation for the caller's kind of account */
export function assertSupported({
  caller,
  operation,
}: Pick<GraphContext, 'caller' | 'operation'>): void {
  const isPersonal = caller.kind === 'user' && caller.user.accountType === 'personal'
  if (isPersonal && operation.refusesPersonalAccounts)
    throw graphErrors.personalAccountUnsupported()
}

/** @throws GraphError unless the token's permissions cover the operation, on the caller itself or on others as far as that is known */
export function assertPermitted(
  context: Pick<GraphContext, 'caller' | 'operation'>,
  onSelf?: boolean,
): void {
  const denial = denialOfOperation(context.operation, context.caller, onSelf)
  if (denial === undefined) return
  if (isOfReports(context.operation) && denial.kind !== 'needsUser')
    throw graphErrors.reportPermissionMissing(denial)
  // Only /me says in so many words what it needs.
  if (denial.kind === 'needsUser' && isOfMe(context.operation)) throw graphErrors.meWithoutUser()
  throw deniedBy(denial)
}

/** The 403 of a denial. */
export function deniedBy({ kind, reason, missing }: Denial): GraphError {
  const names = kind === 'role' ? 'Any of these roles would do' : 'Any of these would do'
  return graphErrors.requestDenied(reason, `${names}: ${missing.join(', ')}.`)
}

function isOfMe({ path }: Operation): boolean {
  return path === '/me' || path.startsWith('/me/') || path === '/userinfo'
}

/** The logs are a workload of their own, with its own words. */
function isOfReports({ path }: Operation): boolean {
  return path.startsWith('/auditLogs/')
}
