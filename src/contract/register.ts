// Turns the operations of one surface into routes of Fastify: what performing one comes to is put on the wire.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from './document.ts'
import type { OperationIdOf, Output, Surface } from './operations.ts'
import type { ErrorAnswers, Outcome, RawRequest, Registration, Started } from './perform.ts'
import { answerError, finish, finishInTurns, isLongOutput, start } from './perform.ts'
import type { Route } from './routes.ts'
import type { Validators } from './validators.ts'
import { breakOff, send, sendInTurns } from './wire.ts'

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

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation a route serves; absent where nothing in the contract matches. */
    operation?: Operation
  }
  interface FastifyInstance {
    /** Of the surface that this is an instance for. */
    validators?: Validators
  }
  interface FastifyRequest {
    /** By the stopwatch; 0 for a request whose address cannot be read. */
    startedAt: number
    /** Whether the connection is to end in the middle of the answer. */
    isCutShort: boolean
  }
}

/** Adds to `app` the routes whose operations belong to the surface. The validators must be loaded before the first request is handled. */
export function registerSurface<S extends Surface, Context>(
  app: FastifyInstance,
  routes: readonly Route[],
  registration: Registration<S, Context>,
): void {
  app.decorate('validators', registration.validators)
  app.decorateRequest('isCutShort', false)
  for (const { operation, path } of routes) {
    const { id } = operation
    if (!belongsTo(registration.surface, id)) continue
    app.route<{ Params: RawRequest['params']; Querystring: RawRequest['query'] }>({
      method: operation.method,
      url: toRoutePattern(path),
      config: { operation },
      ...(operation.bodyLimitBytes !== undefined && { bodyLimit: operation.bodyLimitBytes }),
      handler: (request, reply) => serve(request, reply, operation, id, registration),
    })
  }
}

/** A path of the contract as routers write it. */
export function toRoutePattern(path: string): string {
  return path.replaceAll('{', ':').replaceAll('}', '')
}

/** Whether an operation is one of the surface. */
export function belongsTo<S extends Surface>(surface: S, id: string): id is OperationIdOf<S> {
  return id.startsWith(`${surface}.`)
}

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
    const { operation } = request.routeOptions.config
    return deliver(request, reply, answerError(request, operation, error, errors))
  })
}
