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
