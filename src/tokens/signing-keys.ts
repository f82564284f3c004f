// The key pair that signs tokens, and its certificate. It takes about a tenth of a second to make, so it is made off the main thread and
// waited for by the first token only.
import type { KeyObject } from 'node:crypto'
import { createHash, generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { signingCertificate } from './signing-certificate.ts'

const MODULUS_BITS = 2048

export interface SigningKey {
  /** Also the `x5t` of tokens: the base64url SHA-1 thumbprint of the certificate, as with Entra ID. */
  readonly kid: string
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
  /** Self-signed. */
  readonly certificateDer: Buffer
}

export class SigningKeys {
  readonly #pending: Promise<SigningKey>
  #current: SigningKey | undefined

  /** Starts making a key pair at once. */
  constructor() {
    this.#pending = generateSigningKey().then(key => {
      this.#current = key
      return key
    })
    // Whoever waits for the key is told; a failure nobody waits for is no reason to end the process.
    this.#pending.catch(() => {})
  }

  /** The key, once there is one; before that nothing can have been signed with it. */
  get current(): SigningKey | undefined {
    return this.#current
  }

  ready(): Promise<SigningKey> {
    return this.#pending
  }
}

async function generateSigningKey(): Promise<SigningKey> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: MODULUS_BITS })
  const certificateDer = signingCertificate(pair.publicKey, pair.privateKey)
  const kid = createHash('sha1').update(certificateDer).digest('base64url')
  return { ...pair, kid, certificateDer }
}
