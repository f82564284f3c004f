// Checks what the double is about to answer, and never repairs it.
import { isShareSpent, nextTurn } from '../turns.ts'
import type { Operation, Response } from './document.ts'
import { slicesOf } from './long-bodies.ts'
import type { Validate, Validators } from './validators.ts'

export interface Answer {
  readonly status: number
  /** Names in lower case. Made for this answer alone: sending it adds the length of the body. */
  readonly headers: Record<string, string>
  /** JSON, or the text of any other media type; of an event stream, piece by piece. */
  readonly body?: unknown
  /** Values of `set-cookie`, the one header that may come more than once. */
  readonly cookies?: readonly string[] | undefined
  /** A failure that was planned: its status need not be one that the operation declares, if it has a response for any other. */
  readonly isPlanned?: boolean
}

/** An answer breaks the contract: a defect of the double, never the client's fault. */
export class ContractViolation extends Error {
  override readonly name = 'ContractViolation'

  constructor({ id }: Operation, { status }: Answer, reason: string) {
    super(`${id} answered ${status}, which breaks the contract: ${reason}.`)
  }
}

interface HeaderCheck {
  readonly name: string
  readonly required: boolean
  readonly validate: Validate
  /** The value last found valid: most headers are the same in every answer. */
  lastValid: string | undefined
}

interface ResponseCheck {
  readonly headers: readonly HeaderCheck[]
  /** By media type; empty when the response has no body. */
  readonly bodies: ReadonlyMap<string, Validate>
}

/** The checks of all responses, each made when it is first needed. */
export class AnswerChecks {
  readonly #validators: Validators
  readonly #enabled: boolean
  readonly #checks = new Map<Response, ResponseCheck>()

  /** @param enabled off only where a test has another judge */
  constructor(validators: Validators, enabled: boolean) {
    this.#validators = validators
    this.#enabled = enabled
  }

  /**
   * What breaks the contract, if anything does: the operation does not declare the status, a required header is missing, or a header or
   * the body is not as declared.
   */
  violationOf(operation: Operation, answer: Answer): ContractViolation | undefined {
    if (!this.#enabled) return undefined
    const response =
      operation.responses.get(answer.status) ??
      (answer.isPlanned === true ? operation.otherResponse : undefined)
    const fault =
      response === undefined ? 'the status is not declared' : this.#faultOf(response, answer)
    return fault === undefined ? undefined : new ContractViolation(operation, answer, fault)
  }

  /** The same, a slice of the body at a time where it holds a long list. What is said of a violation is found in the whole. */
  async violationInTurns(
    operation: Operation,
    answer: Answer,
  ): Promise<ContractViolation | undefined> {
    for (const body of slicesOf(answer.body)) {
      if (isShareSpent()) await nextTurn()
      if (this.violationOf(operation, { ...answer, body }) !== undefined)
        return this.violationOf(operation, answer)
    }
    return undefined
  }

  #faultOf(response: Response, answer: Answer): string | undefined {
    const check = this.#checks.get(response) ?? this.#make(response)
    return headerFault(check, answer) ?? bodyFault(check, answer)
  }

  #make(response: Response): ResponseCheck {
    const check = {
      headers: response.headers.map(({ pointer, ...header }) => ({
        ...header,
        validate: this.#validators.at(pointer),
        lastValid: undefined,
      })),
      bodies: new Map(
        Object.entries(response.content).map(([type, pointer]) => [
          type,
          this.#validators.at(pointer),
        ]),
      ),
    }
    this.#checks.set(response, check)
    return check
  }
}

function headerFault({ headers }: ResponseCheck, answer: Answer): string | undefined {
  for (const check of headers) {
    const { name, required } = check
    const value = answer.headers[name]
    if (value === undefined) {
      if (required) return `the header ${name} is missing`
    } else if (value !== check.lastValid) {
      const errors = check.validate(value)
      if (errors !== undefined) return `the header ${name} ${errors[0]?.detail ?? 'is not valid'}`
      check.lastValid = value
    }
  }
  return undefined
}

function bodyFault({ bodies }: ResponseCheck, { headers, body }: Answer): string | undefined {
  const validate = bodies.get(mediaTypeOf(headers['content-type']))
  if (validate === undefined) {
    if (body !== undefined) return 'it has a body of a media type that is not declared'
    return bodies.size > 0 ? 'it has no body' : undefined
  }
  // Text is all that its schema says, and it has not been read yet.
  if (isStream(body)) return undefined
  const error = validate(body)?.[0]
  return error === undefined ? undefined : `body${error.pointer} ${error.detail}`
}

function mediaTypeOf(contentType = ''): string {
  const end = contentType.indexOf(';')
  return end === -1 ? contentType : contentType.slice(0, end)
}

/** Whether a body is put on the wire piece by piece. */
export function isStream(body: unknown): body is AsyncIterable<string> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}
