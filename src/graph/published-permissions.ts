// Permissions as the resource that offers them publishes them.
import type { components } from '../contract/generated.ts'
import { guidFrom } from '../ids.ts'
import type { Application } from '../state/applications.ts'
import { needsAdministrator } from '../tokens/scopes.ts'
import { graphRoleIds, graphScopeIds } from './graph-permissions.ts'

type Scope = Required<components['schemas']['permissionScope']>
type Role = Required<components['schemas']['appRole']>

/** Of an application of the tenant. */
export function publishedScopes(application: Application): Scope[] {
  return application.exposed.scopes.map(name =>
    toScope(name, permissionIdOf(application, 'Scope', name)),
  )
}

/** Of an application of the tenant. */
export function publishedRoles(application: Application): Role[] {
  return application.exposed.roles.map(name =>
    toRole(name, permissionIdOf(application, 'Role', name)),
  )
}

/** Follows from the application and the name. */
export function permissionIdOf({ id }: Application, kind: 'Scope' | 'Role', name: string): string {
  return guidFrom(`${id}:${kind}:${name}`)
}

/** Those of Microsoft Graph that the double knows. */
export function graphScopes(): Scope[] {
  return Object.entries(graphScopeIds).map(([name, id]) => toScope(name, id))
}

/** Those of Microsoft Graph that the double knows. */
export function graphRoles(): Role[] {
  return Object.entries(graphRoleIds).map(([name, id]) => toRole(name, id))
}

function toScope(value: string, id: string): Scope {
  return {
    adminConsentDescription: value,
    adminConsentDisplayName: value,
    id,
    isEnabled: true,
    type: needsAdministrator(value) ? 'Admin' : 'User',
    userConsentDescription: value,
    userConsentDisplayName: value,
    value,
  }
}

function toRole(value: string, id: string): Role {
  return {
    allowedMemberTypes: ['Application'],
    description: value,
    displayName: value,
    id,
    isEnabled: true,
    origin: 'Application',
    value,
  }
}
