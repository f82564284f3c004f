// An entry of the audit log as Microsoft Graph returns it.
import type { components } from '../contract/generated.ts'
import { guidFrom } from '../ids.ts'
import type { Act } from '../state/acts.ts'
import type { AuditActivity, ChangedProperty, DirectoryAudit } from '../state/directory-audits.ts'
import type { Tenant } from '../state/tenant.ts'
import { toDateTime } from '../state/users.ts'
import type { Whole } from './entities.ts'
import { readerOfPath } from './entity-type.ts'
import type { FilterTable } from './odata/filter-support.ts'

type Entity = Whole<components['schemas']['directoryAudit']>

const D = 'default'

/** @see https://learn.microsoft.com/graph/api/resources/directoryaudit */
export const directoryAuditFilters: FilterTable = {
  id: { type: 'string', levels: { eq: D } },
  correlationId: { type: 'string', levels: { eq: D } },
  activityDateTime: { type: 'dateTime', levels: { eq: D, ge: D, le: D } },
  activityDisplayName: { type: 'string', levels: { eq: D, startsWith: D } },
  category: { type: 'string', levels: { eq: D } },
  loggedByService: { type: 'string', levels: { eq: D } },
  result: { type: 'string', levels: { eq: D } },
  'initiatedBy/user/id': { type: 'string', levels: { eq: D } },
  'initiatedBy/user/displayName': { type: 'string', levels: { eq: D } },
  'initiatedBy/user/userPrincipalName': { type: 'string', levels: { eq: D, startsWith: D } },
  'initiatedBy/app/appId': { type: 'string', levels: { eq: D } },
  'initiatedBy/app/displayName': { type: 'string', levels: { eq: D } },
  'targetResources/any/id': { type: 'string', levels: { eq: D } },
  'targetResources/any/displayName': { type: 'string', levels: { eq: D, startsWith: D } },
  'targetResources/any/userPrincipalName': { type: 'string', levels: { eq: D, startsWith: D } },
}

const operationTypes: Partial<Record<AuditActivity, string>> = {
  'Add user': 'Add',
  'Delete user': 'Delete',
  'Hard Delete user': 'Delete',
}

/** How a property is read from a record, without making the whole entity where it can be done without. */
export function auditReaders(
  tenant: Tenant,
): (path: string) => (record: DirectoryAudit) => unknown {
  const direct: Readonly<Record<string, (record: DirectoryAudit) => unknown>> = {
    activityDateTime: ({ at }) => toInstant(at),
    activityDisplayName: ({ activity }) => activity,
    correlationId: record => correlationIdOf(tenant, record),
  }
  return path => {
    const read = readerOfPath(path)
    return direct[path] ?? (record => read(toDirectoryAudit(tenant, record)))
  }
}

export function toDirectoryAudit(tenant: Tenant, record: DirectoryAudit): Entity {
  return {
    id: auditId(tenant, record),
    category: 'UserManagement',
    correlationId: correlationIdOf(tenant, record),
    result: 'success',
    resultReason: '',
    activityDisplayName: record.activity,
    activityDateTime: toInstant(record.at),
    loggedByService: 'Core Directory',
    operationType: operationTypes[record.activity] ?? 'Update',
    userAgent: null,
    initiatedBy: toInitiator(record.act),
    targetResources: [
      {
        id: record.targetId,
        displayName: null,
        type: 'User',
        userPrincipalName: record.targetUserPrincipalName,
        groupType: null,
        modifiedProperties: changesOf(record).map(toModified),
      },
    ],
    additionalDetails: [],
  }
}

/** In the form that was observed: the service, the correlation, where it was written, a number. */
export function auditId(tenant: Tenant, record: DirectoryAudit): string {
  return `Directory_${correlationIdOf(tenant, record)}_LOCAL_${record.position}${record.part}`
}

/** An instant as the logs write it, with seven decimals. @param milliseconds since the epoch */
export function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '0000Z')
}

function correlationIdOf({ definition }: Tenant, { act, position }: DirectoryAudit): string {
  return act?.correlationId ?? guidFrom(`${definition.id}:audit:${position}`)
}

function toInitiator(act: Act | undefined): Entity['initiatedBy'] {
  if (act?.kind !== 'user') return { app: toApp(act), user: null }
  const { id, userPrincipalName, ipAddress } = act
  const home = { userType: null, homeTenantId: null, homeTenantName: null }
  return { app: null, user: { id, displayName: null, userPrincipalName, ipAddress, ...home } }
}

/** What is done through the control surface is nobody's of the directory. */
function toApp(
  act: Extract<Act, { kind: 'app' }> | undefined,
): components['schemas']['appIdentity'] {
  return {
    appId: act?.appId ?? null,
    displayName: act?.displayName ?? 'graph-understudy',
    servicePrincipalId: act?.servicePrincipalId ?? null,
    servicePrincipalName: null,
  }
}

/** The directory's own name of when a user's sessions are valid from, in whole seconds. */
const VALID_FROM = 'StsRefreshTokensValidFrom'

function changesOf({ changes, validFromBefore, at }: DirectoryAudit): readonly ChangedProperty[] {
  return validFromBefore === undefined
    ? changes
    : [{ name: VALID_FROM, before: toDateTime(validFromBefore), after: toDateTime(at) }]
}

/** Names begin with a capital, and values are lists in JSON, as the directory logs them. */
function toModified({ name, before, after }: ChangedProperty) {
  const displayName = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return { displayName, oldValue: toList(before), newValue: toList(after) }
}

function toList(value: unknown): string {
  if (value === null) return '[]'
  return JSON.stringify(Array.isArray(value) ? value : [value])
}
