// What can be wrong with a query option a client wrote. No status and no code: the Graph surface owns those.

/**
 * Which rule a query option broke.
 * - `syntax`: not in the language, or a literal of the wrong type
 * - `unknownProperty`: well formed, but it names a property the type does not have
 * - `unsupported`: valid OData that the directory refuses
 * - `property`: a property that exists, used as it may not be, or not without an advanced query
 * - `operator`: one of `ne`, `not` and `endsWith`, without the advanced query that they need
 * - `collection`: `any` on a collection, where it needs an advanced query
 * - `sortProperty`: a property by which the type is not sorted, or not without an advanced query
 * - `sorting`: a sorted query that may only be filtered when it is an advanced one
 * - `searchProperty`: a property that is not searched
 * - `tooComplex`: longer, deeper or with more conditions than is read
 */
export type ODataErrorKind =
  | 'syntax'
  | 'unknownProperty'
  | 'unsupported'
  | 'property'
  | 'operator'
  | 'collection'
  | 'sortProperty'
  | 'sorting'
  | 'searchProperty'
  | 'tooComplex'

/** A query option that cannot be applied. The only error the parsers here throw on a client's text. */
export class ODataError extends Error {
  override readonly name = 'ODataError'
  readonly kind: ODataErrorKind
  /** One sentence for the client or the log: what is wrong and where. Positions count UTF-16 units from 0. */
  readonly detail: string
  /** The property, by its path, or the operator that the directory's own sentence names; else empty. */
  readonly subject: string

  constructor(kind: ODataErrorKind, detail: string, subject = '') {
    super(detail)
    this.kind = kind
    this.detail = detail
    this.subject = subject
  }
}
