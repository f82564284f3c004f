// The control surface: access, JSON bodies, routes and problem documents.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { onDeparture } from '../contract/departure.ts'
import type { Operation } from '../contract/document.ts'
import type { UnreadableBody } from '../contract/json-bodies.ts'
import { DEEPEST_NESTING, readJsonBodies } from '../contract/json-bodies.ts'
import type { Placement } from '../contract/register.ts'
import { answerErrors, registerSurface } from '../contract/register.ts'
import type { AnswerChecks } from '../contract/responses.ts'
import type { Route } from '../contract/routes.ts'
import { operationsAt } from '../contract/routes.ts'
import { OperationRouter } from '../contract/routing.ts'
import type { Validators } from '../contract/validators.ts'
import type { Logger } from '../logger.ts'
import { demandKey, refuseOtherOrigins } from './access.ts'
import type { ControlContext } from './context.ts'
import type { DocumentationOptions } from './documentation.ts'
import { serveDocumentation } from './documentation.ts'
import type { ControlHandlers } from './handlers.ts'
import { Problem, toAnswer } from './problem.ts'
import { toProblem } from './request-errors.ts'

export interface ControlOptions extends DocumentationOptions {
  readonly routes: readonly Route[]
  readonly handlers: ControlHandlers
  readonly validators: Validators
  readonly answerChecks: AnswerChecks
  /** Without one, who reaches the port may use it. */
  readonly controlKey: string | undefined
  /** The origin that the addresses in an answer begin with. */
  readonly originOf: (request: FastifyRequest) => string
  readonly logger: Logger
  readonly context: Omit<ControlContext, 'origin' | 'request' | 'onDeparture'>
}

const unreadable: Record<UnreadableBody, () => Problem> = {
  mediaType: () => new Problem(415, 'Send the body as application/json.'),
  syntax: () => new Problem(400, 'The body is not valid JSON.'),
  depth: () => new Problem(400, `The body is nested more than ${DEEPEST_NESTING} levels deep.`),
}

export function controlPlugin(app: FastifyInstance, options: ControlOptions): void {
  const { routes, handlers, validators, answerChecks, controlKey, context } = options

  readJsonBodies(app, { unreadable: reason => unreadable[reason]() })

  answerErrors(app, {
    answerChecks,
    toAnswer: (error, request) => {
      const problem = toProblem(error)
      if (problem.status >= 500) options.logger.error({ requestId: request.id, error }, 'failed')
      return toAnswer(problem)
    },
  })

  const placement: Placement = {
    places: ['/_understudy/*'],
    router: new OperationRouter(routes),
    unmatched: (request, reply) => refuseOtherMethods(request, reply, routes),
  }
  registerSurface<'control', ControlContext>(app, placement, {
    surface: 'control',
    handlers,
    validators,
    answerChecks,
    open: (request, operation) => {
      refuseUnknownParameters(operation, request.query)
      return {
        ...context,
        origin: options.originOf(request),
        request,
        onDeparture: leave => onDeparture(request, leave),
      }
    },
    complete: (_, { status, headers, body }) => ({
      status,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
        ...headers,
      },
      body,
    }),
  })

  app.addHook('onRequest', (request, _, done) => {
    refuseOtherOrigins(request)
    if (controlKey !== undefined && needsKey(request.operation)) demandKey(request, controlKey)
    done()
  })

  serveDocumentation(app, options)
}

/** A path of the contract by a method it does not have there: 405, with those it has. */
function refuseOtherMethods(
  { method, url }: FastifyRequest,
  reply: FastifyReply,
  routes: readonly Route[],
): FastifyReply {
  const operations = operationsAt(routes, url)
  const [operation] = operations
  if (operation === undefined) {
    reply.callNotFound()
    return reply
  }
  const allow = operations.map(known => known.method).join(', ')
  throw new Problem(405, `${operation.path} does not take ${method}. It takes: ${allow}.`, {
    headers: { allow },
  })
}

/** As the contract says; the page that shows the contract needs none, for a browser has no way to send one. */
function needsKey(operation: Operation | undefined): boolean {
  return operation !== undefined && operation.security.length > 0
}

/** A misspelt parameter would otherwise act on something else than was meant. @throws Problem 400 */
function refuseUnknownParameters(operation: Operation, query: object): void {
  const known = operation.parameters
    .filter(parameter => parameter.in === 'query')
    .map(({ name }) => name)
  const errors = Object.keys(query)
    .filter(name => !known.includes(name))
    .map(name => ({
      in: 'query' as const,
      pointer: name,
      detail: `is not a parameter here; there ${known.length === 0 ? 'is none' : `is: ${known.join(', ')}`}`,
    }))
  if (errors.length > 0)
    throw new Problem(400, 'The request does not match the contract.', { errors })
}
