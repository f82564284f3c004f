// Every error of the Graph surface: its status, its code and its sentence. The one place that knows them.
import type { Answer } from '../contract/responses.ts'

/** Who answered, which shows in the headers: the gateway before the request was let in, or the directory behind it. */
type Origin = 'gateway' | 'directory'

export interface ErrorDetail {
  readonly target: string
  readonly code: string
}

export class GraphError extends Error {
  override readonly name = 'GraphError'
  readonly status: number
  /** What clients branch on; empty where a workload behind Graph answers for itself. */
  readonly code: string
  readonly origin: Origin
  /** For the log: what the wire does not say. */
  readonly reason: string | undefined
  /** For the record of requests: what would have been accepted. */
  readonly hint: string | undefined
  /** The claims challenge of a 401, in place of the bare one. */
  readonly challenge: string | undefined
  /** What it is about, for programs: goes with some errors. */
  readonly details: readonly ErrorDetail[] | undefined
  /** Of a failure that was planned, the headers it adds. */
  readonly planned: Readonly<Record<string, string>> | undefined

  constructor(
    status: number,
    code: string,
    message: string,
    extra: {
      origin?: Origin
      reason?: string
      hint?: string
      challenge?: string
      details?: readonly ErrorDetail[]
      planned?: Readonly<Record<string, string>>
    } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.origin = extra.origin ?? 'gateway'
    this.reason = extra.reason
    this.hint = extra.hint
    this.challenge = extra.challenge
    this.details = extra.details
    this.planned = extra.planned
  }
}

const unauthorized = (message: string, challenge?: string) =>
  new GraphError(
    401,
    'InvalidAuthenticationToken',
    message,
    challenge === undefined ? {} : { challenge },
  )

const badProperty = (message: string) =>
  new GraphError(400, 'Request_BadRequest', message, { origin: 'directory' })

/**
 * By situation. The sentences are the real service's unless said otherwise.
 * @see docs/deviations.md for those of our own
 */
export const graphErrors = {
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
  resourceNotFound: (idOrName: string) =>
    new GraphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${idOrName}' does not exist or one of its queried reference-property objects are not present.`,
      { origin: 'directory' },
    ),
  /** The answer to personal accounts, whose workload has no such action. */
  noHttpResource: (url: string) =>
    new GraphError(404, '', `No HTTP resource was found that matches the request URI '${url}'.`),
  payloadUnreadable: () =>
    new GraphError(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    ),
  segmentNotFound: (segment: string) =>
    new GraphError(400, 'BadRequest', `Resource not found for the segment '${segment}'.`),
  methodNotAllowed: () =>
    new GraphError(
      405,
      'Request_BadRequest',
      'Specified HTTP method is not allowed for the request target.',
      { origin: 'directory' },
    ),

  filterInvalid: (detail: string) =>
    new GraphError(400, 'BadRequest', `Invalid filter clause: ${detail}`),
  propertyUnknown: (property: string, type: string) =>
    new GraphError(
      400,
      'BadRequest',
      `Parsing OData Select and Expand failed: Could not find a property named '${property}' on type '${type}'.`,
    ),
  pageSizeInvalid: (size: string, maximum: number) =>
    new GraphError(
      400,
      'Request_UnsupportedQuery',
      `Invalid page size specified: '${size}'. Must be between 1 and ${maximum} inclusive.`,
    ),
  /** @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/5103 */
  skipTokenInvalid: () => new GraphError(400, '', 'Invalid Skip Token'),
  /** @see https://github.com/microsoftgraph/msgraph-metadata/issues/135 */
  skipUnsupported: () =>
    new GraphError(400, 'Request_BadRequest', "'$skip' is not supported by the service."),
  searchNeedsHeader: () =>
    new GraphError(
      400,
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    ),
  queryUnsupported: (reason: string) =>
    new GraphError(400, 'Request_UnsupportedQuery', 'Unsupported Query.', { reason }),
  filterNotIndexed: (reason: string) =>
    new GraphError(
      400,
      'Request_UnsupportedQuery',
      'The request uses a filter property that is not indexed',
      { reason },
    ),
  valuesInvalid: (reason: string) =>
    new GraphError(400, 'Request_BadRequest', 'One or more properties contains invalid values.', {
      reason,
    }),

  payloadEmpty: () => new GraphError(400, 'BadRequest', 'Empty Payload. JSON content expected.'),
  /** Observed for groups. @see https://learn.microsoft.com/graph/errors */
  valueRequired: (property: string) =>
    badProperty(`A value is required for property '${property}' of resource 'User'.`),
  parameterRequired: () => badProperty('Property value is required but is empty or missing.'),
  /** @see https://github.com/microsoftgraph/msgraph-beta-sdk-java/issues/621 */
  propertyReadOnly: (property: string) =>
    badProperty(`Property '${property}' is read-only and cannot be set.`),
  /** Only a paraphrase is known. @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/9232 */
  propertyInvalid: (property: string) => badProperty(`Invalid property '${property}'.`),
  /** @see https://github.com/Azure-Samples/ms-identity-dotnetcore-b2c-account-management/issues/17 */
  extensionUnavailable: (property: string) =>
    badProperty(`The following extension properties are not available: ${property}.`),
  valueInvalid: (property: string) =>
    badProperty(`Invalid value specified for property '${property}' of resource 'User'.`),
  objectConflict: (property: string) =>
    new GraphError(
      400,
      'Request_BadRequest',
      `Another object with the same value for property ${property} already exists.`,
      { origin: 'directory', details: [{ target: property, code: 'ObjectConflict' }] },
    ),
  domainInvalid: () =>
    badProperty(
      'The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.',
    ),
  /** @param parameter of an action: clients look for its name at the end */
  passwordTooSimple: (parameter?: string) =>
    badProperty(
      `The specified password does not comply with password complexity requirements. Please provide a different password.${parameter === undefined ? '' : ` paramName: ${parameter}`}`,
    ),
  /** Ours but for its end, by which clients know it. */
  passwordWrong: () => badProperty('The specified password is incorrect. paramName: oldPassword'),
  /** Observed for /organization and /users. */
  personalAccountUnsupported: () =>
    new GraphError(400, 'BadRequest', 'This API is not supported for MSA accounts'),

  /** Ours: what the real service answers is not known, or cannot happen to it. */
  own: (status: number, message: string) =>
    new GraphError(status, status >= 500 ? 'InternalServerError' : 'BadRequest', message),
} as const

export interface RequestIds {
  readonly requestId: string
  /** The caller's own, or the request id. */
  readonly clientRequestId: string
}

/** An error's status and envelope; the headers are the surface's to complete. @see https://learn.microsoft.com/graph/errors */
export function toErrorBody(
  { status, code, message, details }: GraphError,
  { requestId, clientRequestId }: RequestIds,
  now: number,
): Answer['body'] {
  const date = new Date(now).toISOString().slice(0, 19)
  if (status === 429) return throttledBody(code, message, requestId, date)
  const innerError = {
    date,
    'request-id': requestId,
    'client-request-id': clientRequestId,
  }
  return { error: { code, message, ...(details !== undefined && { details }), innerError } }
}

/** As it was observed; without the caller's own id. */
function throttledBody(
  code: string,
  message: string,
  requestId: string,
  date: string,
): Answer['body'] {
  const innerError = {
    code: '429',
    date,
    message: 'Please retry after',
    'request-id': requestId,
    status: '429',
  }
  return { error: { code, innerError, message } }
}
