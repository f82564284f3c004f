// Rows of $filter tables that the types of the directory share. ne, not and comparisons with null are advanced queries.
import type { FilterSupport, FilterTable } from './odata/filter-support.ts'

const D = 'default'
const A = 'advanced'

const text: FilterSupport = {
  type: 'string',
  levels: { eq: D, ne: A, not: A, ge: D, le: D, in: D, startsWith: D, eqNull: A },
}
const key: FilterSupport = { type: 'string', levels: { eq: D, ne: A, not: A, in: D } }
const member: FilterSupport = { type: 'string', levels: { eq: D, not: A, startsWith: D } }
const truth: FilterSupport = { type: 'boolean', levels: { eq: D, ne: A, not: A, in: D } }
const instant: FilterSupport = {
  type: 'dateTime',
  levels: { eq: A, ne: A, not: A, ge: A, le: A, in: A, eqNull: A },
}

/** @see https://learn.microsoft.com/graph/api/resources/application */
export const applicationFilters: FilterTable = {
  id: key,
  appId: key,
  displayName: text,
  createdDateTime: instant,
  publisherDomain: text,
  signInAudience: key,
  'identifierUris/any': member,
  'tags/any': member,
}

/** @see https://learn.microsoft.com/graph/api/resources/serviceprincipal */
export const servicePrincipalFilters: FilterTable = {
  id: key,
  appId: key,
  accountEnabled: truth,
  appDisplayName: text,
  appOwnerOrganizationId: { type: 'guid', levels: { eq: A } },
  createdDateTime: instant,
  displayName: text,
  servicePrincipalType: key,
  'servicePrincipalNames/any': member,
  'replyUrls/any': member,
  'tags/any': member,
}

/** @see https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant */
export const permissionGrantFilters: FilterTable = {
  id: key,
  clientId: key,
  consentType: key,
  principalId: { type: 'string', levels: { eq: D, ne: A, not: A, in: D, eqNull: D } },
  resourceId: key,
}
