// Has Fastify serve the operations of one surface: what performing one comes to is put on the wire.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from './document.ts'
import type { OperationIdOf, Output, Surface } from './operations.ts'
import { belongsTo } from './operations.ts'
import type { ErrorAnswers, Outcome, RawRequest, Registration, Started } from './perform.ts'
import { answerError, finish, finishInTurns, isLongOutput, start } from './perform.ts'
import type { OperationRouter } from './routing.ts'
import { HTTP_METHODS, toRoutePattern } from './routing.ts'
import type { Validators } from './validators.ts'
import { breakOff, send, sendInTurns } from './wire.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Of the surface that this is an instance for, as the validators are. */
    operations?: OperationRouter
    validators?: Validators
  }
  interface FastifyRequest {
    /** The one it is for; undefined where nothing in the contract matches. */
    operation: Operation | undefined
    /** By the stopwatch; 0 for a request whose address cannot be read. */
    startedAt: number
    /** Whether the connection is to end in the middle of the answer. */
    isCutShort: boolean
  }
}

/** Where a surface is, and what it has there. */
export interface Placement {
  /** Addresses below the prefix of the instance, as routers write them, that lead to the surface by whatever method. */
  readonly places: readonly string[]
  /** Of the surface's routes. */
  readonly router: OperationRouter
  /** Answers what comes to a place and has no operation. */
  readonly unmatched: (request: FastifyRequest, reply: FastifyReply) => FastifyReply
}

/**
 * Has `app` serve the operations of the surface. The server's first hook must find the operation, by `findOperation`, and the validators must
 * be loaded before the first request is handled.
 */
export function registerSurface<S extends Surface, Context>(
  app: FastifyInstance,
  { places, router, unmatched }: Placement,
  registration: Registration<S, Context>,
): void {
  app.decorate('operations', router)
  app.decorate('validators', registration.validators)
  app.decorateRequest('isCutShort', false)
  const handler = (request: RawRequest, reply: FastifyReply) => {
    const { operation } = request
    return operation !== undefined && belongsTo(registration.surface, operation.id)
      ? serve(request, reply, operation, operation.id, registration)
      : unmatched(request, reply)
  }
  for (const url of places) app.route<RawRoute>({ method: [...HTTP_METHODS], url, handler })
  for (const { operation, path } of router.routes) {
    const { method, bodyLimitBytes: bodyLimit } = operation
    // Of a body's limit Fastify must know before it reads it.
    if (bodyLimit !== undefined)
      app.route<RawRoute>({ method, url: toRoutePattern(path), bodyLimit, handler })
  }
}

/** Tells a request which operation of its surface it is for, and what the path says. */
export function findOperation(request: FastifyRequest): void {
  const { method, url, server } = request
  const end = url.indexOf('?')
  const found = server.operations?.find(method, end === -1 ? url : url.slice(0, end))
  if (found?.operation === undefined) return
  request.operation = found.operation
  request.params = found.params
}

type RawRoute = { Params: RawRequest['params']; Querystring: RawRequest['query'] }

function serve<S extends Surface, Context, Id extends OperationIdOf<S>>(
  request: RawRequest,
  reply: FastifyReply,
  operation: Operation,
  id: Id,
  registration: Registration<S, Context>,
): FastifyReply | Promise<FastifyReply> {
  const started = start(request, operation, id, registration)
  return started instanceof Promise
    ? started.then(settled =>
        isLongOutput(settled)
          ? concludeInTurns(request, reply, operation, settled, registration)
          : conclude(request, reply, operation, settled, registration),
      )
    : conclude(request, reply, operation, started, registration)
}

async function concludeInTurns<S extends Surface, Context>(
  request: RawRequest,
  reply: FastifyReply,
  operation: Operation,
  output: Output<OperationIdOf<S>>,
  registration: Registration<S, Context>,
): Promise<FastifyReply> {
  const answer = await finishInTurns(request, operation, output, registration)
  await sendInTurns(reply, answer, request.isCutShort)
  registration.answered?.(request, operation, answer)
  return reply
}

function conclude<S extends Surface, Context>(
  request: RawRequest,
  reply: FastifyReply,
  operation: Operation,
  started: Started<OperationIdOf<S>>,
  registration: Registration<S, Context>,
): FastifyReply {
  const outcome = finish(request, operation, started, registration)
  deliver(request, reply, outcome)
  registration.answered?.(request, operation, typeof outcome === 'string' ? undefined : outcome)
  return reply
}

function deliver(request: FastifyRequest, reply: FastifyReply, outcome: Outcome): FastifyReply {
  return typeof outcome === 'string'
    ? breakOff(reply, outcome)
    : send(reply, outcome, request.isCutShort)
}

/** Has `app` answer whatever is thrown while it serves a request in the surface's own shape. */
export function answerErrors(app: FastifyInstance, errors: ErrorAnswers<FastifyRequest>): void {
  app.setErrorHandler((error, request, reply) => {
    return deliver(request, reply, answerError(request, request.operation, error, errors))
  })
}
