// Which hosts the double answers for. A page that has made its own name resolve to this machine (DNS rebinding) is not among them.
import type { IncomingMessage } from 'node:http'

/** Where the surfaces are in production, as the contract's servers say; always by https, at the usual port. */
export const PRODUCTION_HOSTS: readonly string[] = [
  'graph.microsoft.com',
  'login.microsoftonline.com',
]

export class MisdirectedRequest extends Error {
  override readonly name = 'MisdirectedRequest'
  readonly statusCode = 421

  constructor(host: string) {
    const name = hostName(host)
    super(
      `graph-understudy does not answer for the host '${name}'. Start it with --allow-host ${name} to allow it.`,
    )
  }
}

const LOOPBACK = /^(localhost|([a-z0-9-]+\.)*localhost|127(\.[0-9]{1,3}){3}|\[::1\])$/

/**
 * Whether a Host header names loopback or one of the allowed hosts; any port will do.
 * @param allowed host names in lower case, without port
 */
export function isAnsweredHost(host: string, allowed: readonly ReadonlySet<string>[]): boolean {
  const isKnown = isLoopbackHost(host) || allowed.some(names => names.has(hostName(host)))
  // Every address that is given out begins with it: what looks like loopback must be one that can be written.
  return isKnown && URL.canParse(`http://${host}`)
}

/** Whether a Host header names loopback. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(hostName(host))
}

/** The name in a Host header: in lower case, without the port. */
export function hostName(host: string): string {
  return host.toLowerCase().replace(/:[0-9]*$/, '')
}

/** Whether listening on this address keeps strangers out. */
export function isLoopbackAddress(address: string): boolean {
  return LOOPBACK.test(address.toLowerCase()) || address === '::1'
}

/** A request names its host twice, or in no way that can be read. */
export class AmbiguousHost extends Error {
  override readonly name = 'AmbiguousHost'
  readonly statusCode = 400

  constructor() {
    super('The request must name its host once.')
  }
}

/**
 * The host a request is for: that of its target when it is absolute, else that of its Host header.
 * @throws AmbiguousHost when there is more than one Host header, or an absolute target that cannot be read
 * @see RFC 9112, section 3.2
 */
export function requestedHost({ url = '/', headers, rawHeaders }: IncomingMessage): string {
  if (countHosts(rawHeaders) > 1) throw new AmbiguousHost()
  if (url.startsWith('/') || url === '*') return headers.host ?? ''
  if (!URL.canParse(url)) throw new AmbiguousHost()
  return new URL(url).host
}

/** @param rawHeaders names and values by turns */
function countHosts(rawHeaders: readonly string[]): number {
  let count = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]
    if (name?.length === 4 && name.toLowerCase() === 'host') count++
  }
  return count
}
