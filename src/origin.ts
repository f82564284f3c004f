// Which origin a request came in by: every address the double gives out follows it, or the one that is given instead.
import { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { requestedHost } from './hosts.ts'

/** The header by which a request without a connection says whether it is for http or https. */
export const IN_PROCESS_SCHEME = 'x-in-process-scheme'

/** What says where a request was sent to. */
export type Located = Pick<FastifyRequest, 'raw' | 'headers' | 'host' | 'protocol'>

/** `http://localhost:4280`, or `https://graph.microsoft.com` when the double stands in for that host. */
export function originOf(request: Located, productionHosts: ReadonlySet<string>): string {
  const { raw } = request
  const host = raw.url?.startsWith('/') === true ? request.host : requestedHost(raw)
  return `${productionHosts.has(host) ? 'https' : schemeOf(request)}://${host}`
}

/** A connection says it itself: what a client writes into the header is not believed. */
function schemeOf({ protocol, raw, headers }: Located): string {
  const isInProcess = !(raw.socket instanceof Socket)
  return isInProcess && headers[IN_PROCESS_SCHEME] === 'https' ? 'https' : protocol
}

/** The origin that a text is, with or without a slash at its end; undefined when it is anything more, less or else. */
export function readOrigin(text: string): string | undefined {
  const { protocol, origin, href } = URL.canParse(text) ? new URL(text) : new URL('about:blank')
  return /^https?:$/.test(protocol) && href === `${origin}/` ? origin : undefined
}
