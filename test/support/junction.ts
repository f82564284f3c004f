// Stands between Prism and several doubles, and sends each request on to the double it names, under the Host it asks for: Prism has one
// upstream, and puts that one's Host in place of what was sent.
import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer, request as send } from 'node:http'
import type { Test } from 'tap'

export const toDouble = 'junction-to'
export const underHost = 'junction-host'

/** @param doubles addresses by the name that the header `junction-to` gives */
export async function openJunction(
  t: Test,
  doubles: Readonly<Record<string, string>>,
): Promise<string> {
  const server = createServer(passOn(doubles)).listen(0, '127.0.0.1')
  t.teardown(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The junction has no port.')
  return `http://127.0.0.1:${address.port}`
}

function passOn(doubles: Readonly<Record<string, string>>): RequestListener {
  return async (request, reply) => {
    const { [toDouble]: name, [underHost]: host, ...headers } = request.headers
    const { port } = new URL(doubles[String(name)] ?? 'http://localhost:0')
    // Prism asks for a connection of its own each time. An answer that comes before the end of the request would not survive its closing.
    const body = Buffer.concat(await request.toArray())
    headers.connection = 'keep-alive'
    headers.host = String(host ?? `localhost:${port}`)
    const sent = send({ port, method: request.method, path: request.url, headers })
    sent.once('error', error => reply.destroy(error))
    sent.once('response', answer => {
      reply.writeHead(answer.statusCode ?? 0, answer.rawHeaders)
      answer.pipe(reply)
    })
    sent.end(body)
  }
}
