// Builds the HTTP server out of its surfaces: Microsoft Graph once for each version, sign-in, and control.
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { BareServerOptions } from './bare-server.ts'
import { createBareServer } from './bare-server.ts'
import { stopwatch } from './clock.ts'
import type { Contract } from './contract/contract.ts'
import { readContract } from './contract/contract.ts'
import type { Surface } from './contract/operations.ts'
import { belongsTo } from './contract/operations.ts'
import { findOperation } from './contract/register.ts'
import { AnswerChecks } from './contract/responses.ts'
import { productionHostsOf, routesOf } from './contract/routes.ts'
import type { CompiledSchemas } from './contract/validators.ts'
import { Validators } from './contract/validators.ts'
import type { ControlHandlers } from './control/handlers.ts'
import { controlPlugin } from './control/plugin.ts'
import type { Sleep } from './faults/sleep.ts'
import { sleepByTimer } from './faults/sleep.ts'
import type { FixtureLibrary } from './fixtures/library.ts'
import { versions } from './graph/context.ts'
import type { GraphHandlers } from './graph/handlers.ts'
import { graphPlugin } from './graph/plugin.ts'
import { isAnsweredHost, MisdirectedRequest, requestedHost } from './hosts.ts'
import type { Located } from './origin.ts'
import { originOf } from './origin.ts'
import type { SignInServices } from './sign-in/context.ts'
import type { SignInHandlers } from './sign-in/handlers.ts'
import { signInPlugin } from './sign-in/plugin.ts'
import type { Log } from './state/log.ts'
import type { State } from './state/state.ts'
import type { Issuer } from './tokens/issue.ts'
import type { TokenJudge } from './tokens/judge.ts'

export interface ServerOptions extends BareServerOptions {
  /** The contract as JSON. */
  readonly contractText: string
  /** What loads the schemas of a surface, compiled at build time; where there is nothing, they are compiled when first used. */
  readonly findCompiledSchemas: (surface: Surface) => (() => Promise<CompiledSchemas>) | undefined
  readonly graphHandlers: GraphHandlers
  readonly signInHandlers: SignInHandlers
  readonly controlHandlers: ControlHandlers
  readonly checkAnswers: boolean
  readonly state: State
  readonly log: Log
  /** What tenants are made of. */
  readonly library: FixtureLibrary
  readonly issuer: Issuer
  readonly judge: TokenJudge
  readonly seal: SignInServices['seal']
  readonly isOwnOrigin: SignInServices['isOwnOrigin']
  /** The origin to give out instead of the one by which a request comes in. */
  readonly publicUrl: string | undefined
  /** Host names to answer for besides loopback and the production hosts; in lower case, without port. */
  readonly allowedHosts: ReadonlySet<string>
  readonly controlKey: string | undefined
  /** How answers are held back; by a timer when left out. */
  readonly sleep?: Sleep
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Aborted when the server is about to close: nobody is to be kept waiting any longer. */
    closing: AbortSignal
  }
}

/** Each version of Microsoft Graph, and its OpenID Connect corner, which has none. */
const graphAddresses = [
  ...versions.map(version => ({ version, prefix: `/${version}` })),
  { version: 'v1.0', prefix: '/oidc' },
] as const

export function createServer(
  options: ServerOptions,
  { document, operations }: Contract = readContract(options.contractText),
): FastifyInstance {
  const productionHosts = productionHostsOf(operations)
  const routes = routesOf(operations)
  const app = createBareServer(options, routes)
  guard(app, [productionHosts, options.allowedHosts])
  app.addHook('preClose', done => {
    options.journal.close()
    done()
  })

  const closing = announceClosing(app)
  const faults = { ...options, sleep: options.sleep ?? sleepByTimer, closing }
  const shared = {
    allRoutes: routes,
    state: options.state,
    journal: options.journal,
    originOf: (request: Located) => options.publicUrl ?? originOf(request, productionHosts),
    logger: options.logger,
  }
  const checksOf = (surface: Surface) => {
    const validators = new Validators(document, options.findCompiledSchemas(surface))
    return { validators, answerChecks: new AnswerChecks(validators, options.checkAnswers) }
  }
  const graphChecks = checksOf('graph')
  for (const { version, prefix } of graphAddresses) {
    const own = routes.filter(({ basePath }) => basePath === prefix)
    const { log, ids, judge, seal, clock, graphHandlers: handlers } = options
    app.register(
      async surface =>
        graphPlugin(surface, {
          ...shared,
          ...graphChecks,
          version,
          document,
          routes: own,
          handlers,
          log,
          ids,
          judge,
          seal,
          clock,
          faults,
        }),
      { prefix },
    )
  }
  app.register(async surface =>
    signInPlugin(surface, {
      ...shared,
      ...checksOf('signIn'),
      routes: routes.filter(({ operation }) => belongsTo('signIn', operation.id)),
      handlers: options.signInHandlers,
      services: { ...options, keys: options.issuer.keys },
      faults,
    }),
  )
  app.register(async surface =>
    controlPlugin(surface, {
      ...options,
      ...shared,
      ...checksOf('control'),
      routes: routes.filter(({ operation }) => belongsTo('control', operation.id)),
      handlers: options.controlHandlers,
      createBareServer: () => createBareServer({ ...options, serverFactory: undefined }),
      context: {
        ...options,
        version: document.info.version,
        operations,
      },
    }),
  )
  return app
}

/** A signal for everything that would keep a client waiting. */
function announceClosing(app: FastifyInstance): AbortSignal {
  const closing = new AbortController()
  app.decorate('closing', closing.signal)
  app.addHook('preClose', async () => closing.abort())
  return closing.signal
}

/** Finds the operation, has the first request to a surface wait for its validators, which the start need not, and refuses other hosts. */
function guard(app: FastifyInstance, allowedHosts: readonly ReadonlySet<string>[]): void {
  let lastAnswered: string | undefined
  const refuseOtherHosts = (request: IncomingMessage): void => {
    const host = requestedHost(request)
    if (host !== lastAnswered && !isAnsweredHost(host, allowedHosts)) {
      throw new MisdirectedRequest(host)
    }
    lastAnswered = host
  }
  app.addHook('onRequest', (request, _, done) => {
    request.startedAt = stopwatch()
    findOperation(request)
    const { raw } = request
    const { validators } = request.server
    if (validators === undefined || validators.loaded) {
      refuseOtherHosts(raw)
      done()
    } else {
      validators
        .load()
        .then(() => refuseOtherHosts(raw))
        .then(() => done(), done)
    }
  })
}
