// Credentials that only the double itself can read: authorization codes, refresh tokens, session cookies and what a page carries along.
// They hold what they stand for, so that any number of them takes no memory.
import type { KeyObject } from 'node:crypto'
import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import type { Ids } from '../ids.ts'
import type { SealedContents, SealedKind } from './credentials.ts'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
/** Refresh tokens and codes of the real service begin like this. */
const PREFIX = '1.'

/** Why a text is not a sealed value: it does not look like one, or was not sealed here as what it is shown for. */
export type Unsealable = 'malformed' | 'foreign'

export class Seal {
  readonly #ids: Ids
  /** The first seals; what any of them sealed is opened. */
  readonly #keys: [KeyObject, ...KeyObject[]]

  constructor(ids: Ids) {
    this.#ids = ids
    this.#keys = [createSecretKey(ids.bytes(KEY_BYTES))]
  }

  /** URL-safe text of one kind, which no other kind's can be taken for. */
  seal<K extends SealedKind>(kind: K, contents: SealedContents[K]): string {
    const iv = this.#ids.bytes(IV_BYTES)
    const cipher = createCipheriv(CIPHER, this.#keys[0], iv, { authTagLength: TAG_BYTES })
    cipher.setAAD(Buffer.from(kind))
    const sealed = [iv, cipher.update(JSON.stringify(contents), 'utf8'), cipher.final()]
    return PREFIX + Buffer.concat([...sealed, cipher.getAuthTag()]).toString('base64url')
  }

  /** What was sealed, if it was sealed here as this kind and nothing of it was changed. */
  open<K extends SealedKind>(kind: K, text: string): SealedContents[K] | Unsealable {
    if (!text.startsWith(PREFIX)) return 'malformed'
    const bytes = Buffer.from(text.slice(PREFIX.length), 'base64url')
    // Only the one canonical spelling, which Node does not insist on: no changed text can pass for the same.
    if (bytes.toString('base64url') !== text.slice(PREFIX.length)) return 'malformed'
    if (bytes.length < IV_BYTES + TAG_BYTES) return 'malformed'
    for (const key of this.#keys) {
      const opened = openWith(key, kind, bytes)
      if (opened === undefined) continue
      // The tag shows that `seal` made it, of the contents that belong to the kind.
      const contents: SealedContents[K] = JSON.parse(opened)
      return contents
    }
    return 'foreign'
  }

  /** Base64, the one that seals first. */
  exportKeys(): string[] {
    return this.#keys.map(key => key.export().toString('base64'))
  }

  /** Opens from now on what was sealed with these keys elsewhere. */
  accept(keys: readonly KeyObject[]): void {
    this.#keys.push(...keys.filter(key => !this.#keys.some(known => known.equals(key))))
  }
}

/** @param encoded base64, as of `exportKeys`. Throws when it is no key */
export function importSealKey(encoded: string): KeyObject {
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.length !== KEY_BYTES) throw new TypeError(`A key has ${KEY_BYTES} bytes.`)
  return createSecretKey(bytes)
}

function openWith(key: KeyObject, kind: SealedKind, bytes: Buffer): string | undefined {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(kind))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    const opened = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES))
    decipher.final()
    return opened.toString('utf8')
  } catch {
    return undefined
  }
}
