// Operation id to function; the compiler holds it complete.
import type { Handlers } from '../contract/operations.ts'
import * as applications from './applications.ts'
import * as auditLogs from './audit-logs.ts'
import * as batch from './batch.ts'
import type { GraphContext } from './context.ts'
import * as deletedItems from './deleted-items.ts'
import * as directoryRoles from './directory-roles.ts'
import * as me from './me.ts'
import * as oauth2PermissionGrants from './oauth2-permission-grants.ts'
import * as oidc from './oidc.ts'
import * as organization from './organization.ts'
import * as roleManagement from './role-management.ts'
import * as servicePrincipals from './service-principals.ts'
import * as users from './users.ts'

export type GraphHandlers = Handlers<'graph', GraphContext>

export const graphHandlers: GraphHandlers = {
  'graph.batch.run': batch.run,
  'graph.me.get': me.get,
  'graph.me.listMemberOf': me.listMemberOf,
  'graph.me.listMemberOfAsGroup': me.listMemberOfAsGroup,
  'graph.me.listMemberOfAsDirectoryRole': me.listMemberOfAsDirectoryRole,
  'graph.me.listTransitiveMemberOf': me.listTransitiveMemberOf,
  'graph.me.listTransitiveMemberOfAsGroup': me.listTransitiveMemberOfAsGroup,
  'graph.me.listTransitiveMemberOfAsDirectoryRole': me.listTransitiveMemberOfAsDirectoryRole,
  'graph.me.revokeSignInSessions': me.revokeSignInSessions,
  'graph.me.invalidateAllRefreshTokens': me.invalidateAllRefreshTokens,
  'graph.me.update': me.update,
  'graph.me.changePassword': me.changePassword,
  'graph.oidc.getUserInfo': oidc.getUserInfo,
  'graph.oidc.postUserInfo': oidc.postUserInfo,
  'graph.users.list': users.list,
  'graph.users.delta': users.delta,
  'graph.users.count': users.count,
  'graph.users.get': users.get,
  'graph.users.create': users.create,
  'graph.users.update': users.update,
  'graph.users.remove': users.remove,
  'graph.users.changePassword': users.changePassword,
  'graph.users.listMemberOf': users.listMemberOf,
  'graph.users.listMemberOfAsGroup': users.listMemberOfAsGroup,
  'graph.users.listMemberOfAsDirectoryRole': users.listMemberOfAsDirectoryRole,
  'graph.users.listTransitiveMemberOf': users.listTransitiveMemberOf,
  'graph.users.listTransitiveMemberOfAsGroup': users.listTransitiveMemberOfAsGroup,
  'graph.users.listTransitiveMemberOfAsDirectoryRole': users.listTransitiveMemberOfAsDirectoryRole,
  'graph.users.revokeSignInSessions': users.revokeSignInSessions,
  'graph.users.invalidateAllRefreshTokens': users.invalidateAllRefreshTokens,
  'graph.auditLogs.listDirectoryAudits': auditLogs.listDirectoryAudits,
  'graph.auditLogs.getDirectoryAudit': auditLogs.getDirectoryAudit,
  'graph.auditLogs.listSignIns': auditLogs.listSignIns,
  'graph.auditLogs.getSignIn': auditLogs.getSignIn,
  'graph.directoryRoles.list': directoryRoles.list,
  'graph.directoryRoles.get': directoryRoles.get,
  'graph.roleManagement.listRoleAssignments': roleManagement.listRoleAssignments,
  'graph.roleManagement.getRoleAssignment': roleManagement.getRoleAssignment,
  'graph.roleManagement.listRoleDefinitions': roleManagement.listRoleDefinitions,
  'graph.roleManagement.getRoleDefinition': roleManagement.getRoleDefinition,
  'graph.applications.list': applications.list,
  'graph.applications.get': applications.get,
  'graph.servicePrincipals.list': servicePrincipals.list,
  'graph.servicePrincipals.get': servicePrincipals.get,
  'graph.oauth2PermissionGrants.list': oauth2PermissionGrants.list,
  'graph.oauth2PermissionGrants.get': oauth2PermissionGrants.get,
  'graph.organization.list': organization.list,
  'graph.organization.get': organization.get,
  'graph.deletedItems.listUsers': deletedItems.listUsers,
  'graph.deletedItems.get': deletedItems.get,
  'graph.deletedItems.restore': deletedItems.restore,
  'graph.deletedItems.remove': deletedItems.remove,
}
