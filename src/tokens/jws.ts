// RSA signatures over compact JSON Web Signatures, with Node's own primitives: some five times as fast to verify as a general library
// (bench/jws.ts), and nothing but what the caller names can be asked of it. Held by the vectors of RFC 7515 and by an independent library
// in the tests.
import type { KeyObject } from 'node:crypto'
import { constants, sign, verify } from 'node:crypto'

/** The three parts of a compact JWS, and what was signed. */
export interface CompactJws {
  readonly header: Readonly<Record<string, unknown>>
  readonly payload: Readonly<Record<string, unknown>>
  readonly signingInput: string
  readonly signature: Buffer
}

/** Signs header and payload as they are; the header must say `alg: RS256`. */
export function signRs256(header: object, payload: object, privateKey: KeyObject): string {
  const signingInput = `${encode(header)}.${encode(payload)}`
  return `${signingInput}.${sign('RSA-SHA256', Buffer.from(signingInput), privateKey).toString('base64url')}`
}

/**
 * @param publicKey an RSA key
 * @see RFC 7518, section 3.3
 */
export function verifyRs256(
  { signingInput, signature }: CompactJws,
  publicKey: KeyObject,
): boolean {
  return (
    hasLengthOf(publicKey, signature) &&
    verify('RSA-SHA256', Buffer.from(signingInput), publicKey, signature)
  )
}

/**
 * @param publicKey an RSA key
 * @see RFC 7518, section 3.5: the salt is as long as the hash
 */
export function verifyPs256(
  { signingInput, signature }: CompactJws,
  publicKey: KeyObject,
): boolean {
  const key = { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
  return (
    hasLengthOf(publicKey, signature) &&
    verify('RSA-SHA256', Buffer.from(signingInput), key, signature)
  )
}

/**
 * OpenSSL takes an RSASSA-PSS signature without its leading zero byte as well, so that one in 256 would have a second spelling.
 * @see RFC 8017, section 8.1.2, step 1
 */
function hasLengthOf({ asymmetricKeyDetails }: KeyObject, signature: Buffer): boolean {
  return signature.length * 8 === asymmetricKeyDetails?.modulusLength
}

/**
 * Takes a compact JWS apart without believing any of it. Undefined when it is not three base64url parts, the first two of them JSON
 * objects. The signature must be in its one canonical spelling, so that no changed token can pass for the same.
 * @see RFC 7515, section 5.2
 */
export function parseJws(text: string): CompactJws | undefined {
  const [protectedHeader, encodedPayload, encodedSignature, ...rest] = text.split('.')
  if (
    protectedHeader === undefined ||
    encodedPayload === undefined ||
    encodedSignature === undefined ||
    rest.length > 0
  )
    return undefined
  const header = decode(protectedHeader)
  const payload = decode(encodedPayload)
  const signature = decodeBase64url(encodedSignature)
  if (header === undefined || payload === undefined || signature === undefined) return undefined
  return { header, payload, signingInput: `${protectedHeader}.${encodedPayload}`, signature }
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

function decode(part: string): Readonly<Record<string, unknown>> | undefined {
  const bytes = decodeBase64url(part)
  if (bytes === undefined) return undefined
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The bytes of their one canonical spelling; undefined for any other, which Node would read all the same. */
function decodeBase64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
