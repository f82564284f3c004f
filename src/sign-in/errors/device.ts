// What a device hears while it waits for a person to approve, and when that is over.
import { aadsts } from './sign-in-error.ts'

export const deviceErrors = {
  devicePending: () =>
    aadsts(
      70016,
      'authorization_pending',
      'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
    ),
  /** The sentence is ours: of the service's, only the number is known. */
  deviceDeclined: () =>
    aadsts(
      700171,
      'authorization_declined',
      'OAuth 2.0 device flow error. The end user declined the authorization request.',
    ),
  deviceCodeExpired: () =>
    aadsts(
      70020,
      'expired_token',
      "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
    ),
  /** The number is taken by its name, BadVerificationCode; the sentence is ours. */
  deviceCodeUnknown: () =>
    aadsts(
      70018,
      'bad_verification_code',
      "The provided value for the input parameter 'device_code' is not valid.",
    ),
  /** All of it is ours: what the service says of a device code is not known, and this is what it says of an authorization code. */
  deviceCodeRedeemed: () =>
    aadsts(
      54005,
      'invalid_grant',
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    ),
} as const
