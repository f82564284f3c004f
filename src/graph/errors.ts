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

const unsupportedQuery = (message: string, reason?: string) =>
  new GraphError(400, 'Request_UnsupportedQuery', message, reason === undefined ? {} : { reason })
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
  payloadUnreadable: () =>
    new GraphError(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    ),
  payloadEmpty: () => new GraphError(400, 'BadRequest', 'Empty Payload. JSON content expected.'),
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
  /** @see https://devblogs.microsoft.com/microsoft365dev/duration-of-change-tracking-tokens-for-identity-and-education-resources/ */
  syncStateNotFound: () =>
    new GraphError(
      400,
      'syncStateNotFound',
      'The sync state generation is not found. The delta token is expired and data must be synchronized again.',
    ),
  /** @see https://github.com/microsoftgraph/msgraph-metadata/issues/135 */
  skipUnsupported: () =>
    new GraphError(400, 'Request_BadRequest', "'$skip' is not supported by the service."),
  searchNeedsHeader: () =>
    new GraphError(
      400,
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    ),
  /** OData of another option than `$filter` that cannot be read. @see https://github.com/microsoftgraph/msgraph-sdk-java/issues/2346 */
  queryInvalid: (detail: string) => new GraphError(400, 'BadRequest', detail),
  queryUnsupported: (reason: string) => unsupportedQuery('Unsupported Query.', reason),
  /**
   * A property that is never filtered on, not by this operator, or not without an advanced query.
   * @see https://learn.microsoft.com/graph/aad-advanced-queries (2023), where it took the place of "The request uses a filter property
   *   that is not indexed"
   * @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/9135 (2024)
   */
  filterPropertyUnsupported: (property: string, resource: string, reason: string) =>
    unsupportedQuery(
      `Unsupported or invalid query filter clause specified for property '${property}' of resource '${resource}'.`,
      reason,
    ),
  /**
   * An operator without the advanced query that it needs.
   * @see https://learn.microsoft.com/graph/aad-advanced-queries (2023), on endsWith
   * @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/9043 (2024), on ne
   */
  operatorUnsupported: (operator: string, reason: string) =>
    unsupportedQuery(
      operator === 'ne'
        ? "Filter operator 'NotEqualsMatch' is not supported."
        : `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
      reason,
    ),
  /** @see https://github.com/microsoftgraph/msgraph-beta-sdk-dotnet/issues/614 (2023) */
  collectionUnsupported: (property: string, reason: string) =>
    unsupportedQuery(`Complex query on property ${property} is not supported.`, reason),
  /** @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/1354 (2023) */
  sortPropertyUnsupported: (property: string, resource: string, reason: string) =>
    unsupportedQuery(`Unsupported sort property '${property}' for '${resource}'.`, reason),
  /** @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/4187 (2020) */
  sortingUnsupported: () => unsupportedQuery('Sorting not supported for current query.'),
  /** @see https://github.com/microsoftgraph/microsoft-graph-docs/issues/13246 (2021) */
  searchPropertyUnsupported: (reason: string) =>
    unsupportedQuery('An unsupported property was specified.', reason),
  /** @see https://learn.microsoft.com/graph/aad-advanced-queries#error-handling-for-advanced-queries-on-directory-objects */
  countNeedsHeader: () =>
    new GraphError(400, 'Request_BadRequest', '$count is not currently supported.'),
  valuesInvalid: (reason: string) =>
    new GraphError(400, 'Request_BadRequest', 'One or more properties contains invalid values.', {
      reason,
    }),

  /** @see https://github.com/microsoftgraph/msgraph-sdk-javascript/issues/1451 */
  batchFormatInvalid: () => new GraphError(400, 'BadRequest', 'Invalid batch payload format.'),
  /** @see https://github.com/microsoftgraph/microsoftgraph-postman-collections/issues/9 */
  batchTooLong: () =>
    new GraphError(400, 'BadRequest', 'Number of requests inside batch exceed the limit.'),
  /** @see https://github.com/bradleymarques/microslop_one_drive/blob/3dd390b7a903dcff3c7d161a6969851a1b8e400f/test/fixtures/batch/non_unique_ids.json */
  batchIdNotUnique: (id: string) =>
    new GraphError(400, 'BadRequest', `Request Id ${id} has to be unique in a batch.`),
  /** @see https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/2628 */
  batchWriteWithoutBody: (id: string) =>
    new GraphError(
      400,
      'BadRequest',
      `Write request id : ${id} does not contain Content-Type header or body.`,
    ),
  /** Only its beginning was seen. @see https://github.com/microsoftgraph/msgraph-sdk-dotnet-core/issues/891 */
  batchDependencyInvalid: (id: string) =>
    new GraphError(400, 'BadRequest', `Invalid dependency for request Id ${id}.`),
  /** Its code and its sentence are ours; the status is the real service's. */
  dependencyFailed: () => new GraphError(424, 'FailedDependency', 'Failed Dependency'),
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
