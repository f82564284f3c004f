// Runs the parts of a batch: each goes the way of a request of its own, from its address to the journal, but for the connection.
import { stopwatch } from '../clock.ts'
import { IN_PROCESS_SIGNAL } from '../contract/departure.ts'
import type { Operation } from '../contract/document.ts'
import { belongsTo } from '../contract/operations.ts'
import type { ErrorAnswers, Outcome, Registration } from '../contract/perform.ts'
import { answerError, perform } from '../contract/perform.ts'
import type { Answer } from '../contract/responses.ts'
import type { Route } from '../contract/routes.ts'
import type { OperationRouter } from '../contract/routing.ts'
import { IN_PROCESS_SCHEME } from '../origin.ts'
import type { BatchItem } from './batch-request.ts'
import type { GraphContext, Version } from './context.ts'
import type { GraphError } from './errors.ts'
import { graphErrors } from './errors.ts'
import { rewriteKeySyntax } from './key-syntax.ts'
import type { GraphRequest, RoutedGraphRequest } from './request.ts'
import { refuseUnmatched } from './unmatched.ts'

export interface PartOptions {
  readonly version: Version
  /** Of the routes of this version. */
  readonly router: OperationRouter
  readonly registration: Registration<'graph', GraphContext, RoutedGraphRequest>
  readonly errors: ErrorAnswers<GraphRequest>
  /** Judges the token again. @throws GraphError 401 */
  readonly judgeCaller: (request: GraphRequest) => void
}

export class Parts {
  readonly #options: PartOptions

  constructor(options: PartOptions) {
    this.#options = options
  }

  /** Never rejects: what is wrong with a part is its answer. */
  async run(batch: GraphRequest, item: BatchItem): Promise<Outcome> {
    const { registration, errors, judgeCaller, version, router } = this.#options
    const [part, target] = this.#route(batch, item)
    try {
      if (target === 'unreadable') throw unreadableError(item)
      judgeCaller(part)
      part.body = readBody(item)
      if (target === undefined || !belongsTo('graph', target.id))
        throw refuseUnmatched(part, version, withoutBatch(router.routes))
    } catch (error) {
      return answerError(part, operationOf(target), error, errors)
    }
    const outcome = await perform(part, target, target.id, registration, errors)
    // The answer to the whole carries that to the part.
    if (part.isCutShort) batch.isCutShort = true
    return outcome
  }

  /** The answer to a part that does not run, since one that it depends on has failed. */
  skip(batch: GraphRequest, item: BatchItem): Answer {
    const { toAnswer, answered } = this.#options.errors
    const [part, target] = this.#route(batch, item)
    const error = graphErrors.dependencyFailed()
    const operation = operationOf(target)
    const answer = toAnswer(error, part, operation)
    answered?.(part, operation, answer, error)
    return answer
  }

  #route(
    batch: GraphRequest,
    item: BatchItem,
  ): readonly [RoutedGraphRequest, Operation | 'unreadable' | undefined] {
    const { version, router } = this.#options
    const url = rewriteKeySyntax(`/${version}${item.path}`)
    const found = router.find(item.method, url)
    const part = makePart(batch, item, url)
    if (found === undefined || item.isTooLong) return [part, 'unreadable']
    part.params = found.params
    part.query = found.query
    return [part, isBatch(found.operation) ? undefined : found.operation]
  }
}

function unreadableError({ isTooLong }: BatchItem): GraphError {
  return isTooLong
    ? graphErrors.headTooLong()
    : graphErrors.own(400, 'The path of the request is not valid percent-encoding.')
}

/** A batch holds no batches. */
function withoutBatch(routes: readonly Route[]): readonly Route[] {
  return routes.filter(({ operation }) => !isBatch(operation))
}

function isBatch(operation: Operation | undefined): boolean {
  return operation?.id === 'graph.batch.run'
}

function operationOf(target: Operation | 'unreadable' | undefined): Operation | undefined {
  return target === 'unreadable' ? undefined : target
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] }

/** What only the whole can say, it says for its parts. */
function makePart(
  batch: GraphRequest,
  { method, headers }: BatchItem,
  url: string,
): Mutable<RoutedGraphRequest> {
  return {
    id: batch.id,
    method,
    url,
    headers: headersOfPart(batch.headers, headers),
    params: {},
    query: {},
    body: undefined,
    host: batch.host,
    protocol: batch.protocol,
    ip: batch.ip,
    raw: batch.raw,
    startedAt: stopwatch(),
    isCutShort: false,
    struckFault: undefined,
    caller: batch.caller,
    refusal: undefined,
  }
}

function headersOfPart(
  whole: GraphRequest['headers'],
  own: BatchItem['headers'],
): GraphRequest['headers'] {
  // Assigned, as adding members to what was just copied takes Node.js 20 half a microsecond for each.
  return Object.assign({ 'client-request-id': whole['client-request-id'] }, own, {
    authorization: whole.authorization,
    host: whole.host,
    origin: undefined,
    [IN_PROCESS_SCHEME]: whole[IN_PROCESS_SCHEME],
    [IN_PROCESS_SIGNAL]: whole[IN_PROCESS_SIGNAL],
  })
}

/** As the server reads that of a request of its own. @throws GraphError when it is no JSON */
function readBody({ method, headers, body }: BatchItem): unknown {
  if (body === undefined || body === '' || method === 'GET') return undefined
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1)
  if (type.trim().toLowerCase() !== 'application/json') throw graphErrors.payloadUnreadable()
  return body
}
