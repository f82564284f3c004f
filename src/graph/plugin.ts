// The Graph surface in one version: token check, body parsers, routes and errors. Nothing of it leaks into another surface.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../clock.ts'
import type { ContractDocument, Operation } from '../contract/document.ts'
import { readJsonBodies } from '../contract/json-bodies.ts'
import type { ErrorAnswers, Registration } from '../contract/perform.ts'
import { answerErrors, registerSurface } from '../contract/register.ts'
import type { Answer, AnswerChecks } from '../contract/responses.ts'
import type { Route } from '../contract/routes.ts'
import { OperationRouter } from '../contract/routing.ts'
import type { Validators } from '../contract/validators.ts'
import { send } from '../contract/wire.ts'
import type { FaultServices } from '../faults/detour.ts'
import { decorateRequests } from '../faults/detour.ts'
import type { Ids } from '../ids.ts'
import type { Journal } from '../journal/journal.ts'
import type { Logger } from '../logger.ts'
import type { Located } from '../origin.ts'
import type { Log } from '../state/log.ts'
import type { State } from '../state/state.ts'
import { timeIn } from '../state/tenant-clock.ts'
import type { Caller, TokenJudge } from '../tokens/judge.ts'
import type { Seal } from '../tokens/seal.ts'
import { authenticate } from './authenticate.ts'
import type { GraphContext, Version } from './context.ts'
import { assertPermitted, assertSupported } from './context.ts'
import { isPreflight, preflightAnswer } from './cors.ts'
import { findDetour } from './detour.ts'
import { EntityShapes } from './entity-type.ts'
import type { GraphError } from './errors.ts'
import { graphErrors, toErrorBody } from './errors.ts'
import type { GraphHandlers } from './handlers.ts'
import { errorHeaders, idsOf, successHeaders } from './headers.ts'
import { isSystemSegment } from './key-syntax.ts'
import { refuseUndeclaredOptions } from './odata/undeclared-options.ts'
import { Parts } from './parts.ts'
import { recordInto, tenantIdOf } from './record.ts'
import type { GraphRequest, RoutedGraphRequest } from './request.ts'
import { toGraphError } from './request-errors.ts'
import { refuseUnmatched } from './unmatched.ts'

export interface GraphOptions {
  readonly version: Version
  readonly document: ContractDocument
  /** Those of this version. */
  readonly routes: readonly Route[]
  readonly handlers: GraphHandlers
  readonly validators: Validators
  readonly answerChecks: AnswerChecks
  /** Of all surfaces. */
  readonly allRoutes: readonly Route[]
  readonly state: State
  readonly log: Log
  readonly ids: Ids
  readonly journal: Journal
  readonly judge: TokenJudge
  readonly seal: Seal
  readonly clock: Clock
  readonly faults: FaultServices
  /** The origin that the addresses in an answer begin with. */
  readonly originOf: (request: Located) => string
  readonly logger: Logger
}

/** More than twenty requests of a batch have use for, and few enough to be read at once. */
const MOST_BODY_VALUES = 50_000

export function graphPlugin(app: FastifyInstance, options: GraphOptions): void {
  const { version, routes, validators, answerChecks, log, ids, judge, journal } = options
  const shapes = new EntityShapes(options.document, version)

  const answered = recordInto(journal, options.state, options.allRoutes)

  app.decorateRequest('caller', undefined)
  app.decorateRequest('refusal', undefined)
  decorateRequests(app)
  readJsonBodies(app, {
    unreadable: graphErrors.payloadUnreadable,
    most: { values: MOST_BODY_VALUES, exceeded: graphErrors.payloadTooLarge },
  })

  const judgeCaller = (request: GraphRequest): void =>
    authenticate(request, judge, tenantId => timeIn(options.state, tenantId, options.clock))
  const errors: ErrorAnswers<GraphRequest> = {
    answerChecks,
    toAnswer: (error, request, operation) => errorAnswer(error, request, options, operation),
    answered,
  }
  const registration: Registration<'graph', GraphContext, RoutedGraphRequest> = {
    surface: 'graph',
    handlers: options.handlers,
    validators,
    answerChecks,
    answered,
    open: (request, operation) => {
      if (operation.path.includes('{userId}') && isSystemSegment(request.url))
        throw graphErrors.segmentNotFound(request.url.split(/[/?]/, 4)[3] ?? '')
      if (operation.method === 'GET')
        refuseUndeclaredOptions(operation, request.query, request.headers.consistencylevel)
      const context = {
        caller: callerOf(request),
        operation,
        version,
        serviceRoot: `${options.originOf(request)}/${version}`,
        url: request.url,
        request,
        log,
        seal: options.seal,
        ids,
        parts,
        shapes,
      }
      assertSupported(context)
      assertPermitted(context)
      return context
    },
    detour: (request, operation) =>
      findDetour(request, operation, callerOf(request), options.faults)?.then(detour => {
        // Again: after a delay the token may have expired, and its tenant have started anew.
        judgeCaller(request)
        return detour
      }),
    complete: (request, { status, headers, body }) => ({
      status,
      headers: successHeaders(request, body !== undefined, headers),
      body,
    }),
  }
  const router = new OperationRouter(routes)
  const parts = new Parts({ version, router, registration, errors, judgeCaller })
  answerErrors(app, errors)
  const unmatched = (request: FastifyRequest, reply: FastifyReply) => {
    if (isPreflight(request)) return send(reply, preflightAnswer(request))
    throw refuseUnmatched(request, version, routes)
  }
  registerSurface(app, { places: ['', '/*'], router, unmatched }, registration)
  app.addHook('onRequest', (request, _, done) => {
    if (!isPreflight(request)) judgeCaller(request)
    done()
  })
}

/** What the surface answers to anything thrown while it served a request; also puts the reason in the log. */
export function errorAnswer(
  error: unknown,
  request: GraphRequest,
  { state, clock, logger }: Pick<GraphOptions, 'state' | 'clock' | 'logger'>,
  operation?: Operation,
): Answer {
  const refusal = toGraphError(error, targetOf(request), operation)
  const isPlanned = refusal.planned !== undefined
  if (!isPlanned) logRefusal(logger, request, refusal, error)
  return {
    status: refusal.status,
    headers: errorHeaders(request, refusal),
    body: toErrorBody(refusal, idsOf(request), timeIn(state, tenantIdOf(request), clock)),
    isPlanned,
  }
}

/** What the path names, for the sentence of an error. */
function targetOf({ params }: GraphRequest): string {
  const names = typeof params === 'object' && params !== null ? Object.entries(params) : []
  return String(names.find(([name]) => name !== '*')?.[1] ?? 'me')
}

function callerOf({ caller }: GraphRequest): Caller {
  if (caller === undefined) throw new Error('A Graph operation was reached without a caller.')
  return caller
}

function logRefusal(
  logger: Logger,
  { id: requestId }: GraphRequest,
  { status, code, reason, hint }: GraphError,
  error: unknown,
): void {
  if (status >= 500) logger.error({ requestId, error }, 'failed')
  else if (reason !== undefined) logger.info({ requestId, code, reason, hint }, 'refused')
}
