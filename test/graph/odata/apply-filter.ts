// Reads a filter on users in one call, for the tests of the language.

import { readerOfPath } from '../../../src/graph/entity-type.ts'
import { ODataError } from '../../../src/graph/odata/errors.ts'
import { compileFilter } from '../../../src/graph/odata/filter.ts'
import { userFilters } from '../../../src/graph/user-filters.ts'

/** A user by Graph's property names. */
export type Entity = Readonly<Record<string, unknown>>

const collections = [
  'assignedLicenses',
  'assignedPlans',
  'businessPhones',
  'identities',
  'imAddresses',
  'otherMails',
  'provisionedPlans',
  'proxyAddresses',
]

export const type = { schema: 'user', filters: userFilters, readerOf: readerOfPath }
export const shape = {
  name: 'microsoft.graph.user',
  properties: new Set([
    ...Object.keys(userFilters).filter(path => !path.includes('/')),
    ...collections,
    'aboutMe',
    'passwordProfile',
    'signInActivity',
    'signInSessionsValidFromDateTime',
  ]),
  returnedByDefault: [],
  collections: new Set(collections),
  absent: new Set<string>(),
}

/** Whether a filter, read as an advanced query, is true of a user. Throws what compileFilter throws. */
export function keeps(filter: string, entity: Entity): boolean {
  return compileFilter<Entity>(filter, { advanced: true, type, shape }).matches(entity)
}

/** Why a filter is refused, or undefined when it is applied. Throws anything but an ODataError. */
export function refusal(filter: string, advanced = true): ODataError | undefined {
  try {
    compileFilter(filter, { advanced, type, shape })
  } catch (error) {
    if (error instanceof ODataError) return error
    throw error
  }
  return undefined
}
