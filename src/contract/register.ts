// Turns the operations of one surface into routes: check the request, open it, handle it, check the answer, send it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from './document.ts'
import type { Handlers, Input, OperationIdOf, Output, Surface } from './operations.ts'
import { readInput } from './requests.ts'
import type { Answer, AnswerChecks } from './responses.ts'
import type { Route } from './routes.ts'
import type { Validators } from './validators.ts'

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
  /** Adds to an output the headers that every answer of the surface carries. */
  readonly complete: (request: FastifyRequest, output: Output<OperationIdOf<S>>) => Answer
  readonly validators: Validators
  readonly answerChecks: AnswerChecks
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation a route serves; absent where nothing in the contract matches. */
    operation?: Operation
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
  for (const { operation, path } of routes) {
    const { id } = operation
    if (!belongsTo(registration.surface, id)) continue
    app.route<{ Params: RawRequest['params']; Querystring: RawRequest['query'] }>({
      method: operation.method,
      url: path.replaceAll('{', ':').replaceAll('}', ''),
      config: { operation },
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
  const output = registration.handlers[id](input, registration.open(request, operation))
  if (output instanceof Promise)
    return output.then(settled => answer(request, reply, operation, settled, registration))
  return answer(request, reply, operation, output, registration)
}

function answer<S extends Surface, Context>(
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation,
  output: Output<OperationIdOf<S>>,
  { complete, answerChecks }: Registration<S, Context>,
): FastifyReply {
  const completed = complete(request, output)
  const violation = answerChecks.violationOf(operation, completed)
  if (violation !== undefined) throw violation
  return send(reply, completed)
}

/**
 * Has `app` answer whatever is thrown while it serves a request in the surface's own shape. Such an answer is held to the contract, too.
 * @param toAnswer must have an answer for a ContractViolation, which is not checked again
 */
export function answerErrors(
  app: FastifyInstance,
  answerChecks: AnswerChecks,
  toAnswer: (error: unknown, request: FastifyRequest) => Answer,
): void {
  app.setErrorHandler((error, request, reply) => {
    const answer = toAnswer(error, request)
    const { operation } = request.routeOptions.config
    const violation = operation && answerChecks.violationOf(operation, answer)
    return send(reply, violation === undefined ? answer : toAnswer(violation, request))
  })
}

/**
 * Puts an answer on the wire as it is. Past Fastify's own `send`, which would add a charset to the content type of an error where the real
 * service has none.
 */
export function send(
  reply: FastifyReply,
  { status, headers, body, cookies }: Answer,
): FastifyReply {
  reply.hijack()
  const { raw } = reply
  if (cookies !== undefined && cookies.length > 0) raw.setHeader('set-cookie', cookies)
  if (body === undefined) {
    raw.writeHead(status, headers).end()
  } else {
    const isText = typeof body === 'string' && headers['content-type']?.startsWith('text/')
    const text = isText ? body : JSON.stringify(body)
    headers['content-length'] = String(Buffer.byteLength(text))
    raw.writeHead(status, headers).end(text)
  }
  return reply
}
