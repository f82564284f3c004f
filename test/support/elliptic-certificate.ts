// A certificate of an elliptic-curve key, for what only RSA keys may do.
import { KeyObject, webcrypto, X509Certificate } from 'node:crypto'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'

/** Self-signed, P-256. */
export async function ellipticCertificate(): Promise<{
  readonly privateKey: KeyObject
  readonly certificate: X509Certificate
}> {
  const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await webcrypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify'])
  const made = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=elliptic',
    keys,
    signingAlgorithm,
  })
  return {
    privateKey: KeyObject.from(keys.privateKey),
    certificate: new X509Certificate(Buffer.from(made.rawData)),
  }
}
