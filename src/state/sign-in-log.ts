// The sign-in log: who signed in where, or was refused. And when each user did so last.
import type { Mark } from './revocation.ts'

/** How many entries a tenant keeps. */
export const MOST_SIGN_INS = 10_000

/** `interactiveUser`: a person proved who they are. `nonInteractiveUser`: a client did with what it held, on a person's behalf. */
export type SignInEventType = 'interactiveUser' | 'nonInteractiveUser' | 'servicePrincipal'

/** `oAuth2` where it is none of the others. */
export type SignInProtocol = 'oAuth2' | 'ropc' | 'deviceCode'

/** A sign-in to be recorded. What is not known is empty. */
export interface SignInEvent {
  /** A GUID; of the request, which the client is told as its trace id. */
  readonly id: string
  readonly eventType: SignInEventType
  /** Undefined for an application on its own. */
  readonly user:
    | { readonly id: string; readonly userPrincipalName: string; readonly displayName: string }
    | undefined
  readonly appId: string
  readonly appDisplayName: string
  readonly servicePrincipalId: string
  /** The resource that was asked for: its appId and its display name. */
  readonly resourceId: string
  readonly resourceDisplayName: string
  readonly ipAddress: string
  readonly userAgent: string
  /** As the real log has it: `Browser`, `Mobile Apps and Desktop clients`. */
  readonly clientAppUsed: string
  readonly correlationId: string
  readonly protocol: SignInProtocol
  /** 0 for a success; otherwise the AADSTS number. */
  readonly errorCode: number
  /** Empty for a success. */
  readonly failureReason: string
}

/** A recorded sign-in. Its place in the log tells one from another. */
export interface SignInRecord extends SignInEvent, Mark {}

/** When somebody signed in last, and in which request. Milliseconds since the epoch. */
export interface SignInActivity {
  /** With or without success. */
  readonly interactive: LastSignIn | undefined
  readonly nonInteractive: LastSignIn | undefined
  readonly successful: LastSignIn | undefined
}

export interface LastSignIn {
  readonly at: number
  readonly requestId: string
}

/** What is known of a user's sign-ins after another one. */
export function withSignIn(
  earlier: SignInActivity | undefined,
  { id, eventType, errorCode, at }: SignInRecord,
): SignInActivity {
  const last = { at, requestId: id }
  const isInteractive = eventType === 'interactiveUser'
  return {
    interactive: isInteractive ? last : earlier?.interactive,
    nonInteractive: isInteractive ? earlier?.nonInteractive : last,
    successful: errorCode === 0 ? last : earlier?.successful,
  }
}
