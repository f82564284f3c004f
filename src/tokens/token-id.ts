// The `uti` claim: opaque to clients, and to the double the exact moment of issue, which `iat` in whole seconds cannot hold.
import type { Mark } from '../state/revocation.ts'

const LENGTH = 16

/** 22 base64url characters: six bytes of milliseconds, six of the log's position, four of `random` (which must have that many). */
export function encodeTokenId({ at, position }: Mark, random: Uint8Array): string {
  const bytes = Buffer.alloc(LENGTH)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUIntBE(position, 6, 6)
  bytes.set(random.subarray(0, 4), 12)
  return bytes.toString('base64url')
}

/**
 * When a token was issued. A test may have asked for a token with an `iat` of its own: then that counts, and since nothing says where
 * in its second it belongs, its beginning does.
 * @param claims the token's payload, verified
 */
export function issuedMark(claims: Readonly<Record<string, unknown>>): Mark {
  const iat = typeof claims.iat === 'number' ? claims.iat : 0
  const mark = typeof claims.uti === 'string' ? decodeTokenId(claims.uti) : undefined
  return mark !== undefined && Math.floor(mark.at / 1000) === iat
    ? mark
    : { at: iat * 1000, position: 0 }
}

/**
 * When the user signed in on whose behalf a token for an application was issued: not after the token.
 * @param claims the token's payload, verified
 */
export function authenticatedMark(claims: Readonly<Record<string, unknown>>, issued: Mark): Mark {
  const mark = typeof claims.aio === 'string' ? decodeTokenId(claims.aio) : undefined
  return mark === undefined || mark.position > issued.position ? issued : mark
}

function decodeTokenId(uti: string): Mark | undefined {
  const bytes = Buffer.from(uti, 'base64url')
  return bytes.length === LENGTH
    ? { at: bytes.readUIntBE(0, 6), position: bytes.readUIntBE(6, 6) }
    : undefined
}
