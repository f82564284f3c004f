// Which $filter operators the directory offers on which property of a user: data only.

/** How a property's values compare. Text, object ids included, ignores case; a dateTime is an instant. */
export type ValueType = 'string' | 'boolean' | 'dateTime'

/** `advanced`: only with `ConsistencyLevel: eventual` and `$count=true`. */
export type FilterLevel = 'default' | 'advanced'

/** `not` is the property inside a negation; `eqNull` its comparison, by `eq` or `ne`, with null. */
export type FilterOperator =
  | 'eq'
  | 'ne'
  | 'not'
  | 'ge'
  | 'le'
  | 'in'
  | 'startsWith'
  | 'endsWith'
  | 'eqNull'

/** One row of the table. An operator that is absent is never supported on the property. */
export interface FilterSupport {
  readonly type: ValueType
  readonly levels: Readonly<Partial<Record<FilterOperator, FilterLevel>>>
}

const D = 'default'
const A = 'advanced'
const levels = { eq: D, ne: A, not: A, ge: D, le: D, in: D, startsWith: D, eqNull: A } as const
const { eqNull: _, ...levelsNeverNull } = levels

const text: FilterSupport = { type: 'string', levels }
const advancedText: FilterSupport = {
  type: 'string',
  levels: { eq: A, ne: A, not: A, ge: A, le: A, in: A, startsWith: A, eqNull: A },
}

const rows: Readonly<Record<string, FilterSupport>> = {
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

/**
 * Support by property name. A property that exists on the type and is not in here, such as
 * signInSessionsValidFromDateTime, cannot be filtered on.
 * Deviation: the parts of signInActivity and passwordProfile are left out, as paths are refused.
 * @see microsoftgraph/microsoft-graph-docs, includes/filter-directory-objects.md (2021)
 * @see microsoftgraph/microsoft-graph-docs, concepts/aad-advanced-queries.md: ne, not and endsWith are
 *   always advanced; endsWith is for mail and userPrincipalName
 */
export const userFilterSupport: ReadonlyMap<string, FilterSupport> = new Map(Object.entries(rows))

/**
 * Properties that hold a list. The directory filters them with `any` or by count.
 * Deviation: neither is read here, so every use of them is refused as unsupported.
 */
export const userCollections: ReadonlySet<string> = new Set([
  'assignedLicenses',
  'assignedPlans',
  'businessPhones',
  'identities',
  'imAddresses',
  'otherMails',
  'provisionedPlans',
  'proxyAddresses',
])
