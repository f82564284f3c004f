// JSON pointers into the contract. RFC 6901.

/** What a JSON pointer leads to, references followed; `pointer` is where it was found in the end. */
export function follow<T>(document: object, pointer: string): { value: T; pointer: string } {
  let value: unknown = document
  for (const segment of pointer.slice(2).split('/')) {
    value = isRecord(value) ? value[unescapePointer(segment)] : undefined
  }
  if (!isRecord(value)) throw new Error(`The contract has nothing at ${pointer}.`)
  if (typeof value.$ref === 'string') return follow(document, value.$ref)
  // The linter holds the document to the OpenAPI schema, which is what T describes.
  return { value: value as T, pointer }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A key of an object as a segment of a pointer. */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1')
}

function unescapePointer(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~')
}
