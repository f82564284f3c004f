// The names of properties as clients may write them: in any case, except in $select.
import type { EntityShape, EntityType } from '../entity-type.ts'
import { targetsOf } from './filter-support.ts'

/** By name in lower case; the properties of a type are read once. */
const spellings = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>()

/**
 * A property of the type in Graph's spelling. One that the schema does not have, in either version, is known when the table of filters
 * has it.
 */
export function findProperty(
  { properties, absent }: EntityShape,
  { filters }: Pick<EntityType<never>, 'filters'>,
  written: string,
): string | undefined {
  const wanted = written.toLowerCase()
  const known = namesOf(properties).get(wanted)
  if (known !== undefined || namesOf(absent).has(wanted)) return known
  for (const [path, target] of targetsOf(filters))
    if (path === wanted || path.startsWith(`${wanted}/`)) return target.path.slice(0, wanted.length)
  return undefined
}

function namesOf(properties: ReadonlySet<string>): ReadonlyMap<string, string> {
  const known = spellings.get(properties)
  if (known !== undefined) return known
  const names = new Map([...properties].map(name => [name.toLowerCase(), name]))
  spellings.set(properties, names)
  return names
}
