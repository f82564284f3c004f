// Which origin a request came in by: every address the double gives out follows it.
import type { FastifyRequest } from 'fastify'

/** `http://localhost:4280`, or `https://graph.microsoft.com` when the double stands in for that host. */
export function originOf(request: FastifyRequest, productionHosts: ReadonlySet<string>): string {
  const { host } = request
  return `${productionHosts.has(host) ? 'https' : request.protocol}://${host}`
}
