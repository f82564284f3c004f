// Builds the HTTP server: the surfaces, the host check, and the answers to what belongs to no surface.
import type { FastifyInstance, FastifyServerFactory, FastifyServerOptions } from 'fastify'
import Fastify, { LogController } from 'fastify'
import type { Clock } from './clock.ts'
import type { ContractDocument } from './contract/document.ts'
import { operationsOf } from './contract/document.ts'
import { send } from './contract/register.ts'
import { AnswerChecks } from './contract/responses.ts'
import { productionHostsOf, routesOf } from './contract/routes.ts'
import { Validators } from './contract/validators.ts'
import type { ControlHandlers } from './control/handlers.ts'
import { controlPlugin } from './control/plugin.ts'
import { Problem, toAnswer } from './control/problem.ts'
import { toProblem } from './control/request-errors.ts'
import { versions } from './graph/context.ts'
import type { GraphHandlers } from './graph/handlers.ts'
import { rewriteKeySyntax } from './graph/key-syntax.ts'
import { errorAnswer, graphPlugin } from './graph/plugin.ts'
import { isAnsweredHost, MisdirectedRequest } from './hosts.ts'
import type { Ids } from './ids.ts'
import type { Log } from './state/log.ts'
import type { State } from './state/state.ts'
import type { Issuer } from './tokens/issue.ts'
import type { TokenJudge } from './tokens/judge.ts'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'

export interface ServerOptions {
  /** The contract as JSON. */
  readonly contractText: string
  readonly graphHandlers: GraphHandlers
  readonly controlHandlers: ControlHandlers
  readonly checkAnswers: boolean
  readonly state: State
  readonly log: Log
  readonly clock: Clock
  readonly ids: Ids
  readonly issuer: Issuer
  readonly judge: TokenJudge
  /** Host names to answer for besides loopback and the production hosts. */
  readonly allowedHosts: readonly string[]
  readonly controlKey: string | undefined
  readonly logLevel: LogLevel
  readonly serverFactory?: FastifyServerFactory
}

const BODY_LIMIT_BYTES = 1_048_576
const LONGEST_PATH_PARAMETER = 1_024

export function createServer(options: ServerOptions): FastifyInstance {
  const document: ContractDocument = JSON.parse(options.contractText)
  const validators = new Validators(document)
  const routes = routesOf(document)
  const productionHosts = productionHostsOf(document)
  const app = createBareServer(options)
  guard(
    app,
    validators,
    new Set([...productionHosts, ...options.allowedHosts.map(host => host.toLowerCase())]),
  )

  const answerChecks = new AnswerChecks(validators, options.checkAnswers)
  if (options.logLevel === 'info' || options.logLevel === 'debug') logRequests(app)
  const { log, judge, clock } = options
  for (const version of versions) {
    const own = {
      routes: routes.filter(({ basePath }) => basePath === `/${version}`),
      handlers: options.graphHandlers,
    }
    app.register(
      (surface, _, done) => {
        graphPlugin(surface, {
          ...own,
          version,
          document,
          validators,
          answerChecks,
          log,
          judge,
          clock,
          productionHosts,
        })
        done()
      },
      { prefix: `/${version}` },
    )
  }
  app.register((surface, _, done) => {
    controlPlugin(surface, {
      ...options,
      routes: routes.filter(({ basePath }) => basePath === ''),
      handlers: options.controlHandlers,
      validators,
      answerChecks,
      productionHosts,
      createBareServer: () => createBareServer(options),
      context: { ...options, version: document.info.version, operations: operationsOf(document) },
    })
    done()
  })
  return app
}

/** A server with the settings that all of ours share, and without routes. */
function createBareServer({ ids, logLevel, serverFactory, clock }: ServerOptions): FastifyInstance {
  const settings: FastifyServerOptions = {
    exposeHeadRoutes: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: logLevel === 'silent' ? false : { level: logLevel, stream: process.stderr },
    childLoggerFactory: logger => logger,
    genReqId: () => ids.guid(),
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: LONGEST_PATH_PARAMETER },
    forceCloseConnections: true,
    rewriteUrl: ({ url = '/' }) => rewriteKeySyntax(url),
    frameworkErrors: (error, request, reply) => {
      const isGraph = versions.some(version => request.url.startsWith(`/${version}/`))
      send(reply, isGraph ? errorAnswer(error, request, clock) : toAnswer(toProblem(error)))
    },
    // Requests and answers are checked by the contract's own validators; loading Fastify's would cost a third of the start.
    schemaController: {
      compilersFactory: {
        buildValidator: () => unusedCompiler,
        buildSerializer: () => unusedCompiler,
      },
    },
  }
  return Fastify(serverFactory === undefined ? settings : { ...settings, serverFactory })
}

/** A line for each request, without what could be secret in its query. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { operation } = request.routeOptions.config
    request.log.info({
      requestId: request.id,
      operationId: operation?.id,
      method: request.method,
      path: request.url.split('?', 1)[0],
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    })
    done()
  })
}

function unusedCompiler(): never {
  throw new Error(
    'No route has a schema of its own: the contract is checked by contract/register.ts.',
  )
}

function guard(
  app: FastifyInstance,
  validators: Validators,
  answeredHosts: ReadonlySet<string>,
): void {
  let lastAnswered = ''
  app.addHook('onRequest', (request, _, done) => {
    const { host } = request
    if (host !== lastAnswered && !isAnsweredHost(host, answeredHosts))
      throw new MisdirectedRequest(host)
    lastAnswered = host
    if (validators.loaded) done()
    else validators.load().then(() => done(), done)
  })
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error)
    if (problem.status >= 500) request.log.error({ requestId: request.id, err: error }, 'failed')
    return send(reply, toAnswer(problem))
  })
  app.setNotFoundHandler(({ method, url }) => {
    const detail = `${method} ${url.split('?', 1)[0]} is no operation of any surface. There are /v1.0, /beta and /_understudy; /_understudy/docs lists their operations.`
    throw new Problem(404, detail)
  })
}
