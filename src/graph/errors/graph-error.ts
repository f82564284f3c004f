// An error of Microsoft Graph, before it is put on the wire.

/** Who answered, which shows in the headers: the gateway before the request was let in, or the directory behind it. */
type Origin = 'gateway' | 'directory'

export interface ErrorDetail {
  readonly target: string
  readonly code: string
}

export class GraphError extends Error {
  override readonly name = 'GraphError'
  readonly status: number
  /** What clients branch on; empty where a workload behind Graph answers for itself. */
  readonly code: string
  readonly origin: Origin
  /** For the log: what the wire does not say. */
  readonly reason: string | undefined
  /** For the record of requests: what would have been accepted. */
  readonly hint: string | undefined
  /** The claims challenge of a 401, in place of the bare one. */
  readonly challenge: string | undefined
  /** What it is about, for programs: goes with some errors. */
  readonly details: readonly ErrorDetail[] | undefined
  /** Of a failure that was planned, the headers it adds. */
  readonly planned: Readonly<Record<string, string>> | undefined

  constructor(
    status: number,
    code: string,
    message: string,
    extra: {
      origin?: Origin
      reason?: string
      hint?: string
      challenge?: string
      details?: readonly ErrorDetail[]
      planned?: Readonly<Record<string, string>>
    } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.origin = extra.origin ?? 'gateway'
    this.reason = extra.reason
    this.hint = extra.hint
    this.challenge = extra.challenge
    this.details = extra.details
    this.planned = extra.planned
  }
}
