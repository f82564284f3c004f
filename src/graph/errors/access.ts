// Who may not: tokens that are refused, and what is denied.
import { GraphError } from './graph-error.ts'

const unauthorized = (message: string, challenge?: string) =>
  new GraphError(
    401,
    'InvalidAuthenticationToken',
    message,
    challenge === undefined ? {} : { challenge },
  )

export const accessErrors = {
  tokenEmpty: () => unauthorized('Access token is empty.'),
  tokenMalformed: () =>
    unauthorized(
      "IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact Serialization Format. (JWS): 'EncodedHeader.EncodedPayload.EncodedSignature'. (JWE): 'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.EncodedAuthenticationTag'.",
    ),
  signatureInvalid: () => unauthorized('Signature is invalid.'),
  audienceInvalid: () => unauthorized('Access token validation failure. Invalid audience.'),
  /** Ours, by the pattern of the audience. */
  issuerInvalid: () => unauthorized('Access token validation failure. Invalid issuer.'),
  tokenExpired: () => unauthorized('Lifetime validation failed, the token is expired.'),
  tokenNotYetValid: () => unauthorized('Access token has expired or is not yet valid.'),
  /** Graph's own answer is not known; the sentence is that of AADSTS50034. */
  userUnknown: (objectId: string, tenantId: string) =>
    unauthorized(`The user account ${objectId} does not exist in the ${tenantId} directory.`),
  /** Graph's own answer is not known; the sentence is that of AADSTS50057. */
  userDisabled: () => unauthorized('The user account is disabled.'),
  sessionsRevoked: (challenge: string) =>
    unauthorized(
      'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
      challenge,
    ),
  meWithoutUser: () =>
    new GraphError(
      400,
      'BadRequest',
      '/me request is only valid with delegated authentication flow.',
    ),
  requestDenied: (reason: string, hint: string) =>
    new GraphError(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
      { origin: 'directory', reason, hint },
    ),
  /** @see https://github.com/microsoftgraph/microsoft-graph-explorer-v4/issues/2731 */
  reportPermissionMissing: ({ reason, missing }: { reason: string; missing: readonly string[] }) =>
    new GraphError(
      403,
      'Authentication_MSGraphPermissionMissing',
      `Calling principal does not have required MSGraph permissions ${missing.join(',')}`,
      { origin: 'directory', reason, hint: `Any of these would do: ${missing.join(', ')}.` },
    ),
  /** As many scripts that read the logs expect it. */
  reportRoleMissing: (reason: string, hint: string) =>
    new GraphError(
      403,
      'Authentication_RequestFromUnsupportedUserRole',
      'User is not in the allowed roles',
      { origin: 'directory', reason, hint },
    ),
  /** Observed for /organization and /users. */
  personalAccountUnsupported: () =>
    new GraphError(400, 'BadRequest', 'This API is not supported for MSA accounts'),
  /** The answer to personal accounts, whose workload has no such action. */
  noHttpResource: (url: string) =>
    new GraphError(404, '', `No HTTP resource was found that matches the request URI '${url}'.`),
} as const
