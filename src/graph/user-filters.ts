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

const flag: FilterSupport = { type: 'boolean', levels: { eq: A, ne: A, not: A, in: A, eqNull: A } }
const signInInstant: FilterSupport = {
  type: 'dateTime',
  levels: { eq: D, ne: A, not: A, ge: D, le: D },
}
/** Whether a collection is empty; it is not otherwise counted. */
const none: FilterSupport = { type: 'integer', levels: { eq: A, ne: A, not: A }, numbers: [0] }

/**
 * signInSessionsValidFromDateTime is not in here, so it cannot be filtered on.
 * @see microsoftgraph/microsoft-graph-docs-contrib, concepts/includes/filter-directory-objects.md (2021 to 2023); where they differ, the
 *   older and fuller table
 * @see microsoftgraph/microsoft-graph-docs-contrib, concepts/aad-advanced-queries.md: ne, not and endsWith are
 *   always advanced; endsWith is for mail, otherMails, userPrincipalName and proxyAddresses
 * @see https://learn.microsoft.com/graph/api/user-list: issuerAssignedId is only filtered on together with issuer
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
  ageGroup: { type: 'string', levels: { eq: D, ne: A, not: A, in: D, eqNull: A } },
  externalUserState: { type: 'string', levels: { eq: D, ne: A, not: A, in: D, eqNull: A } },
  creationType: { type: 'string', levels: { eq: D, ne: A, not: A, in: D, eqNull: A } },
  onPremisesImmutableId: { type: 'string', levels: { eq: D, ne: A, not: A, ge: D, le: D, in: D } },
  onPremisesSyncEnabled: { type: 'boolean', levels: { eq: D, ne: A, not: A, in: D, eqNull: A } },
  passwordPolicies: { type: 'string', levels: { ne: A, eqNull: A } },
  'passwordProfile/forceChangePasswordNextSignIn': flag,
  'passwordProfile/forceChangePasswordNextSignInWithMfa': flag,
  'signInActivity/lastSignInDateTime': signInInstant,
  'signInActivity/lastNonInteractiveSignInDateTime': signInInstant,
  'signInActivity/lastSuccessfulSignInDateTime': signInInstant,
  'businessPhones/any': { type: 'string', levels: { eq: A, not: A, ge: A, le: A, startsWith: A } },
  'otherMails/any': {
    type: 'string',
    levels: { eq: D, not: A, ge: D, le: D, in: D, startsWith: D, endsWith: A },
  },
  'proxyAddresses/any': {
    type: 'string',
    levels: { eq: D, not: A, ge: D, le: D, startsWith: D, endsWith: A },
  },
  'imAddresses/any': { type: 'string', levels: { eq: D, not: A, ge: D, le: D, startsWith: D } },
  'identities/any/issuer': { type: 'string', levels: { eq: D } },
  'identities/any/issuerAssignedId': { type: 'string', levels: { eq: D }, together: 'issuer' },
  'assignedLicenses/any/skuId': { type: 'guid', levels: { eq: D, not: A } },
  'assignedPlans/any/servicePlanId': { type: 'guid', levels: { eq: A, not: A } },
  'assignedPlans/any/capabilityStatus': { type: 'string', levels: { eq: A, not: A } },
  'assignedPlans/any/service': { type: 'string', levels: { eq: A, not: A, startsWith: A } },
  'assignedLicenses/$count': none,
  'otherMails/$count': none,
  'proxyAddresses/$count': none,
}
