// A stored user as Microsoft Graph returns it: the selected properties, and the context that says which they are.
import type { components } from '../contract/generated.ts'
import type { User } from '../state/users.ts'
import { toDateTime, validFrom } from '../state/users.ts'
import type { Selection } from './odata/select.ts'
import type { UserProperty } from './user-type.ts'

type UserEntity = components['schemas']['user']

/** One user on its own. */
export function toEntity(user: User, selection: Selection, serviceRoot: string): UserEntity {
  const entity: Record<string, unknown> = {
    '@odata.context': `${collectionContext(selection, serviceRoot)}/$entity`,
  }
  return fill(entity, user, selection)
}

/** One user of a collection. */
export function toSelected(user: User, selection: Selection): UserEntity {
  return fill({}, user, selection)
}

/** The context of a collection of users. */
export function collectionContext({ given }: Selection, serviceRoot: string): string {
  return `${serviceRoot}/$metadata#users${given === undefined ? '' : `(${given.join(',')})`}`
}

function fill(entity: Record<string, unknown>, user: User, { properties }: Selection): UserEntity {
  for (const property of properties) entity[property] = propertyOf(user, property)
  return entity
}

function propertyOf(user: User, property: UserProperty): unknown {
  switch (property) {
    case 'signInSessionsValidFromDateTime':
    case 'refreshTokensValidFromDateTime':
      return toDateTime(validFrom(user).at)
    default:
      return user[property]
  }
}
