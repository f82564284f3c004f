// What is wrong with a request's body, in the words of Microsoft Graph.
import type { Operation, OperationId } from '../contract/document.ts'
import type { components } from '../contract/generated.ts'
import type { Violation } from '../contract/requests.ts'
import type { GraphError } from './errors.ts'
import { graphErrors } from './errors.ts'

type Schemas = components['schemas']
type ReadOnlyName = Exclude<keyof Schemas['user'], keyof Schemas['userChanges'] | '@odata.context'>

/** The properties of a user that clients cannot write. */
const readOnly: Readonly<Record<ReadOnlyName, true>> = {
  assignedLicenses: true,
  assignedPlans: true,
  createdDateTime: true,
  creationType: true,
  customSecurityAttributes: true,
  deletedDateTime: true,
  deviceEnrollmentLimit: true,
  id: true,
  identityParentId: true,
  imAddresses: true,
  isLicenseReconciliationNeeded: true,
  isManagementRestricted: true,
  lastPasswordChangeDateTime: true,
  legalAgeGroupClassification: true,
  licenseAssignmentStates: true,
  mailboxSettings: true,
  onPremisesDistinguishedName: true,
  onPremisesDomainName: true,
  onPremisesLastSyncDateTime: true,
  onPremisesProvisioningErrors: true,
  onPremisesSamAccountName: true,
  onPremisesSecurityIdentifier: true,
  onPremisesSipInfo: true,
  onPremisesSyncEnabled: true,
  onPremisesUserPrincipalName: true,
  provisionedPlans: true,
  proxyAddresses: true,
  refreshTokensValidFromDateTime: true,
  securityIdentifier: true,
  serviceProvisioningErrors: true,
  signInActivity: true,
  signInSessionsValidFromDateTime: true,
}

/** The operations whose body is a user. */
const writers: ReadonlySet<OperationId> = new Set<OperationId>([
  'graph.me.update',
  'graph.users.create',
  'graph.users.update',
])

/** Undefined for what no operation has words of its own for. */
export function toBodyError(
  { pointer, keyword }: Violation,
  operation: Operation | undefined,
): GraphError | undefined {
  if (pointer === '')
    return keyword === 'required' ? graphErrors.payloadEmpty() : graphErrors.payloadUnreadable()
  const [, property = ''] = pointer.split('/')
  if (operation !== undefined && writers.has(operation.id))
    return toPropertyError(property, pointer, keyword)
  if (keyword === 'required') return graphErrors.parameterRequired()
  return keyword === 'type' ? graphErrors.payloadUnreadable() : undefined
}

function toPropertyError(property: string, pointer: string, keyword: string): GraphError {
  if (keyword === 'required') return graphErrors.valueRequired(property)
  const isNested = pointer.lastIndexOf('/') > 0
  if (keyword !== 'additionalProperties' || isNested) return graphErrors.valueInvalid(property)
  return unknownProperty(property)
}

/** Of a property that cannot be written, or does not exist in this version. */
export function unknownProperty(property: string): GraphError {
  if (Object.hasOwn(readOnly, property)) return graphErrors.propertyReadOnly(property)
  if (property.startsWith('extension_')) return graphErrors.extensionUnavailable(property)
  return graphErrors.propertyInvalid(property)
}
