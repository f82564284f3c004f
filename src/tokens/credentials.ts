// What each sealed credential holds, and whatever else is sealed.
import type { CredentialKind } from '../state/revocation.ts'
import type { SignIn } from '../state/sign-ins.ts'
import type { UsersDelta, UsersDeltaPage } from './continuations.ts'

/** By kind. */
export interface SealedContents {
  authorizationCode: AuthorizationCode
  refreshToken: RefreshToken
  session: SessionCookie
  deviceCode: DeviceCode
  interaction: Interaction
  usersDelta: UsersDelta
  usersDeltaPage: UsersDeltaPage
  page: PageToken
}

export type SealedKind = keyof SealedContents

/** A user's sign-in to a client. */
export interface ClientSignIn {
  readonly tenantId: string
  readonly clientId: string
  readonly signIn: SignIn
}

export interface AuthorizationCode extends ClientSignIn {
  readonly codeId: string
  /** Milliseconds since the epoch. */
  readonly issuedAt: number
  readonly redirectUri: string
  readonly isCrossOrigin: boolean
  readonly scope: string
  readonly claims?: string | undefined
  readonly nonce?: string | undefined
  readonly challenge?: CodeChallenge | undefined
}

/** @see RFC 7636 */
export interface CodeChallenge {
  readonly value: string
  readonly method: 'S256' | 'plain'
}

export interface RefreshToken extends ClientSignIn {
  /** Milliseconds since the epoch. */
  readonly issuedAt: number
  /** Of a single-page app: when it ends for good, in milliseconds since the epoch. */
  readonly endsAt?: number | undefined
  readonly scope: string
}

export interface DeviceCode {
  readonly tenantId: string
  readonly userCode: string
}

/** The accounts signed in at a browser. */
export interface SessionCookie {
  readonly sessions: readonly BrowserSession[]
}

export interface BrowserSession {
  readonly tenantId: string
  readonly signIn: SignIn
  /** Milliseconds since the epoch: what lasts is kept over the browser's end, by "Stay signed in". */
  readonly expiresAt: number
  readonly isPersistent: boolean
  /** The clients that took part, to be signed out of as well. */
  readonly clientIds: readonly string[]
}

/** A person on the way through the pages. */
export interface Interaction {
  readonly tenantId: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly purpose: Purpose
  /** Once the person has signed in. */
  readonly signIn?: SignIn | undefined
  /** What is asked after that; whether to stay signed in when left out. */
  readonly step?: 'consent' | 'device' | undefined
}

/** What the person signs in for: a client's authorization request, as it was sent, or a device. */
export type Purpose =
  | {
      readonly kind: 'authorize'
      /** The first segment of the path. */
      readonly authority: string
      readonly parameters: Readonly<Record<string, string | undefined>>
    }
  | { readonly kind: 'device'; readonly userCode: string; readonly clientId: string }

/** What revocation makes of a cookie, or of a code or refresh token. */
export function cookieKind({ method }: SignIn): CredentialKind {
  return method === 'password' ? 'passwordCookie' : 'otherCookie'
}

/** @param isConfidential whether the token is a confidential client's */
export function grantKind({ method }: SignIn, isConfidential: boolean): CredentialKind {
  if (isConfidential) return 'confidentialToken'
  return method === 'password' ? 'passwordToken' : 'otherToken'
}

/** Where the next page of a list begins: behind a record. */
export interface PageToken {
  /** Digest of what the list was asked for. */
  readonly query: string
  readonly position: number
  readonly id?: string | undefined
  /** Those that the list is sorted by; an instant in digits. */
  readonly values: readonly (string | number | boolean | null)[]
}
