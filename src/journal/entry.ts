// What is kept of one request: one flat object of one shape, for it is made on the way of every answer. Views of it are made when it is read.
import type { components } from '../contract/generated.ts'

export type RecordedRequest = components['schemas']['recordedRequest']
export type RecordedSurface = NonNullable<RecordedRequest['surface']>
type Credential = NonNullable<RecordedRequest['credential']>

/** Why a request was refused, as `explain` says it. */
export type Reason = NonNullable<RecordedRequest['refusal']>

export interface Entry {
  /** Given by the journal; 0 until then. */
  sequence: number
  readonly id: string
  /** Milliseconds since the epoch, by the tenant's clock. */
  readonly at: number
  readonly durationMilliseconds: number
  /** Undefined for what belongs to no surface. */
  readonly surface: RecordedSurface | undefined
  readonly operationId: string | undefined
  readonly tenantId: string | undefined
  readonly method: string
  /** As `safePath` makes it. */
  readonly path: string
  /** Null where the connection was ended instead of an answer. */
  readonly status: number | null
  readonly errorCode: string | undefined
  /** The user principal name. */
  readonly user: string | undefined
  /** The appId. */
  readonly client: string | undefined
  readonly grantType: string | undefined
  readonly credentialKind: Credential['kind'] | undefined
  readonly credentialId: string | undefined
  readonly refusal: Reason | undefined
  readonly hint: string | undefined
  readonly fault: string | undefined
  readonly correlationId: string | undefined
}

type Slot = { -readonly [Name in keyof Entry]: Entry[Name] }

/**
 * Puts what is kept of one request in the place of another's. An object that lives as long as the journal costs the garbage collector nothing,
 * where a new one for each request costs more than all else that is done to record it.
 */
export function overwrite(slot: Slot, entry: Entry): void {
  slot.sequence = entry.sequence
  slot.id = entry.id
  slot.at = entry.at
  slot.durationMilliseconds = entry.durationMilliseconds
  slot.surface = entry.surface
  slot.operationId = entry.operationId
  slot.tenantId = entry.tenantId
  slot.method = entry.method
  slot.path = entry.path
  slot.status = entry.status
  slot.errorCode = entry.errorCode
  slot.user = entry.user
  slot.client = entry.client
  slot.grantType = entry.grantType
  slot.credentialKind = entry.credentialKind
  slot.credentialId = entry.credentialId
  slot.refusal = entry.refusal
  slot.hint = entry.hint
  slot.fault = entry.fault
  slot.correlationId = entry.correlationId
}
