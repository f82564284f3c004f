// One port for http and https: who is served by which, what is refused, and that closing closes all.

import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type IncomingMessage, request as requestHttp, type Server } from 'node:http'
import { request as requestHttps } from 'node:https'
import {
  connect as connectTcp,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net'
import { pipeline } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls'
import { fastify } from 'fastify'
import t, { type Test } from 'tap'
import { localCertificate } from '../../src/network/certificate.ts'
import { createListener, type ListenerOptions } from '../../src/network/listener.ts'

const directory = t.testdir()
const certificate = () => localCertificate({ directory })
const ca = await readFile((await certificate()).authorityPath, 'utf8')
const host = '127.0.0.1'

/** A listening server that answers `http` or `https`, as the request came. */
async function listening(t: Test, options: Partial<ListenerOptions> = { certificate }) {
  const server = createListener({
    handler: ({ socket }, response) => response.end('encrypted' in socket ? 'https' : 'http'),
    ...options,
  })
  t.teardown(() => shut(server))
  await once(server.listen(0, host), 'listening')
  return { server, port: portOf(server) }
}

function portOf(server: TcpServer): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}

async function shut(server: Server): Promise<void> {
  if (!server.listening) return
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
}

async function answer(protocol: 'http' | 'https', port: number): Promise<string> {
  const options = { host, port, agent: false, ca }
  const request = protocol === 'https' ? requestHttps(options) : requestHttp(options)
  const [response]: IncomingMessage[] = await once(request.end(), 'response')
  return response === undefined ? '' : await text(response)
}

async function connectedTcp(port: number): Promise<Socket> {
  const socket = connectTcp(port, host)
  await once(socket, 'connect')
  return socket
}

async function connectedTls(port: number, options: ConnectionOptions = {}): Promise<TLSSocket> {
  const socket = connectTls({ port, host, ca, ...options })
  await once(socket, 'secureConnect')
  return socket
}

/** A connection whose first bytes of TLS are with the server, and the rest not sent. */
async function startedHandshake(port: number, server: Server): Promise<Socket> {
  // With the certificate at hand, the server has got to the handshake by the next turn of the loop.
  await answer('https', port)
  const accepted: Promise<Socket[]> = once(server, 'connection')
  const client = await connectedTcp(port)
  const [socket] = await accepted
  const seen = socket && once(socket, 'readable')
  client.write('\x16\x03\x01')
  await seen
  await setImmediate()
  return client
}

/** Settles when the connection is gone, by an end or by a reset. */
async function gone(socket: Socket): Promise<void> {
  socket.on('error', () => {}).resume()
  await new Promise(resolve => socket.once('close', resolve))
}

t.test('listener', async t => {
  t.test('answers http and https on one port, through Fastify', async t => {
    const app = fastify({ serverFactory: handler => createListener({ handler, certificate }) })
    t.teardown(() => app.close())
    app.get('/', async request => request.protocol)
    await app.listen({ port: 0, host })
    const port = portOf(app.server)
    t.equal(await answer('http', port), 'http')
    t.equal(await answer('https', port), 'https')
  })

  t.test('asks for its certificate once, however many connect at first', async t => {
    let asked = 0
    const { port } = await listening(t, {
      certificate: async () => {
        asked++
        return certificate()
      },
    })
    t.equal(await answer('http', port), 'http')
    t.equal(asked, 0, 'and not before https is spoken')
    const protocols = Array.from({ length: 20 }, (_, n) => (n % 2 ? 'http' : 'https'))
    const answers = await Promise.all(protocols.map(protocol => answer(protocol, port)))
    t.same(answers, protocols)
    t.equal(asked, 1)
  })

  t.test('asks for its certificate again after it could not be had', async t => {
    const failure = new Error('no certificate')
    const certificates = [() => Promise.reject(failure), certificate]
    const { server, port } = await listening(t, {
      certificate: () => certificates.shift()?.() ?? Promise.reject(new Error('asked too often')),
    })
    const reported = once(server, 'tlsClientError')
    await t.rejects(answer('https', port))
    t.equal((await reported)[0], failure)
    t.equal(await answer('https', port), 'https')
  })

  t.test('agrees on http/1.1 with a client that prefers h2', async t => {
    const { port } = await listening(t)
    const socket = await connectedTls(port, { ALPNProtocols: ['h2', 'http/1.1'] })
    t.equal(socket.alpnProtocol, 'http/1.1')
    socket.destroy()
  })

  t.test('tells the protocol from a first byte that comes alone', async t => {
    const { server, port } = await listening(t)
    const relay = createTcpServer(client => {
      client.once('data', async bytes => {
        client.pause()
        const accepted: Promise<Socket[]> = once(server, 'connection')
        const upstream = connectTcp(port, host)
        upstream.write(bytes.subarray(0, 1))
        const [socket] = await accepted
        if (socket) await once(socket, 'readable')
        upstream.write(bytes.subarray(1))
        pipeline(client, upstream, client, () => {})
      })
    })
    t.teardown(() => relay.close())
    await once(relay.listen(0, host), 'listening')
    t.equal(await answer('http', portOf(relay)), 'http')
    t.equal(await answer('https', portOf(relay)), 'https')
  })

  t.test('keeps serving after what is neither http nor TLS', async t => {
    const { port } = await listening(t)
    const garbage = await connectedTcp(port)
    garbage.end('\0\x01\x02')
    t.match(await text(garbage), /^HTTP\/1.1 400/)
    const badHandshake = await connectedTcp(port)
    badHandshake.end('\x16 is how TLS starts, this is not how it goes on')
    await gone(badHandshake)
    t.equal(await answer('https', port), 'https')
    t.equal(await answer('http', port), 'http')
  })

  t.test('keeps serving after connections that end or break before the first byte', async t => {
    const { server, port } = await listening(t)
    for (const leave of [
      (socket: Socket) => socket.end(),
      (socket: Socket) => socket.resetAndDestroy(),
    ]) {
      const accepted: Promise<Socket[]> = once(server, 'connection')
      const client = await connectedTcp(port)
      const [socket] = await accepted
      const left = new Promise(resolve => socket?.once('close', resolve))
      leave(client)
      await left
    }
    t.equal(await answer('http', port), 'http')
  })

  t.test(
    'closes the connection of a client that leaves in the middle of the handshake',
    async t => {
      const { server, port } = await listening(t)
      const client = await startedHandshake(port, server)
      const reported = once(server, 'tlsClientError')
      await gone(client.end())
      t.match((await reported)[0], { code: 'ECONNRESET' })
    },
  )

  t.test('reports a handshake that fails', async t => {
    const { server, port } = await listening(t)
    const reported = once(server, 'tlsClientError')
    await t.rejects(connectedTls(port, { ALPNProtocols: ['h2'] }), 'for no protocol in common')
    t.match((await reported)[0], { code: 'ERR_SSL_NO_APPLICATION_PROTOCOL' })
  })

  t.test('answers a bad request by https as by http', async t => {
    const { port } = await listening(t)
    const socket = await connectedTls(port)
    socket.end('NOT HTTP\r\n\r\n')
    t.match(await text(socket), /^HTTP\/1.1 400/)
  })

  t.test('upgrades either kind of connection', async t => {
    const { server, port } = await listening(t)
    server.on('upgrade', (_request, socket: Socket) => {
      socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: echo\r\n\r\n')
    })
    for (const socket of [await connectedTcp(port), await connectedTls(port)]) {
      socket.write(
        'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\nUpgrade: echo\r\n\r\n',
      )
      t.match(await text(socket), /^HTTP\/1.1 101/)
    }
  })

  t.test('refuses TLS when it has no certificate', async t => {
    const { port } = await listening(t, {})
    await t.rejects(answer('https', port), { code: 'ECONNRESET' })
    t.equal(await answer('http', port), 'http')
  })

  t.test('takes the limits of node:http', async t => {
    const { port } = await listening(t, { certificate, http: { maxHeaderSize: 100 } })
    for (const socket of [await connectedTcp(port), await connectedTls(port)]) {
      socket.end(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100)}\r\n\r\n`)
      t.match(await text(socket), /^HTTP\/1.1 431/)
    }
  })

  t.test(
    'closes a connection that stays silent, or stops in its handshake, for the time of the headers',
    async t => {
      const { server, port } = await listening(t, {
        certificate: () => {
          server.headersTimeout = 20
          return certificate()
        },
      })
      // Asked anew after the handshake, which is not to be cut short here.
      server.headersTimeout = 0
      await gone(await connectedTls(port))
      await gone(await connectedTcp(port))
      const stalled = await connectedTcp(port)
      stalled.write('\x16')
      await gone(stalled)
      // A machine that is busy elsewhere may take longer than that between two turns.
      server.headersTimeout = 0
      t.equal(await answer('http', port), 'http')
    },
  )

  t.test('leaves time to http once a request has come', async t => {
    const sockets: Socket[] = []
    const { server, port } = await listening(t, {
      certificate,
      handler: (request, response) => {
        sockets.push(request.socket)
        response.end(`${sockets.map(socket => socket.timeout)}`)
      },
    })
    server.on('connection', socket => sockets.push(socket))
    t.equal(await answer('http', port), '0,0')
    t.equal(await answer('https', port), '0,0,0,0', 'of both layers of the connection')
  })

  t.test('sends all of an answer to a client that has closed its own side', async t => {
    const length = 8 * 1024 * 1024
    const { port } = await listening(t, {
      certificate,
      handler: (_request, response) => response.end('x'.repeat(length)),
    })
    for (const socket of [await connectedTcp(port), await connectedTls(port)]) {
      socket.end('GET / HTTP/1.0\r\n\r\n')
      t.ok((await text(socket)).length > length)
    }
  })

  for (const [what, connect] of Object.entries({
    'a silent connection': async (port: number, server: Server) => {
      const accepted = once(server, 'connection')
      const client = await connectedTcp(port)
      await accepted
      return client
    },
    'a handshake under way': startedHandshake,
    // By TLS 1.2, where the server is done with the handshake before the client is.
    'a TLS connection that sent nothing yet': (port: number) =>
      connectedTls(port, { maxVersion: 'TLSv1.2' }),
    'a TLS connection that waits for its next request': async (port: number) => {
      const socket = await connectedTls(port)
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
      await once(socket, 'data')
      return socket
    },
  })) {
    for (const method of ['close', 'closeAllConnections'] as const) {
      t.test(`closes ${what} on ${method}`, async t => {
        const { server, port } = await listening(t)
        server.headersTimeout = 0
        const cut = gone(await connect(port, server))
        const closed = method === 'close' ? once(server, 'close') : undefined
        server[method]()
        await cut
        await closed
        t.equal(server.listening, method !== 'close')
      })
    }
  }

  t.test('closes requests under way, by https too, on closeAllConnections', async t => {
    const { server, port } = await listening(t, { certificate, handler: () => {} })
    for (const protocol of ['http', 'https'] as const) {
      const received = once(server, 'request')
      const refused = t.rejects(answer(protocol, port), { code: 'ECONNRESET' })
      await received
      server.closeAllConnections()
      await refused
    }
  })

  t.test('lets a request by https finish on close', async t => {
    const { server, port } = await listening(t, {
      certificate,
      handler: (_request, response) => {
        server.close()
        response.end('finished')
      },
    })
    const closed = once(server, 'close')
    t.equal(await answer('https', port), 'finished')
    await closed
  })
})
