// A stored user as Microsoft Graph returns it: the selected properties, and the context that says which they are.
import type { components } from '../contract/generated.ts'
import type { Tenant } from '../state/tenant.ts'
import { validFrom } from '../state/tenant.ts'
import type { User } from '../state/users.ts'
import { toDateTime } from '../state/users.ts'
import type { GraphContext } from './context.ts'
import type { Selection } from './odata/select.ts'
import { isUnset, unset } from './unset-properties.ts'
import type { UserProperty } from './user-type.ts'

type UserEntity = components['schemas']['user']

/** One user on its own. */
export function toEntity(
  { caller: { tenant }, serviceRoot }: GraphContext,
  user: User,
  selection: Selection,
): UserEntity {
  const entity: Record<string, unknown> = {
    '@odata.context': `${collectionContext(selection, serviceRoot)}/$entity`,
  }
  return fill(entity, tenant, user, selection)
}

/** One user of a collection. */
export function toSelected(tenant: Tenant, user: User, selection: Selection): UserEntity {
  return fill({}, tenant, user, selection)
}

/** The context of a collection of users. */
export function collectionContext({ given }: Selection, serviceRoot: string): string {
  return `${serviceRoot}/$metadata#users${given === undefined ? '' : `(${given.join(',')})`}`
}

function fill(
  entity: Record<string, unknown>,
  tenant: Tenant,
  user: User,
  { properties }: Selection,
): UserEntity {
  for (const property of properties) entity[property] = propertyOf(tenant, user, property)
  return entity
}

function propertyOf(tenant: Tenant, user: User, property: UserProperty): unknown {
  switch (property) {
    case 'signInSessionsValidFromDateTime':
    case 'refreshTokensValidFromDateTime':
      return toDateTime(validFrom(tenant, user).at)
    default:
      return isUnset(property) ? unset[property] : user[property]
  }
}
