// What Fastify alone can do: one route for each answer it is given as JSON, which knows nothing and checks nothing.
import Fastify from 'fastify'
import type { CannedAnswer } from '../support/servers.ts'

const answers: readonly CannedAnswer[] = JSON.parse(process.argv[2] ?? '[]')
const app = Fastify()
for (const { method, url, headers, text } of answers) {
  app.route({ method, url, handler: (_, reply) => reply.headers(headers).send(text) })
}
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
