// Query options that cannot be applied.
import { GraphError } from './graph-error.ts'

const unsupportedQuery = (message: string, reason?: string) =>
  new GraphError(400, 'Request_UnsupportedQuery', message, reason === undefined ? {} : { reason })

export const queryErrors = {
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
  /** The sentence was observed, its code was not. */
  activityPageTooLarge: () =>
    unsupportedQuery('Cannot query data for more than 120 users at a time.'),
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
} as const
