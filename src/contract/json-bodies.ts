// Reads request bodies as JSON and as nothing else. An empty body is no body.
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** @param unreadable the error for a body that is not JSON, or that says it is something else; given the request it came in */
export function readJsonBodies(
  app: FastifyInstance,
  unreadable: (request: FastifyRequest, reason: 'mediaType' | 'syntax') => Error,
): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')

  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body: string, done) => {
      if (body.trim() === '') return done(null, undefined)
      parse(request, body, (error, parsed) =>
        error === null ? done(null, parsed) : done(unreadable(request, 'syntax')),
      )
    },
  )
  app.addContentTypeParser('*', { parseAs: 'string' }, (request, body: string, done) =>
    body === '' ? done(null, undefined) : done(unreadable(request, 'mediaType')),
  )
}
