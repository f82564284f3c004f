// The permissions of Microsoft Graph by which applications are described, with the ids they have everywhere.
import { guidFrom } from '../ids.ts'

/**
 * Of delegated permissions, by name.
 * @see https://learn.microsoft.com/graph/permissions-reference
 */
export const graphScopeIds: Readonly<Record<string, string>> = {
  'User.RevokeSessions.All': 'fc30e98b-8810-4501-81f5-c20a3196387b',
  'User.ReadWrite.All': '204e0828-b5ca-4ad8-b9f3-f32a958e7cc4',
  'Directory.ReadWrite.All': 'c5366453-9fb0-48a5-a156-24f0c49a4b84',
  'Directory.Read.All': '06da0dbc-49e2-44d2-8312-53f166ab848a',
  'Directory.AccessAsUser.All': '0e263e50-5827-48a4-b97c-d940288653c7',
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  'User.ReadWrite': 'b4e74841-8e56-480b-be8b-910348b18b4c',
  'User.ReadBasic.All': 'b340eb25-3456-403f-be2f-af7a0d370277',
  'User.Read.All': 'a154be20-db9c-4678-8ab7-66f6cc099a59',
  'User.EnableDisableAccount.All': 'f92e74e7-2563-467f-9dd0-902688cb5863',
  'User-PasswordProfile.ReadWrite.All': '56760768-b641-451f-8906-e1b8ab31bca7',
  'User.DeleteRestore.All': '4bb440cd-2cf2-4f90-8004-aa2acd2537c5',
  'AuditLog.Read.All': 'e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20',
  openid: '37f7f235-527c-4136-accd-4a02d197296e',
  profile: '14dad69e-099b-42c9-810b-d002981feec1',
  email: '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0',
  offline_access: '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
}

/** Of application permissions, by name. */
export const graphRoleIds: Readonly<Record<string, string>> = {
  'User.RevokeSessions.All': '77f3a031-c388-4f99-b373-dc68676a979e',
  'User.ReadWrite.All': '741f803b-c850-494e-b5df-cde7c675a1ca',
  'Directory.ReadWrite.All': '19dbc75e-c2e2-444c-a770-ec69d8559fc7',
  'Directory.Read.All': '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
  'User.ReadBasic.All': '97235f07-e226-4f63-ace3-39588e11d3a1',
  'User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
  'User.EnableDisableAccount.All': '3011c876-62b7-4ada-afa2-506cbbecc68c',
  'User-PasswordProfile.ReadWrite.All': 'cc117bb9-00cf-4eb8-b580-ea2a878fe8f7',
  'User.DeleteRestore.All': 'eccc023d-eccf-4e7b-9683-8813ab36cecc',
  'AuditLog.Read.All': 'b0afded3-3588-46d8-8b3d-9842eff778da',
}

/** Real where it is known; otherwise it follows from the name. */
export function graphPermissionId(kind: 'Scope' | 'Role', name: string): string {
  const known = kind === 'Scope' ? graphScopeIds : graphRoleIds
  return known[name] ?? guidFrom(`graph:${kind}:${name}`)
}
