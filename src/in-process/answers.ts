// Which requests the double answers, and its answers as the clients in this process have to get them.
import type { Understudy } from '../api.ts'
import { isLoopbackHost, PRODUCTION_HOSTS } from '../hosts.ts'

export type Answering = Pick<Understudy, 'fetch'>

/** What becomes of a request: the double answers it, it goes its own way, or it is refused. */
export type Destination = 'double' | 'network' | 'refused'

export interface InterceptOptions {
  /** Whether requests to other hosts are refused, loopback excepted. False when left out. */
  readonly offline?: boolean
  /** Hosts to answer for besides those of production, such as `login.microsoftonline.us`. The double must allow them too (`allowHosts`). */
  readonly hosts?: readonly string[]
}

export function destinations(options: InterceptOptions): (url: URL) => Destination {
  const answered = new Set([...PRODUCTION_HOSTS, ...(options.hosts ?? [])])
  return ({ protocol, host }) => {
    if (protocol === 'https:' && answered.has(host)) return 'double'
    return options.offline === true && !isLoopbackHost(host) ? 'refused' : 'network'
  }
}

/** Why a request is refused, and what to do. Its code is that of a machine without a network. */
export function offlineError(method: string, { protocol, host }: URL): TypeError {
  const message =
    `${method} ${protocol}//${host} was refused: graph-understudy intercepts with { offline: true }. ` +
    `Answer it with a double of that host, or call intercept() without offline.`
  const cause = Object.assign(new Error(message), { code: 'ECONNREFUSED' })
  return new TypeError(message, { cause })
}

/** The double's answer; what is left of its body breaks when the signal is aborted, as it does on a real connection. */
export async function answer(
  understudy: Answering,
  request: Request,
  signal: AbortSignal,
): Promise<Response> {
  const response = await understudy.fetch(request, { signal })
  const { body, status, statusText, headers } = response
  if (body === null) return response
  const breaking = body.pipeThrough(new TransformStream(), { signal })
  return new Response(breaking, { status, statusText, headers })
}

/** @mswjs/interceptors follows only a 303 after a body was sent, though for a POST a 301 or a 302 means the same to `fetch`. */
export function followable(request: Request, response: Response): Response {
  const isFollowed = request.redirect === 'follow' && request.method === 'POST'
  if (!isFollowed || ![301, 302].includes(response.status)) return response
  return new Response(response.body, { status: 303, headers: response.headers })
}
