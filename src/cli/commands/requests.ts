// requests: what was asked of a tenant, as a list or live.
import type { RecordedRequest, RequestQuery } from '../../client/controls.ts'
import type { CommandContext } from '../command.ts'
import { defineCommand, defined } from '../command.ts'
import { readDuration } from '../durations.ts'
import { RequestLines } from '../request-lines.ts'
import { UsageError } from '../usage-error.ts'

type RequestsContext = CommandContext<
  'follow' | 'operation' | 'surface' | 'user' | 'client' | 'status' | 'error' | 'since' | 'limit'
>

/** How many of the past are shown before those that come. */
const SHOWN_BEFORE_FOLLOWING = 10

export const requests = defineCommand({
  usage: ['', 'clear'],
  description:
    'The oldest first: when, status, method, path, how long it took, operation, and who asked. Below a refusal stands why, and what would have been accepted.',
  options: {
    follow: {
      description: 'Go on with those that come, until it is interrupted.',
    },
    operation: {
      value: 'ID',
      description: 'Only of this operation, as graph.users.get.',
    },
    surface: {
      value: 'SURFACE',
      description: 'Only of this surface: graph or signIn.',
    },
    user: { value: 'USER', description: 'Only by this user.' },
    client: {
      value: 'CLIENT',
      description: 'Only through this client, by appId or name.',
    },
    status: { value: 'STATUS', description: 'Only answered so.' },
    error: {
      value: 'CODE',
      description: "Only refused so: Graph's code or the AADSTS number.",
    },
    since: {
      value: 'INSTANT',
      description: "Only since then, by the tenant's clock; or so long ago, as 5m.",
    },
    limit: {
      value: 'N',
      description: 'Only the latest N.',
      default: `all; ${SHOWN_BEFORE_FOLLOWING} with --follow`,
    },
  },
  examples: [
    'graph-understudy requests --follow',
    'graph-understudy requests --operation graph.users.revokeSignInSessions --json',
  ],
  async run(context) {
    if (context.action === 'clear') return clear(context)
    if (context.action !== undefined) context.unknownAction(['clear'])
    const query = await readQuery(context)
    if (context.isOn('follow')) return follow(context, query)
    const answer = await context.call('control.requests.list', { query })
    const lines = new RequestLines(context.terminal.hasColours, answer.requests)
    const text = answer.requests.map(request => lines.format(request)).join('\n')
    context.answer(answer, text || 'No requests.')
  },
})

async function clear(context: RequestsContext): Promise<void> {
  context.words('clear')
  context.allowOptions()
  const answer = await context.call('control.requests.clear', {
    query: context.tenantQuery,
  })
  context.answer(answer, 'The requests are forgotten.')
}

async function readQuery(context: RequestsContext) {
  const since = context.text('since')
  return {
    ...defined({
      operationId: context.text('operation'),
      surface: readSurface(context.text('surface')),
      user: context.text('user'),
      client: context.text('client'),
      status: context.wholeNumber('status', 599, 100),
      errorCode: context.text('error'),
      since: since === undefined ? undefined : await toInstant(context, since),
      limit: context.wholeNumber('limit', 10_000, 1),
    }),
    ...context.tenantQuery,
  }
}

function readSurface(text: string | undefined): RequestQuery['surface'] {
  if (text === undefined || text === 'graph' || text === 'signIn') return text
  throw new UsageError(`--surface must be graph or signIn, not '${text}'.`)
}

async function toInstant(context: RequestsContext, text: string): Promise<string> {
  const seconds = readDuration(text)
  if (seconds !== undefined) {
    const { now } = await context.call('control.clock.get', {
      query: context.tenantQuery,
    })
    return new Date(Date.parse(now) - seconds * 1000).toISOString()
  }
  if (Number.isNaN(Date.parse(text)))
    throw new UsageError(
      `--since must be an instant such as 2026-08-13T12:00:00Z, or a duration such as 5m, not '${text}'.`,
    )
  return text
}

/** Nothing is missed between what was and what comes: the stream begins behind the last that is known. */
async function follow(
  context: RequestsContext,
  { since, limit, ...query }: RequestQuery & { readonly tenant?: string },
): Promise<void> {
  const signal = context.terminal.untilStopped()
  try {
    const { requests: latest } = await context.call('control.requests.list', {
      query: { limit: 1, ...context.tenantQuery },
    })
    const { requests: shown } = await context.call('control.requests.list', {
      query: {
        ...query,
        limit: limit ?? SHOWN_BEFORE_FOLLOWING,
        ...(since !== undefined && {
          since,
          ...(limit === undefined && { limit: 10_000 }),
        }),
      },
    })
    const write = writer(context, shown)
    for (const request of shown) write(request)
    const last = Math.max(0, ...[...latest, ...shown].map(({ sequence }) => sequence))
    for await (const request of followFrom(context, query, last, signal)) write(request)
  } catch (error) {
    if (signal.aborted) return
    throw error
  }
  if (!signal.aborted) throw gone(context)
}

function writer(
  context: RequestsContext,
  shown: readonly RecordedRequest[],
): (request: RecordedRequest) => void {
  const lines = new RequestLines(context.terminal.hasColours, shown)
  return request =>
    context.terminal.write(`${context.isJson ? JSON.stringify(request) : lines.format(request)}\n`)
}

async function* followFrom(
  context: RequestsContext,
  query: Omit<RequestQuery, 'since' | 'limit'>,
  sequence: number,
  signal: AbortSignal,
): AsyncGenerator<RecordedRequest> {
  const { readEvents } = await import('../../client/event-stream.ts')
  const response = await context.client.request(
    'control.events.stream',
    { query },
    {
      headers: {
        accept: 'text/event-stream',
        'last-event-id': String(sequence),
      },
      signal,
    },
  )
  if (response.body === null) return
  const events = readEvents(response.body)
  while (true) {
    const next = await events.next().catch(error => {
      throw gone(context, error)
    })
    if (next.done === true) return
    // What the server sends, it has held to the contract.
    const request: RecordedRequest = JSON.parse(next.value)
    yield request
  }
}

function gone({ url, tenant }: RequestsContext, cause?: unknown): Error {
  const what =
    tenant === undefined ? `The server at ${url}` : `The server at ${url}, or the tenant,`
  return new Error(`${what} is gone. Nothing more can be followed.`, { cause })
}
