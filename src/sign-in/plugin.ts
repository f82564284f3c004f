// The sign-in surface: form bodies, routes, cross-origin rules and errors. Nothing of it leaks into another surface.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Operation } from '../contract/document.ts'
import { answerErrors, HTTP_METHODS, registerSurface, send } from '../contract/register.ts'
import type { Answer, AnswerChecks } from '../contract/responses.ts'
import type { Route } from '../contract/routes.ts'
import type { Validators } from '../contract/validators.ts'
import type { Logger } from '../logger.ts'
import type { State } from '../state/state.ts'
import type { SignInContext, SignInServices } from './context.ts'
import { corsHeaders, preflightHeaders } from './cors.ts'
import { toErrorBody, toErrorView } from './error-answers.ts'
import type { SignInError } from './errors.ts'
import { signInErrors } from './errors.ts'
import { readFormBodies } from './form-bodies.ts'
import type { SignInHandlers } from './handlers.ts'
import { commonHeaders, correlationIdOf, discoveryHeaders, jsonType, noStore } from './headers.ts'
import { pageHeaders } from './page-output.ts'
import { renderPage } from './pages/render.ts'
import { toSignInError } from './request-errors.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of a route for the methods that a path does not take: an operation of that path, whose errors its own are to look like. */
    sibling?: Operation
  }
}

export interface SignInOptions {
  readonly routes: readonly Route[]
  readonly handlers: SignInHandlers
  readonly validators: Validators
  readonly answerChecks: AnswerChecks
  readonly services: SignInServices
  /** The origin that the addresses in an answer begin with. */
  readonly originOf: (request: FastifyRequest) => string
  readonly logger: Logger
}

export function signInPlugin(app: FastifyInstance, options: SignInOptions): void {
  const { routes, handlers, validators, answerChecks, services } = options

  readFormBodies(app)
  answerErrors(app, answerChecks, (error, request) => errorAnswer(error, request, options))
  answerOtherMethods(app, options)
  answerOtherPaths(app)
  registerSurface<'signIn', SignInContext>(app, routes, {
    surface: 'signIn',
    handlers,
    validators,
    answerChecks,
    open: request => ({
      ...services,
      origin: options.originOf(request),
      headers: {
        authorization: request.headers.authorization,
        cookie: request.headers.cookie,
        origin: request.headers.origin,
        fetchSite: singleHeader(request.headers['sec-fetch-site']),
      },
      traceId: request.id,
      correlationId: correlationIdOf(request, services.ids.guid()),
    }),
    complete: (request, { status, headers, body, cookies }) => ({
      status,
      headers: {
        ...commonHeaders(request),
        ...(isForPages(request) && corsHeaders(services.state, request.headers.origin)),
        ...headers,
      },
      body,
      cookies,
    }),
  })
}

/** What the surface answers to anything thrown while it served a request: a page to a person, JSON to a client. */
function errorAnswer(
  error: unknown,
  request: FastifyRequest,
  { services, logger }: SignInOptions,
): Answer {
  const refusal = toSignInError(error)
  if (refusal.status >= 500) logger.error({ requestId: request.id, error }, 'failed')
  const trace = {
    traceId: request.id,
    correlationId: correlationIdOf(request, services.ids.guid()),
    now: services.clock.now(),
  }
  const { operation, sibling = operation } = request.routeOptions.config
  if (sibling !== undefined && answersWithPages(sibling)) {
    const { html, contentSecurityPolicy } = renderPage(toErrorView(refusal, trace))
    const headers = { ...commonHeaders(request), ...pageHeaders(contentSecurityPolicy) }
    return { status: refusal.status, headers, body: html }
  }
  return {
    status: refusal.status,
    headers: {
      ...commonHeaders(request),
      ...jsonType,
      ...(sibling !== undefined && isDiscovery(sibling)
        ? { 'access-control-allow-origin': '*', 'cache-control': noStore['cache-control'] }
        : { ...noStore, 'x-ms-clitelem': telemetry(refusal) }),
      ...(isForPages(request) && corsHeaders(services.state, request.headers.origin)),
    },
    body: toErrorBody(refusal, trace),
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

function isDiscovery({ id }: Operation): boolean {
  return id.startsWith('signIn.discovery.')
}

/** Operations that pages of single-page apps call. */
const CALLED_BY_PAGES = /\/oauth2\/v2\.0\/(token|devicecode)$/

function isForPages({ url }: FastifyRequest): boolean {
  return CALLED_BY_PAGES.test(url.split('?', 1)[0] ?? '')
}

/** Preflights, and what an endpoint does not take: 400, as the service has it. */
function answerOtherMethods(app: FastifyInstance, { routes, services }: SignInOptions): void {
  const paths = new Map(routes.map(({ path, operation }) => [path, operation]))
  for (const [path, sibling] of paths) {
    const operations = routes.filter(route => route.path === path).map(route => route.operation)
    const preflight = preflightOf(path, operations, services.state)
    const taken = operations.map(({ method }) => method)
    const accepted = preflight === undefined ? taken : [...taken, 'OPTIONS']
    app.route({
      method: HTTP_METHODS.filter(method => !taken.some(known => known === method)),
      url: path.replaceAll('{', ':').replaceAll('}', ''),
      config: { sibling },
      handler: (request, reply) => {
        if (request.method !== 'OPTIONS' || preflight === undefined)
          throw signInErrors.methodNotAccepted(accepted, request.method)
        const headers = { ...commonHeaders(request), ...preflight(request) }
        return send(reply, { status: 200, headers })
      },
    })
  }
}

/** The headers by which an endpoint tells a browser what pages may send there; undefined where they have nothing to send. */
function preflightOf(
  path: string,
  operations: readonly Operation[],
  state: State,
): ((request: FastifyRequest) => Answer['headers']) | undefined {
  if (operations.some(isDiscovery)) return () => discoveryHeaders
  return CALLED_BY_PAGES.test(path) ? request => preflightHeaders(state, request) : undefined
}

/** Endpoints that the service may have here and the double has not. */
function answerOtherPaths(app: FastifyInstance): void {
  app.route({
    method: [...HTTP_METHODS],
    url: '/:authorityTenant/oauth2/*',
    handler: ({ method, url }) => {
      const path = url.split('?', 1)[0]
      throw signInErrors.own(
        404,
        `${method} ${path} is no operation of the sign-in surface. It has the endpoints of version 2.0, such as /{tenant}/oauth2/v2.0/token; /_understudy/docs lists them.`,
      )
    },
  })
}

function singleHeader(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0]
}
