// Which hosts the double answers for. A page that has made its own name resolve to this machine (DNS rebinding) is not among them.

export class MisdirectedRequest extends Error {
  override readonly name = 'MisdirectedRequest'
  readonly statusCode = 421

  constructor(host: string) {
    super(
      `graph-understudy does not answer for the host '${host}'. Start it with --allow-host ${host} to allow it.`,
    )
  }
}

const LOOPBACK = /^(localhost|([a-z0-9-]+\.)*localhost|127(\.[0-9]{1,3}){3}|\[::1\])$/

/**
 * Whether a Host header names loopback or one of the allowed hosts; any port will do.
 * @param allowed host names in lower case, without port
 */
export function isAnsweredHost(host: string, allowed: readonly ReadonlySet<string>[]): boolean {
  return isLoopbackHost(host) || allowed.some(names => names.has(nameOf(host)))
}

/** Whether a Host header names loopback. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(nameOf(host))
}

function nameOf(host: string): string {
  return host.toLowerCase().replace(/:[0-9]*$/, '')
}

/** Whether listening on this address keeps strangers out. */
export function isLoopbackAddress(address: string): boolean {
  return LOOPBACK.test(address.toLowerCase()) || address === '::1'
}
