// The cases of the operations that read the logs, the roles, the applications and the tenant.
import type { OperationIdOf } from '../../src/contract/operations.ts'
import { clients } from '../support/contoso.ts'
import type { Case, Sent } from './cases.ts'

type DirectoryOperationId = Extract<
  OperationIdOf<'graph'>,
  | `graph.auditLogs.${string}`
  | `graph.directoryRoles.${string}`
  | `graph.roleManagement.${string}`
  | `graph.applications.${string}`
  | `graph.servicePrincipals.${string}`
  | `graph.oauth2PermissionGrants.${string}`
  | `graph.organization.${string}`
>

const unsupported: Case = { status: 400, when: 'the account is personal', token: 'personal' }

/** One of each kind: that every token is judged alike is shown by the operations on users. */
const errors = (good: Sent): Case[] => [
  {
    ...good,
    status: 400,
    when: '$select names no property',
    token: 'auditorApp',
    query: '?$select=shoeSize',
  },
  { ...good, status: 401, when: 'there is no token' },
  { ...good, status: 401, when: 'the sessions were revoked', token: 'revoked' },
  { ...good, status: 403, when: 'the token has no fitting permission', token: 'powerless' },
  { ...good, status: 421, when: 'the host is foreign', token: 'auditor', host: 'evil.example' },
  { ...good, status: 500, when: 'the double itself fails', token: 'auditor', to: 'broken' },
]

const listErrors: Case[] = [
  ...errors({}),
  { status: 403, when: 'the app has no fitting role', token: 'powerlessApp' },
]

/** @param filter one that is supported */
const list = (filter: string): Case[] => [
  { status: 200, when: 'an application asks', token: 'auditorApp' },
  { status: 200, when: 'a user asks', token: 'auditor' },
  { status: 200, when: 'something is selected', token: 'auditor', query: '?$select=id' },
  { status: 200, when: 'they are filtered', token: 'auditorApp', query: `?$filter=${filter}` },
  {
    status: 400,
    when: 'the filter names no property',
    token: 'auditorApp',
    query: '?$filter=shoeSize eq 44',
  },
  ...listErrors,
]

const get = (path: Sent['path'] & object, selected = 'id'): Case[] => {
  const [name = ''] = Object.keys(path)
  return [
    { status: 200, when: 'an application asks', token: 'auditorApp', path },
    { status: 200, when: 'a user asks', token: 'auditor', path },
    {
      status: 200,
      when: 'something is selected',
      token: 'auditor',
      path,
      query: `?$select=${selected}`,
    },
    ...errors({ path }),
    { ...unsupported, path },
    {
      status: 404,
      when: 'there is no such thing',
      token: 'auditorApp',
      path: { [name]: 'nobody' },
    },
  ]
}

const noReader = (path?: Sent['path']): Case => ({
  status: 403,
  when: 'no directory role lets the user read reports',
  token: 'curious',
  ...(path !== undefined && { path }),
})

const guest: Case = { status: 403, when: 'the user is a guest', token: 'guest' }

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10'

export const directoryCases: Readonly<Record<DirectoryOperationId, readonly Case[]>> = {
  'graph.auditLogs.listDirectoryAudits': [
    ...list("activityDisplayName eq 'Update StsRefreshTokenValidFrom Timestamp'"),
    { status: 200, when: 'a page is asked for', token: 'auditor', query: '?$top=1' },
    { status: 400, when: 'the page is too large', token: 'auditor', query: '?$top=1001' },
    unsupported,
    noReader(),
  ],
  'graph.auditLogs.getDirectoryAudit': [
    ...get({ directoryAuditId: 'audit' }),
    noReader({ directoryAuditId: 'audit' }),
  ],
  'graph.auditLogs.listSignIns': [
    ...list('status/errorCode eq 0'),
    { status: 200, when: 'a page is asked for', token: 'auditor', query: '?$top=1' },
    { status: 400, when: 'the page is too large', token: 'auditor', query: '?$top=1001' },
    unsupported,
    noReader(),
  ],
  'graph.auditLogs.getSignIn': [
    ...get({ signInId: 'signIn' }, 'id,status'),
    noReader({ signInId: 'signIn' }),
  ],
  'graph.directoryRoles.list': [
    ...list(`roleTemplateId eq '${globalAdministrator}'`),
    unsupported,
    guest,
  ],
  'graph.directoryRoles.get': get({ directoryRoleId: `roleTemplateId='${globalAdministrator}'` }),
  'graph.roleManagement.listRoleAssignments': [
    ...list(`roleDefinitionId eq '${globalAdministrator}'`),
    unsupported,
    guest,
  ],
  'graph.roleManagement.getRoleAssignment': get({ roleAssignmentId: 'roleAssignment' }),
  'graph.roleManagement.listRoleDefinitions': [...list('isBuiltIn eq true'), unsupported, guest],
  'graph.roleManagement.getRoleDefinition': get({ roleDefinitionId: globalAdministrator }),
  'graph.applications.list': [
    ...list(`appId eq '${clients.web}'`),
    { status: 200, when: 'the account is personal', token: 'personalAuditor' },
  ],
  'graph.applications.get': get({ applicationId: `appId='${clients.web}'` }),
  'graph.servicePrincipals.list': [...list("displayName eq 'Microsoft Graph'"), unsupported],
  'graph.servicePrincipals.get': get({ servicePrincipalId: `appId='${clients.web}'` }),
  'graph.oauth2PermissionGrants.list': [...list("consentType eq 'AllPrincipals'"), unsupported],
  'graph.oauth2PermissionGrants.get': get({ oAuth2PermissionGrantId: 'permissionGrant' }),
  'graph.organization.list': [
    { status: 200, when: 'an application asks', token: 'auditorApp' },
    { status: 200, when: 'a user asks', token: 'member' },
    ...listErrors,
    unsupported,
  ],
  'graph.organization.get': get({ organizationId: 'tenant' }),
}
