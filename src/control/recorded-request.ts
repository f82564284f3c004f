// A request that was recorded, as the contract has it.
import type { Entry, RecordedRequest } from '../journal/entry.ts'
import { toInstant } from './instants.ts'

export function toView(entry: Entry): RecordedRequest {
  const { credentialKind, credentialId, durationMilliseconds } = entry
  return {
    sequence: entry.sequence,
    id: entry.id,
    at: toInstant(entry.at),
    durationMilliseconds: Math.round(durationMilliseconds * 1000) / 1000,
    ...(entry.surface !== undefined && { surface: entry.surface }),
    ...(entry.operationId !== undefined && { operationId: entry.operationId }),
    ...(entry.tenantId !== undefined && { tenant: entry.tenantId }),
    method: entry.method,
    path: entry.path,
    status: entry.status,
    ...(entry.errorCode !== undefined && { errorCode: entry.errorCode }),
    ...(entry.user !== undefined && { user: entry.user }),
    ...(entry.client !== undefined && { client: entry.client }),
    ...(entry.grantType !== undefined && { grantType: entry.grantType }),
    ...(credentialKind !== undefined && {
      credential: {
        kind: credentialKind,
        ...(credentialId !== undefined && { id: credentialId }),
      },
    }),
    ...(entry.refusal !== undefined && { refusal: entry.refusal }),
    ...(entry.hint !== undefined && { hint: entry.hint }),
    ...(entry.fault !== undefined && { fault: entry.fault }),
    ...(entry.correlationId !== undefined && { correlationId: entry.correlationId }),
  }
}
