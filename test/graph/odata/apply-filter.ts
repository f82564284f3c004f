// Reads a filter on users in one call, for the tests of the language.
import { ODataError } from '../../../src/graph/odata/errors.ts'
import { compileFilter, type Entity } from '../../../src/graph/odata/filter.ts'
import { userCollections, userFilterSupport } from '../../../src/graph/odata/filter-support.ts'

const properties = new Set([
  ...userFilterSupport.keys(),
  ...userCollections,
  'aboutMe',
  'passwordProfile',
  'signInActivity',
  'signInSessionsValidFromDateTime',
])

/** Whether a filter, read as an advanced query, is true of a user. Throws what compileFilter throws. */
export function keeps(filter: string, entity: Entity): boolean {
  return compileFilter(filter, { advanced: true, properties })(entity)
}

/** Why a filter is refused, or undefined when it is applied. Throws anything but an ODataError. */
export function refusal(filter: string, advanced = true): ODataError | undefined {
  try {
    compileFilter(filter, { advanced, properties })
  } catch (error) {
    if (error instanceof ODataError) return error
    throw error
  }
  return undefined
}
