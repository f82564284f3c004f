// Made-up users in any number, the same ones every time, for tests of paging and of scale.
import type { TenantDefinition } from './tenant.ts'
import type { User } from './users.ts'

/** `user000000@<initial domain>` and so on. */
export function generateUsers({
  id,
  domains,
  createdDateTime,
  generatedUsers,
}: TenantDefinition): User[] {
  const idPrefix = `${id.slice(0, 8)}-0000-4000-8000-`
  return Array.from({ length: generatedUsers }, (_, index) => {
    const number = String(index).padStart(6, '0')
    const userPrincipalName = `user${number}@${domains[0]}`
    return {
      ...template,
      createdDateTime,
      id: `${idPrefix}${index.toString(16).padStart(12, '0')}`,
      displayName: `User ${number}`,
      surname: number,
      mail: userPrincipalName,
      mailNickname: `user${number}`,
      userPrincipalName,
    }
  })
}

/** Has every member, so that each user is a copy of one shape and takes little memory. */
const template: User = {
  id: '',
  displayName: '',
  givenName: 'User',
  surname: '',
  mail: '',
  mailNickname: '',
  userPrincipalName: '',
  createdDateTime: '',
  password: 'generated-Passw0rd',
  businessPhones: [],
  jobTitle: null,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
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
  roles: [],
}
