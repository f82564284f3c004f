// The errors of Microsoft Graph as clients know them, and a check that an answer is exactly one of them.
import type { Test } from 'tap'
import type { Reply } from './understudy.ts'
import { NOON } from './understudy.ts'

/** What of an error does not depend on the request. */
export interface ExpectedError {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly details?: readonly object[]
}

const unauthorized = (message: string): ExpectedError => ({
  status: 401,
  code: 'InvalidAuthenticationToken',
  message,
})

/** Those a client branches on most. */
export const errors = {
  tokenEmpty: unauthorized('Access token is empty.'),
  notAToken: unauthorized(
    "IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact Serialization Format. (JWS): 'EncodedHeader.EncodedPayload.EncodedSignature'. (JWE): 'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.EncodedAuthenticationTag'.",
  ),
  signature: unauthorized('Signature is invalid.'),
  audience: unauthorized('Access token validation failure. Invalid audience.'),
  issuer: unauthorized('Access token validation failure. Invalid issuer.'),
  expired: unauthorized('Lifetime validation failed, the token is expired.'),
  notYetValid: unauthorized('Access token has expired or is not yet valid.'),
  accountDisabled: unauthorized('The user account is disabled.'),
  revoked: unauthorized(
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
  ),
  meWithoutUser: {
    status: 400,
    code: 'BadRequest',
    message: '/me request is only valid with delegated authentication flow.',
  },
  payload: {
    status: 400,
    code: 'BadRequest',
    message:
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  },
  values: {
    status: 400,
    code: 'Request_BadRequest',
    message: 'One or more properties contains invalid values.',
  },
  unsupportedQuery: {
    status: 400,
    code: 'Request_UnsupportedQuery',
    message: 'Unsupported Query.',
  },
  skipToken: { status: 400, code: '', message: 'Invalid Skip Token' },
  denied: {
    status: 403,
    code: 'Authorization_RequestDenied',
    message: 'Insufficient privileges to complete the operation.',
  },
  emptyPayload: {
    status: 400,
    code: 'BadRequest',
    message: 'Empty Payload. JSON content expected.',
  },
  domain: {
    status: 400,
    code: 'Request_BadRequest',
    message:
      'The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.',
  },
  password: {
    status: 400,
    code: 'Request_BadRequest',
    message:
      'The specified password does not comply with password complexity requirements. Please provide a different password.',
  },
  personal: {
    status: 400,
    code: 'BadRequest',
    message: 'This API is not supported for MSA accounts',
  },
  method: {
    status: 405,
    code: 'Request_BadRequest',
    message: 'Specified HTTP method is not allowed for the request target.',
  },
} as const satisfies Record<string, ExpectedError>

/** A property of a user, or an action on one, is not as it should be. */
export const badProperty = (message: string): ExpectedError => ({
  status: 400,
  code: 'Request_BadRequest',
  message,
})

/** Another user has the same in a property. */
export const conflict = (property: string): ExpectedError => ({
  ...badProperty(`Another object with the same value for property ${property} already exists.`),
  details: [{ target: property, code: 'ObjectConflict' }],
})

/** No user has this id or user principal name, which is repeated as it was sent. */
export function notFound(idOrName: string): ExpectedError {
  return {
    status: 404,
    code: 'Request_ResourceNotFound',
    message: `Resource '${idOrName}' does not exist or one of its queried reference-property objects are not present.`,
  }
}

/** `$select` names something that is no property of a user. */
export function unknownProperty(name: string): ExpectedError {
  return {
    status: 400,
    code: 'BadRequest',
    message: `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.user'.`,
  }
}

/** The address goes on with something that is not there; named decoded. */
export function unknownSegment(name: string): ExpectedError {
  return {
    status: 400,
    code: 'BadRequest',
    message: `Resource not found for the segment '${name}'.`,
  }
}

/** The WWW-Authenticate of a 401 that has nothing to ask for. */
export const bareChallenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"'

/**
 * Holds an answer to an error, byte for byte.
 * @param now what the clock showed; noon when left out
 */
export function isError(
  t: Test,
  { status, headers, text }: Reply,
  expected: ExpectedError,
  now: Date = NOON,
): void {
  const { code, message, details } = expected
  const innerError = {
    date: now.toISOString().slice(0, 19),
    'request-id': headers.get('request-id'),
    'client-request-id': headers.get('client-request-id'),
  }
  t.equal(text, JSON.stringify({ error: { code, message, details, innerError } }))
  t.equal(status, expected.status)
  t.equal(headers.get('content-type'), 'application/json')
}
