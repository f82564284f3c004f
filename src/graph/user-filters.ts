// Which $filter operators the directory offers on which property of a user: data only.
import type { FilterSupport, FilterTable } from './odata/filter-support.ts'

const D = 'default'
const A = 'advanced'
const levels = { eq: D, ne: A, not: A, ge: D, le: D, in: D, startsWith: D, eqNull: A } as const
const { eqNull: _, ...levelsNeverNull } = levels

const text: FilterSupport = { type: 'string', levels }
const advancedText: FilterSupport = {
  type: 'string',
  levels: { eq: A, ne: A, not: A, ge: A, le: A, in: A, startsWith: A, eqNull: A },
}

/**
 * signInSessionsValidFromDateTime is not in here, so it cannot be filtered on.
 * @see microsoftgraph/microsoft-graph-docs, includes/filter-directory-objects.md (2021)
 * @see microsoftgraph/microsoft-graph-docs, concepts/aad-advanced-queries.md: ne, not and endsWith are
 *   always advanced; endsWith is for mail and userPrincipalName
 */
export const userFilters: FilterTable = {
  accountEnabled: { type: 'boolean', levels: { eq: D, ne: A, not: A, in: D } },
  id: { type: 'string', levels: { eq: D, ne: A, not: A, in: D } },
  userType: { type: 'string', levels: { eq: D, ne: A, not: A, in: D, eqNull: A } },
  createdDateTime: {
    type: 'dateTime',
    levels: { eq: D, ne: A, not: A, ge: D, le: D, in: A, eqNull: A },
  },
  userPrincipalName: { type: 'string', levels: { ...levelsNeverNull, endsWith: A } },
  mail: { type: 'string', levels: { ...levels, endsWith: A } },
  displayName: text,
  givenName: text,
  surname: text,
  mailNickname: text,
  jobTitle: text,
  city: text,
  country: text,
  state: text,
  department: text,
  usageLocation: text,
  employeeId: text,
  companyName: advancedText,
  mobilePhone: advancedText,
  officeLocation: advancedText,
  preferredLanguage: advancedText,
  streetAddress: advancedText,
  postalCode: advancedText,
}
