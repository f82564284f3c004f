// A web server for one test, at an address that browsers trust although it has no https.
import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { Test } from 'tap'

/** Gives its address, `http://localhost:PORT`; ends with the test, and every connection with it. */
export async function serveLocally(t: Test, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('There is no port.')
  return `http://localhost:${address.port}`
}
