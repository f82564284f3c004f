// What the program says when it is called in a way that makes no sense.

/** The command line or a variable cannot be understood. The message names what, and what may have been meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A sentence to put behind a refusal, or nothing when no name is near. */
export function didYouMean(meant: string | undefined): string {
  return meant === undefined ? '' : ` Did you mean ${meant}?`
}
