// Reads request bodies as JSON and as nothing else. An empty body is no body.
import type { FastifyInstance } from 'fastify'

/** Why a body cannot be read. */
export type UnreadableBody = 'mediaType' | 'syntax' | 'depth'

/** How deep objects and arrays may stand in each other; what walks a body recursively must not run out of stack. */
export const DEEPEST_NESTING = 100

/** @param unreadable the surface's error for a body that cannot be read */
export function readJsonBodies(
  app: FastifyInstance,
  unreadable: (reason: UnreadableBody) => Error,
): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')

  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body: string, done) => {
      if (body.trim() === '') return done(null, undefined)
      parse(request, body, (error, parsed) => {
        if (error !== null) done(unreadable('syntax'))
        else if (isNestedTooDeeply(parsed)) done(unreadable('depth'))
        else done(null, parsed)
      })
    },
  )
  app.addContentTypeParser('*', { parseAs: 'string' }, (_, body: string, done) =>
    body === '' ? done(null, undefined) : done(unreadable('mediaType')),
  )
}

/** Level by level, without recursion. */
function isNestedTooDeeply(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST_NESTING) return true
    level = level.flatMap(item =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    )
  }
  return false
}
