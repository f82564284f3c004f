// What a user is in each version of Microsoft Graph, read from the contract's schema.
import type { ContractDocument } from '../contract/document.ts'
import type { components } from '../contract/generated.ts'
import type { Version } from './context.ts'

/** A user as it is sent. */
export type UserEntity = components['schemas']['user']

/** A property of a user that can be selected. */
export type UserProperty = Exclude<keyof UserEntity, `@${string}`>

export interface UserType {
  /** By name. */
  readonly properties: ReadonlyMap<string, UserProperty>
  /** Without `$select`, in this order. */
  readonly returnedByDefault: readonly UserProperty[]
}

export function userTypeOf(document: ContractDocument, version: Version): UserType {
  const schemas = document.components.schemas.user?.properties ?? {}
  const names = Object.keys(schemas).filter(isUserProperty)
  const present = names.filter(
    name => version === 'beta' || schemas[name]?.['x-beta-only'] !== true,
  )
  return {
    properties: new Map(present.map(name => [name, name])),
    returnedByDefault: present.filter(name => schemas[name]?.['x-returned-by-default'] === true),
  }
}

/** The types are made from the same schema, so what is no annotation of OData is a property. */
function isUserProperty(name: string): name is UserProperty {
  return !name.startsWith('@')
}
