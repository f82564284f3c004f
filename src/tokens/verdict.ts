// What a surface makes of a credential, in the words of `explain`.
import type { components } from '../contract/generated.ts'

/** Instants in milliseconds since the epoch. */
export interface Verdict {
  readonly accepted: boolean
  /** The check that refuses it. */
  readonly check: components['schemas']['surfaceVerdict']['check']
  readonly reason: string
  /** Of the sign-in behind a sealed credential; of an access token itself. */
  readonly issuedAt?: number
  /** From when on the user's credentials are valid. */
  readonly validFrom?: number
  /** When the revocation that refuses it reaches the surface. */
  readonly takesEffectAt?: number
}
