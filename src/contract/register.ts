// Turns the operations of one surface into routes: check the request, open it, handle it, check the answer, send it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from './document.ts'
import type { Handlers, Input, OperationIdOf, Output, Surface } from './operations.ts'
import { readInput } from './requests.ts'
import type { Answer, AnswerChecks } from './responses.ts'
import type { Route } from './routes.ts'
import type { Validators } from './validators.ts'
import type { BrokenConnection } from './wire.ts'
import { breakOff, send } from './wire.ts'

/** Every method that the server routes; others are unknown to it wherever they are sent. */
export const HTTP_METHODS = [
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
  'TRACE',
] as const

export interface Registration<S extends Surface, Context> {
  readonly surface: S
  readonly handlers: Handlers<S, Context>
  /** Decides whether the caller may go on, and makes what the handler is given besides its input. Throws to refuse. */
  readonly open: (request: RawRequest, operation: Operation) => Context
  /** What becomes of a request besides, or instead of, being handled; undefined for most. */
  readonly detour?: (
    request: RawRequest,
    operation: Operation,
  ) => Promise<Detour | undefined> | undefined
  /** Adds to an output the headers that every answer of the surface carries. */
  readonly complete: (request: FastifyRequest, output: Output<OperationIdOf<S>>) => Answer
  readonly validators: Validators
  readonly answerChecks: AnswerChecks
  /** Told of every answer to an operation that is no error. */
  readonly answered?: Answered
}

/** What happens to a request instead of being handled as usual; a rejection is answered as an error. */
export interface Detour {
  /** In the place of the handler's. */
  readonly answer?: Answer
  /** `truncate`: the handler does its work, and the connection ends in the middle of its answer. */
  readonly connection?: BrokenConnection | 'truncate'
}

/**
 * @param operation undefined where nothing in the contract matches. Given, because asking a request for it makes an object of a dozen members
 * @param error what was thrown, where that is what was answered
 */
export type Answered = (
  request: FastifyRequest,
  operation: Operation | undefined,
  answer: Pick<Answer, 'status'> | undefined,
  error?: unknown,
) => void

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation a route serves; absent where nothing in the contract matches. */
    operation?: Operation
  }
  interface FastifyRequest {
    /** By the stopwatch; 0 for a request whose address cannot be read. */
    startedAt: number
    /** Whether the connection is to end in the middle of the answer. */
    isCutShort: boolean
  }
}

/** A request whose parameters are still text. */
export type RawRequest = FastifyRequest<{
  Params: Record<string, string>
  Querystring: Record<string, string | string[]>
}>

/** Adds to `app` the routes whose operations belong to the surface. The validators must be loaded before the first request is handled. */
export function registerSurface<S extends Surface, Context>(
  app: FastifyInstance,
  routes: readonly Route[],
  registration: Registration<S, Context>,
): void {
  app.decorateRequest('isCutShort', false)
  for (const { operation, path } of routes) {
    const { id } = operation
    if (!belongsTo(registration.surface, id)) continue
    app.route<{ Params: RawRequest['params']; Querystring: RawRequest['query'] }>({
      method: operation.method,
      url: path.replaceAll('{', ':').replaceAll('}', ''),
      config: { operation },
      ...(operation.bodyLimitBytes !== undefined && { bodyLimit: operation.bodyLimitBytes }),
      handler: (request, reply) => serve(request, reply, operation, id, registration),
    })
  }
}

function belongsTo<S extends Surface>(surface: S, id: string): id is OperationIdOf<S> {
  return id.startsWith(`${surface}.`)
}

function serve<S extends Surface, Context, Id extends OperationIdOf<S>>(
  request: RawRequest,
  reply: FastifyReply,
  operation: Operation,
  id: Id,
  registration: Registration<S, Context>,
): FastifyReply | Promise<FastifyReply> {
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
  if (detour === undefined)
    return settle(request, reply, operation, handle(input, context), registration)
  return detour.then(taken => {
    if (taken?.answer !== undefined) {
      assertKept(operation, taken.answer, registration)
      return conclude(request, reply, operation, taken.answer, registration)
    }
    if (taken?.connection === 'reset' || taken?.connection === 'hang') {
      registration.answered?.(request, operation, undefined)
      return breakOff(reply, taken.connection)
    }
    request.isCutShort = taken?.connection === 'truncate'
    // Opened anew: much may have changed since it was opened first.
    const reopened = registration.open(request, operation)
    return settle(request, reply, operation, handle(input, reopened), registration)
  })
}

function settle<S extends Surface, Context, Id extends OperationIdOf<S>>(
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation,
  output: Output<Id> | Promise<Output<Id>>,
  registration: Registration<S, Context>,
): FastifyReply | Promise<FastifyReply> {
  return output instanceof Promise
    ? output.then(settled => answer(request, reply, operation, settled, registration))
    : answer(request, reply, operation, output, registration)
}

function answer<S extends Surface, Context>(
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation,
  output: Output<OperationIdOf<S>>,
  registration: Registration<S, Context>,
): FastifyReply {
  const completed = registration.complete(request, output)
  assertKept(operation, completed, registration)
  return conclude(request, reply, operation, completed, registration)
}

/** @throws ContractViolation when the answer is not one that the operation may give */
function assertKept(
  operation: Operation,
  answer: Answer,
  { answerChecks }: { readonly answerChecks: AnswerChecks },
): void {
  const violation = answerChecks.violationOf(operation, answer)
  if (violation !== undefined) throw violation
}

function conclude(
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation,
  answer: Answer,
  { answered }: { readonly answered?: Answered },
): FastifyReply {
  send(reply, answer, request.isCutShort)
  answered?.(request, operation, answer)
  return reply
}

/**
 * Has `app` answer whatever is thrown while it serves a request in the surface's own shape. Such an answer is held to the contract, too.
 * @param toAnswer must have an answer for a ContractViolation, which is not checked again
 */
export function answerErrors(
  app: FastifyInstance,
  answerChecks: AnswerChecks,
  toAnswer: (error: unknown, request: FastifyRequest) => Answer,
  answered?: Answered,
): void {
  app.setErrorHandler((error, request, reply) => {
    const { operation } = request.routeOptions.config
    const first = toAnswer(error, request)
    const violation = operation && answerChecks.violationOf(operation, first)
    const answer = violation === undefined ? first : toAnswer(violation, request)
    send(reply, answer, request.isCutShort)
    answered?.(request, operation, answer, violation ?? error)
    return reply
  })
}
