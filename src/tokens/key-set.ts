// The public key set, by which clients verify tokens.
import type { SigningKey } from './signing-keys.ts'

/** A JSON Web Key as Entra ID publishes it: with its certificate, and with the issuer whose tokens it signs. */
export interface PublishedKey {
  readonly kty: 'RSA'
  readonly use: 'sig'
  readonly kid: string
  /** Base64url SHA-1 thumbprint of the certificate; the same as `kid`. */
  readonly x5t: string
  /** Modulus and exponent: base64url, big endian. */
  readonly n: string
  readonly e: string
  /** The certificate alone: base64 (not base64url) of its DER. */
  readonly x5c: string[]
  readonly issuer: string
}

/**
 * @param issuer of version 2.0 tokens; under `common` the template with `{tenantid}` in it
 * @throws TypeError when the key is not an RSA key
 * @see RFC 7517, section 4
 * @see https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer
 */
export function keySet(
  keys: readonly SigningKey[],
  issuer: string,
): { readonly keys: PublishedKey[] } {
  return { keys: keys.map(key => publish(key, issuer)) }
}

function publish({ kid, publicKey, certificateDer }: SigningKey, issuer: string): PublishedKey {
  const { n, e } = publicKey.export({ format: 'jwk' })
  if (n === undefined || e === undefined) throw new TypeError('The signing key is no RSA key.')
  const x5c = [certificateDer.toString('base64')]
  return { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e, x5c, issuer }
}
