// Values that mean nothing to clients and are the same every time.
import { hash } from 'node:crypto'

/** 43 base64url characters that stand for the parts. */
export function opaque(...parts: string[]): string {
  return hash('sha256', parts.join('\n'), 'base64url')
}

/** 16 upper-case hexadecimal digits that stand for the parts. */
export function opaqueHex(...parts: string[]): string {
  return hash('sha256', parts.join('\n')).slice(0, 16).toUpperCase()
}

/** The user to a client: another for every client, so that two clients cannot compare. */
export function pairwiseSubject(userId: string, clientId: string): string {
  return opaque('sub', userId, clientId)
}
