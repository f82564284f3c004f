// The key pair that signs tokens, and its certificate. It takes about a tenth of a second to make, so it is made off the main thread and
// waited for by the first token only.
import type { KeyObject } from 'node:crypto'
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  X509Certificate,
} from 'node:crypto'
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

/** A key pair as text, to be taken to another server. */
export interface ExportedSigningKey {
  /** PKCS #8, base64. */
  readonly privateKey: string
  /** DER, base64. */
  readonly certificate: string
}

export class SigningKeys {
  readonly #pending: Promise<SigningKey>
  #current: SigningKey | undefined
  /** Those whose tokens are taken besides, by kid. */
  readonly #accepted = new Map<string, SigningKey>()

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

  /** The key whose tokens name it so, if they are to be believed. */
  find(kid: unknown): SigningKey | undefined {
    if (this.#current !== undefined && kid === this.#current.kid) return this.#current
    return typeof kid === 'string' ? this.#accepted.get(kid) : undefined
  }

  /** All whose tokens are believed; the one that signs first. Empty until there is one. */
  get all(): readonly SigningKey[] {
    return this.#current === undefined ? [] : [this.#current, ...this.#accepted.values()]
  }

  export(): ExportedSigningKey[] {
    return this.all.map(({ privateKey, certificateDer }) => ({
      privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
      certificate: certificateDer.toString('base64'),
    }))
  }

  /** Has tokens believed that were signed with these keys elsewhere. */
  accept(keys: readonly SigningKey[]): void {
    for (const key of keys) if (key.kid !== this.#current?.kid) this.#accepted.set(key.kid, key)
  }
}

async function generateSigningKey(): Promise<SigningKey> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: MODULUS_BITS })
  const certificateDer = signingCertificate(pair.publicKey, pair.privateKey)
  return { ...pair, kid: thumbprint(certificateDer), certificateDer }
}

/** Throws when it is no RSA key, or the certificate is another key's. */
export function importSigningKey({
  privateKey: encoded,
  certificate,
}: ExportedSigningKey): SigningKey {
  const key = Buffer.from(encoded, 'base64')
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  const certificateDer = Buffer.from(certificate, 'base64')
  const isItsOwn = new X509Certificate(certificateDer).checkPrivateKey(privateKey)
  if (privateKey.asymmetricKeyType !== 'rsa' || !isItsOwn)
    throw new TypeError('The key is no RSA key with its certificate.')
  return {
    kid: thumbprint(certificateDer),
    privateKey,
    publicKey: createPublicKey(privateKey),
    certificateDer,
  }
}

function thumbprint(certificateDer: Buffer): string {
  return createHash('sha1').update(certificateDer).digest('base64url')
}
