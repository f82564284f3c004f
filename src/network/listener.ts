// http and https on one port: the first byte a client sends says which of them it speaks.
// Once its handshake is done a TLS connection is served by the same http server as a plain one, so
// that there is one set of limits, timeouts and events, and one thing to close.

import { type IncomingMessage, Server, type ServerOptions, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Server as TlsServer } from 'node:tls'

/** The content type of a TLS handshake record (RFC 8446, 5.1); no http method starts with it. */
const handshakeByte = 0x16

/** What a listener is made of. */
export interface ListenerOptions {
  /** Answers every request; `request.socket.encrypted` is true on those that came by https. */
  handler: (request: IncomingMessage, response: ServerResponse) => void
  /**
   * Called when the first TLS connection arrives, and again after a failure. PEM, leaf first.
   * Left out, TLS connections are refused.
   */
  certificate?: () => Promise<{ certificatePem: string; privateKeyPem: string }>
  /** Limits that node:http takes only when the server is made, such as `maxHeaderSize`. */
  http?: ServerOptions
}

/**
 * Makes an http server, not yet listening, that answers https on its port too. Its timeouts and
 * events hold for both; a connection has `headersTimeout` to send its first byte. A failed handshake
 * or certificate closes the one connection and emits `tlsClientError` (error, socket), which may be ignored.
 */
export function createListener(options: ListenerOptions): Server {
  return new TwoProtocolServer(options)
}

class TwoProtocolServer extends Server {
  /** Connections that are not http's yet, and so not closed by it: silent, or in their handshake. */
  readonly #waiting = new Set<Socket>()
  readonly #serve: (socket: Socket) => void
  readonly #certificate: ListenerOptions['certificate']
  #tlsServer: Promise<TlsServer> | undefined

  constructor({ handler, certificate, http = {} }: ListenerOptions) {
    super(http, handler)
    this.#certificate = certificate
    // What http listens with is put behind the choice of protocol, so that it never sees a byte of TLS.
    const httpListeners = this.listeners('connection')
    this.#serve = socket => {
      for (const listener of httpListeners) listener.call(this, socket)
    }
    this.removeAllListeners('connection')
    this.on('connection', socket =>
      this.#awaitFirstByte(socket, byte => this.#choose(socket, byte)),
    )
  }

  override close(callback?: (error?: Error) => void): this {
    this.#dropWaiting()
    return super.close(callback)
  }

  override closeAllConnections(): void {
    this.#dropWaiting()
    super.closeAllConnections()
  }

  #dropWaiting(): void {
    for (const socket of this.#waiting) socket.destroy()
  }

  #awaitFirstByte(socket: Socket, decide: (byte: number | undefined) => void): void {
    const look = (): void => {
      const bytes: unknown = socket.read()
      if (!Buffer.isBuffer(bytes)) return
      socket.off('readable', look)
      socket.unshift(bytes)
      decide(bytes[0])
    }
    this.#waiting.add(socket)
    socket.once('close', () => this.#waiting.delete(socket))
    socket.setTimeout(this.headersTimeout, abandon)
    socket.on('error', abandon).on('end', abandon).on('readable', look)
  }

  #choose(socket: Socket, byte: number | undefined): void {
    if (byte !== handshakeByte) this.#release(socket)
    else if (this.#certificate === undefined) socket.destroy()
    else void this.#shakeHands(socket, this.#certificate)
  }

  #release(socket: Socket): void {
    this.#settle(socket)
    this.#serve(socket)
  }

  /** Ends the wait; from here on another layer decides about the time, the end and the closing. */
  #settle(socket: Socket): void {
    this.#waiting.delete(socket)
    socket.setTimeout(0, abandon)
    socket.off('end', abandon)
  }

  async #shakeHands(
    socket: Socket,
    certificate: NonNullable<ListenerOptions['certificate']>,
  ): Promise<void> {
    try {
      this.#tlsServer ??= this.#createTlsServer(certificate)
      const tlsServer = await this.#tlsServer
      // As node:https has it: otherwise a client that leaves in its handshake leaves the socket open.
      socket.allowHalfOpen = false
      if (!socket.destroyed) tlsServer.emit('connection', socket)
    } catch (error) {
      socket.destroy()
      this.emit('tlsClientError', error, socket)
    }
  }

  async #createTlsServer(
    certificate: NonNullable<ListenerOptions['certificate']>,
  ): Promise<TlsServer> {
    try {
      const { createServer } = await import('node:tls')
      const { certificatePem: cert, privateKeyPem: key } = await certificate()
      return createServer({ cert, key, ALPNProtocols: ['http/1.1'] })
        .on('secureConnection', socket => this.#handOver(socket))
        .on('tlsClientError', (error, socket) => {
          socket.destroy()
          this.emit('tlsClientError', error, socket)
        })
    } catch (error) {
      this.#tlsServer = undefined
      throw error
    }
  }

  // A browser may open a connection, shake hands and send nothing, so the first byte is awaited again.
  #handOver(secured: Socket): void {
    for (const socket of this.#waiting) {
      if (isSamePeer(socket, secured)) this.#settle(socket)
    }
    this.#awaitFirstByte(secured, () => this.#release(secured))
  }
}

/** Whether two sockets are layers of one connection: to one port, a peer has only one. */
function isSamePeer(one: Socket, other: Socket): boolean {
  return one.remotePort === other.remotePort && one.remoteAddress === other.remoteAddress
}

function abandon(this: Socket): void {
  this.destroy()
}
