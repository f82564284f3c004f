// $select: which properties of an entity are returned, and the context that says so.
import type { EntityShape } from '../entity-type.ts'
import { graphErrors } from '../errors.ts'

export interface Selection {
  /** What was asked for, for the context; undefined without `$select`. */
  readonly given: readonly string[] | undefined
  readonly properties: readonly string[]
}

/** @throws GraphError naming the first property the type does not have */
export function readSelection(select: string | undefined, shape: EntityShape): Selection {
  if (select === undefined || select.trim() === '')
    return { given: undefined, properties: shape.returnedByDefault }
  const given = select.split(',').map(name => name.trim())
  for (const name of given)
    if (!shape.properties.has(name)) throw graphErrors.propertyUnknown(name, shape.name)
  return { given, properties: [...new Set(given)] }
}

/** The `@odata.context` of a collection. @param set what there is a collection of: `users`, `auditLogs/signIns` */
export function collectionContext(serviceRoot: string, set: string, { given }: Selection): string {
  return `${serviceRoot}/$metadata#${set}${given === undefined ? '' : `(${given.join(',')})`}`
}

/** The `@odata.context` of one entity of a collection. */
export function entityContext(serviceRoot: string, set: string, selection: Selection): string {
  return `${collectionContext(serviceRoot, set, selection)}/$entity`
}

/** The selected members of an entity, in their order. What the entity does not have is left out, so give it its nulls. */
export function pickSelected<T extends object>(entity: T, { properties }: Selection): Partial<T> {
  const picked: Partial<T> = {}
  for (const name of properties) if (isMember(entity, name)) picked[name] = entity[name]
  return picked
}

function isMember<T extends object>(entity: T, name: string): name is keyof T & string {
  return Object.hasOwn(entity, name)
}
