// control.tenants.*: the tenants, as a test that signs in needs to see them.
import type { components } from '../contract/generated.ts'
import type { Handler } from '../contract/operations.ts'
import type { Application } from '../state/applications.ts'
import { roleName } from '../state/directory-roles.ts'
import { isGenerated } from '../state/generated-users.ts'
import type { State } from '../state/state.ts'
import type { Tenant } from '../state/tenant.ts'
import type { User } from '../state/users.ts'
import type { ControlContext } from './context.ts'

export type TenantView = components['schemas']['tenant']

export const list: Handler<'control.tenants.list', ControlContext> = (_, { state, origin }) => ({
  status: 200,
  body: { tenants: viewTenants(state, origin) },
})

/** @param origin of the authorities */
export function viewTenants(state: State, origin: string): TenantView[] {
  return [...state.tenants.values()].map(tenant => toView(tenant, origin))
}

function toView({ definition, users, applications }: Tenant, origin: string): TenantView {
  // Made-up users come in any number and all look alike: they would bury the rest.
  const shown = users.rows.filter(user => !isGenerated(user, definition))
  return {
    id: definition.id,
    displayName: definition.displayName,
    domain: definition.domains[0],
    authority: `${origin}/${definition.id}`,
    users: shown.map(toUserView),
    applications: applications.rows.map(toApplicationView),
  }
}

function toUserView({
  id,
  userPrincipalName,
  password,
  userType,
  roles,
}: User): TenantView['users'][number] {
  return { id, userPrincipalName, password, userType, roles: roles.map(roleName) }
}

function toApplicationView({
  appId,
  displayName,
  type,
  secret,
  redirectUris,
}: Application): TenantView['applications'][number] {
  return {
    appId,
    displayName,
    type,
    ...(secret !== undefined && { secret }),
    redirectUris: [...redirectUris],
  }
}
