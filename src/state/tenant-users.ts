// Finding a user by whatever a person would type.
import { NotFound } from './state.ts'
import type { Tenant } from './tenant.ts'
import type { User } from './users.ts'

/**
 * The user with this id or user principal name, or with this part before the `@` of one of the tenant's domains.
 * @throws NotFound naming some there are
 */
export function getUser(tenant: Tenant, name: string): User {
  const { users, definition } = tenant
  const user =
    users.find(name) ??
    definition.domains
      .map(domain => users.find(`${name}@${domain}`))
      .find(found => found !== undefined)
  if (user !== undefined) return user
  const some = users.rows.slice(0, 3).map(({ userPrincipalName }) => userPrincipalName)
  throw new NotFound(
    `There is no user '${name}' in ${definition.domains[0]}. There are, for instance: ${some.join(', ')}.`,
  )
}
