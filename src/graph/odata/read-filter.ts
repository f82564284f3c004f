// $filter: from the query option to a test of records, with the surface's own errors.
import type { GraphError } from '../errors.ts'
import { graphErrors } from '../errors.ts'
import { ODataError } from './errors.ts'
import type { FilterOptions } from './filter.ts'
import { compileFilter } from './filter.ts'

/** @throws GraphError when the filter cannot be read or asks for what is not supported */
export function readFilter<R>(
  filter: string | undefined,
  options: FilterOptions<R>,
): (record: R) => boolean {
  if (filter === undefined) return () => true
  try {
    return compileFilter(filter, options)
  } catch (error) {
    throw error instanceof ODataError ? answers[error.kind](error.detail) : error
  }
}

const answers: Record<ODataError['kind'], (detail: string) => GraphError> = {
  syntax: graphErrors.filterInvalid,
  unknownProperty: graphErrors.filterInvalid,
  tooComplex: graphErrors.filterInvalid,
  unsupported: graphErrors.queryUnsupported,
  notIndexed: graphErrors.filterNotIndexed,
}
