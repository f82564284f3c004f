// Which origin a request came in by: every address the double gives out follows it, or the one that is given instead.
import type { FastifyRequest } from 'fastify'

/** `http://localhost:4280`, or `https://graph.microsoft.com` when the double stands in for that host. */
export function originOf(request: FastifyRequest, productionHosts: ReadonlySet<string>): string {
  const { host } = request
  return `${productionHosts.has(host) ? 'https' : request.protocol}://${host}`
}

/** The origin that a text is, with or without a slash at its end; undefined when it is anything more, less or else. */
export function readOrigin(text: string): string | undefined {
  const { protocol, origin, href } = URL.canParse(text) ? new URL(text) : new URL('about:blank')
  return /^https?:$/.test(protocol) && href === `${origin}/` ? origin : undefined
}
