// A failure that was planned, or asked for with the request, on its way to the surface that gives it its shape.

/** Each surface answers it as an error of its own. */
export class PlannedFailure extends Error {
  override readonly name = 'PlannedFailure'
  /** From 400 to 599. */
  readonly status: number
  /** In place of the code that belongs to the status. */
  readonly code: string | undefined
  /** In place of the sentence that belongs to the status. */
  readonly sentence: string | undefined
  /** May have a fraction. */
  readonly retryAfterSeconds: number | undefined
  /** The preference that asked for it. */
  readonly preference: string | undefined

  constructor(
    status: number,
    given: {
      readonly code?: string
      readonly message?: string
      readonly retryAfterSeconds?: number
      readonly preference?: string
    } = {},
  ) {
    super(given.message ?? `A failure with status ${status} was planned.`)
    this.status = status
    this.code = given.code
    this.sentence = given.message
    this.retryAfterSeconds = given.retryAfterSeconds
    this.preference = given.preference
  }

  /** What it adds to the headers of the answer. */
  get headers(): Record<string, string> {
    return {
      ...(this.retryAfterSeconds !== undefined && {
        'retry-after': String(this.retryAfterSeconds),
      }),
      ...(this.preference !== undefined && { 'preference-applied': this.preference }),
    }
  }
}
