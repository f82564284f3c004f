// What it takes to start anything on Fastify: load it, listen, and answer.
import Fastify from 'fastify'

const app = Fastify()
app.get('/_understudy/health', (_, reply) => reply.send({ status: 'ok' }))
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
