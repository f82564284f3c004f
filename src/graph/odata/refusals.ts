// Query options that cannot be applied, in the surface's own errors.
import type { EntityShape } from '../entity-type.ts'
import type { GraphError } from '../errors.ts'
import { graphErrors } from '../errors.ts'
import type { ODataErrorKind } from './errors.ts'
import { ODataError } from './errors.ts'

/** Runs what reads an option. @throws GraphError in place of an ODataError */
export function reading<T>(
  option: '$filter' | '$search' | '$orderby',
  shape: EntityShape,
  read: () => T,
): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof ODataError ? answers[error.kind](error, option, shape) : error
  }
}

type Answer = (error: ODataError, option: string, shape: EntityShape) => GraphError

const unreadable: Answer = ({ detail }, option) =>
  option === '$filter' ? graphErrors.filterInvalid(detail) : graphErrors.queryInvalid(detail)

const answers: Record<ODataErrorKind, Answer> = {
  syntax: unreadable,
  unknownProperty: unreadable,
  tooComplex: unreadable,
  unsupported: ({ detail }) => graphErrors.queryUnsupported(detail),
  property: ({ subject, detail }, _, shape) =>
    graphErrors.filterPropertyUnsupported(subject, resourceOf(shape), detail),
  operator: ({ subject, detail }) => graphErrors.operatorUnsupported(subject, detail),
  collection: ({ subject, detail }) => graphErrors.collectionUnsupported(subject, detail),
  sortProperty: ({ subject, detail }, _, shape) =>
    graphErrors.sortPropertyUnsupported(subject, resourceOf(shape), detail),
  sorting: () => graphErrors.sortingUnsupported(),
  searchProperty: ({ detail }) => graphErrors.searchPropertyUnsupported(detail),
}

/** `User` for `microsoft.graph.user`. */
function resourceOf({ name }: EntityShape): string {
  const own = name.slice(name.lastIndexOf('.') + 1)
  return own.slice(0, 1).toUpperCase() + own.slice(1)
}
