// The properties of a user that are not stored: each reads as in an account where nobody has set it.
import type { components } from '../contract/generated.ts'
import type { UserProperties } from '../state/users.ts'

type GraphUser = components['schemas']['user']

type UnsetProperty = Exclude<
  keyof GraphUser,
  | keyof UserProperties
  | '@odata.context'
  | 'refreshTokensValidFromDateTime'
  | 'signInSessionsValidFromDateTime'
>

/** Exchange and SharePoint give this for a date that was never set. */
const NEVER = '0001-01-01T00:00:00Z'

/** By name. */
export const unset: Readonly<Required<Pick<GraphUser, UnsetProperty>>> = {
  aboutMe: null,
  assignedPlans: [],
  authorizationInfo: { certificateUserIds: [] },
  birthday: NEVER,
  cloudRealtimeCommunicationInfo: null,
  consentProvidedForMinor: null,
  customSecurityAttributes: null,
  deviceEnrollmentLimit: 0,
  deviceKeys: [],
  employeeHireDate: null,
  employeeLeaveDateTime: null,
  employeeOrgData: null,
  employeeType: null,
  externalUserStateChangeDateTime: null,
  faxNumber: null,
  hireDate: NEVER,
  identityParentId: null,
  imAddresses: [],
  infoCatalogs: [],
  interests: [],
  isLicenseReconciliationNeeded: null,
  isManagementRestricted: null,
  isResourceAccount: null,
  legalAgeGroupClassification: null,
  licenseAssignmentStates: [],
  mailboxSettings: null,
  mySite: null,
  onPremisesDistinguishedName: null,
  onPremisesDomainName: null,
  onPremisesExtensionAttributes: {
    extensionAttribute1: null,
    extensionAttribute2: null,
    extensionAttribute3: null,
    extensionAttribute4: null,
    extensionAttribute5: null,
    extensionAttribute6: null,
    extensionAttribute7: null,
    extensionAttribute8: null,
    extensionAttribute9: null,
    extensionAttribute10: null,
    extensionAttribute11: null,
    extensionAttribute12: null,
    extensionAttribute13: null,
    extensionAttribute14: null,
    extensionAttribute15: null,
  },
  onPremisesLastSyncDateTime: null,
  onPremisesProvisioningErrors: [],
  onPremisesSamAccountName: null,
  onPremisesSecurityIdentifier: null,
  onPremisesSipInfo: null,
  onPremisesUserPrincipalName: null,
  pastProjects: [],
  preferredDataLocation: null,
  preferredName: null,
  provisionedPlans: [],
  responsibilities: [],
  schools: [],
  securityIdentifier: null,
  serviceProvisioningErrors: [],
  showInAddressList: null,
  signInActivity: null,
  skills: [],
}
