// What the sign-in surface has to remember: everything else travels sealed with the client.
import type { Mark } from './revocation.ts'

/** How a user proved who they are. */
export type SignInMethod = 'password' | 'passkey'

/** A user's sign-in. Every credential that derives from it carries it, and is as old as it is. */
export interface SignIn {
  readonly userId: string
  readonly authenticated: Mark
  readonly method: SignInMethod
  /** Of the browser session, or of the one act of signing in where there is none. */
  readonly sessionId: string
}

/** A sign-in on a device that another device approves. */
export interface DeviceSignIn {
  readonly clientId: string
  /** As it was asked for. */
  readonly scope: string
  /** The client's claims request, as it was sent. */
  readonly claims?: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
  readonly status: 'pending' | 'approved' | 'declined' | 'redeemed'
  /** Whose it is, once it is approved. */
  readonly signIn?: SignIn
}

/** A code that cannot be redeemed again, or a session that was signed out of. */
export interface Ended {
  /** Milliseconds since the epoch, from when on it would not be accepted anyway. */
  readonly expiresAt: number
}

/** The key of a user's own consent to a client. */
export function consentKey(userId: string, clientId: string): string {
  return `${userId} ${clientId}`
}
