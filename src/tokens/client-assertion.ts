// How a client proves by certificate who it is (`private_key_jwt`): an assertion that it has signed itself. Which client that is, and
// which certificates it has registered, the caller knows.
import type { KeyObject } from 'node:crypto'
import { createHash, X509Certificate } from 'node:crypto'
import { Recent } from '../recent.ts'
import type { CompactJws } from './jws.ts'
import { parseJws, verifyPs256, verifyRs256 } from './jws.ts'

/** What is wrong with an assertion: the first of these that applies. */
export type ClientAssertionRefusal =
  /** No compact JWS, not RS256 or PS256, with a critical extension, or `exp` missing or `nbf` or `exp` no number. */
  | 'malformed'
  /** Its header names no certificate, or none that the client has registered. */
  | 'unknownCertificate'
  | 'signature'
  /** `iss` or `sub` is not the client id. */
  | 'subject'
  | 'audience'
  | 'expired'
  | 'notYetValid'

export interface ClientAssertionExpectations {
  /** Those the client has registered: one certificate in PEM each. */
  readonly certificates: readonly string[]
  readonly clientId: string
  /** Every one that is accepted: the token endpoint's address, the issuer. */
  readonly audiences: readonly string[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

interface RegisteredCertificate {
  /** Thumbprints: `x5t` in both spellings, lower case for the second, and `x5t#S256`. */
  readonly x5t: string
  readonly x5tHex: string
  readonly x5tS256: string
  readonly publicKey: KeyObject
}

interface Lifetime {
  /** Epoch seconds. */
  readonly exp: number
  readonly nbf: number
}

/** By how much the clocks of client and server may differ. */
const SKEW_MILLISECONDS = 5 * 60 * 1000
const CACHED_CERTIFICATES = 100

const algorithms: ReadonlyMap<unknown, typeof verifyRs256> = new Map([
  ['RS256', verifyRs256],
  ['PS256', verifyPs256],
])

/** By their PEM, of which everything here follows. */
const certificatesRead = new Recent<string, RegisteredCertificate>(CACHED_CERTIFICATES)

/**
 * Who the assertion says its client is, of which nothing has been verified. Undefined when it is no compact JWS or has no subject.
 */
export function readClientAssertion(
  text: string,
): { readonly clientId: string; readonly jws: CompactJws } | undefined {
  const jws = parseJws(text)
  const subject = jws?.payload.sub
  return jws === undefined || typeof subject !== 'string' ? undefined : { clientId: subject, jws }
}

/**
 * Undefined when the assertion proves that its sender is the client.
 * @throws when one of the registered certificates is no certificate in PEM
 * @see RFC 7523, section 3
 * @see https://learn.microsoft.com/entra/identity-platform/certificate-credentials#assertion-format
 */
export function verifyClientAssertion(
  text: string,
  { certificates, clientId, audiences, now }: ClientAssertionExpectations,
): ClientAssertionRefusal | undefined {
  const jws = parseJws(text)
  const verify = algorithms.get(jws?.header.alg)
  if (jws === undefined || verify === undefined || Object.hasOwn(jws.header, 'crit'))
    return 'malformed'
  const lifetime = readLifetime(jws.payload)
  if (lifetime === undefined) return 'malformed'
  const certificate = certificates.map(readCertificate).find(one => isNamed(one, jws.header))
  if (certificate === undefined) return 'unknownCertificate'
  if (!isRsa(certificate) || !verify(jws, certificate.publicKey)) return 'signature'
  const { iss, sub, aud } = jws.payload
  if (!isSameId(iss, clientId) || !isSameId(sub, clientId)) return 'subject'
  if (!isAccepted(aud, audiences)) return 'audience'
  if (now >= lifetime.exp * 1000 + SKEW_MILLISECONDS) return 'expired'
  if (now < lifetime.nbf * 1000 - SKEW_MILLISECONDS) return 'notYetValid'
  return undefined
}

/** JSON can spell numbers that are infinite here; they are refused, since by them nothing would ever expire. */
function readLifetime({ exp, nbf = 0 }: Readonly<Record<string, unknown>>): Lifetime | undefined {
  return isFiniteNumber(exp) && isFiniteNumber(nbf) ? { exp, nbf } : undefined
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value)
}

function readCertificate(pem: string): RegisteredCertificate {
  const known = certificatesRead.get(pem)
  if (known !== undefined) return known
  const { raw, publicKey } = new X509Certificate(pem)
  const sha1 = createHash('sha1').update(raw).digest()
  const certificate = {
    x5t: sha1.toString('base64url'),
    x5tHex: sha1.toString('hex'),
    x5tS256: createHash('sha256').update(raw).digest('base64url'),
    publicKey,
  }
  certificatesRead.set(pem, certificate)
  return certificate
}

/** Whether the header names this certificate, by one thumbprint or by both. */
function isNamed(
  certificate: RegisteredCertificate,
  { x5t, 'x5t#S256': x5tS256 }: CompactJws['header'],
): boolean {
  if (x5t === undefined && x5tS256 === undefined) return false
  return (
    (x5t === undefined || isSha1Of(certificate, x5t)) &&
    (x5tS256 === undefined || x5tS256 === certificate.x5tS256)
  )
}

function isSha1Of({ x5t, x5tHex }: RegisteredCertificate, thumbprint: unknown): boolean {
  return (
    thumbprint === x5t || (typeof thumbprint === 'string' && thumbprint.toLowerCase() === x5tHex)
  )
}

/** With a key of another kind Node would verify a signature of another kind, whatever the header says. */
function isRsa({ publicKey }: RegisteredCertificate): boolean {
  return publicKey.asymmetricKeyType === 'rsa'
}

/** Ids are compared without regard to case, as everywhere in the directory. */
function isSameId(claim: unknown, clientId: string): boolean {
  return typeof claim === 'string' && claim.toLowerCase() === clientId.toLowerCase()
}

/** @see RFC 7519, section 4.1.3: one audience, or a list of them */
function isAccepted(claim: unknown, audiences: readonly string[]): boolean {
  const claimed: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
  return audiences.some(audience => claimed.includes(audience))
}
