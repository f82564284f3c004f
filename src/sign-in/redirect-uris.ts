// Which redirect URIs a client may use.
import type { Application } from '../state/applications.ts'
import { isConfidential } from '../state/applications.ts'

/** Nothing that a browser or a header would read as something else than it says. */
const PLAIN = /^[\x21\x22\x24-\x5b\x5d-\x7e]+$/

/** Whether the client registered the URI. @see https://learn.microsoft.com/entra/identity-platform/reply-url */
export function isRegistered(client: Application, uri: string): boolean {
  const isPublic = !isConfidential(client)
  return client.redirectUris.some(registered => matchesRedirectUri(registered, uri, isPublic))
}

/** Exactly, but for the case of scheme and host, and, for a public client on localhost, the port. */
export function matchesRedirectUri(registered: string, uri: string, isPublic: boolean): boolean {
  if (registered === uri) return true
  if (!PLAIN.test(uri)) return false
  const [one, other] = [split(registered), split(uri)]
  if (one === undefined || other === undefined) return false
  const isSameAuthority =
    one.authority.toLowerCase() === other.authority.toLowerCase() ||
    (isPublic && isLoopbackOfSameName(one.authority, other.authority))
  return (
    one.scheme.toLowerCase() === other.scheme.toLowerCase() &&
    isSameAuthority &&
    (one.rest || '/') === (other.rest || '/')
  )
}

/** The parts as they are written. */
function split(uri: string): { scheme: string; authority: string; rest: string } | undefined {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(uri)
  if (match === null) return undefined
  const [, scheme = '', authority = '', rest = ''] = match
  return { scheme, authority, rest }
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?$/i

function isLoopbackOfSameName(one: string, other: string): boolean {
  const name = LOOPBACK.exec(one)?.[1]?.toLowerCase()
  return name !== undefined && LOOPBACK.exec(other)?.[1]?.toLowerCase() === name
}
