// Reads request bodies as JSON and as nothing else. An empty body is no body.
import type { FastifyInstance } from 'fastify'

/** Why a body cannot be read. */
export type UnreadableBody = 'mediaType' | 'syntax' | 'depth'

/** How deep objects and arrays may stand in each other; what walks a body recursively must not run out of stack. */
export const DEEPEST_NESTING = 100

export interface BodyRules {
  /** The surface's error for a body that cannot be read. */
  readonly unreadable: (reason: UnreadableBody) => Error
  /** How many members and elements a body may have altogether, for surfaces that never need many. */
  readonly most?: { readonly values: number; readonly exceeded: () => Error }
}

export function readJsonBodies(app: FastifyInstance, { unreadable, most }: BodyRules): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')

  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body: string, done) => {
      if (body.trim() === '') return done(null, undefined)
      const { depth, values } = extentOf(body, most?.values)
      if (depth > DEEPEST_NESTING) return done(unreadable('depth'))
      if (most !== undefined && values > most.values) return done(most.exceeded())
      parse(request, body, (error, parsed) =>
        error === null ? done(null, parsed) : done(unreadable('syntax')),
      )
    },
  )
  app.addContentTypeParser('*', { parseAs: 'string' }, (_, body: string, done) =>
    body === '' ? done(null, undefined) : done(unreadable('mediaType')),
  )
}

/**
 * How deep JSON is nested, and how many members and elements it has. Parsing megabytes of brackets takes a second, looking at them a
 * hundredth of that. Ends early at more than may be.
 */
function extentOf(
  text: string,
  most = Number.POSITIVE_INFINITY,
): { readonly depth: number; readonly values: number } {
  let [deepest, depth, values] = [0, 0, 1]
  for (let at = 0; at < text.length && deepest <= DEEPEST_NESTING && values <= most; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfText(text, at)
        break
      case COMMA:
        values++
        break
      case OPENING_BRACE:
      case OPENING_BRACKET:
        values++
        deepest = Math.max(deepest, ++depth)
        break
      case CLOSING_BRACE:
      case CLOSING_BRACKET:
        depth--
    }
  }
  return { depth: deepest, values }
}

/** Where the text that begins with a quotation mark has its other one; the end of everything if it has none. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes++
    if (escapes % 2 === 0) return end
  }
  return text.length
}

const QUOTE = 0x22
const COMMA = 0x2c
const OPENING_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSING_BRACKET = 0x5d
const OPENING_BRACE = 0x7b
const CLOSING_BRACE = 0x7d
