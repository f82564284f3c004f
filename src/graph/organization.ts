// graph.organization.*: the tenant, as an object of its own directory.
import type { components } from '../contract/generated.ts'
import type { Handler } from '../contract/operations.ts'
import type { Tenant } from '../state/tenant.ts'
import type { Caller } from '../tokens/judge.ts'
import type { GraphContext } from './context.ts'
import type { Whole } from './entities.ts'
import { entitySet, getEntity, listEntities } from './entities.ts'

type Organization = Whole<components['schemas']['organization']>

const organization = entitySet('organization', 'organization', {})

export const list: Handler<'graph.organization.list', GraphContext> = ({ query }, context) =>
  listEntities(context, { query, headers: {} }, organization, [toOrganization(context.caller)])

export const get: Handler<'graph.organization.get', GraphContext> = ({ path, query }, context) => {
  const own = toOrganization(context.caller)
  const isOwn = own.id === path.organizationId.toLowerCase()
  return getEntity(
    context,
    query.$select,
    organization,
    isOwn ? own : undefined,
    path.organizationId,
  )
}

const fullRead = [
  'Organization.Read.All',
  'Organization.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]

/** With `User.Read` alone, id, display name and domains. @see https://learn.microsoft.com/graph/api/organization-get */
function toOrganization(caller: Caller): Organization {
  const { tenant } = caller
  const { id, displayName, createdDateTime } = tenant.definition
  const basic = { ...nothing, id, displayName, verifiedDomains: verifiedDomainsOf(tenant) }
  if (!readsAll(caller)) return basic
  return {
    ...basic,
    createdDateTime,
    tenantType: isB2c(tenant) ? 'AAD B2C' : 'AAD',
    directorySizeQuota: { used: tenant.users.size + tenant.applications.size, total: 300_000 },
    privacyProfile: { contactEmail: null, statementUrl: null },
  }
}

function readsAll(caller: Caller): boolean {
  if (caller.kind === 'app' || caller.tenant.settings.permissions === 'off') return true
  return fullRead.some(permission => caller.token.scopes.has(permission))
}

function isB2c({ users }: Tenant): boolean {
  return users.rows.some(({ accountType }) => accountType === 'b2cLocal')
}

function verifiedDomainsOf({ definition: { domains } }: Tenant): Organization['verifiedDomains'] {
  return domains.map((name, index) => ({
    capabilities: 'Email, OfficeCommunicationsOnline',
    isDefault: index === 0,
    isInitial: index === 0,
    name,
    type: 'Managed',
  }))
}

const nothing = {
  deletedDateTime: null,
  businessPhones: [],
  city: null,
  country: null,
  countryLetterCode: null,
  createdDateTime: null,
  defaultUsageLocation: null,
  isMultipleDataLocationsForServicesEnabled: null,
  marketingNotificationEmails: [],
  mobileDeviceManagementAuthority: null,
  onPremisesLastSyncDateTime: null,
  onPremisesSyncEnabled: null,
  partnerTenantType: null,
  postalCode: null,
  preferredLanguage: null,
  securityComplianceNotificationMails: [],
  securityComplianceNotificationPhones: [],
  state: null,
  street: null,
  technicalNotificationMails: [],
  tenantType: null,
  directorySizeQuota: null,
  privacyProfile: null,
  assignedPlans: [],
  provisionedPlans: [],
} satisfies Partial<Organization>
