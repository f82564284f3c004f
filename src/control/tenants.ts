// control.tenants.*: the tenants, as a test that signs in needs to see them.
import type { components } from '../contract/generated.ts'
import type { Handler } from '../contract/operations.ts'
import type { Application } from '../state/applications.ts'
import { Conflict } from '../state/collection.ts'
import { roleName } from '../state/directory-roles.ts'
import { isGenerated } from '../state/generated-users.ts'
import type { State } from '../state/state.ts'
import type { Tenant } from '../state/tenant.ts'
import type { User } from '../state/users.ts'
import type { ControlContext } from './context.ts'
import { Problem } from './problem.ts'

export type TenantView = components['schemas']['tenant']

export const list: Handler<'control.tenants.list', ControlContext> = (_, { state, origin }) => ({
  status: 200,
  body: { tenants: viewTenants(state, origin) },
})

export const get: Handler<'control.tenants.get', ControlContext> = (
  { path },
  { state, origin },
) => ({ status: 200, body: toView(state.getTenant(path.tenant), origin) })

export const create: Handler<'control.tenants.create', ControlContext> = async (
  { body = {} },
  { library, log, issuer, origin },
) => {
  const definition = library.defineNew(body, issuer.ids)
  const tenant = await log.submit('createTenant', { definition }).catch(asTaken)
  return {
    status: 201,
    headers: { location: `/_understudy/tenants/${definition.id}` },
    body: toView(tenant, origin),
  }
}

function asTaken(error: unknown): never {
  if (!(error instanceof Conflict)) throw error
  throw new Problem(
    409,
    `There is a tenant '${error.key}' already. Remove it first, or ask for another seed or domain.`,
  )
}

export const remove: Handler<'control.tenants.remove', ControlContext> = async (
  { path },
  { state, log },
) => {
  await log.submit('removeTenant', { tenantId: state.getTenant(path.tenant).definition.id })
  return { status: 204 }
}

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
