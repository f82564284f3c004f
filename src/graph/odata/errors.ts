// What can be wrong with a query option a client wrote. No status and no code: the Graph surface owns those.

/**
 * Which rule a query option broke.
 * - `syntax`: not in the language, or a literal of the wrong type
 * - `unknownProperty`: well formed, but it names a property the type does not have
 * - `unsupported`: valid OData that the directory refuses, or that needs an advanced query
 * - `notIndexed`: a property that exists, with an operator it never supports
 * - `tooComplex`: longer, deeper or with more conditions than is read
 */
export type ODataErrorKind =
  | 'syntax'
  | 'unknownProperty'
  | 'unsupported'
  | 'notIndexed'
  | 'tooComplex'

/** A query option that cannot be applied. The only error the parsers here throw on a client's text. */
export class ODataError extends Error {
  override readonly name = 'ODataError'
  readonly kind: ODataErrorKind
  /** One sentence for the client: what is wrong and where. Positions count UTF-16 units from 0. */
  readonly detail: string

  constructor(kind: ODataErrorKind, detail: string) {
    super(detail)
    this.kind = kind
    this.detail = detail
  }
}
