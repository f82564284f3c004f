// What a user is in each version of Microsoft Graph, read from the contract's schema.
import type { ContractDocument } from '../contract/document.ts'
import type { Version } from './context.ts'

export interface UserType {
  readonly properties: ReadonlySet<string>
  /** Without `$select`, in this order. */
  readonly returnedByDefault: readonly string[]
}

export function userTypeOf(document: ContractDocument, version: Version): UserType {
  const schemas = Object.entries(document.components.schemas.user?.properties ?? {}).filter(
    ([name, schema]) =>
      !name.startsWith('@') && (version === 'beta' || schema['x-beta-only'] !== true),
  )
  return {
    properties: new Set(schemas.map(([name]) => name)),
    returnedByDefault: schemas
      .filter(([, schema]) => schema['x-returned-by-default'] === true)
      .map(([name]) => name),
  }
}
