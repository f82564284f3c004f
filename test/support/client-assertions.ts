// A client with two certificates, of which it has registered the first, and the assertions that it or somebody else can make.
import type { KeyObject } from 'node:crypto'
import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import type { JWTHeaderParameters } from 'jose'
import { SignJWT } from 'jose'
import type {
  ClientAssertionExpectations,
  ClientAssertionRefusal,
} from '../../src/tokens/client-assertion.ts'
import { verifyClientAssertion } from '../../src/tokens/client-assertion.ts'
import { signingCertificate } from '../../src/tokens/signing-certificate.ts'

export const CLIENT_ID = '6d1ac9b9-9cd6-44a2-8dd5-6ef6b4e8a3c0'
export const AUTHORITY = 'https://login.microsoftonline.com/8f9e9b9a-3c43-4a51-b7a7-6a7d5b0f8a52'
export const TOKEN_ENDPOINT = `${AUTHORITY}/oauth2/v2.0/token`
export const ISSUER = `${AUTHORITY}/v2.0`
/** Epoch seconds. */
export const NOON = Date.UTC(2026, 7, 13, 12) / 1000
/** Seconds. */
export const SKEW = 300

/** Of a certificate: its private key, and all by which it can be named. */
export interface Holder {
  readonly privateKey: KeyObject
  readonly pem: string
  readonly x5t: string
  readonly x5tHex: string
  readonly x5tS256: string
}

function makeHolder(): Holder {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return holderOf(privateKey, new X509Certificate(signingCertificate(publicKey, privateKey)))
}

/** The thumbprints are taken here, not by what is tested. */
export function holderOf(privateKey: KeyObject, certificate: X509Certificate): Holder {
  const thumbprint = (hash: string) => createHash(hash).update(certificate.raw)
  return {
    privateKey,
    pem: certificate.toString(),
    x5t: thumbprint('sha1').digest('base64url'),
    x5tHex: thumbprint('sha1').digest('hex'),
    x5tS256: thumbprint('sha256').digest('base64url'),
  }
}

/** Whose certificate is registered. */
export const ada = makeHolder()
/** Whose certificate is not. */
export const bob = makeHolder()
/** The headers that MSAL sends: by SHA-1 thumbprint, and by SHA-256 thumbprint. */
export const rs256 = { alg: 'RS256', typ: 'JWT', x5t: ada.x5t }
export const ps256 = { alg: 'PS256', typ: 'JWT', 'x5t#S256': ada.x5tS256 }
/** Those that MSAL sends at noon. */
export const claims = {
  aud: TOKEN_ENDPOINT,
  iss: CLIENT_ID,
  sub: CLIENT_ID,
  jti: '2f3c4dd2-4f8c-4f5b-a1c4-4a8b7c6e9d10',
  nbf: NOON,
  exp: NOON + 600,
}
const expectations: ClientAssertionExpectations = {
  certificates: [ada.pem],
  clientId: CLIENT_ID,
  audiences: [TOKEN_ENDPOINT, ISSUER],
  now: NOON * 1000,
}

/** Made by another library; a claim changed to undefined is left out. */
export function assertion(
  header: JWTHeaderParameters = rs256,
  changes: Readonly<Record<string, unknown>> = {},
  key: KeyObject | Uint8Array = ada.privateKey,
): Promise<string> {
  return new SignJWT({ ...claims, ...changes }).setProtectedHeader(header).sign(key)
}

/** Signed as RS256 whatever it says; a part that is a string is taken as it is. */
export function forged(
  header: object | string,
  payload: object | string = claims,
  by = ada,
): string {
  const input = [header, payload]
    .map(part => (typeof part === 'string' ? part : JSON.stringify(part)))
    .map(part => Buffer.from(part).toString('base64url'))
    .join('.')
  return `${input}.${sign('sha256', Buffer.from(input), by.privateKey).toString('base64url')}`
}

/** As the server does at noon for the client that has registered `ada`, unless changed. */
export function verify(
  text: string,
  changes: Partial<ClientAssertionExpectations> = {},
): ClientAssertionRefusal | undefined {
  return verifyClientAssertion(text, { ...expectations, ...changes })
}
