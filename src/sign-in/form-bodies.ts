// Reads request bodies as forms and as nothing else.
import type { FastifyInstance } from 'fastify'

/** A body of another type, or none, is read as no parameters at all, of which some will be missed. */
export function readFormBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_, body: string, done) => done(null, toObject(body)),
  )
  app.addContentTypeParser('*', { parseAs: 'string' }, (_, _body, done) => done(null, {}))
  app.addHook('preValidation', (request, _, done) => {
    if (request.method === 'POST') request.body ??= {}
    done()
  })
}

/** A parameter that comes more than once is a list, which no parameter of the contract may be. */
function toObject(body: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(body)
  const names = new Set(parameters.keys())
  return Object.fromEntries(
    [...names].map(name => {
      const values = parameters.getAll(name)
      const [first = ''] = values
      return [name, values.length === 1 ? first : values]
    }),
  )
}
