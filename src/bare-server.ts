// The HTTP server without surfaces: its limits, its log, and its answers to what belongs to no surface.
import type {
  FastifyInstance,
  FastifyRequest,
  FastifyServerFactory,
  FastifyServerOptions,
} from 'fastify'
import Fastify from 'fastify'
import type { Clock } from './clock.ts'
import { stopwatch } from './clock.ts'
import { routerOptions } from './contract/routing.ts'
import { send } from './contract/wire.ts'
import { Problem, toAnswer } from './control/problem.ts'
import { toProblem } from './control/request-errors.ts'
import { versions } from './graph/context.ts'
import { rewriteKeySyntax } from './graph/key-syntax.ts'
import { errorAnswer } from './graph/plugin.ts'
import type { Ids } from './ids.ts'
import type { RecordedSurface } from './journal/entry.ts'
import type { Journal } from './journal/journal.ts'
import type { KnownOperation } from './journal/nearest-operation.ts'
import { meantOperation } from './journal/nearest-operation.ts'
import { safePath } from './journal/safe-text.ts'
import type { Logger } from './logger.ts'
import type { State } from './state/state.ts'

export interface BareServerOptions {
  readonly state: State
  readonly journal: Journal
  readonly ids: Ids
  readonly clock: Clock
  readonly logger: Logger
  readonly serverFactory?: FastifyServerFactory | undefined
}

const BODY_LIMIT_BYTES = 1_048_576

/** @param known what a path may have been meant for that belongs to no surface */
export function createBareServer(
  options: BareServerOptions,
  known: readonly KnownOperation[] = [],
): FastifyInstance {
  const { serverFactory, logger } = options
  const settings = settingsOf(options)
  const app = Fastify(serverFactory === undefined ? settings : { ...settings, serverFactory })
  app.decorateRequest('startedAt', 0)
  app.decorateRequest('operation', undefined)
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error)
    if (problem.status >= 500) logger.error({ requestId: request.id, error }, 'failed')
    send(reply, toAnswer(problem))
    record(options.journal, request, problem.status, { known })
    return reply
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

function settingsOf(options: BareServerOptions): FastifyServerOptions {
  return {
    exposeHeadRoutes: false,
    // Fastify's own would listen to every answer to log it; what is worth a line is logged here and by the surfaces.
    logger: false,
    genReqId: () => options.ids.guid(),
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions,
    forceCloseConnections: true,
    rewriteUrl: ({ url = '/' }) => rewriteKeySyntax(url),
    frameworkErrors: (error, request, reply) => {
      const isGraph = versions.some(version => request.url.startsWith(`/${version}/`))
      const answer = isGraph ? errorAnswer(error, request, options) : toAnswer(toProblem(error))
      send(reply, answer)
      record(options.journal, request, answer.status, { surface: isGraph ? 'graph' : undefined })
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
      operationId: request.operation?.id,
      method: request.method,
      path: safePath(request.url, 'withoutQuery'),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    }
    logger.info(line, 'answered')
    done()
  })
}

/** What no operation of any surface answered; the control surface is not for the journal. */
function record(
  journal: Journal,
  request: FastifyRequest,
  status: number,
  of: {
    readonly surface?: RecordedSurface | undefined
    readonly known?: readonly KnownOperation[]
  },
): void {
  const { id, method, url, startedAt } = request
  if (!journal.isOn || url.startsWith('/_understudy')) return
  const path = safePath(url, 'withoutQuery')
  journal.record({
    sequence: 0,
    id,
    at: journal.nowIn(undefined),
    durationMilliseconds: startedAt > 0 ? stopwatch() - startedAt : 0,
    surface: of.surface,
    operationId: undefined,
    tenantId: undefined,
    method,
    path,
    status,
    errorCode: undefined,
    user: undefined,
    client: undefined,
    grantType: undefined,
    credentialKind: undefined,
    credentialId: undefined,
    refusal: status === 404 ? NO_OPERATION : undefined,
    hint: status === 404 ? meantOperation(method, path, of.known ?? []) : undefined,
    fault: undefined,
    correlationId: undefined,
  })
}

const NO_OPERATION = { reason: 'It is no operation of any surface.' }

function unusedCompiler(): never {
  throw new Error('No route has a schema of its own: contract/perform.ts checks them all.')
}
