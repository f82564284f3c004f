// The HTTP server without surfaces: its limits, its log, and its answers to what belongs to no surface.
import type { FastifyInstance, FastifyServerFactory, FastifyServerOptions } from 'fastify'
import Fastify, { LogController } from 'fastify'
import type { Clock } from './clock.ts'
import { send } from './contract/register.ts'
import { Problem, toAnswer } from './control/problem.ts'
import { toProblem } from './control/request-errors.ts'
import { versions } from './graph/context.ts'
import { rewriteKeySyntax } from './graph/key-syntax.ts'
import { errorAnswer } from './graph/plugin.ts'
import type { Ids } from './ids.ts'
import type { LogLevel } from './line-logger.ts'
import { LineLogger } from './line-logger.ts'

export interface BareServerOptions {
  readonly ids: Ids
  readonly clock: Clock
  readonly logLevel: LogLevel
  readonly serverFactory?: FastifyServerFactory | undefined
}

const BODY_LIMIT_BYTES = 1_048_576
const LONGEST_PATH_PARAMETER = 1_024

export function createBareServer(options: BareServerOptions): FastifyInstance {
  const { serverFactory, logLevel } = options
  const settings = settingsOf(options)
  const app = Fastify(serverFactory === undefined ? settings : { ...settings, serverFactory })
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error)
    if (problem.status >= 500) request.log.error({ requestId: request.id, err: error }, 'failed')
    return send(reply, toAnswer(problem))
  })
  app.setNotFoundHandler(({ method, url }) => {
    const path = url.split('?', 1)[0]
    throw new Problem(
      404,
      `${method} ${path} is no operation of any surface. There are /v1.0, /beta and /_understudy; /_understudy/docs lists their operations.`,
    )
  })
  if (logLevel === 'info' || logLevel === 'debug') logRequests(app)
  return app
}

function settingsOf({ ids, clock, logLevel }: BareServerOptions): FastifyServerOptions {
  return {
    exposeHeadRoutes: false,
    ...(logLevel !== 'silent' && { loggerInstance: new LineLogger(logLevel) }),
    logController: new LogController({ disableRequestLogging: true }),
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
    // The contract's own validators check requests and answers; loading Fastify's would cost a third of the start.
    schemaController: {
      compilersFactory: {
        buildValidator: () => unusedCompiler,
        buildSerializer: () => unusedCompiler,
      },
    },
  }
}

/** A line for each request, without what could be secret in its query. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      requestId: request.id,
      operationId: request.routeOptions.config.operation?.id,
      method: request.method,
      path: request.url.split('?', 1)[0],
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    })
    done()
  })
}

function unusedCompiler(): never {
  throw new Error('No route has a schema of its own: contract/register.ts checks them all.')
}
