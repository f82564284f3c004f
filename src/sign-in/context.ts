// What a sign-in handler is given besides its input.
import type { Clock } from '../clock.ts'
import type { Ids } from '../ids.ts'
import type { Log } from '../state/log.ts'
import type { State } from '../state/state.ts'
import type { User } from '../state/users.ts'
import type { Resource } from '../tokens/access.ts'
import type { Seal } from '../tokens/seal.ts'
import type { SigningKeys } from '../tokens/signing-keys.ts'
import type { SignInError } from './errors.ts'

/** What is the same for every request. */
export interface SignInServices {
  readonly state: State
  readonly log: Log
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: SigningKeys
  readonly seal: Seal
  /** Whether a URL is an address of the double, at which it stands in for Microsoft Graph. */
  readonly isOwnOrigin: (origin: string) => boolean
}

export interface SignInContext extends SignInServices {
  /** By which the request came in, or the public one: every address that is given out begins with it. */
  readonly origin: string
  readonly headers: SignInHeaders
  readonly traceId: string
  readonly correlationId: string
  /** What has become clear of the request so far, for the sign-in log. */
  readonly seen: Seen
  /** Notes for the record what is refused though the answer is no error: on a page, or at the client's redirect URI. */
  readonly refused: (reason: SignInError) => void
}

/** What of a request's head the surface reads. */
export interface SignInHeaders {
  readonly authorization: string | undefined
  readonly cookie: string | undefined
  /** The page that asks, where a browser says so. */
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  readonly userAgent: string | undefined
  readonly ipAddress: string
}

/** Filled in on the way. */
export interface Seen {
  user: User | undefined
  resource: Resource | undefined
}
