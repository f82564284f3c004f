// $select: which properties of a user are returned.
import { graphErrors } from '../errors.ts'
import type { UserProperty, UserType } from '../user-type.ts'

export interface Selection {
  /** What was asked for, for the context; undefined without `$select`. */
  readonly given: readonly string[] | undefined
  readonly properties: readonly UserProperty[]
}

/** @throws GraphError naming the first property the type does not have */
export function readSelection(select: string | undefined, type: UserType): Selection {
  if (select === undefined || select.trim() === '')
    return { given: undefined, properties: type.returnedByDefault }
  const given = select.split(',').map(name => name.trim())
  const properties = given.map(name => {
    const property = type.properties.get(name)
    if (property === undefined) throw graphErrors.propertyUnknown(name)
    return property
  })
  return { given, properties: [...new Set(properties)] }
}
