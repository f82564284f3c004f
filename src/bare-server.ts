// The HTTP server without surfaces: its limits, its log, and its answers to what belongs to no surface.
import type { FastifyInstance, FastifyServerFactory, FastifyServerOptions } from 'fastify'
import Fastify from 'fastify'
import type { Clock } from './clock.ts'
import { send } from './contract/register.ts'
import { Problem, toAnswer } from './control/problem.ts'
import { toProblem } from './control/request-errors.ts'
import { versions } from './graph/context.ts'
import { rewriteKeySyntax } from './graph/key-syntax.ts'
import { errorAnswer } from './graph/plugin.ts'
import type { Ids } from './ids.ts'
import type { Logger } from './logger.ts'

export interface BareServerOptions {
  readonly ids: Ids
  readonly clock: Clock
  readonly logger: Logger
  readonly serverFactory?: FastifyServerFactory | undefined
}

const BODY_LIMIT_BYTES = 1_048_576
/** More than Node reads of a request's head, so that a long name is an unknown name. */
const LONGEST_PATH_PARAMETER = 16_384

export function createBareServer(options: BareServerOptions): FastifyInstance {
  const { serverFactory, logger } = options
  const settings = settingsOf(options)
  const app = Fastify(serverFactory === undefined ? settings : { ...settings, serverFactory })
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error)
    if (problem.status >= 500) logger.error({ requestId: request.id, error }, 'failed')
    return send(reply, toAnswer(problem))
  })
  app.setNotFoundHandler(({ method, url }) => {
    const path = url.split('?', 1)[0]
    throw new Problem(
      404,
      `${method} ${path} is no operation of any surface. There are /v1.0, /beta and /_understudy; /_understudy/docs lists their operations.`,
    )
  })
  if (logger.enabled('info')) logRequests(app, logger)
  return app
}

function settingsOf({ ids, clock, logger }: BareServerOptions): FastifyServerOptions {
  return {
    exposeHeadRoutes: false,
    // Fastify's own would listen to every answer to log it; what is worth a line is logged here and by the surfaces.
    logger: false,
    genReqId: () => ids.guid(),
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: {
      maxParamLength: LONGEST_PATH_PARAMETER,
      ignoreTrailingSlash: true,
      ignoreDuplicateSlashes: true,
    },
    forceCloseConnections: true,
    rewriteUrl: ({ url = '/' }) => rewriteKeySyntax(url),
    frameworkErrors: (error, request, reply) => {
      const isGraph = versions.some(version => request.url.startsWith(`/${version}/`))
      send(reply, isGraph ? errorAnswer(error, request, clock, logger) : toAnswer(toProblem(error)))
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
function logRequests(app: FastifyInstance, logger: Logger): void {
  app.addHook('onResponse', (request, reply, done) => {
    const line = {
      requestId: request.id,
      operationId: request.routeOptions.config.operation?.id,
      method: request.method,
      path: request.url.split('?', 1)[0],
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    }
    logger.info(line, 'answered')
    done()
  })
}

function unusedCompiler(): never {
  throw new Error('No route has a schema of its own: contract/register.ts checks them all.')
}
