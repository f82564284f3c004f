// Performs operations: a request is checked, opened and handled, and its answer held to the contract, whatever then carries the answer away.
import type { FastifyRequest } from 'fastify'
import type { Operation } from './document.ts'
import { isLong } from './long-bodies.ts'
import type { Handlers, Input, OperationIdOf, Output, Surface } from './operations.ts'
import { readInput } from './requests.ts'
import type { Answer, AnswerChecks } from './responses.ts'
import type { Validators } from './validators.ts'
import type { BrokenConnection } from './wire.ts'

/**
 * What is used of a request while it is served. Fastify's is one; a part of another request, which no connection brought by itself, can be
 * one too: `raw` is then what brought the whole.
 */
export type ServedRequest = Pick<FastifyRequest, UsedMember>

/** A request whose operation is known; its parameters are still text. */
export type RoutedRequest = Pick<RawRequest, UsedMember>

/** As Fastify gives it. */
export type RawRequest = FastifyRequest<{
  Params: Readonly<Record<string, string | undefined>>
  Querystring: Record<string, string | string[]>
}>

type UsedMember =
  | 'id'
  | 'method'
  | 'url'
  | 'headers'
  | 'ip'
  | 'params'
  | 'query'
  | 'body'
  | 'host'
  | 'protocol'
  | 'raw'
  | 'startedAt'
  | 'isCutShort'

/** How the requests of a surface are served. */
export interface Registration<S extends Surface, Context, Request = RawRequest> {
  readonly surface: S
  readonly handlers: Handlers<S, Context>
  /** Decides whether the caller may go on, and makes what the handler is given besides its input. Throws to refuse. */
  readonly open: (request: Request, operation: Operation) => Context
  /** What becomes of a request besides, or instead of, being handled; undefined for most. */
  readonly detour?: (
    request: Request,
    operation: Operation,
  ) => Promise<Detour | undefined> | undefined
  /** Adds to an output the headers that every answer of the surface carries. */
  readonly complete: (request: Request, output: Output<OperationIdOf<S>>) => Answer
  readonly validators: Validators
  readonly answerChecks: AnswerChecks
  /** Told of every answer to an operation that is no error. */
  readonly answered?: Answered<Request>
}

/** How a surface answers whatever is thrown while a request is served. */
export interface ErrorAnswers<Request> {
  readonly answerChecks: AnswerChecks
  /** In the surface's own shape. Must have an answer for a ContractViolation, which is not checked again. */
  readonly toAnswer: (error: unknown, request: Request, operation: Operation | undefined) => Answer
  /** Told of every such answer. */
  readonly answered?: Answered<Request>
}

/** What happens to a request instead of being handled as usual; a rejection is answered as an error. */
export interface Detour {
  /** In the place of the handler's. */
  readonly answer?: Answer
  /** `truncate`: the handler does its work, and the connection ends in the middle of its answer. */
  readonly connection?: BrokenConnection | 'truncate'
}

/** What a request ends with. */
export type Outcome = Answer | BrokenConnection

/**
 * @param operation undefined where nothing in the contract matches
 * @param answer undefined where the connection was ended instead
 * @param error what was thrown, where that is what was answered
 */
export type Answered<Request = FastifyRequest> = (
  request: Request,
  operation: Operation | undefined,
  answer: Pick<Answer, 'status'> | undefined,
  error?: unknown,
) => void

/** Thrown by a handler whose answer cannot reach anybody any more: the connection ends as one of its parts was to end. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff'
  readonly connection: BrokenConnection

  constructor(connection: BrokenConnection) {
    super(`The connection was to end: ${connection}.`)
    this.connection = connection
  }
}

/** The end of a request that was not handled as usual. */
class Detoured {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    this.outcome = outcome
  }
}

/** What a request has come to, to be finished: what its handler gave, or where its detour led. */
export type Started<Id extends OperationIdOf<Surface>> = Output<Id> | Detoured

/**
 * The first half: up to what the handler gives. Without a promise where the handler gives none and there is no detour.
 * @throws whatever refuses the request
 */
export function start<
  S extends Surface,
  Context,
  Request extends RoutedRequest,
  Id extends OperationIdOf<S>,
>(
  request: Request,
  operation: Operation,
  id: Id,
  registration: Registration<S, Context, Request>,
): Started<Id> | Promise<Started<Id>> {
  const raw = {
    path: request.params,
    query: request.query,
    headers: request.headers,
    body: request.body,
  }
  const input: Input<Id> = readInput<Id>(operation, raw, registration.validators)
  const context = registration.open(request, operation)
  const handle = registration.handlers[id]
  const detour = registration.detour?.(request, operation)
  if (detour === undefined) return handle(input, context)
  return detour.then(taken => {
    if (taken?.answer !== undefined) return new Detoured(taken.answer)
    if (taken?.connection === 'reset' || taken?.connection === 'hang')
      return new Detoured(taken.connection)
    request.isCutShort = taken?.connection === 'truncate'
    // Opened anew: much may have changed since it was opened first.
    return handle(input, registration.open(request, operation))
  })
}

/**
 * The second half: what is answered.
 * @throws ContractViolation when the answer is not one that the operation may give
 */
export function finish<S extends Surface, Context, Request>(
  request: Request,
  operation: Operation,
  started: Started<OperationIdOf<S>>,
  registration: Registration<S, Context, Request>,
): Outcome {
  const outcome =
    started instanceof Detoured ? started.outcome : registration.complete(request, started)
  if (typeof outcome === 'string') return outcome
  const violation = registration.answerChecks.violationOf(operation, outcome)
  if (violation !== undefined) throw violation
  return outcome
}

/** Whether the second half could take long, of what no detour has led away. */
export function isLongOutput<Id extends OperationIdOf<Surface>>(
  started: Started<Id>,
): started is Output<Id> {
  return 'body' in started && isLong(started.body)
}

/** The second half of what is long. Rejects where `finish` throws. */
export async function finishInTurns<S extends Surface, Context, Request>(
  request: Request,
  operation: Operation,
  output: Output<OperationIdOf<S>>,
  { complete, answerChecks }: Registration<S, Context, Request>,
): Promise<Answer> {
  const answer = complete(request, output)
  const violation = await answerChecks.violationInTurns(operation, answer)
  if (violation !== undefined) throw violation
  return answer
}

/** All of it, for a request that Fastify does not serve. Whatever is thrown is answered. */
export async function perform<S extends Surface, Context, Request extends RoutedRequest>(
  request: Request,
  operation: Operation,
  id: OperationIdOf<S>,
  registration: Registration<S, Context, Request>,
  errors: ErrorAnswers<Request>,
): Promise<Outcome> {
  try {
    const started = await start(request, operation, id, registration)
    const outcome = isLongOutput(started)
      ? await finishInTurns(request, operation, started, registration)
      : finish(request, operation, started, registration)
    registration.answered?.(request, operation, typeof outcome === 'string' ? undefined : outcome)
    return outcome
  } catch (error) {
    return answerError(request, operation, error, errors)
  }
}

/** The surface's answer to what was thrown, held to the contract, too. `answered` is told. */
export function answerError<Request>(
  request: Request,
  operation: Operation | undefined,
  error: unknown,
  { answerChecks, toAnswer, answered }: ErrorAnswers<Request>,
): Outcome {
  if (error instanceof BrokenOff) {
    answered?.(request, operation, undefined)
    return error.connection
  }
  const first = toAnswer(error, request, operation)
  const violation = operation && answerChecks.violationOf(operation, first)
  const answer = violation === undefined ? first : toAnswer(violation, request, operation)
  answered?.(request, operation, answer, violation ?? error)
  return answer
}
