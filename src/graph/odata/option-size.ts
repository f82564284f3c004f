// How large a query option may be, so that reading and applying one stays cheap whatever is sent.
// The figures are this double's own; the directory publishes none.
import { ODataError } from './errors.ts'

/** Longest text that is read, in UTF-16 units. */
export const maximumLength = 8192
/** How many parentheses, calls and negations may be open at once. */
export const maximumDepth = 64
/** How many conditions, connectives, negations and list members an option may have together. */
export const maximumNodes = 512

/** The size of one option while it is read. */
export class OptionSize {
  /** As sentences name the option: `filter`, `search`. */
  readonly #option: string
  #depth = 0
  #nodes = 0

  /** @throws ODataError of kind `tooComplex` on a text that is too long */
  constructor(option: string, text: string) {
    this.#option = option
    if (text.length > maximumLength)
      throw this.#refusal(`is longer than ${maximumLength} characters`)
  }

  /** How many nodes were counted. */
  get nodes(): number {
    return this.#nodes
  }

  /** Runs one level deeper. @throws ODataError of kind `tooComplex` when that is a level too deep */
  nested<T>(read: () => T): T {
    if (this.#depth === maximumDepth)
      throw this.#refusal(`nests deeper than ${maximumDepth} levels`)
    this.#depth++
    const result = read()
    this.#depth--
    return result
  }

  /** Counts a node, and gives it back. */
  counted<T>(node: T): T {
    this.#nodes++
    return node
  }

  /** Asked once all is read, so that a mistake in the grammar comes first. @throws ODataError of kind `tooComplex` */
  checkNodes(): void {
    if (this.#nodes > maximumNodes) throw this.#refusal(`has more than ${maximumNodes} conditions`)
  }

  #refusal(what: string): ODataError {
    return new ODataError('tooComplex', `The ${this.#option} ${what}.`)
  }
}
