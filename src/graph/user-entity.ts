// A stored user as Microsoft Graph returns it: the selected properties, and the context that says which they are.
import type { components } from '../contract/generated.ts'
import type { User } from '../state/users.ts'
import { toDateTime, validFrom } from '../state/users.ts'
import type { Selection } from './odata/select.ts'

type UserEntity = components['schemas']['user']

/** One user on its own. */
export function toEntity(user: User, selection: Selection, serviceRoot: string): UserEntity {
  return {
    '@odata.context': `${collectionContext(selection, serviceRoot)}/$entity`,
    ...toSelected(user, selection),
  }
}

/** The context of a collection of users. */
export function collectionContext({ given }: Selection, serviceRoot: string): string {
  return `${serviceRoot}/$metadata#users${given === undefined ? '' : `(${given.join(',')})`}`
}

export function toSelected(user: User, { properties }: Selection): UserEntity {
  const entity: Record<string, unknown> = {}
  for (const property of properties) entity[property] = propertyOf(user, property)
  return entity
}

/** A property under its name in Graph. */
export function propertyOf(user: User, property: string): unknown {
  if (
    property === 'signInSessionsValidFromDateTime' ||
    property === 'refreshTokensValidFromDateTime'
  ) {
    return toDateTime(validFrom(user).at)
  }
  return isStored(user, property) ? user[property] : undefined
}

function isStored(user: User, property: string): property is keyof User {
  return property in user
}
