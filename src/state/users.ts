// A user as stored: the properties of Microsoft Graph under their own names, and what only the double needs to know.
import type { components } from '../contract/generated.ts'

type GraphUser = components['schemas']['user']

/** Graph's properties that are stored; the instants of validity follow from the tenant's revocations. */
export type UserProperties = Pick<Required<GraphUser>, StoredProperty>

type StoredProperty =
  | 'accountEnabled'
  | 'ageGroup'
  | 'assignedLicenses'
  | 'businessPhones'
  | 'city'
  | 'companyName'
  | 'country'
  | 'createdDateTime'
  | 'creationType'
  | 'deletedDateTime'
  | 'department'
  | 'displayName'
  | 'employeeId'
  | 'externalUserState'
  | 'givenName'
  | 'id'
  | 'identities'
  | 'jobTitle'
  | 'lastPasswordChangeDateTime'
  | 'mail'
  | 'mailNickname'
  | 'mobilePhone'
  | 'officeLocation'
  | 'onPremisesImmutableId'
  | 'onPremisesSyncEnabled'
  | 'otherMails'
  | 'passwordPolicies'
  | 'passwordProfile'
  | 'postalCode'
  | 'preferredLanguage'
  | 'proxyAddresses'
  | 'state'
  | 'streetAddress'
  | 'surname'
  | 'usageLocation'
  | 'userPrincipalName'
  | 'userType'

/**
 * - `work`: a member of the tenant, or a guest when `userType` says so
 * - `b2cLocal`: a local account of an Azure AD B2C tenant
 * - `personal`: a personal Microsoft account; it is no object of the directory, so nobody but itself can reach it
 */
export type AccountType = 'work' | 'b2cLocal' | 'personal'

export type UserDefinition = Readonly<UserProperties> & {
  readonly accountType: AccountType
  readonly password: string
  /** Template ids of directory roles. */
  readonly roles: readonly string[]
}

export type User = UserDefinition

/**
 * A new account, nameless: what is not said of a user is as here. Has every member, so that each user is a copy of one shape and takes
 * little memory.
 */
export const newAccount: UserDefinition = {
  id: '',
  userPrincipalName: '',
  displayName: '',
  mailNickname: '',
  createdDateTime: '',
  password: '',
  roles: [],
  businessPhones: [],
  givenName: null,
  jobTitle: null,
  mail: null,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
  surname: null,
  accountEnabled: true,
  ageGroup: null,
  assignedLicenses: [],
  city: null,
  companyName: null,
  country: null,
  creationType: null,
  deletedDateTime: null,
  department: null,
  employeeId: null,
  externalUserState: null,
  identities: [],
  lastPasswordChangeDateTime: null,
  onPremisesImmutableId: null,
  onPremisesSyncEnabled: null,
  otherMails: [],
  passwordPolicies: null,
  passwordProfile: null,
  postalCode: null,
  proxyAddresses: [],
  state: null,
  streetAddress: null,
  usageLocation: null,
  userType: 'Member',
  accountType: 'work',
}

/**
 * What revoking reaches. `nothing`: guests sign in at their home tenant. `timestamp`: a B2C local account's instant moves, but its
 * credentials go on.
 * @see https://learn.microsoft.com/graph/api/user-revokesigninsessions
 */
export function reachOfRevocation(user: User): 'everything' | 'timestamp' | 'nothing' {
  if (user.userType === 'Guest') return 'nothing'
  return user.accountType === 'b2cLocal' ? 'timestamp' : 'everything'
}

/** The wire form of an instant: UTC, whole seconds. */
export function toDateTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
