// The sign-in surface: form bodies, routes, cross-origin rules and errors. Nothing of it leaks into another surface.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Operation } from '../contract/document.ts'
import type { Placement } from '../contract/register.ts'
import { answerErrors, registerSurface } from '../contract/register.ts'
import type { Answer, AnswerChecks } from '../contract/responses.ts'
import type { Route } from '../contract/routes.ts'
import { operationsAt } from '../contract/routes.ts'
import { OperationRouter } from '../contract/routing.ts'
import type { Validators } from '../contract/validators.ts'
import type { FaultServices } from '../faults/detour.ts'
import { decorateRequests } from '../faults/detour.ts'
import type { Journal } from '../journal/journal.ts'
import type { Logger } from '../logger.ts'
import { timeIn } from '../state/tenant-clock.ts'
import type { SignInContext, SignInServices } from './context.ts'
import { corsHeaders, isCalledByPages, isDiscovery } from './cors.ts'
import { findDetour } from './detour.ts'
import { toErrorBody, toErrorView } from './error-answers.ts'
import type { SignInError } from './errors.ts'
import { readFormBodies } from './form-bodies.ts'
import type { SignInHandlers } from './handlers.ts'
import { commonHeaders, jsonType, noStore, settledCorrelationId } from './headers.ts'
import { identify } from './identify.ts'
import { pageHeaders } from './page-output.ts'
import { renderPage } from './pages/render.ts'
import { recordInto } from './record.ts'
import { toSignInError } from './request-errors.ts'
import { answerUnmatched, placesOf } from './unmatched.ts'

export interface SignInOptions {
  /** Of all surfaces. */
  readonly allRoutes: readonly Route[]
  readonly journal: Journal
  readonly routes: readonly Route[]
  readonly handlers: SignInHandlers
  readonly validators: Validators
  readonly answerChecks: AnswerChecks
  readonly services: SignInServices
  readonly faults: FaultServices
  /** The origin that the addresses in an answer begin with. */
  readonly originOf: (request: FastifyRequest) => string
  readonly logger: Logger
}

export function signInPlugin(app: FastifyInstance, options: SignInOptions): void {
  const { routes, handlers, validators, answerChecks, services } = options

  readFormBodies(app)
  decorateRequests(app)
  const answered = recordInto(options.journal, services, options.allRoutes)
  app.decorateRequest('toldRefusal', undefined)
  app.decorateRequest('madeCorrelationId', undefined)
  answerErrors(app, {
    answerChecks,
    toAnswer: (error, request) => errorAnswer(error, request, options),
    answered,
  })
  const placement: Placement = {
    places: placesOf(routes),
    router: new OperationRouter(routes),
    unmatched: (request, reply) => answerUnmatched(request, reply, routes, services.state),
  }
  registerSurface<'signIn', SignInContext>(app, placement, {
    surface: 'signIn',
    handlers,
    validators,
    answerChecks,
    answered,
    // Copies come last, and others are assigned: adding to what was just copied takes Node.js 20 a microsecond for each member.
    open: request => ({
      origin: options.originOf(request),
      headers: {
        authorization: request.headers.authorization,
        cookie: request.headers.cookie,
        origin: request.headers.origin,
        fetchSite: singleHeader(request.headers['sec-fetch-site']),
        userAgent: request.headers['user-agent'],
        ipAddress: request.ip,
      },
      seen: { user: undefined, resource: undefined },
      traceId: request.id,
      correlationId: settledCorrelationId(request, services.ids),
      refused: reason => {
        request.toldRefusal = reason
      },
      ...services,
    }),
    detour: (request, operation) => findDetour(request, operation, services, options.faults),
    complete: (request, { status, headers, body, cookies }) => ({
      status,
      headers: Object.assign(
        commonHeaders(request),
        isCalledByPages(request.url) ? corsHeaders(services.state, request) : {},
        headers,
      ),
      body,
      cookies,
    }),
  })
}

/** What the surface answers to anything thrown while it served a request: a page to a person, JSON to a client. */
function errorAnswer(
  error: unknown,
  request: FastifyRequest,
  { routes, services, logger }: SignInOptions,
): Answer {
  const refusal = toSignInError(error)
  const { planned } = refusal.extra
  if (refusal.status >= 500 && planned === undefined)
    logger.error({ requestId: request.id, error }, 'failed')
  const trace = {
    traceId: request.id,
    correlationId: settledCorrelationId(request, services.ids),
    now: timeIn(services.state, identify(request, services).tenant?.definition.id, services.clock),
  }
  // Where the path has other methods only, as they would answer.
  const operation = request.operation ?? operationsAt(routes, request.url)[0]
  if (operation !== undefined && answersWithPages(operation)) {
    const { html, contentSecurityPolicy } = renderPage(toErrorView(refusal, trace))
    const headers = { ...commonHeaders(request), ...pageHeaders(contentSecurityPolicy), ...planned }
    return { status: refusal.status, headers, body: html, isPlanned: planned !== undefined }
  }
  return {
    status: refusal.status,
    headers: {
      ...commonHeaders(request),
      ...jsonType,
      ...(operation !== undefined && isDiscovery(operation)
        ? { 'access-control-allow-origin': '*', 'cache-control': noStore['cache-control'] }
        : { ...noStore, 'x-ms-clitelem': telemetry(refusal) }),
      ...(isCalledByPages(request.url) && corsHeaders(services.state, request)),
      ...planned,
    },
    body: toErrorBody(refusal, trace),
    isPlanned: planned !== undefined,
  }
}

/** Version, error, sub-error, age of the refresh token in milliseconds. */
function telemetry({ code = 0, extra }: SignInError): string {
  const age = extra.ageMilliseconds === undefined ? '' : extra.ageMilliseconds.toFixed(4)
  return `1,${code},0,${age},`
}

function answersWithPages({ responses }: Operation): boolean {
  return responses.get(400)?.content['text/html'] !== undefined
}

function singleHeader(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0]
}
